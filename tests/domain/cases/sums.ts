import type { ConditionRule } from '#domain/adjudication/conditions.ts';
import type { BenefitRule, RulePack } from '#domain/adjudication/rule-pack.ts';
import type { TaxRule } from '#domain/adjudication/tax/tax-terms.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { money } from '#domain/money.ts';
import { blocked, day, input, line, rulePack, signed, today } from '../builders.ts';
import {
  approval,
  approvals,
  asking,
  ceiling,
  claiming,
  decree,
  deductible,
  history,
  itemRule,
  maximum,
  paracetamol,
  past,
  priced,
  taxed,
  taxRule,
  use,
  withBenefit,
  withItemRule,
} from '../terms.ts';
import type { Case } from './case.ts';

/** A claim whose whole sum is kept: thirty tablets at one pound, a fifth the member's, unless told otherwise. */
export type Sum = Pick<Case, 'title' | 'given' | 'pack'>;

const consent = signed();
const perDispensing = (most: number) => ({
  quantity: { perDispensing: most, perDay: null, maximumDays: null, perPeriod: null },
});
const visits = (limit: number): RulePack['frequencies'] => [
  {
    ...{ scope: { benefit: 'medicines' }, plans: null, limit },
    ...{ period: 'visit', counts: 'units', clause: 'art-26' },
  },
];
const condition = (changes: Partial<ConditionRule>): Partial<RulePack> => ({
  conditions: [
    {
      ...{ conditionId: 'lower', scope: null, diagnosis: null, plans: null, when: 'true' },
      ...{ outcome: 'reduce', bearer: 'member', clause: 'art-12' },
      text: { ar: 'أقلّ', en: 'less of it' },
      ...changes,
    },
  ],
});
const pays = (
  paid: NonNullable<ConditionRule['pays']>,
  bearer: ConditionRule['bearer'] = 'member',
) => rulePack(condition({ pays: paid, bearer }));
const medicines = (changes: Partial<BenefitRule>, more: Partial<RulePack> = {}) =>
  rulePack({ ...withBenefit('medicines', changes), ...more });
const whole = (unitPrice: number) =>
  line({
    ...{ lineId: 'whole', itemCode: 'CONSULTATION', quantity: 1, daysSupply: null },
    unitPrice: money(unitPrice),
  });
const owed = (total: number | null, own: number | null = null) => [
  use(total, own, { ceilingId: 'DEDUCTIBLE' }),
];
const paid = (total: number) => [use(total, null, { ceilingId: 'MAXIMUM' })];
const visitOf = (limit: number) => ({ per: 'visit', limit }) as const;

/** Atorvastatin stands for a day in the first class, at 6.60; paracetamol for one in the second, at 1.00. */
const upgrading: RulePack = {
  ...rulePack(),
  plans: rulePack().plans.map((plan) => ({
    ...plan,
    stay: {
      ...{ maximumDays: 3, roomClasses: ['second'], isUpgradePaidByMember: true, clause: 'art-23' },
      rooms: [
        { roomClass: 'second', item: 'PARACETAMOL-500' },
        { roomClass: 'first', item: 'ATORVASTATIN-20' },
      ],
    },
  })),
};
const upgraded = (changes: Partial<ClaimLine>) =>
  claiming(
    {
      encounter: 'inpatient',
      stay: { from: today, to: day('2026-11-24'), roomClass: 'first' },
    },
    input({
      lines: [line({ quantity: 3, daysSupply: 3, ...changes })],
    }),
  );

