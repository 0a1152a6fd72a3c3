import { priceRow, rulePack } from '../builders.ts';
import { decree } from '../terms.ts';
import { type Case, passes } from './case.ts';
import { counting, fromOn, lying, rising, threeDays, withStay } from './stay-claims.ts';

/** Beds whose days lie in several periods, or at several prices. */
export const stayPeriodCases: readonly Case[] = [
  {
    title: 'refers a bed whose price changes within its days, and says for how many it holds',
    given: lying(threeDays),
    pack: withStay(
      {},
      rulePack({
        prices: [
          priceRow({ network: 'DAMASCUS' }, 'PARACETAMOL-500', 100, '2026-01-01', '2026-11-23'),
          priceRow({ network: 'DAMASCUS' }, 'PARACETAMOL-500', 120, '2026-11-24'),
        ],
      }),
    ),
    says: {
      outcome: 'referred',
      reason: 'bed-price-changes',
      nearest: { kind: 'quantity', quantity: 2 },
    },
  },
  {
    title: 'refers a bed whose decreed price changes within its days',
    given: lying(threeDays),
    pack: withStay(
      {},
      rulePack({
        decrees: [decree(80, '2026-01-01', '2026-11-22'), decree(90, '2026-11-23')],
      }),
    ),
    says: { reason: 'bed-price-changes', nearest: { kind: 'quantity', quantity: 1 } },
  },
  {
    title: 'refers a bed whose tax changes within its days',
    given: lying(threeDays),
    pack: withStay({}, rising('2026-11-24')),
    says: { reason: 'bed-price-changes', nearest: { kind: 'quantity', quantity: 2 } },
  },
  {
    title: 'passes one whose tax changes on the day after',
    given: lying(threeDays),
    pack: withStay({}, rising('2026-11-25')),
    says: passes,
  },
  {
    title: 'passes a bed whose last day is the last of the month that a ceiling counts',
    given: lying(...fromOn('2026-11-28')),
    pack: counting({ per: 'month' }),
    says: passes,
  },
  {
    title: 'refers a bed of one day beyond it, and says for how many it holds',
    given: lying(...fromOn('2026-11-29')),
    pack: counting({ per: 'month' }),
    says: {
      outcome: 'referred',
      reason: 'bed-period-changes',
      nearest: { kind: 'quantity', quantity: 2 },
    },
  },
  {
    title: 'refers a bed of which all days but the first are of the next month',
    given: lying(...fromOn('2026-11-30')),
    pack: counting({ per: 'month' }),
    says: { reason: 'bed-period-changes', nearest: { kind: 'quantity', quantity: 1 } },
  },
  {
    title: 'refers by the shortest of the periods that count it',
    given: lying(...fromOn('2026-11-29')),
    pack: counting({ per: 'month' }, { per: 'week', ceilingId: 'WEEK' }, { per: 'policy-year' }),
    says: { reason: 'bed-period-changes', nearest: { kind: 'quantity', quantity: 1 } },
  },
  {
    title: 'refers a bed of several days of which each has its own limit',
    given: lying(threeDays),
    pack: counting({ per: 'day' }),
    says: { reason: 'bed-period-changes', nearest: { kind: 'quantity', quantity: 1 } },
  },
  {
    title: 'passes one of a day, within its limit',
    given: lying(threeDays, { quantity: 1 }),
    pack: counting({ per: 'day' }),
    says: passes,
  },
  ...(['line', 'visit', 'lifetime'] as const).map((per) => ({
    title: `passes a bed over the end of a year where each ${per} is counted`,
    given: lying(...fromOn('2026-12-30')),
    pack: counting({ per }),
    says: passes,
  })),
  {
    title: 'passes a bed over the end of a month where the year is counted',
    given: lying(...fromOn('2026-11-29')),
    pack: counting({ per: 'policy-year' }),
    says: passes,
  },
  {
    title: 'passes a bed over the end of a month that counts for another illness',
    given: lying(...fromOn('2026-11-29')),
    pack: counting({ per: 'month', diagnosis: 'I10' }),
    says: passes,
  },
  {
    title: 'passes one whose price changes on the day after',
    given: lying(threeDays),
    pack: withStay(
      {},
      rulePack({
        prices: [
          priceRow({ network: 'DAMASCUS' }, 'PARACETAMOL-500', 100, '2026-01-01', '2026-11-24'),
          priceRow({ network: 'DAMASCUS' }, 'PARACETAMOL-500', 120, '2026-11-25'),
        ],
      }),
    ),
    says: passes,
  },
];
