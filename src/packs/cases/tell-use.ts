import { formatDecimal } from '#contracts/messages/format.ts';
import type { CountedBasis } from '#domain/adjudication/counter-terms.ts';
import type { Decision } from '#domain/adjudication/decision.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { isForPlan } from '#domain/adjudication/item-terms.ts';
import { findMembership } from '#domain/adjudication/membership.ts';
import { listOwnUse, type OwnUse } from '#domain/adjudication/own-use.ts';
import type { CompiledPack } from '#domain/adjudication/rule-pack.ts';
import { dayOfLine } from '#domain/claims.ts';
import type { Period } from '#domain/dates.ts';

/** What a claim took of a counter, as a case's `usage` states what was used before one. */
export interface ToldUse {
  readonly ceiling: string;
  /** An amount as text, or a count. */
  readonly used: string | number;
  /** Left out: a lifetime. */
  readonly period?: Period;
}

/** What a decided claim took of everything that the member's plan counts over time; what it took nothing of is left out. */
export function tellUse(
  decision: Decision,
  input: AdjudicationInput,
  pack: CompiledPack,
): readonly ToldUse[] {
  const membership = findMembership(input);
  const planCode = membership?.planCode ?? null;
  const { claim } = input;
  const days = new Set(claim.lines.map((line) => dayOfLine(claim, line)));
  const taken = [...days]
    .flatMap((day) => listOwnUse(pack, [{ input, decision }], membership, day))
    .filter(({ counter, used }) => used > 0 && isForPlan(counter.plans, planCode));
  return taken
    .filter((use, at) => taken.findIndex((one) => isSame(one, use)) === at)
    .map(({ counter: { ceilingId, basis }, period, used }) => ({
      ceiling: ceilingId,
      used: isCount(basis) ? used : formatDecimal(used, decision.currency.exponent),
      ...(period === null ? {} : { period }),
    }));
}

const isCount = (basis: CountedBasis): boolean => basis === 'visits' || basis === 'units';

const isSame = (a: OwnUse, b: OwnUse): boolean =>
  a.counter.ceilingId === b.counter.ceilingId && a.period?.from === b.period?.from;
