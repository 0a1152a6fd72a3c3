import type { Period } from '../../dates.ts';
import { floorDivide } from '../../integers.ts';
import { type AllowedLine, type LineBase, lineCheck, pass, reduce, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import type { QuantityTerm } from '../item-rule.ts';
import { wholeUnits } from '../item-terms.ts';
import { findMembership } from '../membership.ts';
import {
  countPast,
  historyFacts,
  isHistoryMissing,
  listPast,
  periodAround,
  whereHistoryIs,
} from '../past-services.ts';
import { fromOperator, fromPack, itemShown, units } from '../shown.ts';

/**
 * Holds the quantity to the contract's most per dispensing, per day, per period and in days' supply. What
 * lies above is reduced to the remainder, rounded down to the smallest saleable unit, at the provider's cost;
 * below one saleable unit it refers. Each bound is inclusive.
 */
export const quantity = lineCheck({
  id: 'quantity',
  requirements: ['C1'],
  reasons: [
    'quantity-above-limit',
    'quantity-below-unit',
    'quantity-history-unknown',
    'days-missing-for-quantity',
  ],
  asks: ({ terms }) => terms?.quantity ?? null,
  limit: {
    bearer: 'provider',
    units(base, { value }) {
      const most = mostOf(base, value);
      return typeof most === 'number' ? wholeUnits(base.line, base.item, most) : null;
    },
  },
  run(context, { value: term, clause }) {
    const { item, line } = context;
    const most = mostOf(context, term);
    const shown = { item: itemShown(item, line.itemCode) };
    const facts = factsOf(context, term, most);
    if (most === 'history') {
      const nearest = whereHistoryIs(context.input.services);
      return refer('quantity-history-unknown', { shown, facts, clause, nearest });
    }
    if (most === 'days') {
      const nearest = { kind: 'enter-days' } as const;
      return refer('days-missing-for-quantity', { shown, facts, clause, nearest });
    }
    if (most === null || most >= line.quantity) return pass({ facts, clause });
    const allowed = wholeUnits(line, item, most);
    const bounded = { ...shown, asked: units(line.quantity), allowed: units(allowed) };
    const left = { ...shown, asked: units(line.quantity), left: units(most > 0 ? most : 0) };
    if (allowed < 1) return refer('quantity-below-unit', { shown: left, facts, clause });
    return reduce('quantity-above-limit', 'provider', {
      shown: bounded,
      facts,
      clause,
      nearest: { kind: 'quantity', quantity: allowed },
    });
  },
});

type Most = number | null | 'history' | 'days';

/** The most base units that all bounds leave, before rounding; what must be known first where it is not. */
function mostOf(base: LineBase, term: QuantityTerm): Most {
  const { perDispensing } = term;
  const byDays = withinDays(base, term);
  if (byDays === 'days') return 'days';
  const inPeriod = leftInPeriod(base, term);
  if (inPeriod === 'history') return 'history';
  const here = perDispensing === null ? null : perDispensing - allowedOf(base, base.allowedThatDay);
  return smaller(smaller(here, byDays), inPeriod);
}

/** What the daily dose and the most days leave of the quantity. */
function withinDays(
  { line }: LineBase,
  { perDay, maximumDays }: QuantityTerm,
): number | null | 'days' {
  if (perDay === null && maximumDays === null) return null;
  const { quantity: asked, daysSupply: days } = line;
  if (days === null) return 'days';
  const paidDays = maximumDays !== null && days > maximumDays ? maximumDays : days;
  const byDose = perDay === null ? null : floorDivide(perDay * paidDays, 1);
  return smaller(byDose, paidDays < days ? floorDivide(asked * paidDays, days) : null);
}

const smaller = (a: number | null, b: number | null): number | null => {
  if (a === null || b === null) return a ?? b;
  return a <= b ? a : b;
};

function leftInPeriod(base: LineBase, { perPeriod }: QuantityTerm): number | null | 'history' {
  if (perPeriod === null) return null;
  const { input, line } = base;
  const period = periodAround(perPeriod.period, input.claim.serviceDate, findMembership(input));
  if (period === 'claim') return perPeriod.units - allowedOf(base, base.allowedBefore);
  if (period === null || isHistoryMissing(input, period.from)) return 'history';
  const used = usedIn(base, period, line.itemCode);
  if (used === null) return 'history';
  return perPeriod.units - allowedOf(base, base.allowedThatDay) - used;
}

const usedIn = ({ input }: LineBase, period: Period, code: string): number | null =>
  countPast(listPast(input, period, ({ itemCode }) => itemCode === code)).units;

const allowedOf = ({ line }: LineBase, lines: readonly AllowedLine[]): number =>
  lines
    .filter(({ itemCode }) => itemCode === line.itemCode)
    .reduce((sum, other) => sum + other.quantity, 0);

function factsOf(base: LineBase, term: QuantityTerm, most: Most): readonly FactUsed[] {
  const { input, line } = base;
  const facts: FactUsed[] = [fromOperator(input, 'quantity-asked', units(line.quantity))];
  const limit = typeof most === 'number' && most >= 0 ? units(most) : null;
  if (limit !== null) facts.push(fromPack('quantity-limit', limit));
  if (most === 'days') facts.push(fromOperator(input, 'days-supplied', null));
  if (term.perPeriod !== null && term.perPeriod.period !== 'visit') {
    facts.push(...historyFacts(input, ({ itemCode }) => itemCode === line.itemCode));
  }
  return facts;
}
