import type { OfflineLimits } from '#domain/adjudication/contract-terms.ts';
import type { AdjudicationInput, OfflineTotals } from '#domain/adjudication/input.ts';
import type { OfflinePolicy } from '#domain/adjudication/rule-pack.ts';
import { known, unknown } from '#domain/facts.ts';
import { money } from '#domain/money.ts';
import { day, input, line, membershipFact, moment, now, priceRow, rulePack } from '../builders.ts';
import {
  asking,
  ceiling,
  claiming,
  history,
  paracetamol,
  past,
  use,
  withItemRule,
} from '../terms.ts';
import { type Case, passes } from './case.ts';

const referred = (reason: string) => ({ outcome: 'referred', reason }) as Case['says'];
const none = { perDispensing: null, perDay: null, maximumDays: null, perPeriod: null };
const most = (changes: Partial<typeof none> | object) =>
  withItemRule({ quantity: { ...none, ...changes } });
const reducedTo = (quantity: number): Case['says'] => ({
  outcome: 'reduced',
  reason: 'quantity-above-limit',
  bearer: 'provider',
  nearest: { kind: 'quantity', quantity },
});
const twice = (first: number, second: number, changes: Partial<AdjudicationInput> = {}) => ({
  ...input({
    lines: [paracetamol({ quantity: first }), paracetamol({ lineId: 'line-2', quantity: second })],
  }),
  ...changes,
});
const monthly = most({ perPeriod: { period: 'month', units: 60 } });
const had = (quantity: number | null, on = '2026-11-01') =>
  asking({}, { services: [history([past({ quantity, on: day(on) })])] });

export const quantityCases: readonly Case[] = [
  { title: 'asks nothing where no rule limits it', given: asking(), says: passes },
  {
    title: 'passes the most itself',
    given: asking(),
    pack: most({ perDispensing: 30 }),
    says: passes,
  },
  {
    title: 'reduces one tablet more to whole packs',
    given: asking(),
    pack: most({ perDispensing: 29 }),
    says: reducedTo(20),
  },
  {
    title: 'refers what is less than a pack',
    given: asking(),
    pack: most({ perDispensing: 9 }),
    says: referred('quantity-below-unit'),
  },
  {
    title: 'reduces to exactly one pack',
    given: asking(),
    pack: most({ perDispensing: 10 }),
    says: reducedTo(10),
  },
  {
    title: 'counts what an earlier line of the claim took',
    given: twice(20, 20),
    pack: most({ perDispensing: 30 }),
    says: reducedTo(10),
  },
  {
    title: 'refers when an earlier line took all',
    given: twice(30, 10),
    pack: most({ perDispensing: 30 }),
    says: referred('quantity-below-unit'),
  },
  {
    title: 'passes the daily dose itself',
    given: asking(),
    pack: most({ perDay: 3 }),
    says: passes,
  },
  {
    title: 'reduces what is above the daily dose',
    given: asking(),
    pack: most({ perDay: 2.5 }),
    says: reducedTo(20),
  },
  {
    title: 'passes the most days themselves',
    given: asking(),
    pack: most({ maximumDays: 10 }),
    says: passes,
  },
  {
    title: 'reduces to the most days',
    given: asking(),
    pack: most({ maximumDays: 9 }),
    says: reducedTo(20),
  },
  {
    title: 'refers where it is not said how long it lasts',
    given: asking({ daysSupply: null }),
    pack: most({ maximumDays: 9 }),
    says: referred('days-missing-for-quantity'),
  },
  { title: 'passes the rest of the month', given: had(30), pack: monthly, says: passes },
  { title: 'reduces one unit more', given: had(31), pack: monthly, says: reducedTo(20) },
  {
    title: 'does not count the month before',
    given: had(60, '2026-10-31'),
    pack: monthly,
    says: passes,
  },
  {
    title: 'refers where an earlier quantity is not known',
    given: had(null),
    pack: monthly,
    says: referred('quantity-history-unknown'),
  },
  {
    title: 'refers where nobody was asked',
    given: asking(),
    pack: monthly,
    says: referred('quantity-history-unknown'),
  },
];