const prices: readonly Sum[] = [
  { title: 'of the list price', given: asking() },
  { title: 'of a price below the list', given: asking({ unitPrice: money(90) }) },
  { title: 'of a price above the list', given: asking({ unitPrice: money(150) }) },
  {
    title: 'of a price above a list that is only observed',
    given: asking({ unitPrice: money(150) }),
    pack: rulePack({ modes: { price: 'observe' } }),
  },
  { title: 'without any price', given: asking({ itemCode: 'UNPRICED', quantity: 1 }) },
  {
    title: 'without any price, where that is only observed',
    given: asking({ itemCode: 'UNPRICED', quantity: 1 }),
    pack: rulePack({ modes: { price: 'observe' } }),
  },
  {
    title: 'of a price that no list confirms, where that is only observed',
    given: asking({ itemCode: 'UNPRICED', quantity: 2, unitPrice: money(7_000) }),
    pack: rulePack({ modes: { price: 'observe' } }),
  },
  {
    title: 'of what no rule of the plan shares, where that is only observed',
    given: asking({ itemCode: 'GLASSES', quantity: 1 }),
    pack: rulePack({ modes: { 'item-covered': 'observe' } }),
  },
  {
    title: 'of a price that no list confirms',
    given: asking({ itemCode: 'UNPRICED', quantity: 2, unitPrice: money(7_000) }),
  },
  {
    title: 'of a price above a decree',
    given: asking({ unitPrice: money(100) }),
    pack: rulePack({ decrees: [decree(80)] }),
  },
  {
    title: 'of a price between a discount and the list',
    given: asking({ unitPrice: money(95) }),
    pack: priced({ discountPercent: 10 }),
  },
  {
    title: 'of what has no list price, where there is a discount off it',
    given: asking({ itemCode: 'UNPRICED', unitPrice: money(100) }),
    pack: withItemRule({
      scope: { item: 'UNPRICED' },
      price: { discountPercent: 10, percentOf: null, reference: null },
    }),
  },
  {
    title: 'of a decree above the list, which holds nothing',
    given: asking({ unitPrice: money(110) }),
    pack: rulePack({ decrees: [decree(120)] }),
  },
  {
    title: 'of decree and discount, of which the lower holds',
    given: asking(),
    pack: priced({ discountPercent: 30 }, { decrees: [decree(80)] }),
  },
  {
    title: 'of a part of another price, and its units',
    given: input({ lines: [whole(20_000), paracetamol({ unitPrice: money(100) })] }),
    pack: {
      ...priced({ percentOf: { item: 'CONSULTATION', percent: 1 } }),
      prices: rulePack().prices.map((row) =>
        row.item === 'PARACETAMOL-500' ? { ...row, unitPrice: money(1_000) } : row,
      ),
    },
  },
  {
    title: 'of a price above the reference, signed for',
    given: asking({ consent }),
    pack: priced({ reference: money(70) }),
  },
  {
    title: 'of a price above the reference, not signed for',
    given: asking(),
    pack: priced({ reference: money(70) }),
  },
  {
    title: 'of a price at the reference',
    given: asking(),
    pack: priced({ reference: money(100) }),
  },
];

const quantities: readonly Sum[] = [
  {
    title: 'of units beyond what is dispensed at once, at a price above the list',
    given: asking({ unitPrice: money(110), consent }),
    pack: withItemRule(perDispensing(20)),
  },
  {
    title: 'of units that are the member’s own, signed for',
    given: asking({ unitPrice: money(110), consent }),
    pack: rulePack({ frequencies: visits(20) }),
  },
  {
    title: 'of units that are the member’s own by the first rule, whose second counts times',
    given: asking({ consent }),
    pack: rulePack({
      frequencies: [
        ...visits(20),
        ...visits(3).map((rule) => ({ ...rule, counts: 'times' as const })),
      ],
    }),
  },
  {
    title: 'of units that are the member’s own, not signed for',
    given: asking({ unitPrice: money(110) }),
    pack: rulePack({ frequencies: visits(20) }),
  },
  {
    title: 'of units beyond either, the contract’s below the provider’s',
    given: asking({ consent }),
    pack: { ...withItemRule(perDispensing(20)), frequencies: visits(10) },
  },
  {
    title: 'of units beyond two bounds of the provider’s, the first of which is lower',
    given: asking({ approvalId: 'A-1' }, { approvals: approvals(approval({ quantity: 20 })) }),
    pack: withItemRule({ ...perDispensing(10), approval: { isNeeded: true, above: null } }),
  },
  {
    title: 'of units beyond two bounds of the provider’s, the first of which is higher',
    given: asking({ approvalId: 'A-1' }, { approvals: approvals(approval({ quantity: 10 })) }),
    pack: withItemRule({ ...perDispensing(20), approval: { isNeeded: true, above: null } }),
  },
  {
    title: 'of all that is asked, where one bound leaves nothing and refers',
    given: asking({}, { approvals: approvals(approval({ quantity: 9 })) }),
    pack: {
      ...withItemRule({ approval: { isNeeded: true, above: null } }),
      ceilings: [ceiling({ per: 'visit', limit: 1_000 })],
    },
  },
  {
    title: 'of units beyond the provider’s bound, and of what a ceiling leaves to who signed',
    given: asking({ consent }),
    pack: {
      ...withItemRule(perDispensing(20)),
      ceilings: [ceiling({ per: 'visit', limit: 1_000 })],
    },
  },
  {
    title: 'of units beyond either, the provider’s below the contract’s',
    given: asking({ consent }),
    pack: { ...withItemRule(perDispensing(10)), frequencies: visits(20) },
  },
];

