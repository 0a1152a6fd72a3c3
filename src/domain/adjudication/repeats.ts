import type { Supply } from '../claims.ts';
import { addDays, type CalendarDate, type Instant } from '../dates.ts';
import type { Fact, Source } from '../facts.ts';
import { ceilDivide } from '../integers.ts';

/** An earlier supply placed in time, with where we know it from. */
export interface PlacedSupply {
  readonly supply: Supply;
  /** The day it was dispensed, which is the first it covers. */
  readonly startOn: CalendarDate;
  /** The first day on which the next supply is permitted. */
  readonly nextOn: CalendarDate;
  readonly source: Source;
  readonly asOf: Instant;
}

/** Days that must pass after a supply of `days`: days x threshold, rounded up to whole days. */
export const daysToWait = (days: number, thresholdPercent: number): number =>
  ceilDivide(days * thresholdPercent, 100);

/** The known supplies under one repeat code, latest first; unknown facts contribute nothing. */
export function placeSupplies(
  facts: readonly Fact<readonly Supply[]>[],
  repeatCode: number,
  thresholdPercent: number,
): readonly PlacedSupply[] {
  const placed: PlacedSupply[] = [];
  for (const fact of facts) {
    if (!fact.known) continue;
    for (const supply of fact.value) {
      if (supply.repeatCode !== repeatCode) continue;
      const first = 1 - supply.days;
      const startOn = addDays(supply.endsOn, first);
      const nextOn = addDays(supply.endsOn, first + daysToWait(supply.days, thresholdPercent));
      placed.push({ supply, startOn, nextOn, source: fact.source, asOf: fact.asOf });
    }
  }
  return placed.sort((a, b) => (a.startOn === b.startOn ? 0 : a.startOn > b.startOn ? -1 : 1));
}

/** Whether a supply dispensed on or before the day still forbids another one on that day. */
export const forbids = ({ startOn, nextOn }: PlacedSupply, day: CalendarDate): boolean =>
  startOn <= day && day < nextOn;

/** Whether a supply on the day, lasting `days`, would forbid this one, which is already dispensed later. */
export const wouldForbid = (
  day: CalendarDate,
  days: number,
  { startOn }: PlacedSupply,
  thresholdPercent: number,
): boolean => day < startOn && startOn < addDays(day, daysToWait(days, thresholdPercent));

/** The first day, from the given one on, that no known supply rules out on either side. */
export function firstPermitted(
  day: CalendarDate,
  days: number | null,
  placed: readonly PlacedSupply[],
  thresholdPercent: number,
): CalendarDate {
  const obstacle = placed.find(
    (one) => forbids(one, day) || (days !== null && wouldForbid(day, days, one, thresholdPercent)),
  );
  if (obstacle === undefined) return day;
  return firstPermitted(obstacle.nextOn, days, placed, thresholdPercent);
}
