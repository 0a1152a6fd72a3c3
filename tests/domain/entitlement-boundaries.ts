import type { CheckId } from '#domain/adjudication/reasons.ts';
import type { Boundary } from './boundary.ts';

/** Of who is served, by whom and when. */
export const entitlementBoundaries = {
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
} satisfies Readonly<Partial<Record<CheckId, readonly Boundary[] | string>>>;
