import type { CeilingView } from '#contracts/visit-views.ts';
import { countersOf, findGreatest } from '#domain/adjudication/counters.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { isForPlan } from '#domain/adjudication/item-terms.ts';
import { counterOn } from '#domain/adjudication/plan-change.ts';
import { unknown } from '#domain/facts.ts';
import type { ActiveReference } from './terminal.ts';

/**
 * The ceilings, deductibles and out-of-pocket maxima that the member's plan counts over time, with what is known of their use, the most used first;
 * those of a diagnosis only once something was used of them.
 */
export function viewCeilings(
  { rules }: ActiveReference,
  input: AdjudicationInput,
): readonly CeilingView[] {
  const { membership, usage = [] } = input;
  if (!membership.known || membership.value === null) return [];
  const { planCode } = membership.value;
  return countersOf(rules)
    .filter(({ basis, plans }) => basis !== 'co-payment' && isForPlan(plans, planCode))
    .flatMap((counter): CeilingView[] => {
      const { ceilingId, name, basis, limit, of, diagnosis } = counterOn(input, counter);
      const use = usage.find((one) => one.ceilingId === ceilingId);
      if (use === undefined) return [];
      const { own, period, totals } = use;
      const used = findGreatest(totals) ?? totals[0] ?? unknown('not-present', 'centre');
      const isTouched = [used, own].some((fact) => fact.known && fact.value > 0);
      if (diagnosis !== null && !isTouched) return [];
      return [{ ceilingId, name, basis, limit, of, until: period?.to ?? null, used, own }];
    })
    .toSorted((a, b) => partOf(b) - partOf(a));
}

/** What part is used; one whose use is not known stands behind all others. */
const partOf = ({ used, limit }: CeilingView): number =>
  used.known ? used.value / Math.max(limit, 1) : -1;
