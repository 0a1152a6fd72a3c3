import { add, least, type Money, proportion, subtract, times, zero } from '../money.ts';
import type { Bearer } from './evidence.ts';
import type { LineMoney } from './line-money.ts';

/** A term that pays less than what is payable, before it is shared; each bound is left out where there is none. */
export interface Lowering {
  /** Of what is payable. */
  readonly percent?: number;
  /** At most so much for each unit that is paid for, and for the line. */
  readonly perUnit?: Money;
  readonly most?: Money;
  /** Who bears what is not paid. */
  readonly bearer: Bearer;
}

/** What terms take off what is payable, by who bears it. */
export type Lowered = Readonly<Record<Bearer, Money>>;

export const notLowered: Lowered = { provider: zero, member: zero };

/** What of a payable amount a term leaves. */
export function leftBy({ percent, perUnit, most }: Lowering, payable: Money, units: number): Money {
  const byPercent = percent === undefined ? payable : proportion(payable, percent, 100);
  const byUnit = perUnit === undefined ? byPercent : least(byPercent, times(perUnit, units));
  return most === undefined ? byUnit : least(byUnit, most);
}

/** The line with what its terms leave of it; they do not add up: the lowest bound of each bearer holds, the provider's first. */
export function lowerLine(
  money: LineMoney,
  lowerings: readonly Lowering[],
  units: number,
): LineMoney {
  if (lowerings.length === 0) return money;
  const within = (bearer: Bearer, payable: Money): Money =>
    lowerings
      .filter((one) => one.bearer === bearer)
      .reduce((rest, one) => least(rest, leftBy(one, money.allowed, units)), payable);
  const owed = within('provider', money.allowed);
  const allowed = within('member', owed);
  const lowered = { provider: subtract(money.allowed, owed), member: subtract(owed, allowed) };
  return { ...money, allowed, lowered, ownUnits: add(money.ownUnits, lowered.member) };
}

/** What was payable before any term took from it. */
export const payableOf = ({ allowed, included, lowered }: LineMoney): Money =>
  add(allowed, included, lowered.provider, lowered.member);