const shares: readonly Sum[] = [
  {
    title: 'of a share that its least raises',
    given: asking(),
    pack: medicines({ coInsuranceMinimum: money(700), coInsuranceMaximum: money(900) }),
  },
  {
    title: 'of a share that its most lowers',
    given: asking(),
    pack: medicines({ coInsuranceMaximum: money(500) }),
  },
  { title: 'of no share', given: asking(), pack: medicines({ coInsurancePercent: 0 }) },
  {
    title: 'of deductible, co-payment, co-insurance and maximum',
    given: asking({}, { usage: paid(9_000) }),
    pack: medicines(
      { coPayment: { amount: money(200), per: 'line' } },
      { deductibles: [deductible(visitOf(500))], outOfPocket: [maximum()] },
    ),
  },
  {
    title: 'of a deductible of which nobody knows what was borne, in full',
    given: asking({}, { usage: owed(null) }),
    pack: rulePack({ deductibles: [deductible({ limit: 2_000 })] }),
  },
  {
    title: 'of a deductible of which this place alone knows',
    given: asking({}, { usage: owed(null, 9_500) }),
    pack: rulePack({ deductibles: [deductible({ offlineAllowance: 5_000 })] }),
  },
  {
    title: 'of a deductible that was borne',
    given: asking({}, { usage: owed(10_000) }),
    pack: rulePack({ deductibles: [deductible()] }),
  },
  {
    title: 'of two deductibles, shown by the first, held by the smaller rest',
    given: asking(),
    pack: rulePack({
      deductibles: [
        deductible(visitOf(900)),
        deductible({ ...visitOf(400), ceilingId: 'SMALLER' }),
      ],
    }),
  },
  {
    title: 'of a maximum that spares all of the share',
    given: asking({}, { usage: paid(10_000) }),
    pack: rulePack({ outOfPocket: [maximum()] }),
  },
  {
    title: 'of a maximum and a co-payment, of which less than either is left',
    given: asking({}, { usage: paid(9_900) }),
    pack: medicines(
      { coPayment: { amount: money(200), per: 'line' } },
      { outOfPocket: [maximum()] },
    ),
  },
  {
    title: 'of a co-payment of the visit over three lines',
    given: input({
      lines: [2, 30, 30].map((quantity, at) => paracetamol({ lineId: `line-${at}`, quantity })),
    }),
    pack: medicines({ coPayment: { amount: money(500), per: 'visit' } }),
  },
];

