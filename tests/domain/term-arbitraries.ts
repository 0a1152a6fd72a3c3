import fc from 'fast-check';
import type { CoPayment } from '#domain/adjudication/contract-terms.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { type Fact, known, unknown } from '#domain/facts.ts';
import { money } from '#domain/money.ts';
import { anyInput, anyPack } from './arbitraries.ts';
import { day, moment, now, supplies } from './builders.ts';
import {
  approval,
  ceiling,
  conditions,
  deductible,
  diagnosisRule,
  history,
  itemRule,
  maximum,
  past,
  prescription,
  use,
} from './terms.ts';

/** Contracts with terms of every kind, and facts about them, known or not. */

const medicines = { benefit: 'medicines' } as const;
const none = { perDispensing: null, perDay: null, maximumDays: null, perPeriod: null };
const small = fc.integer({ min: 1, max: 300 });

const itemRules = fc.subarray(
  [
    itemRule({ scope: medicines, quantity: { ...none, perDispensing: 45, perDay: 3 } }),
    itemRule({
      scope: medicines,
      quantity: { ...none, perPeriod: { period: 'month', units: 90 } },
    }),
    itemRule({
      scope: { item: 'PARACETAMOL-500' },
      prescription: { isNeeded: true, validDays: 10, takesPaper: true },
    }),
    itemRule({ scope: { atc: 'C10' }, approval: { isNeeded: true, above: money(2_000) } }),
    itemRule({
      scope: medicines,
      price: { discountPercent: 10, percentOf: null, reference: money(400) },
    }),
    itemRule({ scope: medicines, duplicate: { windowDays: 3, modifiers: [] } }),
    itemRule({
      scope: medicines,
      sex: 'male',
      age: { from: { value: 18, unit: 'years' }, to: null },
    }),
    itemRule({ scope: { kind: 'consultation' }, settings: ['outpatient'], specialties: ['heart'] }),
    itemRule({ scope: { item: 'PARACETAMOL-500' }, controlled: { collectors: 'listed' } }),
    itemRule({ scope: { atc: 'C10' }, programme: { code: 'LIPIDS' } }),
    itemRule({
      scope: { kind: 'consultation' },
      referral: {
        isNeeded: true,
        to: 'heart',
        from: null,
        validDays: 30,
        isWaivedForEmergency: false,
      },
    }),
    itemRule({
      scope: { kind: 'consultation' },
      followUp: { days: 14, same: 'clinician', isAnywhere: true, isFeeIncluded: true },
    }),
    itemRule({
      scope: { kind: 'consultation' },
      followUp: { days: 14, same: 'specialty', isAnywhere: true, isFeeIncluded: false },
    }),
  ],
  { maxLength: 2 },
);

const ceilings = fc
  .record({ net: fc.nat(90_000), gross: fc.nat(90_000), units: fc.nat(900), visit: fc.nat(90_000) })
  .chain(({ net, gross, units, visit }) =>
    fc.subarray(
      [
        ceiling({ limit: net, offlineAllowance: 5_000 }),
        ceiling({ ceilingId: 'GROSS', limit: gross, basis: 'gross', scope: null }),
        ceiling({ ceilingId: 'UNITS', limit: units, basis: 'units' }),
        ceiling({ ceilingId: 'VISIT', limit: visit, per: 'visit', scope: null }),
        ceiling({ ceilingId: 'DIAGNOSIS', limit: net, diagnosis: 'E70-E90' }),
      ],
      { maxLength: 2 },
    ),
  );

const amount = fc.nat(30_000);

/** What a member bears before and at most: deductibles, co-payments, out-of-pocket maxima. */
const borne = fc
  .record({ year: amount, family: amount, visit: amount, most: amount, allowance: amount })
  .chain(({ year, family, visit, most, allowance }) =>
    fc.record({
      deductibles: fc.subarray(
        [
          deductible({ limit: year, offlineAllowance: allowance }),
          deductible({ ceilingId: 'FAMILY', of: 'family', limit: family, scope: null }),
          deductible({ ceilingId: 'PER-VISIT', per: 'visit', limit: visit, scope: null }),
        ],
        { maxLength: 2 },
      ),
      outOfPocket: fc.subarray([
        maximum({ limit: most, scope: null, offlineAllowance: allowance }),
      ]),
    }),
  );

const coPayment: fc.Arbitrary<CoPayment> = fc.record({
  amount: fc.nat(5_000).map(money),
  per: fc.constantFrom('line', 'visit', 'day'),
});

