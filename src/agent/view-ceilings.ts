import type { CeilingView } from '#contracts/visit-views.ts';
import type { Counter } from '#domain/adjudication/counter-terms.ts';
import { countersOf, findGreatest } from '#domain/adjudication/counters.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { isForPlan } from '#domain/adjudication/item-terms.ts';
import { counterOn, planChangeOf } from '#domain/adjudication/plan-change.ts';
import type { CalendarDate } from '#domain/dates.ts';
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
      const until = period?.to ?? null;
      const sincePlan = planStartOf(input, counter);
      return [{ ceilingId, name, basis, limit, of, until, sincePlan, used, own }];
    })
    .toSorted((a, b) => partOf(b) - partOf(a));
}

/** The first day in the present plan, where that cuts the period short in which the counter counts. */
function planStartOf(input: AdjudicationInput, counter: Counter): CalendarDate | null {
  const { membership } = input;
  const since = membership.known ? membership.value?.planSince : undefined;
  return planChangeOf(input, counter)?.from === since ? (since ?? null) : null;
}

/** What part is used; one whose use is not known stands behind all others. */
const partOf = ({ used, limit }: CeilingView): number =>
  used.known ? used.value / Math.max(limit, 1) : -1;
