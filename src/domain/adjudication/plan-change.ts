import { type CalendarDate, daysBetween, type Period } from '../dates.ts';
import { type Money, proportion } from '../money.ts';
import type { Membership } from '../people.ts';
import type { Counter, CountingPeriod } from './contract-terms.ts';
import { isCourse } from './courses.ts';
import type { FactUsed } from './evidence.ts';
import type { AdjudicationInput } from './input.ts';
import { findMembership } from './membership.ts';
import { periodAround } from './past-services.ts';
import { aDay, missing } from './shown.ts';

/**
 * The period in which a counter counts around a day; where use is not carried over a change of plan, from the
 * member's first day in the present plan on. `claim`: this claim alone; null where the policy's year is not known.
 */
export function countingPeriod(
  { afterPlanChange }: Pick<Counter, 'afterPlanChange'>,
  per: CountingPeriod,
  on: CalendarDate,
  membership: Membership | null,
): Period | 'claim' | null {
  const period = periodAround(per, on, membership);
  if (afterPlanChange === undefined || period === null || period === 'claim') return period;
  const since = membership === null ? null : changeBy(on, membership);
  return since !== null && since > period.from ? { from: since, to: period.to } : period;
}

/** The first day of a plan that is not the member's first, once it has begun. */
const changeBy = (
  on: CalendarDate,
  { memberPeriod, planSince }: Membership,
): CalendarDate | null =>
  planSince !== undefined && planSince > memberPeriod.from && planSince <= on ? planSince : null;

/** How a counter stands to the member's change of plan on the service date. */
export interface PlanChange<Counted extends Counter = Counter> {
  /** The counter with the limit of the days that it counts. */
  readonly counter: Counted;
  /** The first day that it counts. */
  readonly from: CalendarDate;
  /** Since when the member is in the plan is not known. */
  readonly isUnknown: boolean;
  readonly facts: readonly FactUsed[];
}

/** Null where use is carried over, as it is unless the contract says otherwise. */
export function planChangeOf<Counted extends Counter>(
  input: AdjudicationInput,
  counter: Counted,
): PlanChange<Counted> | null {
  const { afterPlanChange, per, limit } = counter;
  if (afterPlanChange === undefined || per === 'line' || isCourse(per)) return null;
  const membership = findMembership(input);
  const on = input.claim.serviceDate;
  const whole = periodAround(per, on, membership);
  const counted = countingPeriod(counter, per, on, membership);
  if (!isClosed(whole) || !isClosed(counted)) return null;
  const isCut = afterPlanChange === 'prorate' && counted.from !== whole.from;
  const part = proportion(limit as Money, lengthOf(counted), lengthOf(whole));
  return {
    counter: isCut ? { ...counter, limit: part } : counter,
    from: counted.from,
    isUnknown: membership?.planSince === undefined,
    facts: membership?.planSince === undefined ? none : [planSinceFact(input)],
  };
}

/** The counter as it bounds the line: with the limit of the days that it counts. */
export const counterOn = <Counted extends Counter>(
  input: AdjudicationInput,
  counter: Counted,
): Counted => planChangeOf(input, counter)?.counter ?? counter;

/** Since when the member is in the plan, by the members' data. */
export function planSinceFact(input: AdjudicationInput): FactUsed {
  const { membership } = input;
  const since = findMembership(input)?.planSince;
  return membership.known && since !== undefined
    ? { name: 'plan-since', value: aDay(since), source: membership.source, asOf: membership.asOf }
    : missing('plan-since', membership.source);
}

type Closed = Period & { readonly to: CalendarDate };

const isClosed = (period: Period | 'claim' | null): period is Closed =>
  period !== null && period !== 'claim' && period.to !== null;

/** First and last day included. */
const lengthOf = ({ from, to }: Closed): number => daysBetween(from, to) + 1;

const none: readonly FactUsed[] = [];
