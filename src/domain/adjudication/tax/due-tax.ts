import { greatest, type Money, proportion, subtract, zero } from '../../money.ts';
import type { LineBase } from '../check.ts';
import { rateOn, type TaxRule } from './tax-terms.ts';

/** What the contract says of a line's tax, and what is asked for it. */
export interface DueTax {
  /** Null: the item is of no category; what is asked is not due. */
  readonly rule: TaxRule | null;
  /** Null: no rate is known on the service date. */
  readonly perTenThousand: number | null;
  /** What the provider states as the line's tax; null: nothing was stated, and what is due is claimed. */
  readonly asked: Money | null;
}

/** Null where neither contract nor claim speaks of a tax: that costs nothing. */
export function dueTaxOf({ pack, terms, line, input }: LineBase): DueTax | null {
  const category = terms?.tax?.value ?? null;
  const asked = line.tax ?? null;
  if (category === null) return asked === null ? null : { rule: null, perTenThousand: 0, asked };
  const rule = pack.tax(category);
  const perTenThousand = rule === null ? null : rateOn(rule, input.claim.serviceDate);
  return { rule, perTenThousand, asked };
}

/** The tax on an amount in the contract's prices, or what they contain of it: half up. */
export function taxOn({ rule, perTenThousand }: DueTax, amount: Money): Money {
  if (rule === null) return zero;
  const rate = perTenThousand ?? 0;
  return proportion(amount, rate, 10_000 + (rule.isInPrices ? rate : 0));
}

/** What a stated tax comes to beyond what is due on the claimed price. */
export const excessOf = (due: DueTax, claimed: Money): Money =>
  greatest(subtract(due.asked ?? zero, taxOn(due, claimed)), zero);
