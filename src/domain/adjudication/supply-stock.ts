import { addDays, type CalendarDate, daysBetween } from '../dates.ts';
import type { Source } from '../facts.ts';
import type { Supply } from '../history.ts';

/** A supply, by the day on which it was dispensed and by who tells of it. */
export interface ToldSupply {
  readonly supply: Supply;
  readonly startOn: CalendarDate;
  readonly source: Source;
}

/** All that was dispensed of one medicine on one day, in days' supply. */
export interface SupplyDay {
  readonly on: CalendarDate;
  /** By those who tell each supply by itself. */
  readonly supplied: number;
  /** What was at hand, as a card sums it up; 0 where none tells. */
  readonly summed: number;
}

/** What was at hand once a day's supplies were. */
export interface Stock extends SupplyDay {
  /** Days from that day on, it included. */
  readonly atHand: number;
  /** The first day on which nothing is left, of it or of what went before. */
  readonly usedUpOn: CalendarDate;
}

/**
 * The days on which something was dispensed, in their order, several places telling of the same supplies: of one day
 * and provider the place that knows of most is believed, and whoever names no provider may tell of any of them. A
 * card tells what was at hand instead, which is never added to what others tell.
 */
export function supplyDays(told: readonly ToldSupply[]): readonly SupplyDay[] {
  const perDay = new Map<CalendarDate, ToldSupply[]>();
  for (const one of told) {
    const same = perDay.get(one.startOn);
    if (same === undefined) perDay.set(one.startOn, [one]);
    else same.push(one);
  }
  return [...perDay]
    .map(([on, same]) => ({ on, supplied: suppliedOn(same), summed: summedOn(same) }))
    .sort((a, b) => daysBetween(b.on, a.on));
}

function suppliedOn(told: readonly ToldSupply[]): number {
  const perPlace = new Map<string, Map<Source, number>>();
  for (const { supply, source } of told) {
    if (source === 'card') continue;
    // Of the claim's own lines no other place tells.
    const place = `${supply.providerId ?? ''}${source === 'operator' ? ' here' : ''}`;
    const perSource = perPlace.get(place) ?? new Map<Source, number>();
    perSource.set(source, (perSource.get(source) ?? 0) + supply.days);
    perPlace.set(place, perSource);
  }
  const most = (place: string) => [...(perPlace.get(place)?.values() ?? [])].reduce(greater, 0);
  const named = [...perPlace.keys()]
    .filter((place) => place !== '')
    .reduce((sum, place) => sum + most(place), 0);
  return greater(named, most(''));
}

const summedOn = (told: readonly ToldSupply[]): number =>
  told.reduce(
    (most, { supply, source }) => (source === 'card' ? greater(most, supply.days) : most),
    0,
  );

/**
 * The stock after each day: what is left of all before it is carried over, up to so many days, and what is dispensed
 * begins when that is used up. No supply takes away from what an earlier one covers.
 */
export function stockAfterEach(
  days: readonly SupplyDay[],
  carriedDaysMost: number,
): readonly Stock[] {
  const stocks: Stock[] = [];
  let before: Stock | null = null;
  for (const { on, supplied, summed } of days) {
    const chained = supplied === 0 ? 0 : leftOver(before, on, carriedDaysMost) + supplied;
    const atHand = greater(chained, summed);
    const end = addDays(on, atHand);
    const usedUpOn: CalendarDate = before !== null && before.usedUpOn > end ? before.usedUpOn : end;
    before = { on, supplied, summed, atHand, usedUpOn };
    stocks.push(before);
  }
  return stocks;
}

/** Days that are left over on a day of what went before, as far as they count. */
function leftOver(before: Stock | null, on: CalendarDate, most: number): number {
  const left = before === null ? 0 : daysBetween(on, before.usedUpOn);
  return left <= 0 ? 0 : left < most ? left : most;
}

const greater = (a: number, b: number): number => (a > b ? a : b);
