import { describe, expect, it } from 'vitest';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { known, unknown } from '#domain/facts.ts';
import { money } from '#domain/money.ts';
import { day, now, rulePack, supplies, today } from './builders.ts';
import { days, decide, on, verdicts } from './day-stories.ts';
import { history, itemRule, past, withBenefit, withItemRule } from './terms.ts';

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
const batch = { number: 'M-204', expiresOn: day('2027-06-30') };
const cardiologist = { name: 'x', licence: 'D-1', specialty: 'cardiology' } as const;

describe('a line of a day of its own, beside lines of other days', () => {
  it.each<[string, AdjudicationInput, RulePack, readonly string[]]>([
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
      'is counted beside what the same day had before the claim',
      days([{}, on('2026-11-23')], {
        services: [history([past({ on: today, providerId: 'NAFIS' })], 'centre')],
      }),
      everyPeriod('month', 2),
      ['approved', 'frequency-reached'],
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
      withItemRule({ controlled: { collectors: 'nobody' } }),
      ['approved', 'special-number-used'],
    ],
  ])('%s', (_, given, pack, expected) => {
    expect(verdicts(given, pack)).toEqual(expected);
  });

  it('tells of them as entered here, beside what was known before', () => {
    const decided = decide(days([tablets, { ...tablets, on: day('2026-11-29') }]));
    const repeat = decided.lines[1]?.findings.find(({ check }) => check === 'repeat-window');
    const named = ['known-supplies', 'last-supply'];
    expect(repeat?.facts.filter(({ name }) => named.includes(name))).toMatchObject([
      { value: { value: 0 }, source: 'card' },
      { value: { value: 1 }, source: 'operator', asOf: now },
      { value: { value: today }, source: 'operator' },
    ]);
  });
});
