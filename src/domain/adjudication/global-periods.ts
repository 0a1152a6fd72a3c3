import type { ClaimLine } from '../claims.ts';
import { addDays, type CalendarDate, daysBetween } from '../dates.ts';
import type { PastService } from '../history.ts';
import type { LineBase, Subject } from './check.ts';
import type { GlobalPeriodTerm } from './item-rule.ts';
import { isForPlan, isInScope } from './item-terms.ts';
import { believedPast, isHistoryMissing, listPast, type PlacedService } from './past-services.ts';
import type { Item } from './rule-pack.ts';

/** What global periods ask of an item under a plan. */
export interface GlobalAsked {
  /** Of the item itself: what its price contains; null: nothing. */
  readonly own: { readonly value: GlobalPeriodTerm; readonly clause: string } | null;
  /** The longest that another price may reach to the item; null: no other contains it. */
  readonly reach: { readonly before: number; readonly after: number } | null;
}

/** Null where the item contains nothing and nothing contains it. */
export function globalAsked({ pack, item, planCode, terms }: Subject): GlobalAsked | null {
  if (item === null) return null;
  const own = terms?.globalPeriod ?? null;
  const containing = pack.pack.itemRules.flatMap(({ globalPeriod, plans }) =>
    globalPeriod !== null && isForPlan(plans, planCode) && isInScope(item, globalPeriod.contains)
      ? [globalPeriod]
      : [],
  );
  if (own === null && containing.length === 0) return null;
  const longest = (of: 'before' | 'after') =>
    containing.reduce((most, term) => (term[of] > most ? term[of] : most), 0);
  const reach =
    containing.length === 0 ? null : { before: longest('before'), after: longest('after') };
  return { own, reach };
}

/** How a service stands to the prices that may contain it, or that it may contain. */
export type GlobalStanding =
  | { readonly kind: 'apart' }
  /** The whole is before it on the claim (placed: null), or was claimed before. */
  | { readonly kind: 'contained'; readonly whole: Whole }
  | { readonly kind: 'unsure'; readonly placed: PlacedService }
  /** It contains what was claimed before it. */
  | { readonly kind: 'contains-earlier'; readonly part: Whole }
  | { readonly kind: 'history-unknown' };

export interface Whole {
  readonly itemCode: string;
  readonly on: CalendarDate;
  readonly placed: PlacedService | null;
  readonly clause: string | null;
}

/** Certain comes before unsure, and what contains the service before what it contains itself. */
export function globalStanding(base: LineBase, { own, reach }: GlobalAsked): GlobalStanding {
  const inside = reach === null ? apart : standingInside(base, reach);
  if (inside.kind !== 'apart' || own === null) return inside;
  return standingAround(base, own);
}

const apart = { kind: 'apart' } as const;

function standingInside(base: LineBase, reach: NonNullable<GlobalAsked['reach']>): GlobalStanding {
  const { input, line, allowedThatDay } = base;
  const day = input.claim.serviceDate;
  for (const { itemCode } of allowedThatDay) {
    const term = contains(base, itemCode, line);
    if (term === null) continue;
    return {
      kind: 'contained',
      whole: { itemCode, on: day, placed: null, clause: term.clause },
    };
  }
  const window = { from: addDays(day, -reach.after), to: addDays(day, reach.before) };
  const wholes = believedPast(listPast(input, window, () => true)).flatMap((placed) => {
    const { itemCode, on } = placed.service;
    const term = contains(base, itemCode, line);
    if (term === null || !isInPeriod(term.value, on, day)) return [];
    return [
      { placed, clause: term.clause, likeness: likenessOf(base, term.value, placed.service) },
    ];
  });
  const certain = wholes.find(({ likeness }) => likeness === 'same');
  if (certain !== undefined) {
    const { placed, clause } = certain;
    const { itemCode, on } = placed.service;
    return { kind: 'contained', whole: { itemCode, on, placed, clause } };
  }
  const unsure = wholes.find(({ likeness }) => likeness === 'unsure');
  if (unsure !== undefined) return { kind: 'unsure', placed: unsure.placed };
  return isHistoryMissing(input, window.from) ? { kind: 'history-unknown' } : apart;
}

function standingAround(
  base: LineBase,
  { value: term, clause }: NonNullable<GlobalAsked['own']>,
): GlobalStanding {
  const { input, pack } = base;
  const day = input.claim.serviceDate;
  const isPart = ({
    itemCode,
    modifier,
  }: Pick<ClaimLine, 'itemCode'> & { readonly modifier?: string | null }) => {
    const item = pack.item(itemCode);
    return item !== null && isInScope(item, term.contains) && !isApart(term, modifier ?? null);
  };
  const window = { from: addDays(day, -term.before), to: addDays(day, term.after) };
  const earlier = believedPast(listPast(input, window, isPart)).find(
    ({ service }) => likenessOf(base, term, service) !== 'other',
  );
  if (earlier !== undefined) {
    const { itemCode, on } = earlier.service;
    return { kind: 'contains-earlier', part: { itemCode, on, placed: earlier, clause } };
  }
  return isHistoryMissing(input, window.from) ? { kind: 'history-unknown' } : apart;
}

/** The term by which another item's price contains the line; null: it does not. */
function contains({ pack, planCode, item }: LineBase, whole: string, line: ClaimLine) {
  const other = pack.item(whole);
  const term = other === null ? null : pack.itemTerms(other, planCode).globalPeriod;
  if (term === null || item === null || !isInScope(item, term.value.contains)) return null;
  return isApart(term.value, line.modifier ?? null) ? null : term;
}

/** Whether the price of a service of one day contains the line on another. */
export const containedBy = (
  term: GlobalPeriodTerm,
  whole: CalendarDate,
  item: Item | null,
  { modifier }: ClaimLine,
  day: CalendarDate,
): boolean =>
  item !== null &&
  isInScope(item, term.contains) &&
  !isApart(term, modifier ?? null) &&
  isInPeriod(term, whole, day);

const isApart = ({ modifiers }: GlobalPeriodTerm, modifier: string | null): boolean =>
  modifier !== null && modifiers.includes(modifier);

const isInPeriod = (
  { before, after }: GlobalPeriodTerm,
  whole: CalendarDate,
  day: CalendarDate,
): boolean => (whole <= day ? daysBetween(whole, day) <= after : daysBetween(day, whole) <= before);

type Likeness = 'same' | 'other' | 'unsure';

/** What both sides say must agree; what one of them leaves out is unsure. */
function likenessOf(
  { input: { claim } }: LineBase,
  { same }: GlobalPeriodTerm,
  { providerId, clinician }: PastService,
): Likeness {
  const told: readonly Likeness[] = [
    compare(claim.providerId, providerId),
    same === 'provider'
      ? 'same'
      : same === 'clinician'
        ? compare(claim.clinician?.licence, clinician?.licence)
        : compare(claim.clinician?.specialty, clinician?.specialty),
  ];
  if (told.includes('other')) return 'other';
  return told.includes('unsure') ? 'unsure' : 'same';
}

function compare(a: string | null | undefined, b: string | null | undefined): Likeness {
  const isKnown = (text: string | null | undefined) => text != null && text !== '' && text !== '-';
  if (!isKnown(a) || !isKnown(b)) return 'unsure';
  return a === b ? 'same' : 'other';
}
