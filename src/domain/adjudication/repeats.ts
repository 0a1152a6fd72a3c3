import { type Claim, dayOfLine } from '../claims.ts';
import { addDays, type CalendarDate, daysBetween, type Instant } from '../dates.ts';
import type { Fact, Source } from '../facts.ts';
import type { Supply } from '../history.ts';
import { ceilDivide } from '../integers.ts';
import { isAllowed } from './amounts.ts';
import type { DecidedLine } from './decision.ts';
import type { CompiledPack, RepeatRule } from './rule-pack.ts';
import { type SupplyDay, stockAfterEach, supplyDays } from './supply-stock.ts';

/** What of a contract's repeat rule places supplies in time. */
export type RepeatTerms = Pick<RepeatRule, 'thresholdPercent' | 'carriedDaysMost'>;

/** An earlier supply placed in time, with where we know it from. */
export interface PlacedSupply {
  readonly supply: Supply;
  /** The day it was dispensed, which is the first it covers. */
  readonly startOn: CalendarDate;
  /** Days that were at hand once it was dispensed: its own, and what the contract carries over to it. */
  readonly atHand: number;
  /** Of those, what was left over of earlier days; null where a card tells only the sum. */
  readonly carried: number | null;
  /** The first day on which the next supply is permitted. */
  readonly nextOn: CalendarDate;
  readonly source: Source;
  readonly asOf: Instant;
}

/** What was dispensed, and where. */
interface Dispensed extends Pick<Supply, 'quantity' | 'providerId'> {
  readonly itemCode: string;
  readonly day: CalendarDate;
  /** How long it lasts; null for what is no supply. */
  readonly days: number | null;
}

/** What counts against the next repeat of what was dispensed; null for what has no repeat key, or is no supply. */
export function supplyOf(
  pack: CompiledPack,
  { day, days, itemCode, providerId, quantity }: Dispensed,
): Supply | null {
  const repeatCode = pack.item(itemCode)?.medicine?.repeatCode ?? null;
  if (repeatCode === null || days === null) return null;
  return { repeatCode, endsOn: addDays(day, days - 1), days, quantity, providerId };
}

/** What a claim's allowed lines keep from being repeated, each with its line. */
export const listSupplies = (
  pack: CompiledPack,
  claim: Claim,
  decided: readonly Pick<DecidedLine, 'lineId' | 'outcome' | 'allowedDays' | 'allowedQuantity'>[],
): readonly (Supply & { readonly lineId: string; readonly quantity: number })[] =>
  claim.lines.flatMap((line) => {
    const { itemCode, lineId } = line;
    const allowed = decided.find((one) => one.lineId === lineId && isAllowed(one.outcome));
    if (allowed === undefined) return [];
    const { allowedDays: days, allowedQuantity: quantity } = allowed;
    const { providerId } = claim;
    const given = { itemCode, day: dayOfLine(claim, line), days, quantity, providerId };
    const supply = supplyOf(pack, given);
    return supply === null ? [] : [{ ...supply, lineId, quantity }];
  });

/** Days that must pass with `days` at hand: days x threshold, rounded up to whole days. */
export const daysToWait = (days: number, thresholdPercent: number): number =>
  ceilDivide(days * thresholdPercent, 100);

/** The known supplies under one repeat code, latest first; unknown facts contribute nothing. */
export function placeSupplies(
  facts: readonly Fact<readonly Supply[]>[],
  repeatCode: number,
  terms: RepeatTerms,
): readonly PlacedSupply[] {
  const placed: PlacedSupply[] = [];
  for (const fact of facts) {
    if (!fact.known) continue;
    for (const supply of fact.value) {
      if (supply.repeatCode !== repeatCode) continue;
      const { endsOn, days } = supply;
      const startOn = addDays(endsOn, 1 - days);
      const nextOn = nextAfter(startOn, days, terms);
      const { source, asOf } = fact;
      placed.push({ supply, startOn, atHand: days, carried: 0, nextOn, source, asOf });
    }
  }
  placed.sort((a, b) => (a.startOn === b.startOn ? 0 : a.startOn > b.startOn ? -1 : 1));
  return terms.carriedDaysMost === undefined
    ? placed
    : withCarried(placed, terms.carriedDaysMost, terms);
}

/** Each with what was at hand on its day: all that was dispensed on it, after what earlier days left over. */
const withCarried = (
  placed: readonly PlacedSupply[],
  most: number,
  terms: RepeatTerms,
): readonly PlacedSupply[] =>
  stockAfterEach(supplyDays(placed), most)
    .toReversed()
    .flatMap(({ on, supplied, atHand }) =>
      placed
        .filter(({ startOn }) => startOn === on)
        // Whoever tells of the supply itself comes before the card, which sums up.
        .toSorted((a, b) => isOfCard(a) - isOfCard(b))
        .map((one): PlacedSupply => {
          const own = supplied > 0 ? supplied : ownDaysOf(one.supply);
          const carried = own === null ? null : atHand - own;
          return { ...one, atHand, carried, nextOn: nextAfter(on, atHand, terms) };
        }),
    );