const limits: readonly Sum[] = [
  {
    title: 'of a ceiling on what the insurer pays, signed for',
    given: asking({ consent }, { usage: [use(99_000)] }),
    pack: rulePack({ ceilings: [ceiling()] }),
  },
  {
    title: 'of a ceiling on what is payable, not signed for',
    given: asking({}, { usage: [use(99_000)] }),
    pack: rulePack({ ceilings: [ceiling({ basis: 'gross' })] }),
  },
  {
    title: 'of ceilings on both, one after the other',
    given: asking({ consent }),
    pack: rulePack({
      ceilings: [
        ceiling({ ...visitOf(2_000), basis: 'gross' }),
        ceiling({ ...visitOf(1_000), ceilingId: 'NET' }),
      ],
    }),
  },
  {
    title: 'of a ceiling just reached',
    given: asking(),
    pack: rulePack({ ceilings: [ceiling(visitOf(2_400))] }),
  },
  {
    title: 'of a ceiling one minor unit short',
    given: asking(),
    pack: rulePack({ ceilings: [ceiling(visitOf(2_399))] }),
  },
  {
    title: 'of reference price, own units and a ceiling together, signed for',
    given: asking({ consent }),
    pack: {
      ...priced({ reference: money(70) }, { frequencies: visits(20) }),
      ceilings: [ceiling(visitOf(1_000))],
    },
  },
  {
    title: 'of reference price, own units and a ceiling together, not signed for',
    given: asking({ unitPrice: money(120) }),
    pack: {
      ...priced({ reference: money(70) }, { frequencies: visits(20) }),
      ceilings: [ceiling(visitOf(1_000))],
    },
  },
];

const allowances: readonly Sum[] = [
  {
    title: 'of three lines within a ceiling of which this place alone knows',
    given: input({
      lines: [1, 2, 3].map((at) => paracetamol({ lineId: `line-${at}`, quantity: 10 })),
      usage: [use(null, 95_000)],
    }),
    pack: rulePack({ ceilings: [ceiling({ offlineAllowance: 96_000 })] }),
  },
  {
    title: 'of own units within the first of two ceilings that count them',
    given: asking({ consent }),
    pack: rulePack({
      ceilings: [
        ceiling({ ...visitOf(10), basis: 'units' }),
        ceiling({ ...visitOf(20), basis: 'units', ceilingId: 'MORE' }),
        ceiling({ ...visitOf(5), ceilingId: 'MONEY' }),
      ],
    }),
  },
  {
    title: 'of all units where this place alone knows of the ceiling that counts them',
    given: asking({}, { usage: [use(null, 80)] }),
    pack: rulePack({
      ceilings: [ceiling({ basis: 'units', limit: 100, offlineAllowance: 100 })],
    }),
  },
];

const bearers = ['shared', 'insurer', 'member'] as const;
const taxKinds: readonly (readonly [string, Partial<TaxRule>])[] = [
  ['on top of the price', {}],
  ['on top of the price, counted nowhere', { isCounted: false }],
  ['on top of the price, shared apart', { isSharedWithPrice: false }],
  ['within the price', { isInPrices: true }],
  ['within the price, counted nowhere', { isInPrices: true, isCounted: false }],
];
const taxBounds: readonly (readonly [string, Partial<RulePack>])[] = [
  ['a ceiling of the insurer’s', { ceilings: [ceiling(visitOf(1_000))] }],
  ['a ceiling of the payable', { ceilings: [ceiling({ ...visitOf(1_000), basis: 'gross' })] }],
];

