import { floorDivide } from './integers.ts';

/** An amount in integer minor units of the contract's currency (ISO 4217 exponent). Never a float. */
export type Money = number & { readonly unit: 'minor' };

/** A currency as the contract names it: a redenomination is a new key with its own dates. */
export interface Currency {
  /** ISO 4217 alphabetic code. */
  readonly code: string;
  /** ISO 4217 exponent: how many decimal digits the minor unit has (SYP 2, KWD 3). */
  readonly exponent: number;
  /** Smallest amount payable in cash, in minor units; 1 where every amount is payable. */
  readonly cashStep: number;
}

export const zero = 0 as Money;

/** Takes an integer number of minor units; throws on anything else, since that is a bug upstream. */
export function money(minor: number): Money {
  if (!Number.isSafeInteger(minor))
    throw new RangeError(`not a whole number of minor units: ${minor}`);
  return minor as Money;
}

export function add(...amounts: readonly Money[]): Money {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return money(sum);
}

export const subtract = (from: Money, amount: Money): Money => money(from - amount);

export const least = (a: Money, b: Money): Money => (a <= b ? a : b);

export const greatest = (a: Money, b: Money): Money => (a >= b ? a : b);

/** A quantity of whole units at a unit price. */
export const times = (unitPrice: Money, quantity: number): Money => money(unitPrice * quantity);

/**
 * `amount x numerator / denominator`, rounded half up (away from zero at exactly one half).
 * Exact: where the product would not be, it is taken in arbitrary precision.
 */
export function proportion(amount: Money, numerator: number, denominator: number): Money {
  const small = 2 * amount * numerator + denominator;
  if (amount >= 0 && numerator >= 0 && denominator > 0 && Number.isSafeInteger(small)) {
    return money(floorDivide(small, 2 * denominator));
  }
  const product = BigInt(amount) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const doubled = 2n * (product < 0n ? -product : product) + divisor;
  const rounded = doubled / (2n * divisor);
  return money(Number(product < 0n ? -rounded : rounded));
}

/** The multiple of the cash step nearest to the amount, half up: what is asked for at the till. */
export const roundToCashStep = (amount: Money, step: number): Money =>
  times(proportion(amount, 1, step), step);
