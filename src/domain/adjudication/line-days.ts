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
 * The input with what the claim allowed on other days among what was given before (or after), wherever a history is
 * known. Where none is, what needs one refers, and the claim's own lines do not change that.
 */
export function withPast(
  input: AdjudicationInput,
  pack: CompiledPack,
  lines: readonly AllowedLine[],
): AdjudicationInput {
  const services = lines.map((line) => asService(input, line));
  const { providerId } = input.claim;
  const supplies = lines.flatMap(
    ({ daysSupply: days, ...line }) => supplyOf(pack, { ...line, days, providerId }) ?? [],
  );
  return {
    ...input,
    supplies: input.supplies.map((fact) => withMore(fact, (all) => [...all, ...supplies])),
    ...(input.services === undefined
      ? {}
      : {
          services: input.services.map((fact) =>
            withMore(
              fact,
              (history): ServiceHistory => ({
                ...history,
                services: [...history.services, ...services],
              }),
            ),
          ),
        }),
  };
}

const withMore = <T>(fact: Fact<T>, add: (value: T) => T): Fact<T> =>
  fact.known ? known(add(fact.value), fact.source, fact.asOf) : fact;

const asService = (
  { claim }: AdjudicationInput,
  { day: on, ...line }: AllowedLine,
): PastService => ({ ...recordedOf(claim, line), on, quantity: line.quantity });
