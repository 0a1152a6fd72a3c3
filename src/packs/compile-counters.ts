import type {
  Ceiling,
  Counter,
  Deductible,
  OutOfPocketMaximum,
} from '#domain/adjudication/counter-terms.ts';
import type { ReadMoney } from './read-money.ts';
import type { PackSource } from './source-schema.ts';

/** Most that is paid: money as an amount, all else as a count. */
export const compileCeilings = ({ ceilings }: PackSource['ceilings'], read: ReadMoney): Ceiling[] =>
  ceilings.map(({ for: scope, limit, offlineAllowance, afterPlanChange, ...rule }, at): Ceiling => {
    const measure = (value: string | number, name: string): number =>
      typeof value === 'number' ? value : read(value, 'ceilings', ['ceilings', at, name]);
    return {
      ...rule,
      plans: rule.plans ?? null,
      scope: scope ?? null,
      diagnosis: rule.diagnosis ?? null,
      ...compilePlanChange(afterPlanChange),
      limit: measure(limit, 'limit'),
      offlineAllowance:
        offlineAllowance === undefined ? null : measure(offlineAllowance, 'offlineAllowance'),
      basket: rule.basket ?? null,
    };
  });

export const compileDeductibles = (
  { deductibles = [] }: PackSource['ceilings'],
  read: ReadMoney,
): Deductible[] =>
  deductibles.map((one, at) => ({
    ...compileBorne(one, 'deductibles', at, read),
    per: one.per,
    basis: 'deductible',
  }));

export const compileOutOfPocket = (
  { outOfPocket = [] }: PackSource['ceilings'],
  read: ReadMoney,
): OutOfPocketMaximum[] =>
  outOfPocket.map((one, at) => ({
    ...compileBorne(one, 'outOfPocket', at, read),
    per: one.per,
    basis: 'out-of-pocket',
  }));

/** Use is carried over unless a rule says otherwise. */
const compilePlanChange = (
  written: PackSource['ceilings']['ceilings'][number]['afterPlanChange'],
): Pick<Counter, 'afterPlanChange'> =>
  written === undefined || written === 'carry' ? {} : { afterPlanChange: written };

/** What a member bears over a period: a deductible, or the most that there is. */
const compileBorne = (
  {
    id,
    name,
    plans,
    for: scope,
    of,
    amount,
    offlineAllowance: allowance,
    afterPlanChange,
    basket,
    clause,
  }: Omit<NonNullable<PackSource['ceilings']['deductibles']>[number], 'per'>,
  list: 'deductibles' | 'outOfPocket',
  at: number,
  read: ReadMoney,
): Omit<Counter, 'per' | 'basis'> => ({
  ceilingId: id,
  name,
  plans: plans ?? null,
  scope: scope ?? null,
  diagnosis: null,
  of,
  ...compilePlanChange(afterPlanChange),
  limit: read(amount, 'ceilings', [list, at, 'amount']),
  offlineAllowance:
    allowance === undefined ? null : read(allowance, 'ceilings', [list, at, 'offlineAllowance']),
  basket: basket ?? null,
  clause,
});
