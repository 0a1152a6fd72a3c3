import type { Shown } from '../facts.ts';
import type { ClaimContext } from './check.ts';
import type { CounterState } from './counters.ts';
import type { FactUsed } from './evidence.ts';
import { planSinceFact } from './plan-change.ts';
import { aName, measured } from './shown.ts';

/** Whether what a line puts on the member against a deductible or a maximum rests on what is known. */
export interface BorneJudgement {
  readonly verdict: 'known' | 'use-unknown' | 'allowance-used' | 'plan-since-unknown';
  readonly details: {
    readonly facts: readonly FactUsed[];
    readonly clause: string | null;
    readonly shown: Readonly<Record<string, Shown>>;
  };
}

/** Nothing charged asks for no knowledge. Unknown before the allowance. */
export function judgeBorne(
  { input }: ClaimContext,
  states: readonly CounterState[],
  charged: number,
): BorneJudgement {
  const unknown = states.find(({ left }) => left === null);
  const overdrawn = states.find(
    ({ isAllowance, left }) => isAllowance && left !== null && left < charged,
  );
  const decisive = charged === 0 ? undefined : (unknown ?? overdrawn);
  const { counter, left } = decisive ?? states[0] ?? { counter: null, left: null };
  const verdict = verdictOf(decisive);
  const known = states.flatMap((state) => state.facts);
  const facts = verdict === 'plan-since-unknown' ? [...known, planSinceFact(input)] : known;
  return {
    verdict,
    details: { facts, clause: counter?.clause ?? null, shown: shownOf(counter, left) },
  };
}

function verdictOf(decisive: CounterState | undefined): BorneJudgement['verdict'] {
  if (decisive === undefined) return 'known';
  if (decisive.lacksPlanSince) return 'plan-since-unknown';
  return decisive.left === null ? 'use-unknown' : 'allowance-used';
}

const shownOf = (
  counter: CounterState['counter'] | null,
  left: number | null,
): Readonly<Record<string, Shown>> =>
  counter === null
    ? {}
    : {
        counter: aName(counter.name),
        limit: measured(counter.basis, counter.limit),
        ...(left === null ? {} : { left: measured(counter.basis, left) }),
      };
