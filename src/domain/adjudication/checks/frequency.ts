import { addDays, type CalendarDate } from '../../dates.ts';
import type { PastService } from '../../history.ts';
import {
  type AllowedLine,
  decline,
  type LineBase,
  lineCheck,
  pass,
  reduce,
  refer,
} from '../check.ts';
import type { FrequencyRule } from '../contract-terms.ts';
import type { FactUsed, NearestChange } from '../evidence.ts';
import { isForPlan, isInScope, wholeUnits } from '../item-terms.ts';
import { findMembership } from '../membership.ts';
import {
  countPast,
  historyFacts,
  isHistoryMissing,
  listPast,
  periodAround,
  whereHistoryIs,
} from '../past-services.ts';
import { aCount, fromPack, itemShown } from '../shown.ts';

/**
 * Holds items, groups and categories to so many times or units in a visit, day, week, month, year or
 * lifetime; the bound is inclusive. Nothing left declines; something left reduces. As with an exhausted
 * ceiling, what lies above is the member's own.
 */
export const frequency = lineCheck({
  id: 'frequency',
  requirements: ['C1', 'M13'],
  reasons: [
    'frequency-reached',
    'frequency-nearly-reached',
    'frequency-below-unit',
    'frequency-history-unknown',
  ],
  asks({ pack, item, planCode }) {
    const rules = pack.pack.frequencies.filter(
      ({ scope, plans }) => item !== null && isInScope(item, scope) && isForPlan(plans, planCode),
    );
    return rules.length === 0 ? null : rules;
  },
  limit: {
    bearer: 'member',
    units(base, rules) {
      const lefts = rules.flatMap((rule) => {
        const { left } = stateOf(base, rule);
        return left !== null && rule.counts === 'units'
          ? [wholeUnits(base.line, base.item, left)]
          : [];
      });
      return lefts.length === 0 ? null : lefts.reduce((a, b) => (a <= b ? a : b));
    },
  },
  run(context, rules) {
    const { line, item } = context;
    const states = rules.map((rule) => stateOf(context, rule));
    const facts = states.flatMap((state) => state.facts);
    const worst =
      states.find(({ left }) => left === 0) ??
      states.find(({ left }) => left === null) ??
      smallest(
        states.filter((state) => state.left !== null && needOf(context, state) > state.left),
      );
    const clause = worst?.rule.clause ?? rules[0]?.clause ?? null;
    if (worst === null) return pass({ facts, clause });
    const shown = { item: itemShown(item, line.itemCode), limit: aCount(worst.rule.limit) };
    if (worst.left === null) {
      const nearest = whereHistoryIs(context.input.services);
      return refer('frequency-history-unknown', { shown, facts, clause, nearest });
    }
    if (worst.left === 0) {
      return decline('frequency-reached', 'member', {
        shown,
        facts,
        clause,
        nearest: nearestOf(worst),
      });
    }
    const allowed = wholeUnits(line, item, worst.left);
    const left = { ...shown, left: aCount(worst.left) };
    if (allowed < 1) return refer('frequency-below-unit', { shown: left, facts, clause });
    return reduce('frequency-nearly-reached', 'member', {
      shown: left,
      facts,
      clause,
      nearest: { kind: 'quantity', quantity: allowed },
    });
  },
});

interface State {
  readonly rule: FrequencyRule;
  /** Times or units, never negative; null where it is not known. */
  readonly left: number | null;
  /** The first day of the next period; null where there is none. */
  readonly nextOn: CalendarDate | null;
  readonly facts: readonly FactUsed[];
}

const needOf = ({ line }: LineBase, { rule }: State): number =>
  rule.counts === 'units' ? line.quantity : 1;

const smallest = (states: readonly State[]): State | null =>
  states.reduce<State | null>(
    (least, state) => (least === null || (state.left ?? 0) < (least.left ?? 0) ? state : least),
    null,
  );

function stateOf(base: LineBase, rule: FrequencyRule): State {
  const { input, pack, allowedBefore, allowedThatDay } = base;
  const isCounted = ({ itemCode }: Pick<PastService, 'itemCode'>): boolean => {
    const item = pack.item(itemCode);
    return item !== null && isInScope(item, rule.scope);
  };
  const countOf = (lines: readonly AllowedLine[]) =>
    lines
      .filter(isCounted)
      .reduce((sum, line) => sum + (rule.counts === 'units' ? line.quantity : 1), 0);
  const limit = fromPack('frequency-limit', aCount(rule.limit));
  const period = periodAround(rule.period, input.claim.serviceDate, findMembership(input));
  if (period === 'claim') {
    const left = notNegative(rule.limit - countOf(allowedBefore));
    return { rule, left, nextOn: null, facts: [limit] };
  }
  const facts = [limit, ...historyFacts(input, isCounted)];
  if (period === null) return { rule, left: null, nextOn: null, facts };
  const nextOn = period.to === null ? null : addDays(period.to, 1);
  const counted = countPast(listPast(input, period, isCounted));
  const used = rule.counts === 'units' ? counted.units : counted.times;
  // What is known to be used up stays so, whatever else is unknown.
  const isUnknown = used === null || isHistoryMissing(input, period.from);
  const left = used === null ? null : notNegative(rule.limit - used - countOf(allowedThatDay));
  return { rule, left: isUnknown && left !== 0 ? null : left, nextOn, facts };
}

const nearestOf = ({ nextOn }: State): NearestChange =>
  nextOn === null ? { kind: 'member-pays' } : { kind: 'wait-until', date: nextOn };

const notNegative = (value: number): number => (value > 0 ? value : 0);
