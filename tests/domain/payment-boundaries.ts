import type { CheckId } from '#domain/adjudication/reasons.ts';
import type { Boundary } from './boundary.ts';

/** Of how much, how often, and what is paid of it. */
export const paymentBoundaries = {
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
} satisfies Readonly<Partial<Record<CheckId, readonly Boundary[] | string>>>;