const often = (
  limit: number,
  period: 'visit' | 'day' | 'week' | 'month' | 'calendar-year' | 'policy-year' | 'lifetime',
  counts: 'times' | 'units' = 'times',
) =>
  rulePack({
    frequencies: [
      {
        scope: { benefit: 'medicines' },
        plans: null,
        limit,
        period,
        counts,
        clause: 'art-26',
      },
    ],
  });
const visits = (...on: string[]) =>
  asking({}, { services: [history(on.map((date) => past({ on: day(date) })))] });
const reached = (next: string | null): Case['says'] => ({
  outcome: 'declined',
  reason: 'frequency-reached',
  bearer: 'member',
  nearest: next === null ? { kind: 'member-pays' } : { kind: 'wait-until', date: day(next) },
});

export const frequencyCases: readonly Case[] = [
  { title: 'asks nothing where no rule limits it', given: asking(), says: passes },
  {
    title: 'passes the last of a visit',
    given: twice(10, 10),
    pack: often(2, 'visit'),
    says: passes,
  },
  {
    title: 'declines one more in the visit, asking no history',
    given: twice(10, 10),
    pack: often(1, 'visit'),
    says: reached(null),
  },
  {
    title: 'passes the last of the month',
    given: visits('2026-11-01'),
    pack: often(2, 'month'),
    says: passes,
  },
  {
    title: 'declines one more, until the next month',
    given: visits('2026-11-01', '2026-11-30'),
    pack: often(2, 'month'),
    says: reached('2026-12-01'),
  },
  {
    title: 'counts a week from Monday to Sunday: 16 November belongs to it',
    given: visits('2026-11-16'),
    pack: often(1, 'week'),
    says: reached('2026-11-23'),
  },
  {
    title: 'and 15 November does not',
    given: visits('2026-11-15'),
    pack: often(1, 'week'),
    says: passes,
  },
  {
    title: 'counts a day',
    given: visits('2026-11-21'),
    pack: often(1, 'day'),
    says: passes,
  },
  {
    title: 'counts a calendar year',
    given: visits('2026-01-01'),
    pack: often(1, 'calendar-year'),
    says: reached('2027-01-01'),
  },
  {
    title: 'counts the policy’s year from its anniversary',
    given: {
      ...visits('2026-06-01'),
      membership: membershipFact({
        policyPeriod: { from: day('2024-06-01'), to: null },
        memberPeriod: { from: day('2024-06-01'), to: null },
      }),
    },
    pack: often(1, 'policy-year'),
    says: reached('2027-06-01'),
  },
  {
    title: 'and not the day before it',
    given: {
      ...visits('2026-05-31'),
      membership: membershipFact({
        policyPeriod: { from: day('2024-06-01'), to: null },
        memberPeriod: { from: day('2024-06-01'), to: null },
      }),
    },
    pack: often(1, 'policy-year'),
    says: passes,
  },
  {
    title: 'counts a lifetime, which does not end',
    given: visits('1999-01-01'),
    pack: often(1, 'lifetime'),
    says: reached(null),
  },
  {
    title: 'counts what several places tell of one event once',
    given: asking(
      {},
      {
        services: [
          history([past()], 'card'),
          history([past()], 'centre'),
          history([past()], 'terminal'),
        ],
      },
    ),
    pack: often(2, 'month'),
    says: passes,
  },
  {
    title: 'reduces units to the rest, at the member’s cost',
    given: had(35),
    pack: often(60, 'month', 'units'),
    says: {
      outcome: 'reduced',
      reason: 'frequency-nearly-reached',
      bearer: 'member',
      nearest: { kind: 'quantity', quantity: 20 },
    },
  },
  {
    title: 'passes exactly the rest',
    given: had(30),
    pack: often(60, 'month', 'units'),
    says: passes,
  },
  {
    title: 'refers a rest below a pack',
    given: had(51),
    pack: often(60, 'month', 'units'),
    says: referred('frequency-below-unit'),
  },
  {
    title: 'refers where nobody was asked',
    given: asking(),
    pack: often(2, 'month'),
    says: referred('frequency-history-unknown'),
  },
  {
    title: 'declines what is certainly used up, although another place is not known',
    given: asking(
      {},
      { services: [unknown('unreadable', 'card'), history([past(), past()], 'terminal')] },
    ),
    pack: often(2, 'month'),
    says: reached('2026-12-01'),
  },
];

