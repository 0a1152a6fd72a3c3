import type { AdjudicationInput, CardLimits, OfflineTotals } from '#domain/adjudication/input.ts';
import type { OfflineLimits, OfflinePolicy } from '#domain/adjudication/offline-terms.ts';
import { known } from '#domain/facts.ts';
import { money } from '#domain/money.ts';
import { day, input, membershipFact, moment, now, priceRow, rulePack } from '../builders.ts';
import { asking, claiming, paracetamol } from '../terms.ts';
import { type Case, passes } from './case.ts';

const twice = (first: number, second: number, changes: Partial<AdjudicationInput> = {}) => ({
  ...input({
    lines: [paracetamol({ quantity: first }), paracetamol({ lineId: 'line-2', quantity: second })],
  }),
  ...changes,
});

const referred = (reason: string) => ({ outcome: 'referred', reason }) as Case['says'];
const offline = (changes: Partial<OfflinePolicy>) =>
  rulePack({ offline: { ...rulePack().offline, ...changes } });
const aged = offline({ rules: { softHours: 72, hardHours: 336 } });

export const freshnessCases: readonly Case[] = [
  { title: 'asks nothing where the contract sets no limit', given: input(), says: passes },
  {
    title: 'passes one millisecond before the hard limit',
    given: input({ rulesAsOf: moment('2026-11-08T10:00:00.001Z') }),
    pack: aged,
    says: passes,
  },
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
const shownFloor = (floor: number) => ({
  claim: { kind: 'money', value: money(2_400) } as const,
  floor: { kind: 'money', value: money(floor) } as const,
});
const bounded = (changes: Partial<OfflineLimits> = {}) =>
  offline({ limits: { ...limits, ...changes } });
const letThrough = (
  member: readonly [number, number],
  terminal: readonly [number, number] = [0, 0],
  isOnline = false,
  card: Partial<CardLimits> | null = null,
) => {
  const totals: OfflineTotals = {
    isOnline,
    member: { claims: member[0], amount: money(member[1]) },
    terminal: { claims: terminal[0], amount: money(terminal[1]) },
    ...(card === null ? {} : { card: { perClaim: null, amount: null, claims: null, ...card } }),
  };
  return asking({}, { offline: known(totals, 'terminal', now) });
};

export const offlineLimitsCases: readonly Case[] = [
  { title: 'asks nothing where the contract sets none', given: asking(), says: passes },
  {
    title: 'passes one minor unit below the floor',
    given: letThrough([0, 0]),
    pack: bounded({ floor: money(2_401) }),
    says: passes,
  },
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
    title: 'passes exactly what the card lets a claim be',
    given: letThrough([0, 0], [0, 0], false, { perClaim: money(2_400) }),
    pack: bounded({ floor: money(9_999) }),
    says: passes,
  },
  {
    title: 'refers one minor unit above what the card lets a claim be',
    given: letThrough([0, 0], [0, 0], false, { perClaim: money(2_399) }),
    pack: bounded({ floor: money(9_999) }),
    says: { ...referred('offline-floor-exceeded'), shown: shownFloor(2_399) },
  },
  {
    title: 'keeps the contract’s floor where the card lets more be',
    given: letThrough([0, 0], [0, 0], false, { perClaim: money(9_999) }),
    pack: bounded({ floor: money(2_399) }),
    says: { ...referred('offline-floor-exceeded'), shown: shownFloor(2_399) },
  },
  {
    title: 'passes the last claim that the card lets through',
    given: letThrough([0, 600], [0, 0], false, { claims: 1, amount: money(3_000) }),
    pack: bounded(),
    says: passes,
  },
  {
    title: 'refers one claim more than the card lets through',
    given: letThrough([1, 0], [0, 0], false, { claims: 1 }),
    pack: bounded(),
    says: referred('offline-member-limit'),
  },
  {
    title: 'refers one minor unit more than the card lets through',
    given: letThrough([0, 601], [0, 0], false, { amount: money(3_000) }),
    pack: bounded(),
    says: referred('offline-member-limit'),
  },
  {
    title: 'is widened by no card',
    given: letThrough([2, 0], [0, 0], false, { claims: 99, amount: money(99_999) }),
    pack: bounded(),
    says: referred('offline-member-limit'),
  },
  {
    title: 'bounds nothing that was decided with the centre',
    given: letThrough([99, 999_999], [99, 999_999], true),
    pack: bounded({ floor: money(0), referPerThousand: 1_000 }),
    says: passes,
  },
  ...['UNPRICED', 'GLASSES'].map((itemCode) => ({
    title: `counts nothing of what cannot be shared: ${itemCode}`,
    given: { ...letThrough([0, 0]), claim: asking({ itemCode }).claim },
    pack: bounded(),
    says: passes,
  })),
  {
    title: 'halves the floor once the hotlist alone is past its soft age',
    given: {
      ...letThrough([0, 0]),
      hotlist: known(null, 'centre', moment('2026-11-21T09:59:59.999Z')),
    },
    pack: bounded(),
    says: referred('offline-floor-exceeded'),
  },
  {
    title: 'leaves the floor whole where nobody knows when the rules were published',
    given: letThrough([0, 0]),
    pack: offline({ limits, rules: { softHours: 72, hardHours: 336 } }),
    says: passes,
  },
  {
    title: 'leaves the floor whole however old the rules are, where the contract sets no limit',
    given: { ...letThrough([0, 0]), rulesAsOf: moment('2020-01-01T00:00:00.000Z') },
    pack: bounded(),
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
  {
    title: 'passes one that was set forward across a change of price, within what may be',
    given: clockAt('2026-11-21T22:00:00.000Z', noon),
    pack: {
      ...timed,
      prices: [
        priceRow({ network: 'DAMASCUS' }, 'PARACETAMOL-500', 90, '2026-01-01', '2026-11-21'),
        priceRow({ network: 'DAMASCUS' }, 'PARACETAMOL-500', 100, '2026-11-22'),
      ],
    },
    says: passes,
  },
  {
    title: 'passes one that was set back, of an item without a price on either day',
    given: clockAt(noon, '2026-11-20T10:00:00.000Z', null, asking({ itemCode: 'UNPRICED' })),
    pack: timed,
    says: passes,
  },
];