const taxes: readonly Sum[] = [
  ...bearers.flatMap((bearer) =>
    taxKinds.map(([kind, changes]) => ({
      title: `of a tax ${kind}, by its bearer: ${bearer}`,
      given: asking(),
      pack: taxed({ bearer, ...changes }),
    })),
  ),
  ...bearers.flatMap((bearer) =>
    taxKinds.slice(0, 2).flatMap(([kind, changes]) =>
      taxBounds.map(([bound, more]) => ({
        title: `of a tax ${kind}, under ${bound}, by its bearer: ${bearer}`,
        given: asking({ consent }),
        pack: taxed({ bearer, ...changes }, more),
      })),
    ),
  ),
  {
    title: 'of a tax under a ceiling that just suffices for it',
    given: asking(),
    pack: taxed({}, { ceilings: [ceiling({ ...visitOf(3_300), basis: 'gross' })] }),
  },
  {
    title: 'of a tax with a deductible and a maximum',
    given: asking({}, { usage: paid(9_800) }),
    pack: taxed({}, { deductibles: [deductible(visitOf(400))], outOfPocket: [maximum()] }),
  },
  ...[2_900, 500, 100].flatMap((other) =>
    bearers.map((bearer) => ({
      title: `of a tax that is ${bearer}, of which others paid ${other}`,
      given: asking({ paidByOther: money(other) }),
      pack: taxed({ bearer }),
    })),
  ),
  {
    title: 'of a tax on units cut, above list and reference, signed for',
    given: asking({ unitPrice: money(150), consent }),
    pack: {
      ...taxed({}, { frequencies: visits(10) }),
      itemRules: [
        itemRule({
          ...{ tax: 'sales', ...perDispensing(20) },
          price: { discountPercent: null, percentOf: null, reference: money(70) },
        }),
      ],
    },
  },
  {
    title: 'of a tax on units cut, above list and reference, not signed for',
    given: asking({ unitPrice: money(150) }),
    pack: {
      ...taxed({}, { frequencies: visits(10) }),
      itemRules: [
        itemRule({
          ...{ tax: 'sales', ...perDispensing(20) },
          price: { discountPercent: null, percentOf: null, reference: money(70) },
        }),
      ],
    },
  },
  { title: 'of a stated tax below the due', given: asking({ tax: money(200) }), pack: taxed() },
  { title: 'of a stated tax above the due', given: asking({ tax: money(400) }), pack: taxed() },
  {
    title: 'of a stated tax above what the price contains',
    given: asking({ tax: money(400) }),
    pack: taxed({ isInPrices: true }),
  },
  { title: 'of a tax whose rate nobody knows', given: asking(), pack: taxed({ rates: [] }) },
  {
    title: 'of a tax on half',
    given: asking({ consent }),
    pack: taxed({}, condition({ pays: { percent: 50 } })),
  },
  {
    title: 'of a tax on what is refused',
    given: asking({ consent }),
    pack: taxed({}, condition({ outcome: 'decline' })),
  },
  {
    title: 'of a tax on what is referred',
    given: asking({}, { holder: 'not-yet' }),
    pack: taxed(),
  },
  {
    title: 'of a tax on what no rule shares',
    given: asking({ itemCode: 'GLASSES' }),
    pack: { ...taxed(), itemRules: [itemRule({ scope: { item: 'GLASSES' }, tax: 'sales' })] },
  },
];

const lowered: readonly Sum[] = [
  {
    title: 'of half, the rest signed for',
    given: asking({ consent }),
    pack: pays({ percent: 50 }),
  },
  { title: 'of half, the rest not signed for', given: asking(), pack: pays({ percent: 50 }) },
  {
    title: 'of half, the rest the provider’s',
    given: asking({ consent }),
    pack: pays({ percent: 50 }, 'provider'),
  },
  {
    title: 'of half, and at most so much, of which the lower holds',
    given: asking(),
    pack: pays({ percent: 50, most: money(1_400) }, 'provider'),
  },
  {
    title: 'of half, below so much at most',
    given: asking(),
    pack: pays({ percent: 50, most: money(1_600) }, 'provider'),
  },
  {
    title: 'of three days in a better room, paid as the plan’s, the difference signed for',
    given: upgraded({ consent }),
    pack: upgrading,
  },
  {
    title: 'of three days in a better room, of which the plan pays two',
    given: upgraded({ consent }),
    pack: { ...upgrading, ...withItemRule({ scope: { kind: 'medicine' }, ...perDispensing(2) }) },
  },
  {
    title: 'of all that is payable, where the bound lies above it',
    given: asking(),
    pack: pays({ percent: 100, most: money(3_001) }),
  },
  {
    title: 'of two parts: the provider’s three quarters, the member’s half',
    given: asking({ consent }),
    pack: rulePack({
      conditions: [
        ...(condition({ pays: { percent: 75 }, bearer: 'provider' }).conditions ?? []),
        ...(condition({ conditionId: 'half', pays: { percent: 50 } }).conditions ?? []),
      ],
    }),
  },
  {
    title: 'of two parts the provider bears, of which the lower holds',
    given: asking(),
    pack: rulePack({
      conditions: [
        ...(condition({ pays: { percent: 40 }, bearer: 'provider' }).conditions ?? []),
        ...(condition({ conditionId: 'more', pays: { percent: 60 }, bearer: 'provider' })
          .conditions ?? []),
      ],
    }),
  },
  {
    title: 'of half of what lies below the reference price, with a ceiling, signed for',
    given: asking({ consent }),
    pack: {
      ...priced({ reference: money(70) }, condition({ pays: { percent: 50 } })),
      ceilings: [ceiling(visitOf(500))],
    },
  },
  {
    title: 'of half of what lies below the reference price, not signed for',
    given: asking({ unitPrice: money(120) }),
    pack: priced({ reference: money(70) }, condition({ pays: { percent: 50 } })),
  },
];

