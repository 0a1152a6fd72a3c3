import type { CalendarDate } from '../dates.ts';
import { type Fact, known } from '../facts.ts';
import type { PastService, ServiceHistory } from '../history.ts';
import type { AllowedLine } from './check.ts';
import type { AdjudicationInput } from './input.ts';
import { recordedOf } from './own-use.ts';
import { supplyOf } from './repeats.ts';
import type { CompiledPack } from './rule-pack.ts';

/** The input as a line of the day is decided by it: cover, prices and every count are of that day. */
export const inputOfDay = (input: AdjudicationInput, day: CalendarDate): AdjudicationInput =>
  day === input.claim.serviceDate
    ? input
    : { ...input, claim: { ...input.claim, serviceDate: day } };

/**
 * The input with what the claim allowed on other days among what was given before (or after), as one more place that
 * knows: whoever entered it. Where nobody was asked, that makes nothing known.
 */
export function withPast(
  input: AdjudicationInput,
  pack: CompiledPack,
  lines: readonly AllowedLine[],
): AdjudicationInput {
  const { claim, decidedAt, services, supplies } = input;
  const { providerId } = claim;
  const withOwn = <T>(facts: readonly Fact<T>[], own: T): readonly Fact<T>[] =>
    facts.length === 0 ? facts : [...facts, known(own, 'operator', decidedAt)];
  const given = lines.map(
    ({ day: on, ...line }): PastService => ({
      ...recordedOf(claim, line),
      on,
      quantity: line.quantity,
    }),
  );
  const dispensed = lines.flatMap(
    ({ daysSupply: days, ...line }) => supplyOf(pack, { ...line, days, providerId }) ?? [],
  );
  return {
    ...input,
    supplies: withOwn(supplies, dispensed),
    ...(services === undefined
      ? {}
      : { services: withOwn<ServiceHistory>(services, { since: null, services: given }) }),
  };
}