const isOfCard = ({ source }: PlacedSupply): number => (source === 'card' ? 1 : 0);

/** How long the supply itself lasts; null where a card tells only what was at hand. */
export const ownDaysOf = ({ ownDays, days, providerId }: Supply): number | null =>
  ownDays === undefined && providerId !== null ? days : (ownDays ?? null);

const nextAfter = (on: CalendarDate, days: number, { thresholdPercent }: RepeatTerms) =>
  addDays(on, daysToWait(days, thresholdPercent));

/** Whether a supply dispensed on or before the day still forbids another one on that day. */
export const forbids = ({ startOn, nextOn }: PlacedSupply, day: CalendarDate): boolean =>
  startOn <= day && day < nextOn;

/**
 * The earliest of the supplies after the day that one on the day, lasting `days`, would forbid: by itself, or by
 * what is carried of it to those between. Null: none.
 */
export function findForbidden(
  day: CalendarDate,
  days: number,
  placed: readonly PlacedSupply[],
  terms: RepeatTerms,
): PlacedSupply | null {
  if (placed[0] === undefined || placed[0].startOn <= day) return null;
  const closed = closedBy(day, days, placed, terms);
  return (
    placed.findLast(({ startOn }) =>
      closed.some(({ from, before }) => from <= startOn && startOn < before),
    ) ?? null
  );
}

/** Days, the last not included, on which nothing more may be dispensed. */
interface Closed {
  readonly from: CalendarDate;
  readonly before: CalendarDate;
}

/** What a supply on the day closes that was open without it; of days before it, nothing. */
function closedBy(
  day: CalendarDate,
  days: number,
  placed: readonly PlacedSupply[],
  terms: RepeatTerms,
): readonly Closed[] {
  const { carriedDaysMost: most } = terms;
  const from = addDays(day, 1);
  if (most === undefined) return [{ from, before: nextAfter(day, days, terms) }];
  const known = supplyDays(placed);
  const without = new Map(stockAfterEach(known, most).map((one) => [one.on, one.atHand]));
  return stockAfterEach(withSupply(known, day, days), most).map(({ on, atHand }) => {
    const before = without.get(on);
    return {
      from: before === undefined ? from : nextAfter(on, before, terms),
      before: nextAfter(on, atHand, terms),
    };
  });
}

/** The days with one more supply among them. */
function withSupply(
  known: readonly SupplyDay[],
  on: CalendarDate,
  days: number,
): readonly SupplyDay[] {
  const same = known.find((one) => one.on === on);
  const summed = (same?.summed ?? 0) + days;
  const added = { on, supplied: (same?.supplied ?? 0) + days, summed };
  return [...known.filter((one) => one.on < on), added, ...known.filter((one) => one.on > on)];
}

/** The first day, from the given one on, that no known supply rules out on either side. */
export function firstPermitted(
  day: CalendarDate,
  days: number | null,
  placed: readonly PlacedSupply[],
  terms: RepeatTerms,
): CalendarDate {
  let first = day;
  for (;;) {
    const before = placed.find((one) => forbids(one, first));
    if (before !== undefined) first = before.nextOn;
    else if (days === null || findForbidden(first, days, placed, terms) === null) return first;
    else first = addDays(first, 1);
  }
}

/** Days that are left on a day of what was dispensed on it and before. */
export function leftOn(day: CalendarDate, placed: readonly PlacedSupply[]): number {
  return placed
    .filter(({ startOn }) => startOn <= day)
    .map(({ startOn, atHand }) => daysBetween(day, addDays(startOn, atHand)))
    .reduce((most, left) => (left > most ? left : most), 0);
}

/** Days at hand once `days` are dispensed on a day, as a card sums them up for whoever reads it next. */
export function atHandWith(
  facts: readonly Fact<readonly Supply[]>[],
  repeatCode: number,
  carriedDaysMost: number,
  { on, days }: { readonly on: CalendarDate; readonly days: number },
): number {
  const terms = { thresholdPercent: 100, carriedDaysMost };
  const known = supplyDays(placeSupplies(facts, repeatCode, terms));
  return stockAfterEach(withSupply(known, on, days), carriedDaysMost).reduce(
    (atHand, one) => (one.on === on ? one.atHand : atHand),
    days,
  );
}
