import type { StayTerm } from '#domain/adjudication/contract-terms.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { Stay } from '#domain/circumstances.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { addDays } from '#domain/dates.ts';
import { money } from '#domain/money.ts';
import { day, type InputChanges, membershipFact, priceRow, rulePack, today } from '../builders.ts';
import {
  approval,
  approvals,
  asking,
  ceiling,
  claiming,
  decree,
  history,
  paracetamol,
  past,
  taxed,
  taxRate,
} from '../terms.ts';
import { type Case, passes } from './case.ts';

/** Paracetamol stands for a day in the second class, at 1.00; atorvastatin for one in the first, at 6.60. */
const beds = [
  { roomClass: 'second', item: 'PARACETAMOL-500' },
  { roomClass: 'first', item: 'ATORVASTATIN-20' },
];
const withStay = (changes: Partial<StayTerm> = {}, pack: RulePack = rulePack()): RulePack => {
  const stay = {
    maximumDays: 3,
    roomClasses: ['second'],
    rooms: beds,
    clause: 'art-23',
    ...changes,
  };
  return { ...pack, plans: pack.plans.map((plan) => ({ ...plan, stay })) };
};
const upgrading = withStay({ isUpgradePaidByMember: true });

/** From 22 November, in the second class. */
const until = (to: string, roomClass = 'second'): Stay => ({ from: today, to: day(to), roomClass });
const lying = (
  stay: Stay,
  line: Partial<ClaimLine> = {},
  changes: InputChanges = {},
): ReturnType<typeof asking> =>
  claiming(
    { encounter: 'inpatient', stay },
    asking({ quantity: 3, daysSupply: null, ...line }, changes),
  );
const first = { itemCode: 'ATORVASTATIN-20' };
const threeDays = until('2026-11-24');

/** Three days in the second class from another day on. */
const fromOn = (date: string): [Stay, Partial<ClaimLine>, InputChanges] => [
  { from: day(date), to: addDays(day(date), 2), roomClass: 'second' },
  {},
  { on: day(date) },
];
const counting = (...changes: Parameters<typeof ceiling>[0][]) =>
  withStay({}, rulePack({ ceilings: changes.map(ceiling) }));
const rising = (date: string) =>
  taxed({
    rates: [taxRate(1_000, '2026-01-01', addDays(day(date), -1)), taxRate(1_100, date)],
  });

/** In a bed of three days, after another line of the claim. */
const lyingAfter = (before: Partial<ClaimLine>, quantity: number) => {
  const given = lying(threeDays, { quantity });
  const earlier = paracetamol({ lineId: 'first', daysSupply: null, ...before });
  return claiming({ lines: [earlier, ...given.claim.lines] }, given);
};

const granted = (...quantities: readonly (number | null)[]) => ({
  approvals: approvals(
    ...quantities.map((quantity, at) => approval({ approvalId: `A-${at}`, quantity })),
  ),
});
const before = (on: string, quantity: number) => ({
  services: [history([past({ on: day(on), quantity })])],
});

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
    title: 'passes a room of the plan',
    given: lying(threeDays),
    pack: upgrading,
    says: passes,
  },
  {
    title: 'pays of a better room what the plan’s costs, and lays the rest on the member',
    given: lying(until('2026-11-24', 'first'), first),
    pack: upgrading,
    says: {
      outcome: 'reduced',
      reason: 'room-upgraded',
      bearer: 'member',
      shown: {
        room: { kind: 'code', value: 'first' },
        price: { kind: 'money', value: money(100) },
      },
    },
  },
  {
    title: 'takes nothing where the better room costs no more',
    given: lying(until('2026-11-24', 'first'), { ...first, unitPrice: money(100) }),
    pack: upgrading,
    says: passes,
  },
  {
    title: 'reduces it from one unit more on',
    given: lying(until('2026-11-24', 'first'), { ...first, unitPrice: money(101) }),
    pack: upgrading,
    says: { outcome: 'reduced', reason: 'room-upgraded' },
  },
  {
    title: 'refers a better room where the contract does not say so',
    given: lying(until('2026-11-24', 'first'), first),
    pack: withStay(),
    says: { outcome: 'referred', reason: 'room-above-plan' },
  },
  {
    title: 'does not ask what is no bed for the class of the room',
    given: lying(until('2026-11-24', 'first'), { itemCode: 'METFORMIN-850' }),
    pack: upgrading,
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
    title: 'pays of a better room what the dearest of the plan’s costs',
    given: lying(until('2026-11-24', 'first'), first),
    pack: withStay({
      isUpgradePaidByMember: true,
      rooms: [{ roomClass: 'second', item: 'METFORMIN-850' }, ...beds],
    }),
    says: { outcome: 'reduced', reason: 'room-upgraded', bearer: 'member' },
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
  {
    title: 'says nothing of the room where a condition lowers what is no bed',
    given: lying(until('2026-11-24', 'first'), { itemCode: 'METFORMIN-850' }),
    pack: {
      ...upgrading,
      conditions: [
        {
          ...{ conditionId: 'half', scope: null, diagnosis: null, plans: null, when: 'true' },
          ...{ outcome: 'reduce', bearer: 'member', pays: { percent: 50 }, clause: 'art-12' },
          text: { ar: 'النصف', en: 'half of it' },
        },
      ],
    },
    says: passes,
  },
  {
    title: 'says nothing of a better room that has no price',
    given: lying(until('2026-11-24', 'first'), { itemCode: 'UNPRICED' }),
    pack: withStay({
      isUpgradePaidByMember: true,
      rooms: [...beds, { roomClass: 'first', item: 'UNPRICED' }],
    }),
    says: passes,
  },
  {
    title: 'refers a better room where the plan’s own has no price',
    given: lying(until('2026-11-24', 'first'), first),
    pack: withStay(
      { isUpgradePaidByMember: true },
      rulePack({ prices: rulePack().prices.filter(({ item }) => item !== 'PARACETAMOL-500') }),
    ),
    says: { outcome: 'referred', reason: 'room-above-plan' },
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
