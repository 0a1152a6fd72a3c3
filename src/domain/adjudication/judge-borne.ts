import type { Shown } from '../facts.ts';
import type { CounterState } from './counters.ts';
import type { FactUsed } from './evidence.ts';
import { aName, measured } from './shown.ts';

/** Whether what a line puts on the member against a deductible or a maximum rests on what is known. */
export interface BorneJudgement {
  readonly verdict: 'known' | 'use-unknown' | 'allowance-used';
  readonly details: {
    readonly facts: readonly FactUsed[];
    readonly clause: string | null;
    readonly shown: Readonly<Record<string, Shown>>;
  };
}

/** Nothing charged asks for no knowledge. Unknown before the allowance. */
export function judgeBorne(states: readonly CounterState[], charged: number): BorneJudgement {
  const facts = states.flatMap((state) => state.facts);
  const unknown = states.find(({ left }) => left === null);
  const overdrawn = states.find(
    ({ isAllowance, left }) => isAllowance && left !== null && left < charged,
  );
  const decisive = charged === 0 ? undefined : (unknown ?? overdrawn);
  const { counter, left } = decisive ?? states[0] ?? { counter: null, left: null };
  const verdict =
    decisive === undefined ? 'known' : decisive === unknown ? 'use-unknown' : 'allowance-used';
  return {
    verdict,
    details: { facts, clause: counter?.clause ?? null, shown: shownOf(counter, left) },
  };
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
