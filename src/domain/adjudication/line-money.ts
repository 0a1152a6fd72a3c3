import type { ClaimLine } from '../claims.ts';
import { greatest, least, type Money, proportion, subtract, times, zero } from '../money.ts';
import type { BenefitRule, PriceRow } from './rule-pack.ts';

/** The arithmetic of one line before any verdict, in minor units. */
export interface LineMoney {
  /** What one unit is claimed at: the asked price, else the list price. */
  readonly unitPrice: Money;
  readonly claimed: Money;
  /** What is payable of it: quantity x the least of asked and list price. */
  readonly allowed: Money;
  /** Null when no rule of the member's plan says how it is shared. */
  readonly share: Share | null;
}

/** insurer + member = allowed, exactly. */
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
): LineMoney | null {
  const unitPrice = line.unitPrice ?? row?.unitPrice ?? null;
  if (unitPrice === null || unitPrice * line.quantity > largestLine) return null;
  const allowedPrice = isListBinding && row !== null ? least(unitPrice, row.unitPrice) : unitPrice;
  const allowed = times(allowedPrice, line.quantity);
  return {
    unitPrice,
    claimed: times(unitPrice, line.quantity),
    allowed,
    share: rule === null ? null : shareOf(allowed, rule),
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
