import type { Stay } from '../circumstances.ts';
import type { Claim } from '../claims.ts';
import { addDays, type CalendarDate, daysBetween, isWithin } from '../dates.ts';
import type { PastService } from '../history.ts';
import { type Money, zero } from '../money.ts';
import { listPersonsApprovals } from './approvals.ts';
import type { LineBase } from './check.ts';
import type { StayTerm } from './contract-terms.ts';
import { countersOf, countersOn, isBounded } from './counters.ts';
import { isCourse } from './courses.ts';
import type { AdjudicationInput } from './input.ts';
import { findMembership } from './membership.ts';
import { listPast, type PlacedService } from './past-services.ts';
import { countingPeriod } from './plan-change.ts';
import { rateOn } from './tax/tax-terms.ts';

/** The day that decides cover and waiting: of a stay the admission, else the first day of the service. */
export function coverDay({ encounter, serviceDate, stay }: Claim): CalendarDate {
  const isStay = encounter === 'inpatient' && stay !== undefined && stay.from <= serviceDate;
  return isStay ? stay.from : serviceDate;
}

/** The last day that must be covered, run-off included: of a stay its end, else the first day of the service. */
export const lastDay = ({ encounter, serviceDate, stay }: Claim): CalendarDate =>
  encounter === 'inpatient' && stay !== undefined && stay.to > serviceDate ? stay.to : serviceDate;

/** First and last day included. */
export const lengthOf = ({ from, to }: Stay): number => daysBetween(from, to) + 1;

/** The class of room of which the item is a day; null: it is no bed, or the contract does not tell beds apart. */
export const bedClassOf = ({ rooms = [] }: StayTerm, itemCode: string): string | null =>
  rooms.find(({ item }) => item === itemCode)?.roomClass ?? null;

/**
 * Days that are authorised: those of the plan, or what approvals of beds grant from the admission on, where that
 * is more; an extension is a further approval, and they add up. Null: without a limit.
 */
export function authorisedDays(
  input: AdjudicationInput,
  { maximumDays, rooms = [] }: StayTerm,
  { from }: Stay,
): number | null {
  const granted = listPersonsApprovals(input).filter(
    ({ itemCode, period, providerId }) =>
      rooms.some(({ item }) => item === itemCode) &&
      (providerId === null || providerId === input.claim.providerId) &&
      isWithin(from, period),
  );
  if (granted.some(({ quantity }) => quantity === null)) return null;
  const days = granted.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
  return days > maximumDays ? days : maximumDays;
}

/** What the contract pays for a day in the best room that the plan grants; null where no price of one is known. */
export function grantedBedPrice(
  { input, pack, orderedAt }: LineBase,
  term: StayTerm,
): Money | null {
  const { providerId, serviceDate } = input.claim;
  const prices = (term.rooms ?? [])
    .filter(({ roomClass }) => term.roomClasses.includes(roomClass))
    .flatMap(({ item }) => pack.price(providerId, item, serviceDate, orderedAt)?.unitPrice ?? []);
  return prices.length === 0 ? null : prices.reduce((most, one) => (one > most ? one : most), zero);
}

/** Days of the stay that the claim's earlier lines have not taken. */
export function bedDaysLeft({ allowedBefore }: LineBase, term: StayTerm, stay: Stay): number {
  const taken = allowedBefore
    .filter(({ itemCode }) => bedClassOf(term, itemCode) !== null)
    .reduce((sum, { quantity }) => sum + quantity, 0);
  const left = lengthOf(stay) - taken;
  return left > 0 ? left : 0;
}

/** An earlier stay that shares days with this line's; on the day of a transfer two may meet. */
export function findOverlap({ input, line }: LineBase, term: StayTerm): PlacedService | null {
  const { serviceDate: from } = input.claim;
  const to = addDays(from, line.quantity - 1);
  const isBed = ({ itemCode }: PastService) => bedClassOf(term, itemCode) !== null;
  const all = listPast(input, { from: beginning, to }, isBed);
  return (
    all.find(({ service: { on, quantity } }) => {
      const end = addDays(on, (quantity ?? 1) - 1);
      return end > from && on < to;
    }) ?? null
  );
}

/** How many of the line's days, from the first on, have the first day's price: by list, decree and tax. */
export function daysAtFirstPrice(base: LineBase): number {
  const { input, line } = base;
  const { serviceDate } = input.claim;
  const first = pricesOn(base, serviceDate);
  for (let day = 1; day < line.quantity; day += 1) {
    const others = pricesOn(base, addDays(serviceDate, day));
    if (others.some((one, at) => one !== first[at])) return day;
  }
  return line.quantity;
}

/** What makes the price of a day: amounts, and the tax's rate; null for what is not there. */
function pricesOn(
  { input, line, pack, terms, orderedAt }: LineBase,
  on: CalendarDate,
): readonly (number | null)[] {
  const { itemCode } = line;
  const tax = terms?.tax == null ? null : pack.tax(terms.tax.value);
  return [
    pack.price(input.claim.providerId, itemCode, on, orderedAt)?.unitPrice ?? null,
    pack.decree(itemCode, on, orderedAt)?.unitPrice ?? null,
    tax === null ? null : rateOn(tax, on),
  ];
}

/** How many of the line's days, from the first on, are counted within the first day's periods: where something is counted by the day, one. */
export function daysOfOnePeriod(base: LineBase): number {
  const { input, line, pack } = base;
  const { serviceDate: on } = input.claim;
  const counters = countersOn(base, countersOf(pack.pack)) ?? [];
  return counters
    .filter((counter) => isBounded(base, counter, line))
    .reduce((least, counter) => {
      const { per } = counter;
      if (per === 'line' || isCourse(per)) return least;
      const period = countingPeriod(counter, per, on, findMembership(input));
      if (period === null || period === 'claim' || period.to === null) return least;
      const days = daysBetween(on, period.to) + 1;
      return days < least ? days : least;
    }, line.quantity);
}

const beginning = '0001-01-01' as CalendarDate;
