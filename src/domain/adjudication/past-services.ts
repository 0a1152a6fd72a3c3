import {
  addDays,
  addMonths,
  type CalendarDate,
  type Instant,
  isWithin,
  type Period,
  startOfMonth,
  startOfWeek,
  startOfYear,
} from '../dates.ts';
import type { Fact, Source } from '../facts.ts';
import type { PastService, ServiceHistory } from '../history.ts';
import type { Membership } from '../people.ts';
import type { CountingPeriod } from './contract-terms.ts';
import type { FactUsed, NearestChange } from './evidence.ts';
import type { AdjudicationInput } from './input.ts';
import { aCount, missing } from './shown.ts';

/** An earlier service with where it is known from. */
export interface PlacedService {
  readonly service: PastService;
  readonly source: Source;
  readonly asOf: Instant;
}

/** What was counted; `units` is null where some quantity is not known. */
export interface Counted {
  readonly times: number;
  readonly units: number | null;
}

type Known = Extract<Fact<ServiceHistory>, { known: true }>;

/** Whether nobody was asked, some place cannot tell, or some memory does not reach back to the day. */
export function isHistoryMissing(input: AdjudicationInput, from: CalendarDate): boolean {
  const facts = input.services ?? [];
  return (
    facts.length === 0 ||
    !facts.every((fact) => fact.known && (fact.value.since === null || fact.value.since <= from))
  );
}

/** The known services of the period that are counted, latest first; unknown facts contribute nothing. */
export function listPast(
  input: AdjudicationInput,
  period: Period,
  isCounted: (service: PastService) => boolean,
): readonly PlacedService[] {
  return knownHistories(input)
    .flatMap(({ value, source, asOf }) =>
      value.services
        .filter((service) => isWithin(service.on, period) && isCounted(service))
        .map((service): PlacedService => ({ service, source, asOf })),
    )
    .sort((a, b) => (a.service.on === b.service.on ? 0 : a.service.on > b.service.on ? -1 : 1));
}

/**
 * Counts services, several places telling of the same ones: of one item, day and provider, the place that
 * knows of most is believed.
 */
export function countPast(placed: readonly PlacedService[]): Counted {
  const perEvent = new Map<string, Map<Source, Counted>>();
  for (const one of placed) {
    const { service, source } = one;
    const key = eventOf(one);
    const perSource = perEvent.get(key) ?? new Map<Source, Counted>();
    perSource.set(source, plus(perSource.get(source) ?? none, service.quantity));
    perEvent.set(key, perSource);
  }
  return [...perEvent.values()].reduce<Counted>((sum, perSource) => {
    const most = [...perSource.values()].reduce(greater);
    return { times: sum.times + most.times, units: addKnown(sum.units, most.units) };
  }, none);
}

/**
 * Of several places telling of the same services the one that is believed: of one item, day and provider the one
 * that knows of most, and of equals the one that says who treated, and for what.
 */
export function believedPast(placed: readonly PlacedService[]): readonly PlacedService[] {
  const perEvent = new Map<string, Map<Source, PlacedService[]>>();
  for (const one of placed) {
    const key = eventOf(one);
    const perSource = perEvent.get(key) ?? new Map<Source, PlacedService[]>();
    perSource.set(one.source, [...(perSource.get(one.source) ?? []), one]);
    perEvent.set(key, perSource);
  }
  return [...perEvent.values()].flatMap((perSource) =>
    [...perSource.values()].reduce((best, other) => (worth(other) > worth(best) ? other : best)),
  );
}

/** One item, day and provider, of which several places may tell; of the claim's own lines no other place does. */
const eventOf = ({ service: { itemCode, on, providerId }, source }: PlacedService): string =>
  `${on} ${itemCode} ${providerId} ${source === 'operator' ? 'here' : 'before'}`;

const worth = (services: readonly PlacedService[]): number =>
  services.length * 1000 +
  services.filter(({ service }) => service.clinician !== undefined).length +
  services.filter(({ service }) => service.diagnosis !== undefined).length;

/** The period that contains the day; `claim`: this claim alone; null where the policy's year is not known. */
export function periodAround(
  period: CountingPeriod,
  on: CalendarDate,
  membership: Membership | null,
): Period | 'claim' | null {
  if (period === 'visit') return 'claim';
  if (period === 'day') return { from: on, to: on };
  if (period === 'lifetime') return { from: beginning, to: null };
  if (period === 'week') return { from: startOfWeek(on), to: addDays(startOfWeek(on), 6) };
  if (period === 'policy-year') return membership === null ? null : policyYear(membership, on);
  const months = period === 'month' ? 1 : 12;
  const from = period === 'month' ? startOfMonth(on) : startOfYear(on);
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** What each place knows, as facts. */
export const historyFacts = (
  input: AdjudicationInput,
  isCounted: (service: PastService) => boolean,
): readonly FactUsed[] => {
  const facts = input.services ?? [];
  if (facts.length === 0) return [missing('known-services', 'terminal')];
  return facts.map((fact) =>
    fact.known
      ? {
          name: 'known-services',
          value: aCount(fact.value.services.filter(isCounted).length),
          source: fact.source,
          asOf: fact.asOf,
        }
      : missing('known-services', fact.source),
  );
};

/** What brings the missing history: the card, where only it was not there to be read; else the insurer is asked. */
export function whereHistoryIs(facts: readonly Fact<unknown>[] | undefined): NearestChange {
  const isCardAway = (facts ?? []).some(
    (fact) => !fact.known && fact.source === 'card' && fact.why === 'not-present',
  );
  return { kind: isCardAway ? 'insert-card' : 'request-approval' };
}

const beginning = '0001-01-01' as CalendarDate;
const none: Counted = { times: 0, units: 0 };

const knownHistories = (input: AdjudicationInput): readonly Known[] =>
  (input.services ?? []).filter((fact): fact is Known => fact.known);

const plus = ({ times, units }: Counted, quantity: number | null): Counted => ({
  times: times + 1,
  units: addKnown(units, quantity),
});

const greater = (a: Counted, b: Counted): Counted => ({
  times: a.times >= b.times ? a.times : b.times,
  units: a.units === null || b.units === null ? null : a.units >= b.units ? a.units : b.units,
});

const addKnown = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a + b;

/** From each anniversary of the policy's first day to the day before the next. */
function policyYear({ policyPeriod }: Membership, on: CalendarDate): Period {
  const first = policyPeriod.from;
  let years = Number(on.slice(0, 4)) - Number(first.slice(0, 4));
  if (addMonths(first, years * 12) > on) years -= 1;
  return {
    from: addMonths(first, years * 12),
    to: addDays(addMonths(first, (years + 1) * 12), -1),
  };
}
