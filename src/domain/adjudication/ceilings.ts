import { least, type Money, money } from '../money.ts';
import type { LineBase, Subject } from './check.ts';
import type { Ceiling } from './counter-terms.ts';
import { type CounterState, countersOn } from './counters.ts';
import type { LineMoney } from './line-money.ts';

/** The check that speaks of a ceiling. */
export type CeilingCheck = 'ceilings' | 'diagnosis-ceiling';

/** One ceiling as it stands before the line. */
export type CeilingState = CounterState<Ceiling>;

/** The ceilings on the item under the plan, as one check speaks of them; null: none. */
export const ceilingsOn = (subject: Subject, check: CeilingCheck): readonly Ceiling[] | null =>
  countersOn(
    subject,
    subject.pack.pack.ceilings.filter(
      ({ diagnosis }) => (diagnosis === null ? 'ceilings' : 'diagnosis-ceiling') === check,
    ),
  );

/** What the line asks of a ceiling. */
export function needOf({ counter }: CeilingState, base: LineBase, lineMoney: LineMoney): number {
  if (counter.basis === 'units') return base.line.quantity;
  // The lines of one claim are one visit.
  if (counter.basis === 'visits') return 1;
  const tax = lineMoney.tax?.rule?.isCounted === false ? lineMoney.tax : null;
  if (counter.basis === 'gross') return lineMoney.allowed - (tax?.payable ?? 0);
  return (lineMoney.uncapped?.insurer ?? 0) - (tax?.uncapped ?? 0);
}

/** Whether the line asks for more of the ceiling than is left; null where that is not known. */
export function isExceeded(
  state: CeilingState,
  base: LineBase,
  lineMoney: LineMoney,
): boolean | null {
  return state.left === null ? null : needOf(state, base, lineMoney) > state.left;
}

/** What ceilings of the basis leave of an amount: the smallest remainder wins. */
export function withinCeilings(
  amount: Money,
  states: readonly CeilingState[],
  basis: 'net' | 'gross',
): Money {
  let rest = amount;
  for (const { counter, isAllowance, left } of states) {
    if (counter.basis === basis && !isAllowance && left !== null) rest = least(rest, money(left));
  }
  return rest;
}

/** Base units that the ceilings counting units leave; null: they leave any number. */
export function unitsLeft(states: readonly CeilingState[]): number | null {
  const lefts = states
    .filter(({ counter, isAllowance }) => counter.basis === 'units' && !isAllowance)
    .flatMap(({ left }) => (left === null ? [] : [left]));
  return lefts.length === 0 ? null : lefts.reduce((a, b) => (a <= b ? a : b));
}