const notLowered: readonly Sum[] = [
  {
    title: 'of all, where the condition is for another diagnosis',
    given: asking(),
    pack: rulePack(condition({ pays: { percent: 50 }, diagnosis: 'I10' })),
  },
  {
    title: 'of all, where the condition does not hold',
    given: asking(),
    pack: rulePack(condition({ pays: { percent: 50 }, when: 'false' })),
  },
  {
    title: 'of all of what is no bed, during a stay in a better room',
    given: upgraded({ itemCode: 'METFORMIN-850' }),
    pack: upgrading,
  },
  {
    title: 'of three days in a better room that the contract does not let the member take',
    given: upgraded({}),
    pack: {
      ...upgrading,
      ceilings: [ceiling(visitOf(500))],
      plans: upgrading.plans.map(({ stay, ...plan }) => ({
        ...plan,
        stay: stay === null ? null : { ...stay, isUpgradePaidByMember: false },
      })),
    },
  },
];

const followUp = (isFeeIncluded: boolean): RulePack =>
  rulePack({
    itemRules: [
      itemRule({
        scope: { kind: 'consultation' },
        followUp: { days: 14, same: 'clinician', isAnywhere: false, isFeeIncluded },
      }),
    ],
  });
const doctor = { licence: 'D-1', specialty: 'cardiology' };
const secondVisit = claiming(
  { clinician: { name: 'x', ...doctor } },
  input({
    lines: [whole(25_000)],
    services: [
      history([
        past({
          ...{ itemCode: 'CONSULTATION', providerId: 'NAFIS', diagnosis: 'E78.0' },
          clinician: doctor,
        }),
      ]),
    ],
  }),
);