/** The builders' contract under terms of every kind, and any terms of sharing and modes. */
export const anyTermsPack: fc.Arbitrary<RulePack> = fc
  .record({
    pack: anyPack,
    itemRules,
    ceilings,
    borne,
    coPayment: fc.option(coPayment),
    frequencies: fc.subarray([
      { scope: medicines, plans: null, limit: 2, period: 'month', counts: 'times', clause: 'a' },
      { scope: medicines, plans: null, limit: 90, period: 'month', counts: 'units', clause: 'a' },
    ] as const),
    diagnosisRules: fc.subarray([
      diagnosisRule({ scope: 'E00-E90', isCovered: true, sex: 'male' }),
      diagnosisRule({ scope: 'E78', conditions: conditions({ asksForAccident: true }) }),
    ]),
    limits: fc.option(
      fc.record({ floor: fc.nat(40_000).map(money), referPerThousand: fc.constantFrom(0, 500) }),
    ),
  })
  .map(({ pack, limits, borne: bearing, coPayment: fixed, ...terms }) => ({
    ...pack,
    ...terms,
    ...bearing,
    plans:
      fixed === null
        ? pack.plans
        : pack.plans.map((plan) => ({
            ...plan,
            benefits: plan.benefits.map((rule) => ({ ...rule, coPayment: fixed })),
          })),
    offline: {
      ...pack.offline,
      limits:
        limits === null
          ? null
          : {
              ...limits,
              perMember: { claims: 3, amount: money(60_000) },
              perTerminal: { claims: 9, amount: money(90_000) },
              clause: 'a',
            },
    },
  }));

const mostlyKnown = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Fact<T>> =>
  fc.oneof(
    { weight: 6, arbitrary: value.map((one) => known(one, 'centre' as const, now)) },
    { weight: 1, arbitrary: fc.constant(unknown('unreadable', 'centre')) },
  );

const consultation = {
  itemCode: 'CONSULTATION',
  clinician: { licence: 'D-1', specialty: 'heart' },
  diagnosis: 'E78.0',
} as const;

const anyHistory = fc
  .array(
    fc
      .record({ quantity: fc.option(small), back: fc.integer({ min: 1, max: 28 }) })
      .map(({ quantity, back }) =>
        past({
          quantity,
          on: day(`2026-11-${String(back).padStart(2, '0')}`),
          ...(back % 3 === 0 ? consultation : {}),
        }),
      ),
    { maxLength: 2 },
  )
  .map((list) => history(list));

/** Everything that the contract counts over time. */
const counted = [
  ...['MEDICINES', 'GROSS', 'UNITS', 'DIAGNOSIS', 'DEDUCTIBLE', 'FAMILY', 'MAXIMUM'],
  ...['medicines', 'consultations', 'dental'].map((benefit) => `co-payment/SILVER/${benefit}`),
];

const anyFacts: fc.Arbitrary<Partial<AdjudicationInput>> = fc.record({
  services: fc.array(anyHistory, { minLength: 1, maxLength: 2 }),
  prescriptions: fc.array(
    mostlyKnown(
      fc
        .nat(120)
        .map((filled) => [
          prescription({ lines: [{ itemCode: 'PARACETAMOL-500', quantity: 90, filled }] }),
        ]),
    ),
    { minLength: 1, maxLength: 1 },
  ),
  approvals: fc.array(
    mostlyKnown(
      fc
        .record({ quantity: fc.option(small), amount: fc.option(fc.nat(20_000).map(money)) })
        .map((left) =>
          ['PARACETAMOL-500', 'ATORVASTATIN-20'].map((itemCode) =>
            approval({ itemCode, approvalId: itemCode, waives: ['quantity'], ...left }),
          ),
        ),
    ),
    { minLength: 1, maxLength: 1 },
  ),
  usage: fc
    .record({ total: fc.option(fc.nat(50_000)), own: fc.option(fc.nat(5_000)) })
    .map(({ total, own }) => counted.map((ceilingId) => use(total, own, { ceilingId }))),
  offline: mostlyKnown(
    fc.nat(5).map((claims) => ({
      isOnline: false,
      member: { claims, amount: money(0) },
      terminal: { claims, amount: money(0) },
    })),
  ),
  rulesAsOf: fc.constant(moment('2026-11-22T06:00:00.000Z')),
});

/** Asking for little, at list price, with nothing left unsaid. */
const soundClaim = ({ claim }: AdjudicationInput): AdjudicationInput['claim'] => ({
  ...claim,
  accident: 'none',
  clinician: { name: 'x', licence: 'D-1', specialty: 'heart' },
  lines: claim.lines.map((line) => ({
    ...line,
    quantity: (line.quantity % 3) * 10 + 10,
    daysSupply: 30,
    unitPrice: null,
  })),
});

/** Anything that may reach the engine, with facts about every kind of term. */
export const anyTermsInput: fc.Arbitrary<AdjudicationInput> = fc
  .tuple(anyInput, anyFacts, fc.boolean())
  .map(([input, facts, isSound]) => ({
    ...input,
    ...facts,
    ...(isSound ? { supplies: [supplies([])], claim: soundClaim(input) } : {}),
  }));

/** The facts that a caller may leave out. */
export const optionalFacts = [
  'services',
  'prescriptions',
  'approvals',
  'usage',
  'offline',
] as const satisfies readonly (keyof AdjudicationInput)[];
