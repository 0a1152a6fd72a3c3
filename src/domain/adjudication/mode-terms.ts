import { type Instant, isWithin, type Period } from '../dates.ts';
import type { AdjudicationInput } from './input.ts';
import type { CheckMode, CompiledPack } from './rule-pack.ts';

/** A check in another mode at some providers, or for some days: tried out, or not begun yet. */
export interface Trial {
  readonly check: string;
  readonly mode: CheckMode;
  /** Null: at all of them. */
  readonly providers: readonly string[] | null;
  /** Service dates, both included. */
  readonly period: Period;
}

/**
 * A rule that was found faulty: from then on it is observed and decides nothing. By a check's id, or by that of a
 * condition. What was decided before stays as it was.
 */
export interface Suspension {
  readonly rule: string;
  readonly since: Instant;
  /** The first moment at which it decides again; null: until the list says otherwise. */
  readonly until: Instant | null;
}

const nothing = [] as const;
const laidOut = new WeakMap<CompiledPack, Map<string, CompiledPack>>();

/** The pack with the modes that hold of this claim; the same one where there are no others. */
export function inModesOf(input: AdjudicationInput, pack: CompiledPack): CompiledPack {
  const { trials = nothing, suspensions = nothing } = pack.pack;
  if (trials.length === 0 && suspensions.length === 0) return pack;
  const tried = trials.filter((trial) => isOn(trial, input));
  const suspended = suspensions.filter((one) => isSuspended(one, input)).map(({ rule }) => rule);
  if (tried.length === 0 && suspended.length === 0) return pack;
  const known = laidOut.get(pack) ?? new Map<string, CompiledPack>();
  laidOut.set(pack, known);
  const key = JSON.stringify([tried.map(({ check, mode }) => [check, mode]), suspended]);
  const found = known.get(key) ?? layOver(pack, tried, suspended);
  known.set(key, found);
  return found;
}

const isOn = ({ providers, period }: Trial, { claim }: AdjudicationInput): boolean =>
  (providers === null || providers.includes(claim.providerId)) &&
  isWithin(claim.serviceDate, period);

const isSuspended = ({ since, until }: Suspension, { decidedAt }: AdjudicationInput): boolean =>
  since <= decidedAt && (until === null || decidedAt < until);

/** A suspension before a trial, and of several trials the first. */
const layOver = (
  pack: CompiledPack,
  tried: readonly Trial[],
  suspended: readonly string[],
): CompiledPack => ({
  ...pack,
  mode: (check) =>
    suspended.includes(check)
      ? 'observe'
      : (tried.find((trial) => trial.check === check)?.mode ?? pack.mode(check)),
  conditions: pack.conditions.map((condition) =>
    suspended.includes(condition.rule.conditionId)
      ? { ...condition, rule: { ...condition.rule, mode: 'observe' } }
      : condition,
  ),
});