const others: readonly Sum[] = [
  {
    title: 'of a first consultation, where the contract pays for the second',
    given: claiming(
      { clinician: { name: 'x', ...doctor } },
      input({ lines: [whole(25_000)], services: [history()] }),
    ),
    pack: followUp(true),
  },
  { title: 'of a fee that an earlier one contains', given: secondVisit, pack: followUp(true) },
  {
    title: 'of a fee that an earlier one contains, which takes nothing of a ceiling',
    given: secondVisit,
    pack: { ...followUp(true), ceilings: [ceiling({ ...visitOf(100), scope: null })] },
  },
  {
    title: 'of a fee that an earlier one contains, of what no rule of the plan shares',
    given: claiming({ lines: [{ ...whole(80_000), itemCode: 'GLASSES' }] }, secondVisit),
    pack: followUp(true),
  },
  {
    title:
      'of a fee that an earlier one contains, of what no rule shares, where that is only observed',
    given: claiming({ lines: [{ ...whole(80_000), itemCode: 'GLASSES' }] }, secondVisit),
    pack: { ...followUp(true), modes: { 'item-covered': 'observe' } },
  },
  {
    title: 'of a taxed fee that an earlier one contains, under a ceiling',
    given: secondVisit,
    pack: {
      ...followUp(true),
      ...{ ceilings: [ceiling({ ...visitOf(100), scope: null })], taxes: [taxRule()] },
      itemRules: followUp(true).itemRules.map((rule) => ({ ...rule, tax: 'sales' })),
    },
  },
  { title: 'of a follow-up that the insurer pays', given: secondVisit, pack: followUp(false) },
  {
    title: 'of what others paid, less than the share',
    given: asking({ paidByOther: money(500) }),
  },
  {
    title: 'of what others paid, more than the share',
    given: asking({ paidByOther: money(1_000) }),
  },
  { title: 'of what others paid in full', given: asking({ paidByOther: money(9_000) }) },
  {
    title: 'of what others paid of a price above list and reference, signed for',
    given: asking({ unitPrice: money(150), paidByOther: money(3_000), consent }),
    pack: priced({ reference: money(70) }),
  },
  {
    title: 'of what others paid of own units above a ceiling, signed for',
    given: asking({ paidByOther: money(1_500), consent }),
    pack: rulePack({ frequencies: visits(20), ceilings: [ceiling(visitOf(600))] }),
  },
  {
    title: 'of what others paid, after a deductible and a co-payment',
    given: asking({ paidByOther: money(2_000) }),
    pack: medicines(
      { coPayment: { amount: money(600), per: 'line' } },
      { deductibles: [deductible(visitOf(700))] },
    ),
  },
  {
    title: 'of what others paid of half, the rest not signed for',
    given: asking({ paidByOther: money(800) }),
    pack: pays({ percent: 50 }),
  },
];

const excluded = line({ lineId: 'excluded', itemCode: 'WHITENING', quantity: 1, daysSupply: null });
const byOther = money(10_000);

const refusals: readonly Sum[] = [
  { title: 'of what the member bears, not signed for', given: input({ lines: [excluded] }) },
  {
    title: 'of what the member bears, signed for',
    given: input({ lines: [{ ...excluded, consent }] }),
  },
  {
    title: 'of what the member bears, signed for one minor unit less',
    given: input({ lines: [{ ...excluded, consent: signed(49_999) }] }),
  },
  {
    title: 'of what the member bears, others paid, and the rest signed for',
    given: input({ lines: [{ ...excluded, consent: signed(40_000), paidByOther: byOther }] }),
  },
  {
    title: 'of what the provider bears, others paid, whatever is signed for',
    given: input({
      ...{ holder: 'refused', lines: [{ ...excluded, consent, paidByOther: byOther }] },
    }),
  },
  {
    title: 'of what the member bears, signed for, beside what is the provider’s and only warned of',
    given: input({ hotlist: blocked('lost'), lines: [{ ...excluded, consent }] }),
    pack: rulePack({ modes: { 'card-status': 'warn' } }),
  },
  { title: 'until it is approved', given: asking({ consent }, { holder: 'not-yet' }) },
  {
    title: 'until it is approved, others paid',
    given: asking({ consent, paidByOther: money(500) }, { holder: 'not-yet' }),
    pack: rulePack({ decrees: [decree(80)] }),
  },
  {
    title: 'of a claim of every kind of line',
    given: input({
      lines: [
        paracetamol({ lineId: 'approved', quantity: 33, paidByOther: money(7) }),
        paracetamol({ lineId: 'reduced', unitPrice: money(150) }),
        paracetamol({ lineId: 'referred', itemCode: 'UNPRICED', unitPrice: money(77) }),
        { ...excluded, consent },
      ],
    }),
  },
];

/** Sums of every kind. */
export const sums: readonly Sum[] = [
  ...prices,
  ...quantities,
  ...shares,
  ...limits,
  ...allowances,
  ...taxes,
  ...lowered,
  ...notLowered,
  ...others,
  ...refusals,
];