const under = (...changes: Parameters<typeof ceiling>[0][]) =>
  rulePack({ ceilings: changes.map((one) => ceiling(one)) });
// Thirty tablets at one pound: 30.00, of which the insurer's share is 24.00.
const spent = (total: number | null, own: number | null = null) =>
  asking({}, { usage: [use(total, own)] });
const reduced = { outcome: 'reduced', reason: 'ceiling-nearly-used', bearer: 'member' } as const;
const usedUp = { outcome: 'declined', reason: 'ceiling-used-up', bearer: 'member' } as const;

export const ceilingsCases: readonly Case[] = [
  { title: 'asks nothing where there is none', given: asking(), says: passes },
  { title: 'passes exactly what is left', given: spent(97_600), pack: under({}), says: passes },
  { title: 'passes one minor unit below', given: spent(97_599), pack: under({}), says: passes },
  { title: 'reduces one above', given: spent(97_601), pack: under({}), says: reduced },
  { title: 'reduces to the last minor unit', given: spent(99_999), pack: under({}), says: reduced },
  { title: 'declines when nothing is left', given: spent(100_000), pack: under({}), says: usedUp },
  {
    title: 'declines when more was used than there is',
    given: spent(100_001),
    pack: under({}),
    says: usedUp,
  },
  {
    title: 'counts before sharing where the basis is gross',
    given: spent(97_001),
    pack: under({ basis: 'gross' }),
    says: reduced,
  },
  {
    title: 'passes exactly what is left before sharing',
    given: spent(97_000),
    pack: under({ basis: 'gross' }),
    says: passes,
  },
  {
    title: 'needs no memory for a line',
    given: asking(),
    pack: under({ per: 'line', limit: 2_399 }),
    says: reduced,
  },
  {
    title: 'passes a line at its ceiling',
    given: asking(),
    pack: under({ per: 'line', limit: 2_400 }),
    says: passes,
  },
  {
    title: 'lets an earlier line of the visit use it',
    given: twice(30, 30),
    pack: under({ per: 'visit', limit: 4_799 }),
    says: reduced,
  },
  {
    title: 'passes two lines of a visit at its ceiling',
    given: twice(30, 30),
    pack: under({ per: 'visit', limit: 4_800 }),
    says: passes,
  },
  {
    title: 'lets an earlier line use what is left of the year',
    given: twice(30, 30, { usage: [use(97_600)] }),
    pack: under({}),
    says: usedUp,
  },
  {
    title: 'lets the smallest remainder win',
    given: asking({}, { usage: [use(97_601), use(0, null, { ceilingId: 'FAMILY' })] }),
    pack: under({ ceilingId: 'FAMILY', limit: 2_000, of: 'family' }, {}),
    says: { ...reduced, shown: { left: { kind: 'money', value: money(2_000) } } as never },
  },
  {
    title: 'believes the place that knows of most',
    given: asking(
      {},
      {
        usage: [use(0, null, { totals: [known(0, 'card', now), known(100_000, 'centre', now)] })],
      },
    ),
    pack: under({}),
    says: usedUp,
  },
  {
    title: 'refers when nobody knows what was used',
    given: asking(),
    pack: under({}),
    says: referred('ceiling-use-unknown'),
  },
  {
    title: 'refers when what is known is of another year',
    given: asking(
      {},
      { usage: [use(0, 0, { period: { from: day('2025-01-01'), to: day('2025-12-31') } })] },
    ),
    pack: under({ offlineAllowance: 100_000 }),
    says: referred('ceiling-use-unknown'),
  },
  {
    title: 'passes exactly the terminal’s allowance while the rest is unknown',
    given: spent(null, 600),
    pack: under({ offlineAllowance: 3_000 }),
    says: passes,
  },
  {
    title: 'refers one minor unit above it',
    given: spent(null, 601),
    pack: under({ offlineAllowance: 3_000 }),
    says: referred('ceiling-allowance-used'),
  },
  {
    title: 'refers when even this terminal’s own use is unknown',
    given: spent(null),
    pack: under({ offlineAllowance: 3_000 }),
    says: referred('ceiling-use-unknown'),
  },
  {
    title: 'counts units, rounded down to whole packs',
    given: spent(75),
    pack: under({ basis: 'units', limit: 100 }),
    says: reduced,
  },
  {
    title: 'does not bound another benefit',
    given: input({ lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })] }),
    pack: under({}),
    says: passes,
  },
];

