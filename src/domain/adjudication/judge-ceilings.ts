import { type CeilingState, isExceeded, unitsLeft } from './ceilings.ts';
import type { LineBase, LineContext } from './check.ts';
import type { Ceiling } from './counter-terms.ts';
import { statesOf } from './counters.ts';
import type { FactUsed } from './evidence.ts';
import { wholeUnits } from './item-terms.ts';
import { planSinceFact } from './plan-change.ts';
import { aName, measured } from './shown.ts';

/** How the ceilings that bound a line stand to it, and which of them decides. */
export type CeilingJudgement =
  | {
      readonly verdict: 'fits';
      readonly facts: readonly FactUsed[];
      readonly clause: string | null;
    }
  | {
      readonly verdict:
        | 'used-up'
        | 'nearly-used'
        | 'use-unknown'
        | 'allowance-used'
        | 'plan-since-unknown';
      readonly facts: readonly FactUsed[];
      readonly clause: string;
      readonly shown: ReturnType<typeof shownOf>;
    };

/** Used up before unknown, unknown before the allowance, that before what is merely reduced. */
export function judgeCeilings(
  context: LineContext,
  ceilings: readonly Ceiling[],
): CeilingJudgement {
  const states = statesOf(context, ceilings);
  const facts = states.flatMap((state) => state.facts);
  const { money } = context;
  if (money === null) return { verdict: 'fits', facts, clause: null };
  const exceeded = states
    .filter((state) => isExceeded(state, context, money) === true)
    .toSorted((a, b) => (a.left ?? 0) - (b.left ?? 0));
  const [certain] = exceeded.filter(({ isAllowance }) => !isAllowance);
  const unknown = states.find(({ left }) => left === null);
  const allowance = exceeded.find(({ isAllowance }) => isAllowance);
  if (certain !== undefined && isUsedUp(certain, context)) {
    return tell('used-up', certain, facts);
  }
  const lacking = [unknown, allowance].find((state) => state?.lacksPlanSince === true);
  if (lacking !== undefined)
    return tell('plan-since-unknown', lacking, [...facts, planSinceFact(context.input)]);
  if (unknown !== undefined) return tell('use-unknown', unknown, facts);
  if (allowance !== undefined) return tell('allowance-used', allowance, facts);
  if (certain !== undefined) return tell('nearly-used', certain, facts);
  return { verdict: 'fits', facts, clause: states[0]?.counter.clause ?? null };
}

/** Whole saleable units that the ceilings counting units leave; null: any number. */
export function unitsWithin(base: LineBase, ceilings: readonly Ceiling[]): number | null {
  const left = unitsLeft(statesOf(base, ceilings));
  return left === null ? null : wholeUnits(base.line, base.item, left);
}

/** Nothing is left of it, or of a count less than can be sold. */
const isUsedUp = ({ left, counter }: CeilingState, { line, item }: LineBase): boolean =>
  left === 0 || (counter.basis === 'units' && wholeUnits(line, item, left ?? 0) === 0);

const tell = (
  verdict: Exclude<CeilingJudgement['verdict'], 'fits'>,
  state: CeilingState,
  facts: readonly FactUsed[],
): CeilingJudgement => ({ verdict, facts, clause: state.counter.clause, shown: shownOf(state) });

const shownOf = ({ counter, left }: CeilingState) => ({
  ceiling: aName(counter.name),
  limit: measured(counter.basis, counter.limit),
  ...(left === null ? {} : { left: measured(counter.basis, left) }),
});
