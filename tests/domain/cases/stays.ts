import type { Stay } from '#domain/circumstances.ts';
import { day, membershipFact } from '../builders.ts';
import { asking, claiming, history, paracetamol, past } from '../terms.ts';
import { type Case, passes } from './case.ts';
import { before, granted, lying, lyingAfter, threeDays, until, withStay } from './stay-claims.ts';

export const stayCases: readonly Case[] = [
  {
    title: 'passes as many days as an approval of beds authorises',
    given: lying(until('2026-11-26'), {}, granted(5)),
    pack: withStay(),
    says: passes,
  },
  {
    title: 'refers one day more',
    given: lying(until('2026-11-27'), {}, granted(5)),
    pack: withStay(),
    says: {
      outcome: 'referred',
      reason: 'stay-too-long',
      shown: { asked: { kind: 'days', value: 6 }, limit: { kind: 'days', value: 5 } },
    },
  },
  {
    title: 'adds an extension to what was authorised',
    given: lying(until('2026-11-27'), {}, granted(5, 1)),
    pack: withStay(),
    says: passes,
  },
  {
    title: 'takes nothing from the plan’s own days where less is approved',
    given: lying(threeDays, {}, granted(1)),
    pack: withStay(),
    says: passes,
  },
  {
    title: 'authorises any number where the approval sets none',
    given: lying(until('2026-12-31'), {}, granted(null)),
    pack: withStay(),
    says: passes,
  },
  {
    title: 'reduces a bed to the days of the stay',
    given: lying(threeDays, { quantity: 4 }),
    pack: withStay(),
    says: {
      outcome: 'reduced',
      reason: 'bed-days-beyond-stay',
      bearer: 'provider',
      nearest: { kind: 'quantity', quantity: 3 },
    },
  },
  {
    title: 'declines a bed of which an earlier line has taken every day',
    given: claiming(
      { encounter: 'inpatient', stay: threeDays },
      asking(
        {},
        {
          lines: [
            paracetamol({ lineId: 'first', quantity: 3, daysSupply: null }),
            paracetamol({ quantity: 1, daysSupply: null }),
          ],
        },
      ),
    ),
    pack: withStay(),
    says: { outcome: 'declined', reason: 'bed-days-beyond-stay', bearer: 'provider' },
  },
  {
    title: 'counts no other service of the claim as days of the stay',
    given: lyingAfter({ itemCode: 'CONSULTATION', quantity: 30 }, 3),
    pack: withStay(),
    says: passes,
  },
  {
    title: 'gives the days that the claim’s earlier beds left',
    given: lyingAfter({ quantity: 2 }, 1),
    pack: withStay(),
    says: passes,
  },
  {
    title: 'declines a bed after more days than the stay has, where that is only warned of',
    given: lyingAfter({ quantity: 4 }, 1),
    pack: { ...withStay(), modes: { 'care-setting': 'warn' } },
    says: { outcome: 'declined', reason: 'bed-days-beyond-stay', mode: 'warn' },
  },
  {
    title: 'passes after another service that lasts into the stay',
    given: lying(
      threeDays,
      {},
      {
        services: [
          history([past({ itemCode: 'METFORMIN-850', on: day('2026-11-20'), quantity: 30 })]),
        ],
      },
    ),
    pack: withStay(),
    says: passes,
  },
  {
    title: 'refers a stay that shares a day with one that begins later and is claimed before',
    given: lying(threeDays, {}, before('2026-11-23', 2)),
    pack: withStay(),
    says: { outcome: 'referred', reason: 'stay-overlaps' },
  },
  {
    title: 'passes one on whose last day the other begins',
    given: lying(threeDays, {}, before('2026-11-24', 2)),
    pack: withStay(),
    says: passes,
  },
  {
    title: 'passes one that ends the day before the other begins',
    given: lying(threeDays, {}, before('2026-11-25', 2)),
    pack: withStay(),
    says: passes,
  },
  {
    title: 'refers a stay that shares a day with an earlier one',
    given: lying(threeDays, {}, before('2026-11-20', 4)),
    pack: withStay(),
    says: { outcome: 'referred', reason: 'stay-overlaps' },
  },
  {
    title: 'passes one that begins on the day on which the earlier one ends: a transfer',
    given: lying(threeDays, {}, before('2026-11-20', 3)),
    pack: withStay(),
    says: passes,
  },
  {
    title: 'passes one that begins the day after',
    given: lying(threeDays, {}, before('2026-11-20', 2)),
    pack: withStay(),
    says: passes,
  },
  {
    title: 'passes a day case of one day',
    given: claiming({ encounter: 'day-case', stay: until('2026-11-22') }),
    says: passes,
  },
  {
    title: 'refers a day case that ends on the next',
    given: claiming({ encounter: 'day-case', stay: until('2026-11-23') }),
    says: {
      outcome: 'referred',
      reason: 'day-case-overnight',
      nearest: { kind: 'enter-encounter' },
    },
  },
  {
    title: 'refers a bed of a stay that nobody entered',
    given: claiming({ encounter: 'inpatient' }, asking({ quantity: 3, daysSupply: null })),
    pack: withStay(),
    says: { outcome: 'referred', reason: 'stay-unknown' },
  },
  {
    title: 'passes a stay under a plan that the contract does not know',
    given: lying(threeDays, {}, { membership: membershipFact({ planCode: 'GOLD' }) }),
    pack: withStay(),
    says: passes,
  },
];

/** Of a cover that ends on 23 November. */
const ending = (stay: Stay, on = '2026-11-22') =>
  claiming(
    { encounter: 'inpatient', stay },
    asking(
      {},
      {
        on: day(on),
        membership: membershipFact({
          policyPeriod: { from: day('2026-01-01'), to: day('2026-11-23') },
        }),
      },
    ),
  );

export const runOffCases: readonly Case[] = [
  {
    title: 'passes a stay that ends on the last day of the cover',
    given: ending(until('2026-11-23')),
    pack: withStay({ maximumDays: 20 }),
    says: passes,
  },
  {
    title: 'refers a stay that ends one day later, where the contract grants no run-off',
    given: ending(until('2026-11-24')),
    pack: withStay({ maximumDays: 20 }),
    says: { outcome: 'referred', reason: 'stay-beyond-cover' },
  },
  {
    title: 'passes a stay that ends on the last day of the run-off',
    given: ending(until('2026-11-26')),
    pack: withStay({ runOffDays: 3 }),
    says: passes,
  },
  {
    title: 'refers a stay that ends the day after it',
    given: ending(until('2026-11-27')),
    pack: withStay({ runOffDays: 3 }),
    says: { outcome: 'referred', reason: 'stay-beyond-cover', clause: 'art-23' },
  },
  {
    title: 'goes by the admission where what is claimed began after the cover',
    given: ending(until('2026-11-26'), '2026-11-25'),
    pack: withStay({ runOffDays: 3 }),
    says: passes,
  },
];
