import type { ClaimLine } from '../claims.ts';
import { greatest, least, type Money, proportion, subtract, times, zero } from '../money.ts';
import type { BenefitRule, PriceRow } from './rule-pack.ts';

/** The arithmetic of one line before any verdict, in minor units. */
export interface LineMoney {
  /** What one unit is claimed at: the asked price, else the list price. */
  readonly unitPrice: Money;
  readonly claimed: Money;
  /** What is payable of it: allowed quantity x the least of asked and list price. */
  readonly allowed: Money;
  /** Units that are the member's own, at the same price: beyond what the contract grants. */
  readonly ownUnits: Money;
  /** insurer + member + overCeiling = allowed; null when no rule of the member's plan says how it is shared. */
  readonly share: Share | null;
  /** The share as it would be without the ceilings of the insurer's share. */
  readonly uncapped: Share | null;
  /** What ceilings leave to the member. */
  readonly overCeiling: Money;
}

/** How many of the units asked for are paid for. */
export interface Quantities {
  readonly payable: number;
  /** Paid for, or the member's own; the provider bears the rest. */
  readonly owed: number;
}

/** insurer + member = what is shared, exactly. */
export interface Share {
  readonly insurer: Money;
  readonly member: Money;
}

/** No single line comes near it; beyond it, sums over a claim would no longer be exact. */
export const largestLine = 10_000_000_000_000;

/** Null when there is neither an asked nor a list price, or no sane one: unknown is never zero. */
export function priceLine(
  line: ClaimLine,
  row: PriceRow | null,
  rule: BenefitRule | null,
  isListBinding: boolean,
  { payable, owed }: Quantities = { payable: line.quantity, owed: line.quantity },
): LineMoney | null {
  const unitPrice = line.unitPrice ?? row?.unitPrice ?? null;
  if (unitPrice === null || unitPrice * line.quantity > largestLine) return null;
  const allowedPrice = isListBinding && row !== null ? least(unitPrice, row.unitPrice) : unitPrice;
  const allowed = times(allowedPrice, payable);
  const share = rule === null ? null : shareOf(allowed, rule);
  return {
    unitPrice,
    claimed: times(unitPrice, line.quantity),
    allowed,
    ownUnits: times(allowedPrice, owed - payable),
    share,
    uncapped: share,
    overCeiling: zero,
  };
}

/**
 * Co-insurance: the one rounding is of the insurer's share per line, half up; the bounds then hold the
 * member's share, the maximum last, and never more than is payable.
 */
export function shareOf(allowed: Money, rule: BenefitRule): Share {
  const byPercent = subtract(allowed, proportion(allowed, 100 - rule.coInsurancePercent, 100));
  const atLeast = greatest(byPercent, rule.coInsuranceMinimum ?? zero);
  const bounded = least(atLeast, rule.coInsuranceMaximum ?? atLeast);
  const member = least(bounded, allowed);
  return { insurer: subtract(allowed, member), member };
}
