import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { addDays } from '#domain/dates.ts';
import type { Enrolment, ProgrammeMedicine } from '#domain/enrolments.ts';
import { known, unknown } from '#domain/facts.ts';
import type { PastService, Supply } from '#domain/history.ts';
import { day, input, line, now, rulePack } from '../builders.ts';
import { asking as asked, history, itemRule, paracetamol, past } from '../terms.ts';
import { type Case, passes } from './case.ts';

const medicine = (changes: Partial<ProgrammeMedicine> = {}): ProgrammeMedicine => ({
  itemCode: 'PARACETAMOL-500',
  monthly: 90,
  nextOn: null,
  ...changes,
});

const enrolment = (
  changes: Partial<Enrolment> = {},
  ...medicines: readonly ProgrammeMedicine[]
): Enrolment => ({
  programme: 'PAIN',
  period: { from: day('2026-01-01'), to: day('2026-11-22') },
  providerId: 'NAFIS',
  medicines: medicines.length === 0 ? [medicine()] : medicines,
  ...changes,
});

const told = (...list: readonly Enrolment[]) => ({
  enrolments: known(list, 'centre' as const, now),
});

const asking = (
  facts: Partial<AdjudicationInput>,
  lineChanges: Partial<ClaimLine> = {},
): AdjudicationInput => asked(lineChanges, { services: [history()], ...facts });

/** Supplied before, earlier this month unless told otherwise. */
const after = (quantity: number | null, changes: Partial<PastService> = {}) => ({
  ...told(enrolment()),
  services: [history([past({ quantity, ...changes })])],
});

const pack = rulePack({
  programmes: [
    { code: 'LIPIDS', name: { ar: 'برنامج الدهون', en: 'Lipids programme' } },
    { code: 'PAIN', name: { ar: 'برنامج الألم', en: 'Pain programme' } },
  ],
  itemRules: [itemRule({ scope: { benefit: 'medicines' }, programme: { code: 'PAIN' } })],
});

/** Paracetamol under a repeat code: who supplies it moves the day. */
const repeating = {
  ...pack,
  items: pack.items.map((one) =>
    one.code === 'PARACETAMOL-500' && one.medicine !== null
      ? { ...one, medicine: { ...one.medicine, repeatCode: 107 } }
      : one,
  ),
};

/** Supplied on the day for so many days; due since then, unless told otherwise. */
const supplied = (
  on: string,
  days: number,
  nextOn: string | null = '2026-10-23',
  source: 'terminal' | 'card' = 'terminal',
) => {
  const due = medicine({ nextOn: nextOn === null ? null : day(nextOn) });
  const supply: Supply = {
    ...{ repeatCode: 107, endsOn: addDays(day(on), days - 1), days },
    ...{ quantity: null, providerId: 'RABWA' },
  };
  return asking({
    ...told(enrolment({}, due)),
    supplies: [known([supply], source, now)],
  });
};

/** Supplied on the day, each for thirty days, as each of the places tells; due since 23 October. */
const suppliedOften = (
  ...told: readonly (readonly [on: string, source: 'terminal' | 'card'])[]
) => {
  const given = supplied('2026-10-23', 30);
  const supplies = told.flatMap(([on, source]) => supplied(on, 30, null, source).supplies);
  return { ...given, supplies };
};

const lost = (reason: string, bearer: 'member' | 'provider') =>
  ({ outcome: 'declined', reason, bearer }) as Case['says'];
const used = lost('programme-month-used', 'provider');

