import type { DiagnosisConditions, DiagnosisRule } from '#domain/adjudication/contract-terms.ts';
import type {
  Ceiling,
  Deductible,
  OutOfPocketMaximum,
} from '#domain/adjudication/counter-terms.ts';
import type { AdjudicationInput, CeilingUse } from '#domain/adjudication/input.ts';
import type { ItemRule, PriceTerm } from '#domain/adjudication/item-rule.ts';
import type { BenefitRule, RulePack } from '#domain/adjudication/rule-pack.ts';
import type { TaxRate, TaxRule } from '#domain/adjudication/tax/tax-terms.ts';
import type { Approval } from '#domain/approvals.ts';
import type { Claim, ClaimLine } from '#domain/claims.ts';
import { type Fact, known, type Source, unknown } from '#domain/facts.ts';
import type { PastService, ServiceHistory } from '#domain/history.ts';
import { money } from '#domain/money.ts';
import type { Person } from '#domain/people.ts';
import type { Prescription } from '#domain/prescriptions.ts';
import { day, type InputChanges, input, line, now, rulePack, today } from './builders.ts';

/** Terms of a contract and what is known of them; each story states only what matters to it. */

export const itemRule = (changes: Partial<ItemRule>): ItemRule => ({
  scope: { item: 'PARACETAMOL-500' },
  plans: null,
  sex: null,
  age: null,
  indications: null,
  quantity: null,
  duplicate: null,
  prescription: null,
  approval: null,
  price: null,
  tax: null,
  settings: null,
  specialties: null,
  maternity: null,
  dental: null,
  optical: null,
  followUp: null,
  referral: null,
  controlled: null,
  programme: null,
  globalPeriod: null,
  clause: 'art-20',
  ...changes,
});

export const withItemRule = (changes: Partial<ItemRule>): RulePack =>
  rulePack({ itemRules: [itemRule(changes)] });

export const diagnosisRule = (changes: Partial<DiagnosisRule>): DiagnosisRule => ({
  scope: 'E78.0',
  plans: null,
  isCovered: null,
  sex: null,
  age: null,
  conditions: null,
  clause: 'art-21',
  ...changes,
});

export const withDiagnosisRules = (...rules: Partial<DiagnosisRule>[]): RulePack =>
  rulePack({
    diagnosisRules: rules.map(diagnosisRule),
    diagnoses: [{ code: 'E78.0', name: { ar: 'فرط كولسترول', en: 'Hypercholesterolaemia' } }],
  });

export const conditions = (changes: Partial<DiagnosisConditions>): DiagnosisConditions => ({
  needsReferral: false,
  needsReport: false,
  specialties: [],
  needsApproval: false,
  preExistingMonths: null,
  asksForAccident: false,
  ...changes,
});

export const ceiling = (changes: Partial<Ceiling> = {}): Ceiling => ({
  ceilingId: 'MEDICINES',
  name: { ar: 'سقف الأدوية', en: 'medicines' },
  plans: null,
  scope: { benefit: 'medicines' },
  diagnosis: null,
  per: 'policy-year',
  of: 'member',
  basis: 'net',
  limit: 100_000,
  offlineAllowance: null,
  basket: null,
  clause: 'art-22',
  ...changes,
});

export const deductible = (changes: Partial<Deductible> = {}): Deductible => ({
  ...ceiling(),
  ceilingId: 'DEDUCTIBLE',
  name: { ar: 'مبلغ التحمّل', en: 'deductible' },
  per: 'policy-year',
  limit: 10_000,
  basis: 'deductible',
  ...changes,
});

export const maximum = (changes: Partial<OutOfPocketMaximum> = {}): OutOfPocketMaximum => ({
  ...ceiling(),
  ceilingId: 'MAXIMUM',
  name: { ar: 'أقصى ما يدفعه المريض', en: 'maximum' },
  per: 'policy-year',
  limit: 10_000,
  basis: 'out-of-pocket',
  ...changes,
});

/** The silver plan with other terms of a benefit. */
export const withBenefit = (benefit: string, changes: Partial<BenefitRule>) => ({
  plans: rulePack().plans.map((plan) => ({
    ...plan,
    benefits: plan.benefits.map((rule) =>
      rule.benefit === benefit ? { ...rule, ...changes } : rule,
    ),
  })),
});

/** What the contract says of paracetamol's price beyond the list of one pound. */
export const priced = (changes: Partial<PriceTerm>, more: Partial<RulePack> = {}): RulePack => ({
  ...withItemRule({
    price: { discountPercent: null, percentOf: null, reference: null, ...changes },
  }),
  ...more,
});

