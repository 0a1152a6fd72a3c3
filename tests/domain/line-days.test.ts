import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { Counter } from '#domain/adjudication/counter-terms.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { linkPrescriptions } from '#domain/adjudication/link-prescriptions.ts';
import { listOwnServices, listOwnUse, takenOn } from '#domain/adjudication/own-use.ts';
import type { CompiledPack, RulePack } from '#domain/adjudication/rule-pack.ts';
import { listSpecialUses } from '#domain/adjudication/special-uses.ts';
import type { Claim, ClaimLine } from '#domain/claims.ts';
import { known, unknown } from '#domain/facts.ts';
import { money } from '#domain/money.ts';
import {
  day,
  type InputChanges,
  input,
  line,
  membership,
  membershipFact,
  now,
  priceRow,
  rulePack,
  supplies,
  today,
} from './builders.ts';
import {
  approval,
  approvals,
  ceiling,
  claiming,
  deductible,
  history,
  itemRule,
  paracetamol,
  past,
  prescription,
  prescriptions,
  use,
  withBenefit,
  withItemRule,
} from './terms.ts';

/** A claim of 22 November, each of whose lines may have a day of its own. */
const days = (
  lines: readonly Partial<ClaimLine>[],
  facts: InputChanges = {},
  claim: Partial<Claim> = {},
): AdjudicationInput =>
  claiming(
    claim,
    input({
      lines: lines.map((changes, at) => paracetamol({ lineId: `line-${at + 1}`, ...changes })),
      services: [history([], 'centre')],
      ...facts,
    }),
  );
const decide = (given: AdjudicationInput, pack: RulePack = rulePack()) =>
  adjudicate(given, compilePack(pack));

/** What decides of each line: the first reason that does not pass, or its outcome. */
const verdicts = (given: AdjudicationInput, pack?: RulePack) =>
  decide(given, pack).lines.map(
    ({ findings, outcome }) =>
      findings.find(({ mode, outcome: said }) => said !== 'approved' && mode === 'enforce')
        ?.reason ?? outcome,
  );

const on = (text: string, changes: Partial<ClaimLine> = {}): Partial<ClaimLine> => ({
  on: day(text),
  ...changes,
});
const service = { quantity: 1, daysSupply: null };
const consultation = { ...service, itemCode: 'CONSULTATION' };
const filling = { ...service, itemCode: 'FILLING' };
const paidFillings = withBenefit('dental', { covered: true });
const tablets = { itemCode: 'ATORVASTATIN-20', quantity: 10, daysSupply: 10 };
const everyPeriod = (
  per: 'day' | 'month' | 'visit',
  limit: number,
  counts: 'times' | 'units' = 'times',
) =>
  rulePack({
    frequencies: [
      {
        scope: { benefit: 'medicines' },
        plans: null,
        limit,
        period: per,
        counts,
        clause: 'art-26',
      },
    ],
  });
const november = { from: day('2026-11-01'), to: day('2026-11-30') };
const december = { from: day('2026-12-01'), to: day('2026-12-31') };
const batch = { number: 'M-204', expiresOn: day('2027-06-30') };
const cardiologist = { name: 'x', licence: 'D-1', specialty: 'cardiology' } as const;

