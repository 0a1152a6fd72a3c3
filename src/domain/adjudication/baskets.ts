import type { CalendarDate, Period } from '../dates.ts';
import { floorDivide } from '../integers.ts';
import type { Membership } from '../people.ts';
import type { Ceiling } from './contract-terms.ts';
import { isForPlan } from './item-terms.ts';
import { type PastClaim, takenByClaim } from './own-use.ts';
import { periodAround } from './past-services.ts';
import type { CompiledPack } from './rule-pack.ts';

/** A ceiling that the member's card counts along. */
export type BasketCeiling = Ceiling & { readonly basket: NonNullable<Ceiling['basket']> };

/** What a card holds (profile MC-1): so many baskets, in each at most so many units. */
export const cardBaskets = { count: 6, units: 0xff_fffe } as const;

/** The ceilings that a member's card counts along on a day, all in one period. */
export interface Baskets {
  /** In which the period begins. */
  readonly year: number;
  readonly ceilings: readonly BasketCeiling[];
}

/** Null where the member's plan keeps no basket. A sound pack counts a plan's baskets in one period. */
export function findBaskets(
  { pack }: CompiledPack,
  membership: Membership | null,
  on: CalendarDate,
): Baskets | null {
  const ceilings = pack.ceilings.filter(
    (ceiling): ceiling is BasketCeiling =>
      ceiling.basket !== null && isForPlan(ceiling.plans, membership?.planCode ?? null),
  );
  const [first] = ceilings;
  if (first === undefined || first.per === 'line') return null;
  const period = periodAround(first.per, on, membership);
  return period === null || period === 'claim' ? null : { year: yearOf(period), ceilings };
}

/** What each line adds to the baskets, in their units: rounded up over all lines, in the order given. */
export function listBasketUses(
  pack: CompiledPack,
  claim: PastClaim,
  { ceilings }: Baskets,
  lineIds: readonly string[],
): ReadonlyMap<string, readonly { readonly basket: number; readonly units: number }[]> {
  const unitsThrough = (ceiling: BasketCeiling, count: number): number => {
    const counted = new Set(lineIds.slice(0, count));
    const taken = takenByClaim(pack, ceiling, claim, (lineId) => counted.has(lineId));
    return inUnits(taken, ceiling.basket.unit);
  };
  return new Map(
    lineIds.map((lineId, at) => [
      lineId,
      ceilings.flatMap((ceiling) => {
        const units = unitsThrough(ceiling, at + 1) - unitsThrough(ceiling, at);
        return units === 0 ? [] : [{ basket: ceiling.basket.number, units }];
      }),
    ]),
  );
}

const inUnits = (taken: number, unit: number): number => floorDivide(taken + unit - 1, unit);

const yearOf = ({ from }: Period): number => Number(from.slice(0, 4));