export const chronicProgrammeCases: readonly Case[] = [
  { title: 'asks nothing of what is in no programme', given: asked(), says: passes },
  {
    title: 'refers where it is not known who is enrolled',
    given: asking({ enrolments: unknown('never-synced', 'centre') }),
    pack,
    says: { outcome: 'referred', reason: 'enrolment-unknown', nearest: { kind: 'connect' } },
  },
  {
    title: 'refers where nobody was asked',
    given: asking({}),
    pack,
    says: { outcome: 'referred', reason: 'enrolment-unknown' },
  },
  {
    title: 'declines, at the member’s cost, who is not enrolled',
    given: asking(told()),
    pack,
    says: lost('not-enrolled', 'member'),
  },
  {
    title: 'passes on the last day of the enrolment',
    given: asking(told(enrolment())),
    pack,
    says: { ...passes, clause: 'art-20' },
  },
  {
    title: 'declines on the day after it',
    given: asking(told(enrolment({ period: { from: day('2026-01-01'), to: day('2026-11-21') } }))),
    pack,
    says: lost('not-enrolled', 'member'),
  },
  {
    title: 'declines on the day before it begins',
    given: asking(told(enrolment({ period: { from: day('2026-11-23'), to: null } }))),
    pack,
    says: lost('not-enrolled', 'member'),
  },
  {
    title: 'declines who is enrolled in another programme',
    given: asking(told(enrolment({ programme: 'DIABETES' }))),
    pack,
    says: lost('not-enrolled', 'member'),
  },
  {
    title: 'declines a medicine that was not approved there',
    given: asking(told(enrolment({}, medicine({ itemCode: 'CONSULTATION' })))),
    pack,
    says: lost('medicine-not-in-programme', 'member'),
  },
  {
    title: 'passes another brand of one that was approved',
    given: input({
      lines: [line({ itemCode: 'ATORVASTATIN-20-B' })],
      services: [history()],
      ...told(enrolment({}, medicine({ itemCode: 'ATORVASTATIN-20' }))),
    }),
    pack,
    says: passes,
  },
  {
    title: 'declines at another pharmacy than was chosen',
    given: asking(told(enrolment({ providerId: 'RABWA' }))),
    pack,
    says: {
      ...lost('other-pharmacy-chosen', 'provider'),
      nearest: { kind: 'other-provider' },
    },
  },
  {
    title: 'passes anywhere where none was chosen',
    given: asking(told(enrolment({ providerId: null }))),
    pack,
    says: passes,
  },
  {
    title: 'moves the day by what was supplied on it: the day after the supply’s last passes',
    given: supplied('2026-10-23', 30),
    pack: repeating,
    says: passes,
  },
  {
    title: 'declines on the last day of that supply, and says until when to wait',
    given: supplied('2026-10-24', 30),
    pack: repeating,
    says: {
      ...lost('programme-too-early', 'provider'),
      nearest: { kind: 'wait-until', date: day('2026-11-23') },
    },
  },
  {
    title: 'takes what was supplied the day before it was due for counted already',
    given: supplied('2026-10-24', 30, '2026-10-25'),
    pack: repeating,
    says: passes,
  },
  {
    title: 'is moved by what the card tells of another pharmacy',
    given: supplied('2026-10-25', 30, '2026-10-25', 'card'),
    pack: repeating,
    says: lost('programme-too-early', 'provider'),
  },
  {
    title: 'is not moved by what was supplied later and is claimed before',
    given: supplied('2026-11-23', 30),
    pack: repeating,
    says: passes,
  },
  {
    title: 'is not moved where the programme says no day',
    given: supplied('2026-11-10', 30, null),
    pack: repeating,
    says: passes,
  },
  {
    title: 'passes on the day on which it is due',
    given: asking(told(enrolment({}, medicine({ nextOn: day('2026-11-22') })))),
    pack,
    says: passes,
  },
  {
    title: 'passes on the day after',
    given: asking(told(enrolment({}, medicine({ nextOn: day('2026-11-21') })))),
    pack,
    says: passes,
  },
  {
    title: 'declines on the day before, and says until when to wait',
    given: asking(told(enrolment({}, medicine({ nextOn: day('2026-11-23') })))),
    pack,
    says: {
      ...lost('programme-too-early', 'provider'),
      nearest: { kind: 'wait-until', date: day('2026-11-23') },
    },
  },
  {
    title: 'passes exactly what is left of the month',
    given: asking(after(60)),
    pack,
    says: passes,
  },
  {
    title: 'passes one unit less than is left',
    given: asking(after(59)),
    pack,
    says: passes,
  },
  {
    title: 'reduces one unit more to whole packs of what is left',
    given: asking(after(61)),
    pack,
    says: {
      outcome: 'reduced',
      reason: 'programme-month-nearly-used',
      bearer: 'provider',
      nearest: { kind: 'quantity', quantity: 20 },
    },
  },
  {
    title: 'refers where less than a pack is left',
    given: asking(after(81)),
    pack,
    says: { outcome: 'referred', reason: 'programme-below-unit' },
  },
  {
    title: 'declines where nothing is left, until the next month',
    given: asking(after(90)),
    pack,
    says: { ...used, nearest: { kind: 'wait-until', date: day('2026-12-01') } },
  },
  {
    title: 'counts the first day of the month',
    given: asking(after(90, { on: day('2026-11-01') })),
    pack,
    says: used,
  },
  {
    title: 'does not count the last day of the month before',
    given: asking(after(90, { on: day('2026-10-31') })),
    pack,
    says: passes,
  },
  {
    title: 'does not count the first day of the next',
    given: asking(after(90, { on: day('2026-12-01') })),
    pack,
    says: passes,
  },
  {
    title: 'counts what the claim’s earlier lines took',
    given: input({
      lines: [paracetamol({ quantity: 90 }), paracetamol({ lineId: 'line-2' })],
      services: [history()],
      ...told(enrolment()),
    }),
    pack,
    says: used,
  },
  {
    title: 'refers where it is not known how much was supplied',
    given: asking(after(null)),
    pack,
    says: { outcome: 'referred', reason: 'programme-history-unknown' },
  },
  {
    title: 'refers where the history begins within the month',
    given: asking({ ...told(enrolment()), services: [history([], 'card', '2026-11-02')] }),
    pack,
    says: { outcome: 'referred', reason: 'programme-history-unknown' },
  },
  {
    title: 'shows the bare code of a programme that the contract does not name',
    given: asking(told()),
    pack: { ...pack, programmes: [] },
    says: {
      ...lost('not-enrolled', 'member'),
      shown: {
        item: { kind: 'name', value: { ar: 'باراسيتامول ٥٠٠ ملغ', en: 'Paracetamol 500 mg' } },
        programme: { kind: 'code', value: 'PAIN' },
      },
    },
  },
  {
    title: 'shows the bare code of a pharmacy that the contract does not know',
    given: asking(told(enrolment({ providerId: 'ELSEWHERE' }))),
    pack,
    says: lost('other-pharmacy-chosen', 'provider'),
  },
  {
    title: 'reduces to a single unit of what is sold singly',
    given: input({
      lines: [line({ itemCode: 'CONSULTATION', quantity: 2, daysSupply: null })],
      services: [history()],
      ...told(enrolment({}, medicine({ itemCode: 'CONSULTATION', monthly: 1 }))),
    }),
    pack: rulePack({
      itemRules: [itemRule({ scope: { kind: 'consultation' }, programme: { code: 'PAIN' } })],
    }),
    says: {
      ...{ outcome: 'reduced', reason: 'programme-month-nearly-used' },
      nearest: { kind: 'quantity', quantity: 1 },
    },
  },
  {
    title: 'passes where one of two places in the programme has the medicine',
    given: asking(told(enrolment({}, medicine({ itemCode: 'CONSULTATION' })), enrolment())),
    pack,
    says: passes,
  },
  {
    title: 'declines on the day on which it was supplied already',
    given: supplied('2026-11-22', 30),
    pack: repeating,
    says: lost('programme-too-early', 'provider'),
  },
  {
    title: 'is moved by the latest of several supplies',
    given: suppliedOften(['2026-10-23', 'terminal'], ['2026-11-10', 'terminal']),
    pack: repeating,
    says: {
      ...lost('programme-too-early', 'provider'),
      nearest: { kind: 'wait-until', date: day('2026-12-10') },
    },
  },
  {
    title: 'is moved by the first of two places that tell of the same supply',
    given: suppliedOften(['2026-11-10', 'card'], ['2026-11-10', 'terminal']),
    pack: repeating,
    says: lost('programme-too-early', 'provider'),
  },
  {
    title: 'counts no other service of the claim',
    given: input({
      lines: [
        line({ lineId: 'other', itemCode: 'CONSULTATION', quantity: 90, daysSupply: null }),
        paracetamol(),
      ],
      services: [history()],
      ...told(enrolment()),
    }),
    pack,
    says: passes,
  },
  ...[90, 91].map((quantity) => ({
    title: `declines where ${quantity} of ninety units are known to be used, whatever else is unknown`,
    given: asking({
      ...told(enrolment()),
      services: [history([past({ quantity })], 'card', '2026-11-02')],
    }),
    pack,
    says: used,
  })),
  {
    title: 'declines a service before its day, which no supply moves',
    given: input({
      lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })],
      services: [history()],
      ...told(enrolment({}, medicine({ itemCode: 'CONSULTATION', nextOn: day('2026-11-23') }))),
    }),
    pack: rulePack({
      itemRules: [itemRule({ scope: { kind: 'consultation' }, programme: { code: 'PAIN' } })],
    }),
    says: lost('programme-too-early', 'provider'),
  },
];