describe('a line of a day of its own', () => {
  it('has the price, the decree and the tax of that day', () => {
    const pack = rulePack({
      prices: [
        priceRow({ network: 'DAMASCUS' }, 'PARACETAMOL-500', 100, '2026-01-01', '2026-11-23'),
        priceRow({ network: 'DAMASCUS' }, 'PARACETAMOL-500', 120, '2026-11-24'),
      ],
    });
    const decided = decide(days([{}, on('2026-11-23'), on('2026-11-24')]), pack);
    expect(decided.lines.map(({ amounts }) => amounts.claimed)).toEqual([3_000, 3_000, 3_600]);
    expect(decided.totals.claimed).toBe(9_600);
  });

  it.each<[string, AdjudicationInput, RulePack, readonly string[]]>([
    [
      'is covered on the last day of the policy, and not on the next',
      days([{}, on('2026-11-23'), on('2026-11-24')], {
        membership: membershipFact({
          policyPeriod: { from: day('2026-01-01'), to: day('2026-11-23') },
        }),
      }),
      rulePack(),
      ['approved', 'approved', 'cover-ended'],
    ],
    [
      'is covered by the admission, while the stay lasts',
      days(
        [on('2026-11-24')],
        {},
        {
          encounter: 'inpatient',
          stay: { from: today, to: day('2026-11-24'), roomClass: 'second' },
        },
      ),
      rulePack(),
      ['approved'],
    ],
    [
      'is a duplicate within the window of an earlier line',
      days([{}, {}, on('2026-11-23'), on('2026-11-24')]),
      withItemRule({ duplicate: { windowDays: 1, modifiers: [] } }),
      ['approved', 'duplicate-in-claim', 'duplicate-service', 'approved'],
    ],
    [
      'is a duplicate of one that was entered before it and is of a later day',
      days([on('2026-11-24'), on('2026-11-23'), {}]),
      withItemRule({ duplicate: { windowDays: 1, modifiers: [] } }),
      ['approved', 'duplicate-service', 'approved'],
    ],
    [
      'refers where earlier services are not known',
      days([{}, on('2026-11-23')], { services: [unknown('not-present', 'card')] }),
      withItemRule({ duplicate: { windowDays: 0, modifiers: [] } }),
      ['service-history-unknown', 'service-history-unknown'],
    ],
    [
      'refers where nobody was asked for earlier services',
      (({ services: _, ...rest }) => rest)(days([{}, on('2026-11-23')])),
      everyPeriod('month', 2),
      ['frequency-history-unknown', 'frequency-history-unknown'],
    ],
    [
      'is decided where no service of before is asked for',
      (({ services: _, ...rest }) => rest)(days([{}, on('2026-11-23')])),
      rulePack(),
      ['approved', 'approved'],
    ],
    [
      'excludes nothing of another day',
      days([consultation, { ...filling, on: day('2026-11-23') }, filling]),
      rulePack({
        ...paidFillings,
        serviceGroups: [{ exclusive: ['CONSULTATION', 'FILLING'], clause: 'art-31' }],
      }),
      ['approved', 'approved', 'exclusive-service'],
    ],
    [
      'is counted by its day',
      days([{}, on('2026-11-23'), on('2026-11-23')]),
      everyPeriod('day', 1),
      ['approved', 'approved', 'frequency-reached'],
    ],
    [
      'is counted once with those of its day',
      days([{}, on('2026-11-23'), on('2026-11-23')]),
      everyPeriod('day', 2),
      ['approved', 'approved', 'approved'],
    ],
    [
      'is no duplicate of one of another day, though each line has its own',
      days([on('2026-11-23'), on('2026-11-24')]),
      withItemRule({ duplicate: { windowDays: 0, modifiers: [] } }),
      ['approved', 'approved'],
    ],
    [
      'is counted by its month, with what the month had',
      days([on('2026-11-30'), on('2026-12-01'), on('2026-11-30')], {
        services: [history([past({ on: day('2026-11-02') })], 'centre')],
      }),
      everyPeriod('month', 2),
      ['approved', 'approved', 'frequency-reached'],
    ],
    [
      'is of the visit, whatever its day',
      days([{}, on('2026-11-23'), on('2026-11-24')]),
      everyPeriod('visit', 2),
      ['approved', 'approved', 'frequency-reached'],
    ],
    [
      'counts what was allowed of an earlier line, not what it asked',
      days([{}, on('2026-11-23', { quantity: 20 }), on('2026-11-24')]),
      {
        ...withItemRule({
          quantity: { perDispensing: 20, perDay: null, maximumDays: null, perPeriod: null },
        }),
        frequencies: everyPeriod('month', 40, 'units').frequencies,
      },
      ['quantity-above-limit', 'approved', 'frequency-reached'],
    ],
    [
      'is a dispensing of its own',
      days([{}, on('2026-11-23'), on('2026-11-23', { quantity: 10 })]),
      withItemRule({
        quantity: { perDispensing: 30, perDay: null, maximumDays: null, perPeriod: null },
      }),
      ['approved', 'approved', 'quantity-below-unit'],
    ],
    [
      'has what its month leaves',
      days([{}, on('2026-11-23'), on('2026-12-01')]),
      withItemRule({
        quantity: {
          ...{ perDispensing: null, perDay: null, maximumDays: null },
          perPeriod: { period: 'month', units: 40 },
        },
      }),
      ['approved', 'quantity-above-limit', 'approved'],
    ],
    [
      'has what its visit leaves',
      days([{}, on('2026-11-23')]),
      withItemRule({
        quantity: {
          ...{ perDispensing: null, perDay: null, maximumDays: null },
          perPeriod: { period: 'visit', units: 40 },
        },
      }),
      ['approved', 'quantity-above-limit'],
    ],
    [
      'repeats a medicine when enough of an earlier line is used',
      days([tablets, { ...tablets, on: day('2026-11-29') }, { ...tablets, on: day('2026-11-30') }]),
      rulePack(),
      ['approved', 'repeat-too-early-from-supplier', 'approved'],
    ],
    [
      'repeats nothing twice on one day',
      days([on('2026-11-23', tablets), on('2026-11-23', tablets)]),
      rulePack(),
      ['approved', 'repeat-in-claim'],
    ],
    [
      'repeats nothing where earlier supplies are not known',
      days([tablets, { ...tablets, on: day('2026-11-30') }], {
        supplies: [supplies([]), unknown('not-present', 'card')],
      }),
      rulePack(),
      ['supply-history-unknown', 'supply-history-unknown'],
    ],
    [
      'rests on an approval that holds on its day',
      days([on('2026-11-23'), on('2026-11-24')], {
        approvals: approvals(
          approval({ period: { from: day('2026-11-24'), to: day('2026-11-24') } }),
        ),
      }),
      withItemRule({ approval: { isNeeded: true, above: null } }),
      ['approval-not-for-this', 'approved'],
    ],
    [
      'has what earlier lines left of an approval, whatever their day',
      days([{}, on('2026-11-23')], { approvals: approvals(approval({ quantity: 40 })) }),
      withItemRule({ approval: { isNeeded: true, above: null } }),
      ['approved', 'approval-nearly-used'],
    ],
    [
      'is included in a price of another day',
      days([filling, on('2026-12-02', consultation), on('2026-12-03', consultation)]),
      {
        ...withItemRule({
          scope: { item: 'FILLING' },
          globalPeriod: {
            ...{ before: 2, after: 10, contains: { item: 'CONSULTATION' } },
            ...{ same: 'provider', modifiers: [] },
          },
        }),
        ...paidFillings,
      },
      ['approved', 'within-global-period', 'approved'],
    ],
    [
      'contains an earlier line of the claim',
      days([consultation, on('2026-11-24', filling), on('2026-11-25', filling)]),
      {
        ...withItemRule({
          scope: { item: 'FILLING' },
          globalPeriod: {
            ...{ before: 2, after: 0, contains: { item: 'CONSULTATION' } },
            ...{ same: 'provider', modifiers: [] },
          },
        }),
        ...paidFillings,
      },
      ['within-global-period', 'approved', 'approved'],
    ],
    [
      'is a part of a panel of its day',
      days([
        { ...filling, unitPrice: money(20_000) },
        on('2026-11-23', { ...filling, unitPrice: money(20_000) }),
        on('2026-11-23', { ...filling, unitPrice: money(20_000) }),
      ]),
      rulePack({
        ...paidFillings,
        serviceGroups: [
          { panel: 'CONSULTATION', parts: ['FILLING'], excess: 'provider', clause: 'art-31' },
        ],
      }),
      ['approved', 'approved', 'above-panel-price'],
    ],
    [
      'follows an earlier line’s consultation',
      days(
        [consultation, on('2026-12-06', consultation), on('2026-12-07', consultation)],
        {},
        {
          clinician: cardiologist,
        },
      ),
      rulePack({
        itemRules: [
          itemRule({
            scope: { kind: 'consultation' },
            followUp: { days: 14, same: 'clinician', isAnywhere: false, isFeeIncluded: true },
          }),
        ],
      }),
      ['approved', 'follow-up-included', 'approved'],
    ],
    [
      'gives lenses again when their months are over',
      days([{}, on('2026-12-21'), on('2026-12-22'), on('2026-12-22')]),
      withItemRule({ optical: { everyMonths: 1, change: null } }),
      ['approved', 'lenses-too-early', 'approved', 'lenses-too-early'],
    ],
    [
      'treats a tooth once, whatever the day',
      days([
        { place: { tooth: '16' } },
        on('2026-11-23', { place: { tooth: '16' } }),
        on('2026-11-23', { place: { tooth: '17' } }),
        on('2026-11-23', { place: { tooth: '17' } }),
      ]),
      withItemRule({
        dental: {
          ...{ dentition: null, kinds: null, surfaces: null, does: 'treats' },
          isOncePerTooth: true,
        },
      }),
      ['approved', 'tooth-treated-before', 'approved', 'tooth-treated-before'],
    ],
    [
      'has what its month leaves of a programme',
      days([{}, on('2026-11-23'), on('2026-12-01')], {
        enrolments: known(
          [
            {
              programme: 'PAIN',
              period: { from: day('2026-01-01'), to: null },
              providerId: null,
              medicines: [{ itemCode: 'PARACETAMOL-500', monthly: 30, nextOn: null }],
            },
          ],
          'centre',
          now,
        ),
      }),
      withItemRule({ programme: { code: 'PAIN' } }),
      ['approved', 'programme-month-used', 'approved'],
    ],
    [
      'uses a special prescription once, whatever the day',
      days(
        [
          { batch, controlled: { prescriptionNumber: 'N-1', takerId: '1' } },
          on('2026-11-23', { batch, controlled: { prescriptionNumber: 'n 1', takerId: '1' } }),
        ],
        { specialUses: [known([], 'centre', now)], recalls: known([], 'centre', now) },
      ),
      withItemRule({ controlled: { collectors: 'anyone' } } as never),
      ['approved', 'special-number-used'],
    ],
    [
      'is tried out by its day',
      days([
        { itemCode: 'WHITENING', ...service },
        on('2026-11-23', { itemCode: 'WHITENING', ...service }),
      ]),
      rulePack({
        trials: [
          {
            check: 'item-covered',
            mode: 'observe',
            providers: null,
            period: { from: day('2026-11-23'), to: null },
          },
        ],
      }),
      ['item-excluded', 'approved'],
    ],
  ])('%s', (_, given, pack, expected) => {
    expect(verdicts(given, pack)).toEqual(expected);
  });
});

