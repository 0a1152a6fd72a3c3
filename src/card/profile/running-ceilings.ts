import { cardBaskets } from '#domain/adjudication/baskets.ts';
import type { Ceilings } from './ledger-record.ts';

/** The baskets that run along for a member, all in the year in which their period begins. */
export interface KeptBaskets {
  /** 2001 to 2255. */
  readonly year: number;
  /** 1 to 255, each once. */
  readonly numbers: readonly number[];
}

/** What something adds to a basket, in the basket's whole units; a correction takes away. */
export interface BasketUse {
  readonly basket: number;
  readonly units: number;
}

/** Where a ledger's baskets stand. */
export interface RunningCeilings extends Ceilings {
  /** Nothing was ever recorded on this ledger. */
  readonly isNew: boolean;
}

/** What is used of a basket in that year, in its units; null where the ledger cannot tell. */
export function usedOf(
  { year, used, isNew }: RunningCeilings,
  basket: number,
  inYear: number,
): number | null {
  if (isNew) return 0;
  // Never kept, or run on into a later year: what this one held is gone.
  if (year === null || year > inYear) return null;
  // Whoever used anything in the new year would have begun it.
  if (year < inYear) return 0;
  return used.find((row) => row.basket === basket)?.used ?? null;
}

/**
 * The table once these uses are added. All baskets of a year begin together, so that one which is missing
 * was never kept. What belongs to a year that is over changes nothing.
 */
export function runCeilings(
  before: RunningCeilings,
  { year, numbers }: KeptBaskets,
  uses: readonly BasketUse[],
): Ceilings {
  if (numbers.length === 0 || (before.year !== null && before.year > year)) {
    return { year: before.year, used: before.used };
  }
  const others =
    before.year === year ? before.used.filter(({ basket }) => !numbers.includes(basket)) : [];
  const kept = numbers.map((basket) => {
    const start = usedOf(before, basket, year);
    const added = uses.reduce((sum, use) => sum + (use.basket === basket ? use.units : 0), 0);
    return { basket, used: start === null ? null : withinField(start + added) };
  });
  return { year, used: [...kept, ...others].slice(0, cardBaskets.count) };
}

const withinField = (used: number): number | null =>
  used > cardBaskets.units ? null : Math.max(used, 0);