export const decree = (unitPrice: number, from = '2026-01-01', to: string | null = null) => ({
  item: 'PARACETAMOL-500',
  period: { from: day(from), to: to === null ? null : day(to) },
  unitPrice: money(unitPrice),
});

/** A tenth on paracetamol, put on top of its price and shared as the price is, unless told otherwise. */
export const taxed = (changes: Partial<TaxRule> = {}, more: Partial<RulePack> = {}): RulePack => ({
  ...withItemRule({ tax: 'sales' }),
  taxes: [taxRule(changes)],
  ...more,
});

export const taxRule = (changes: Partial<TaxRule> = {}): TaxRule => ({
  category: 'sales',
  name: { ar: 'ضريبة المبيعات', en: 'sales tax' },
  isInPrices: false,
  bearer: 'shared',
  isSharedWithPrice: true,
  isCounted: true,
  rates: [taxRate(1_000)],
  clause: 'art-30',
  ...changes,
});

export const taxRate = (
  perTenThousand: number,
  from = '2026-01-01',
  to: string | null = null,
): TaxRate => ({
  period: { from: day(from), to: to === null ? null : day(to) },
  perTenThousand,
});

/** The contract whose amounts become a hundredth on a day. */
export const redenominated = (since: string, pack: RulePack = rulePack()): RulePack => ({
  ...pack,
  currencyKeys: [
    { key: 'SYP', currency: pack.currency, since: null, ratio: null },
    {
      key: 'SYN',
      currency: { code: 'SYP', exponent: 2, cashStep: 1 },
      since: day(since),
      ratio: { before: 100, after: 1 },
    },
  ],
});

export const year = { from: day('2026-01-01'), to: day('2026-12-31') };

/** What was used of a ceiling, anywhere and here; null: not known. */
export const use = (
  total: number | null,
  own: number | null = null,
  changes: Partial<CeilingUse> = {},
): CeilingUse => ({
  ceilingId: 'MEDICINES',
  period: year,
  totals: [total === null ? unknown('not-present', 'card') : known(total, 'card', now)],
  own: own === null ? unknown('not-present', 'terminal') : known(own, 'terminal', now),
  ...changes,
});

export const approval = (changes: Partial<Approval> = {}): Approval => ({
  approvalId: 'A-1',
  memberNumber: '5577811042',
  itemCode: 'PARACETAMOL-500',
  providerId: null,
  period: { from: day('2026-11-01'), to: day('2026-11-30') },
  quantity: null,
  amount: null,
  waives: [],
  ...changes,
});

export const approvals = (...list: readonly Approval[]) => [known(list, 'centre' as const, now)];

export const prescription = (changes: Partial<Prescription> = {}): Prescription => ({
  prescriptionId: 'RX-1',
  on: day('2026-11-15'),
  validDays: null,
  prescriberLicence: 'SY-4471',
  diagnoses: [],
  lines: [{ itemCode: 'PARACETAMOL-500', quantity: 30, filled: 0 }],
  ...changes,
});

export const prescriptions = (...list: readonly Prescription[]) => [
  known(list, 'card' as const, now),
];

export const past = (changes: Partial<PastService> = {}): PastService => ({
  itemCode: 'PARACETAMOL-500',
  on: day('2026-11-15'),
  quantity: 10,
  providerId: 'RABWA',
  place: null,
  modifier: null,
  ...changes,
});

export const history = (
  services: readonly PastService[] = [],
  source: Source = 'card',
  since: string | null = null,
): Fact<ServiceHistory> =>
  known({ since: since === null ? null : day(since), services }, source, now);

/** One line of paracetamol, thirty tablets for ten days, unless told otherwise. */
export const paracetamol = (changes: Partial<ClaimLine> = {}): ClaimLine =>
  line({ itemCode: 'PARACETAMOL-500', quantity: 30, daysSupply: 10, ...changes });

export const asking = (
  lineChanges: Partial<ClaimLine> = {},
  changes: InputChanges = {},
): AdjudicationInput => input({ lines: [paracetamol(lineChanges)], ...changes });

/** The input with something of the claim changed. */
export const claiming = (
  changes: Partial<Claim>,
  given: AdjudicationInput = asking(),
): AdjudicationInput => ({ ...given, claim: { ...given.claim, ...changes } });

/** The input about somebody else. */
export const about = (
  changes: Partial<Person>,
  given: AdjudicationInput = asking(),
): AdjudicationInput => ({
  ...given,
  person: given.person === null ? null : { ...given.person, ...changes },
});

export const bornOn = (date: string, precision: 'day' | 'month' | 'year' = 'day') => ({
  birth: { date: day(date), precision },
});

export const pounds = (amount: number) => money(amount * 100);
export { day, known, now, today, unknown };