describe('what is counted of lines of several days', () => {
  const insurers = (given: AdjudicationInput, pack: RulePack) =>
    decide(given, pack).lines.map(({ amounts }) => amounts.insurer);

  it.each<[string, AdjudicationInput, RulePack, readonly number[]]>([
    [
      'by the day: each day has its own',
      days([{}, on('2026-11-23'), on('2026-11-23')], {
        usage: [
          use(0, null, { period: { from: today, to: today } }),
          use(0, null, { period: { from: day('2026-11-23'), to: day('2026-11-23') } }),
        ],
      }),
      rulePack({ ceilings: [ceiling({ per: 'day', limit: 3_000 })] }),
      [2_400, 2_400, 600],
    ],
    [
      'by the year: all together',
      days([{}, on('2026-11-23')], { usage: [use(0)] }),
      rulePack({ ceilings: [ceiling({ limit: 3_000 })] }),
      [2_400, 600],
    ],
    [
      'by the month: each with its own use',
      days([on('2026-11-30'), on('2026-12-01'), on('2026-11-30')], {
        usage: [use(400, null, { period: november }), use(1_000, null, { period: december })],
      }),
      rulePack({ ceilings: [ceiling({ per: 'month', limit: 3_000 })] }),
      [2_400, 2_000, 200],
    ],
    [
      'by the visit: the claim is one',
      days([{}, on('2026-12-01')]),
      rulePack({ deductibles: [deductible({ per: 'visit', limit: 3_500 })] }),
      [0, 2_000],
    ],
    [
      'in a lifetime: all together',
      days([{}, on('2026-12-01')], { usage: [use(0, null, { period: null })] }),
      rulePack({ ceilings: [ceiling({ per: 'lifetime', limit: 3_000 })] }),
      [2_400, 600],
    ],
  ])('%s', (_, given, pack, expected) => {
    expect(insurers(given, pack)).toEqual(expected);
  });

  it('refers where the use of its period is not known', () => {
    const given = days([{}, on('2026-12-01')], { usage: [use(0, null, { period: november })] });
    const pack = rulePack({ ceilings: [ceiling({ per: 'month', limit: 3_000 })] });
    expect(verdicts(given, pack)).toEqual(['approved', 'ceiling-use-unknown']);
  });
});