const offline = (changes: Partial<OfflinePolicy>) =>
  rulePack({ offline: { ...rulePack().offline, ...changes } });
const aged = offline({ rules: { softHours: 72, hardHours: 336 } });

export const freshnessCases: readonly Case[] = [
  { title: 'asks nothing where the contract sets no limit', given: input(), says: passes },
  {
    title: 'passes exactly at the hard limit of fourteen days',
    given: input({ rulesAsOf: moment('2026-11-08T10:00:00.000Z') }),
    pack: aged,
    says: passes,
  },
  {
    title: 'refers one millisecond past it',
    given: input({ rulesAsOf: moment('2026-11-08T09:59:59.999Z') }),
    pack: aged,
    says: {
      outcome: 'referred',
      reason: 'rules-too-old',
      shown: { age: { kind: 'hours', value: 337 }, limit: { kind: 'hours', value: 336 } },
    },
  },
  {
    title: 'refers where their age is not known',
    given: input(),
    pack: aged,
    says: referred('rules-age-unknown'),
  },
];

const limits: OfflineLimits = {
  floor: money(2_400),
  perMember: { claims: 2, amount: money(10_000) },
  perTerminal: { claims: 10, amount: money(50_000) },
  referPerThousand: 0,
  clause: 'annex-b',
};
const bounded = (changes: Partial<OfflineLimits> = {}) =>
  offline({ limits: { ...limits, ...changes } });
const letThrough = (
  member: readonly [number, number],
  terminal: readonly [number, number] = [0, 0],
  isOnline = false,
) => {
  const totals: OfflineTotals = {
    isOnline,
    member: { claims: member[0], amount: money(member[1]) },
    terminal: { claims: terminal[0], amount: money(terminal[1]) },
  };
  return asking({}, { offline: known(totals, 'terminal', now) });
};

