import type { ConditionRule } from '#domain/adjudication/conditions.ts';
import type { BenefitRule, RulePack } from '#domain/adjudication/rule-pack.ts';
import { money } from '#domain/money.ts';
import { line, rulePack, signed } from '../../builders.ts';
import { use, withBenefit } from '../../terms.ts';
import type { Case } from '../case.ts';

/** A claim whose whole sum is kept: thirty tablets at one pound, a fifth the member's, unless told otherwise. */
export type Sum = Pick<Case, 'title' | 'given' | 'pack'>;
export const consent = signed();
export const perDispensing = (most: number) => ({
  quantity: { perDispensing: most, perDay: null, maximumDays: null, perPeriod: null },
});
export const visits = (limit: number): RulePack['frequencies'] => [
  {
    ...{ scope: { benefit: 'medicines' }, plans: null, limit },
    ...{ period: 'visit', counts: 'units', clause: 'art-26' },
  },
];
export const condition = (changes: Partial<ConditionRule>): Partial<RulePack> => ({
  conditions: [
    {
      ...{ conditionId: 'lower', scope: null, diagnosis: null, plans: null, when: 'true' },
      ...{ outcome: 'reduce', bearer: 'member', clause: 'art-12' },
      text: { ar: 'أقلّ', en: 'less of it' },
      ...changes,
    },
  ],
});
export const pays = (
  paid: NonNullable<ConditionRule['pays']>,
  bearer: ConditionRule['bearer'] = 'member',
) => rulePack(condition({ pays: paid, bearer }));
export const medicines = (changes: Partial<BenefitRule>, more: Partial<RulePack> = {}) =>
  rulePack({ ...withBenefit('medicines', changes), ...more });
export const whole = (unitPrice: number) =>
  line({
    ...{ lineId: 'whole', itemCode: 'CONSULTATION', quantity: 1, daysSupply: null },
    unitPrice: money(unitPrice),
  });
export const owed = (total: number | null, own: number | null = null) => [
  use(total, own, { ceilingId: 'DEDUCTIBLE' }),
];
export const paid = (total: number) => [use(total, null, { ceilingId: 'MAXIMUM' })];
export const visitOf = (limit: number) => ({ per: 'visit', limit }) as const;