const counterOf = ({ pack }: CompiledPack): Counter => pack.ceilings[0] ?? ceiling();

describe('what is known of a claim of several days afterwards', () => {
  const given = days([{}, on('2026-12-01', { controlled: { prescriptionNumber: 'N-1' } })]);
  const claim = { input: given, decision: decide(given) };

  it('is of each line’s own day', () => {
    expect(listOwnServices([claim])).toMatchObject([{ on: today }, { on: day('2026-12-01') }]);
    expect(listSpecialUses(claim)).toMatchObject([{ on: day('2026-12-01') }]);
  });

  it.each([
    ['visits', 1, 1],
    ['units', 30, 30],
    ['net', 2_400, 2_400],
  ] as const)('of %s, a month has what fell into it', (basis, first, second) => {
    const pack = compilePack(rulePack({ ceilings: [ceiling({ per: 'month', basis })] }));
    expect(takenOn(pack, counterOf(pack), claim, today)).toBe(basis === 'visits' ? 1 : first * 2);
    const usedOn = (text: string) =>
      listOwnUse(pack, [claim], membership(), day(text)).map(({ used }) => used);
    expect(usedOn('2026-11-30')).toEqual([first]);
    expect(usedOn('2026-12-31')).toEqual([second]);
    expect(usedOn('2027-01-01')).toEqual([0]);
  });
});

describe('a prescription', () => {
  it('is filled on the days on which it holds', () => {
    const given = days([{ quantity: 10 }, on('2026-11-23', { quantity: 10 })], {
      prescriptions: prescriptions(prescription({ on: day('2026-11-23'), validDays: 10 })),
    });
    const pack = compilePack(
      withItemRule({ prescription: { isNeeded: true, validDays: 30, takesPaper: false } }),
    );
    expect(linkPrescriptions(given, pack).map((one) => one.prescriptionId)).toEqual([
      undefined,
      'RX-1',
    ]);
  });
});

it('of the claim’s own day is decided as one that names none', () => {
  const named = decide(days([{}, on('2026-11-22')]));
  expect(named).toEqual(decide(days([{}, {}])));
  expect(line().on).toBeUndefined();
});
