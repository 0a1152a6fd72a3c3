import type { CheckId } from '#domain/adjudication/reasons.ts';
import type { Boundary } from './boundary.ts';

/** Of what is asked for, for whom and for which illness. */
export const itemBoundaries = {
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
} satisfies Readonly<Partial<Record<CheckId, readonly Boundary[] | string>>>;
