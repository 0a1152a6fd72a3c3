import type { CheckId } from '#domain/adjudication/reasons.ts';

/** A bound of a check, by the titles of the stories on it, one step to one side and one to the other. */
export interface Boundary {
  readonly of: string;
  readonly under: string;
  readonly exactly: string;
  readonly over: string;
}

/** The bounds of every check; a text says why it has none. A check without an entry does not compile. */
export const boundariesOf: Readonly<Record<CheckId, readonly Boundary[] | string>> = {
  identity: [
    {
      of: 'the days of a newborn',
      under: 'passes a newborn on the day of its birth',
      exactly: 'passes a newborn on the last of its days',
      over: 'declines a newborn one day past them',
    },
  ],
  collector: 'a class of items and a relationship are permitted or not',
  'without-card': [
    {
      of: 'the most of a claim',
      under: 'passes a claim of one less than the most',
      exactly: 'passes a claim of exactly the most',
      over: 'refers a claim of one more',
    },
  ],
  'holder-proof': [
    {
      of: 'the amount of a rung',
      under: 'passes one minor unit below the amount of a rung',
      exactly: 'passes exactly at the amount of a rung',
      over: 'refers one minor unit above the amount of a rung',
    },
  ],
  'card-status': [
    {
      of: 'the hard limit of the list',
      under: 'passes past the soft limit, the fact showing its age',
      exactly: 'passes exactly at the hard limit of seven days',
      over: 'refers one millisecond past the hard limit, told as the eighth day',
    },
    {
      of: 'the moment of a block',
      under: 'passes one millisecond before an announced block',
      exactly: 'declines from the very moment of the block',
      over: 'declines a blocked card at the provider’s risk: lost',
    },
  ],
  cover: [
    {
      of: 'the first day',
      under: 'declines one day before the member joined, and says when to come',
      exactly: 'passes on the first day of both periods',
      over: 'passes an active policy and member',
    },
    {
      of: 'the last day',
      under: 'passes an active policy and member',
      exactly: 'passes on the last day of both periods',
      over: 'declines one day after the member left',
    },
    {
      of: 'the first day of the plan',
      under: 'refers the day before the present plan: under which one it was nobody knows',
      exactly: 'passes on the first day of the present plan',
      over: 'passes on the day after it',
    },
    {
      of: 'the days of grace',
      under: 'passes on the first of the days of grace',
      exactly:
        'passes on the last of the contract’s days of grace after what lapsed so, and says that',
      over: 'refers one day after the grace',
    },
    {
      of: 'the run-off of a stay',
      under: 'passes a stay that ends on the last day of the cover',
      exactly: 'passes a stay that ends on the last day of the run-off',
      over: 'refers a stay that ends the day after it',
    },
  ],
  currency: [
    {
      of: 'the first day of a new currency',
      under: 'need not be told the day before',
      exactly: 'refers what was not said from that day on',
      over: 'refers what was not said the day after',
    },
  ],
  freshness: [
    {
      of: 'the hard limit',
      under: 'passes one millisecond before the hard limit',
      exactly: 'passes exactly at the hard limit of fourteen days',
      over: 'refers one millisecond past it',
    },
  ],
  'provider-entitled': [
    {
      of: 'the contract’s only day',
      under: 'declines one day before it, and says when it begins',
      exactly: 'passes on the only day of the provider’s contract',
      over: 'declines one day after it',
    },
  ],
  'care-setting': [
    {
      of: 'the most days of a stay',
      under: 'passes a stay of one day less than the most',
      exactly: 'passes a stay of exactly the most days, first and last counted',
      over: 'refers one day more',
    },
    {
      of: 'the last day of a counted month',
      under: 'passes a bed whose last day is the last of the month that a ceiling counts',
      exactly: 'refers a bed of one day beyond it, and says for how many it holds',
      over: 'refers a bed of which all days but the first are of the next month',
    },
  ],
  'waiting-period': [
    {
      of: 'the day on which it ends',
      under: 'declines one day before, and says when',
      exactly: 'passes on the very day',
      over: 'passes one day after',
    },
    {
      of: 'the same, by admission',
      under: 'declines a stay admitted one day before, though the bed is claimed of a day after',
      exactly: 'passes a stay admitted on the very day',
      over: 'passes a stay admitted one day after',
    },
  ],
  coordination: [
    {
      of: 'the last day of another cover',
      under: 'refers on its first day',
      exactly:
        'refers on the last day of another cover that pays first, until its payment is known',
      over: 'asks nothing on the day after it',
    },
  ],
  'diagnosis-covered': [
    {
      of: 'a block of categories',
      under: 'does not reach the category before the block',
      exactly: 'declines by category, block and chapter alike',
      over: 'does not reach the category after it',
    },
  ],
  'diagnosis-sex': 'a sex is one of two',
  'diagnosis-age': [
    {
      of: 'the birthday',
      under: 'declines one day before it',
      exactly: 'passes on the birthday itself',
      over: 'passes one day after the birthday',
    },
  ],
  'diagnosis-conditions': [
    {
      of: 'the first day of the cover',
      under: 'declines one that began the day before, and says from when it is covered',
      exactly: 'passes an illness that began on the first day of the cover',
      over: 'passes an illness that began on the day after the first of the cover',
    },
  ],
  'item-covered': 'an item is covered or not',
  'item-sex': 'a sex is one of two',
  'item-age': [
    {
      of: 'the completed month',
      under: 'declines one day before it',
      exactly: 'passes on the day the third month is complete',
      over: 'passes on the day after the third month is complete',
    },
  ],
  'item-diagnosis': [
    {
      of: 'a range of categories',
      under: 'passes the first category of a range',
      exactly: 'passes the last category of a range',
      over: 'refers the category behind it',
    },
  ],
  maternity: [
    {
      of: 'the waiting',
      under: 'declines one that began the day before',
      exactly: 'passes a pregnancy that began on the first day after the waiting',
      over: 'passes one that began the day after',
    },
  ],
  dental: [
    {
      of: 'the surfaces',
      under: 'declines one less',
      exactly: 'passes just as many surfaces as it pays for, each counted once',
      over: 'declines one more',
    },
  ],
  optical: [
    {
      of: 'the months',
      under: 'asks for both measurements the day before',
      exactly: 'passes on the day on which the year is over',
      over: 'passes the day after',
    },
    {
      of: 'the change',
      under: 'declines one hundredth less, and says from when',
      exactly: 'passes before that where an eye has changed by just the threshold',
      over: 'passes one hundredth more, of the cylinder',
    },
  ],
  referral: [
    {
      of: 'its days',
      under: 'passes one on the day before its last',
      exactly: 'passes one on its last day',
      over: 'declines one a day after its last',
    },
  ],
  prescription: [
    {
      of: 'its days',
      under: 'passes on the day before the last of its days',
      exactly: 'passes on the last day of its days',
      over: 'declines one day after it',
    },
  ],
  controlled: [
    {
      of: 'the last day of a batch',
      under: 'passes a batch on the day before its last',
      exactly: 'passes a batch on its last day',
      over: 'declines a batch the day after its last',
    },
  ],
  'chronic-programme': [
    {
      of: 'the month’s quantity',
      under: 'passes one unit less than is left',
      exactly: 'passes exactly what is left of the month',
      over: 'reduces one unit more to whole packs of what is left',
    },
    {
      of: 'the next day',
      under: 'declines on the day before, and says until when to wait',
      exactly: 'passes on the day on which it is due',
      over: 'passes on the day after',
    },
  ],
  'prior-approval': [
    {
      of: 'its quantity',
      under: 'passes one fewer than its quantity',
      exactly: 'passes exactly its quantity',
      over: 'reduces one more, to whole packs',
    },
  ],
  price: [
    {
      of: 'the list price',
      under: 'passes one unit below the list',
      exactly: 'passes the list price itself',
      over: 'reduces one unit above the list, at the provider’s cost',
    },
    {
      of: 'the decree',
      under: 'passes one below what is decreed',
      exactly: 'passes exactly what is decreed',
      over: 'reduces one above what is decreed',
    },
    {
      of: 'the moment of a change',
      under: 'holds what was ordered a millisecond before the price rose to the price before',
      exactly: 'pays the new price of what was ordered at that very moment',
      over: 'holds what was ordered a millisecond after it to the new price',
    },
  ],
  'reference-price': [
    {
      of: 'the reference price',
      under: 'passes one below it',
      exactly: 'passes exactly the reference price',
      over: 'leaves what lies above to the member',
    },
  ],
  duplicate: [
    {
      of: 'the window',
      under: 'declines on the day before the last of the window',
      exactly: 'declines on the last day of the window',
      over: 'passes one day after it',
    },
  ],
  'repeat-window': [
    {
      of: 'the permitted day',
      under: 'declines one day before the permitted date',
      exactly: 'passes on the permitted date',
      over: 'passes one day after it',
    },
    {
      of: 'the permitted day after what is carried over',
      under: 'declines one day before what is at hand is used enough',
      exactly: 'passes on the day on which what is at hand is used enough',
      over: 'passes one day after that',
    },
  ],
  quantity: [
    {
      of: 'the most at once',
      under: 'passes one tablet below the most',
      exactly: 'passes the most itself',
      over: 'reduces one tablet more to whole packs',
    },
  ],
  frequency: [
    {
      of: 'the month’s number',
      under: 'passes one before the last of the month',
      exactly: 'passes the last of the month',
      over: 'declines one more, until the next month',
    },
  ],
  episode: [
    {
      of: 'the days of a follow-up',
      under: 'takes one a day before the last for a follow-up',
      exactly: 'takes one on the last of the days for a follow-up',
      over: 'passes one a day after the last',
    },
  ],
  ceilings: [
    {
      of: 'what is left',
      under: 'passes one minor unit below',
      exactly: 'passes exactly what is left',
      over: 'reduces one above',
    },
    {
      of: 'what is left since a change of plan',
      under: 'counts from the day of the service where the plan changed on it',
      exactly: 'counts from the change where it begins anew, and passes exactly what is left',
      over: 'counts from the change where it begins anew, and reduces one above',
    },
    {
      of: 'the day of the change',
      under: 'counts from the second day of the year where the plan changed on it',
      exactly: 'counts from the day of the service where the plan changed on it',
      over: 'counts the whole year before the change',
    },
    {
      of: 'the limit of the days left',
      under: 'grants one day of it for a change on the last',
      exactly: 'grants the limit of the days left, rounded half up, and passes exactly that',
      over: 'grants the limit of the days left, and reduces one above',
    },
  ],
  'diagnosis-ceiling': [
    {
      of: 'what is left',
      under: 'passes one minor unit below what is left',
      exactly: 'passes exactly what is left',
      over: 'reduces what is one minor unit above, at the member’s cost',
    },
  ],
  conditions: [
    {
      of: 'an age',
      under: 'declines one year past the age',
      exactly: 'declines at exactly the age',
      over: 'passes one year later',
    },
  ],
  deductible: [
    {
      of: 'the terminal’s allowance',
      under: 'charges one minor unit below it',
      exactly: 'charges exactly the terminal’s allowance while the rest is unknown',
      over: 'refers one minor unit above it',
    },
  ],
  'co-insurance': 'it takes nothing away: its amounts obey the laws of money',
  'out-of-pocket': [
    {
      of: 'the terminal’s allowance',
      under: 'charges one minor unit below it',
      exactly: 'charges exactly the terminal’s allowance while the rest is unknown',
      over: 'refers one minor unit above it',
    },
  ],
  tax: [
    {
      of: 'what is due',
      under: 'passes one less than is due',
      exactly: 'passes exactly what is due',
      over: 'reduces one more than is due',
    },
  ],
  'offline-limits': [
    {
      of: 'the floor',
      under: 'passes one minor unit below the floor',
      exactly: 'passes exactly the floor',
      over: 'refers one minor unit above it',
    },
  ],
  clock: [
    {
      of: 'how far it may run ahead',
      under: 'passes a wall that agrees',
      exactly: 'passes a wall that is exactly as far ahead as may be',
      over: 'refers one millisecond further',
    },
  ],
  'panel-price': [
    {
      of: 'the price of the panel',
      under: 'passes one less',
      exactly: 'passes exactly what the panel costs',
      over: 'reduces one more',
    },
  ],
  'global-period': [
    {
      of: 'the days after',
      under: 'includes the same day',
      exactly: 'includes the last day after',
      over: 'passes the day after that',
    },
    {
      of: 'the days before',
      under: 'passes the day before that',
      exactly: 'includes the first day before',
      over: 'includes the same day',
    },
  ],
};
