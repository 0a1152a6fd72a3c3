import type { CalendarDate, Period } from '../dates.ts';
import { floorDivide } from '../integers.ts';
import type { Membership } from '../people.ts';
import type { Counter } from './counter-terms.ts';
import { countersOf } from './counters.ts';
import { isCourse } from './courses.ts';
import { isForPlan } from './item-terms.ts';
import { type PastClaim, takenByClaim } from './own-use.ts';
import { packOn } from './pack-in-key.ts';
import { periodAround } from './past-services.ts';
import type { CompiledPack } from './rule-pack.ts';

/** A counter that the member's card counts along. */
export type BasketCounter = Counter & { readonly basket: NonNullable<Counter['basket']> };

/** What a card holds (profile MC-1): so many baskets, in each at most so many units. */
export const cardBaskets = { count: 6, units: 0xff_fffe } as const;

/** The counters that a member's card counts along on a day, all in one period. */
export interface Baskets {
  /** In which the period begins. */
  readonly year: number;
  readonly counters: readonly BasketCounter[];
}

/** Null where the member's plan keeps no basket. A sound pack counts a plan's baskets in one period. */
export function findBaskets(
  contract: CompiledPack,
  membership: Membership | null,
  on: CalendarDate,
): Baskets | null {
  const { pack } = packOn(contract, on);
  const counters = countersOf(pack).filter(
    (counter): counter is BasketCounter =>
      counter.basket !== null && isForPlan(counter.plans, membership?.planCode ?? null),
  );
  const [first] = counters;
  if (first === undefined || first.per === 'line' || isCourse(first.per)) return null;
  const period = periodAround(first.per, on, membership);
  return period === null || period === 'claim' ? null : { year: yearOf(period), counters };
}

/** What each line adds to the baskets, in their units: rounded up over all lines, in the order given. */
export function listBasketUses(
  pack: CompiledPack,
  claim: PastClaim,
  { counters }: Baskets,
  lineIds: readonly string[],
): ReadonlyMap<string, readonly { readonly basket: number; readonly units: number }[]> {
  const unitsThrough = (counter: BasketCounter, count: number): number => {
    const counted = new Set(lineIds.slice(0, count));
    const taken = takenByClaim(pack, counter, claim, (lineId) => counted.has(lineId));
    return inUnits(taken, counter.basket.unit);
  };
  return new Map(
    lineIds.map((lineId, at) => [
      lineId,
      counters.flatMap((counter) => {
        const units = unitsThrough(counter, at + 1) - unitsThrough(counter, at);
        return units === 0 ? [] : [{ basket: counter.basket.number, units }];
      }),
    ]),
  );
}

const inUnits = (taken: number, unit: number): number => floorDivide(taken + unit - 1, unit);

const yearOf = ({ from }: Period): number => Number(from.slice(0, 4));