export const offlineLimitsCases: readonly Case[] = [
  { title: 'asks nothing where the contract sets none', given: asking(), says: passes },
  { title: 'passes exactly the floor', given: letThrough([0, 0]), pack: bounded(), says: passes },
  {
    title: 'refers one minor unit above it',
    given: letThrough([0, 0]),
    pack: bounded({ floor: money(2_399) }),
    says: referred('offline-floor-exceeded'),
  },
  {
    title: 'adds up the lines of the claim',
    given: { ...twice(20, 20), offline: letThrough([0, 0]).offline as never },
    pack: bounded(),
    says: referred('offline-floor-exceeded'),
  },
  {
    title: 'halves the floor once the membership is past its soft age',
    given: {
      ...letThrough([0, 0]),
      membership: membershipFact({}, moment('2026-11-15T09:59:59.999Z')),
    },
    pack: bounded({ floor: money(4_798) }),
    says: referred('offline-floor-exceeded'),
  },
  {
    title: 'and half of it is still inside',
    given: {
      ...letThrough([0, 0]),
      membership: membershipFact({}, moment('2026-11-15T09:59:59.999Z')),
    },
    pack: bounded({ floor: money(4_800) }),
    says: passes,
  },
  {
    title: 'passes the last claim of a member',
    given: letThrough([1, 7_600]),
    pack: bounded(),
    says: passes,
  },
  {
    title: 'refers one claim more',
    given: letThrough([2, 0]),
    pack: bounded(),
    says: referred('offline-member-limit'),
  },
  {
    title: 'refers one minor unit more',
    given: letThrough([1, 7_601]),
    pack: bounded(),
    says: referred('offline-member-limit'),
  },
  {
    title: 'passes the last claim of the terminal',
    given: letThrough([0, 0], [9, 47_600]),
    pack: bounded(),
    says: passes,
  },
  {
    title: 'refers the terminal’s one claim more',
    given: letThrough([0, 0], [10, 0]),
    pack: bounded(),
    says: referred('offline-terminal-limit'),
  },
  {
    title: 'refers the terminal’s one minor unit more',
    given: letThrough([0, 0], [9, 47_601]),
    pack: bounded(),
    says: referred('offline-terminal-limit'),
  },
  {
    title: 'refers what is drawn by the event’s id',
    given: letThrough([0, 0]),
    pack: bounded({ referPerThousand: 1_000 }),
    says: referred('offline-drawn'),
  },
  {
    title: 'refers where the totals are unknown',
    given: asking(),
    pack: bounded(),
    says: referred('offline-totals-unknown'),
  },
  {
    title: 'bounds nothing that was decided with the centre',
    given: letThrough([99, 999_999], [99, 999_999], true),
    pack: bounded({ floor: money(0), referPerThousand: 1_000 }),
    says: passes,
  },
];

const timed = offline({ clock: { aheadHours: 24, clause: 'annex-b' } });
const clockAt = (
  bound: string,
  wall: string,
  lastDayClose: string | null = null,
  given = asking(),
) => ({
  ...given,
  clock: {
    bound: moment(bound),
    wall: moment(wall),
    lastDayClose: lastDayClose === null ? null : day(lastDayClose),
  },
});
const noon = '2026-11-22T10:00:00.000Z';

export const clockCases: readonly Case[] = [
  { title: 'asks nothing where the contract sets no limit', given: asking(), says: passes },
  { title: 'passes a wall that agrees', given: clockAt(noon, noon), pack: timed, says: passes },
  {
    title: 'passes a wall that is exactly as far ahead as may be',
    given: clockAt('2026-11-21T10:00:00.000Z', noon),
    pack: timed,
    says: passes,
  },
  {
    title: 'refers one millisecond further',
    given: clockAt('2026-11-21T09:59:59.999Z', noon),
    pack: timed,
    says: referred('clock-ahead'),
  },
  {
    title: 'passes a wall that was merely set back',
    given: clockAt(noon, '2026-11-20T10:00:00.000Z'),
    pack: timed,
    says: passes,
  },
  {
    title: 'refers one that was set back across a change of price',
    given: clockAt(noon, '2026-11-20T10:00:00.000Z'),
    pack: {
      ...timed,
      prices: [
        priceRow({ network: 'DAMASCUS' }, 'PARACETAMOL-500', 90, '2026-01-01', '2026-11-21'),
        priceRow({ network: 'DAMASCUS' }, 'PARACETAMOL-500', 100, '2026-11-22'),
      ],
    },
    says: referred('clock-changes-price'),
  },
  {
    title: 'passes the day after the last close',
    given: clockAt(noon, noon, '2026-11-21'),
    pack: timed,
    says: passes,
  },
  {
    title: 'refers a day that was closed',
    given: clockAt(noon, noon, '2026-11-22'),
    pack: timed,
    says: referred('day-already-closed'),
  },
  {
    title: 'passes the local day that is already tomorrow',
    given: clockAt(noon, noon, null, claiming({ serviceDate: day('2026-11-23') })),
    pack: timed,
    says: passes,
  },
  {
    title: 'refers the day after',
    given: clockAt(noon, noon, null, claiming({ serviceDate: day('2026-11-24') })),
    pack: timed,
    says: referred('service-in-future'),
  },
  {
    title: 'refers where no certain time is known',
    given: asking(),
    pack: timed,
    says: referred('clock-unknown'),
  },
];
