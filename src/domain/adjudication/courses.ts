import type { Fact } from '../facts.ts';
import type { Prescription } from '../prescriptions.ts';
import type { LineBase } from './check.ts';
import type { Course } from './contract-terms.ts';
import type { Counter } from './counter-terms.ts';
import { shortEpisode } from './episodes.ts';
import type { FactUsed } from './evidence.ts';
import type { AdjudicationInput } from './input.ts';
import { isInScope } from './item-terms.ts';
import { findPrescription } from './prescriptions.ts';
import { aDay, measured, missing, units } from './shown.ts';

export const isCourse = (per: Counter['per'] | Course): per is Course =>
  per === 'episode' || per === 'prescription';

/**
 * Under what the use of a course is told: the prescription that is filled, or the episode's number of four bytes,
 * as its prescription bears it, else the claim's. Null: nothing that was before the claim belongs to it.
 */
export function courseKey(
  input: AdjudicationInput,
  fills: string | null,
  per: Course,
): string | null {
  if (per === 'prescription') return fills;
  const filled = findById(input, fills);
  return `${filled?.prescription.episode ?? shortEpisode(ownEpisode(input))}`;
}

export const courseOf = (base: LineBase, per: Course): string | null =>
  courseKey(base.input, findPrescription(base)?.prescription.prescriptionId ?? null, per);

/** Whether the course begins with the claim, so that nothing of it was used before. */
export const isFirstOfCourse = (input: AdjudicationInput, key: string, per: Course): boolean =>
  per === 'episode' &&
  input.claim.episode === undefined &&
  key === `${shortEpisode(input.claim.claimId)}`;

/** What was used of a counter in the line's course before the claim; null where that is not known. */
export function usedOfCourse(
  base: LineBase,
  counter: Counter,
  per: Course,
): { readonly used: number | null; readonly facts: readonly FactUsed[] } {
  const key = courseOf(base, per);
  if (key === null || isFirstOfCourse(base.input, key, per)) return { used: 0, facts: [] };
  const use = base.input.usage?.find(
    ({ ceilingId, course }) => ceilingId === counter.ceilingId && course === key,
  );
  const counted = use?.totals.find((fact) => fact.known) ?? use?.own;
  if (counted?.known !== true) return { used: null, facts: [missing('co-payment-used', 'centre')] };
  const { value, source, asOf } = counted;
  const told: FactUsed = {
    name: 'co-payment-used',
    value: measured(counter.basis, value),
    source,
    asOf,
  };
  if (counted !== use?.own || value > 0) return { used: value, facts: [told] };
  const elsewhere = findElsewhere(base, counter, per, key);
  if (elsewhere === null) return { used: 0, facts: [told] };
  // Whatever it came to there: it is asked once.
  return { used: elsewhere.value === null ? null : counter.limit, facts: [elsewhere] };
}

/** By what it is known that it was asked at another place; its value is null where that cannot be told. */
function findElsewhere(
  { input, pack }: LineBase,
  { scope }: Counter,
  per: Course,
  key: string,
): FactUsed | null {
  const isCounted = ({ itemCode }: { readonly itemCode: string }) => {
    const item = pack.item(itemCode);
    return item !== null && (scope === null || isInScope(item, scope));
  };
  for (const { prescription, fact } of listPrescriptions(input)) {
    const { prescriptionId, episode, lines } = prescription;
    if ((per === 'prescription' ? prescriptionId : `${episode}`) !== key) continue;
    const filled = lines.filter(isCounted).map((line) => line.filled);
    const { source, asOf } = fact;
    const sum = filled.reduce<number>((all, one) => all + (one ?? 0), 0);
    if (sum > 0) return { name: 'filled-quantity', value: units(sum), source, asOf };
    // Of an episode other prescriptions may tell more.
    if (per === 'prescription' && filled.includes(null)) return missing('filled-quantity', source);
  }
  return per === 'episode' ? findServiceElsewhere(input, key, isCounted) : null;
}

/** A service of the episode that another place than this terminal tells of. */
function findServiceElsewhere(
  { services = [] }: AdjudicationInput,
  key: string,
  isCounted: (service: { readonly itemCode: string }) => boolean,
): FactUsed | null {
  for (const fact of services) {
    if (!fact.known || fact.source === 'terminal') continue;
    const { source, asOf } = fact;
    const found = fact.value.services.find(
      (one) =>
        one.episode !== undefined && `${shortEpisode(one.episode)}` === key && isCounted(one),
    );
    if (found !== undefined)
      return { name: 'earlier-service', value: aDay(found.on), source, asOf };
  }
  return null;
}

type Known = Extract<Fact<readonly Prescription[]>, { known: true }>;

interface Placed {
  readonly prescription: Prescription;
  readonly fact: Known;
}

const listPrescriptions = ({ prescriptions = [] }: AdjudicationInput): readonly Placed[] =>
  prescriptions.flatMap((fact) =>
    fact.known ? fact.value.map((prescription) => ({ prescription, fact })) : [],
  );

const findById = (input: AdjudicationInput, id: string | null): Placed | undefined =>
  listPrescriptions(input).find(({ prescription }) => prescription.prescriptionId === id);

const ownEpisode = ({ claim }: AdjudicationInput): string => claim.episode ?? claim.claimId;
