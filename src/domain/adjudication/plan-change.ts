import { type CalendarDate, daysBetween, type Period } from '../dates.ts';
import { type Money, proportion } from '../money.ts';
import type { Membership } from '../people.ts';
import type { CountingPeriod } from './contract-terms.ts';
import type { Counter } from './counter-terms.ts';
import { isCourse } from './courses.ts';
import type { FactUsed } from './evidence.ts';
import type { AdjudicationInput } from './input.ts';
import { findMembership } from './membership.ts';
import { periodAround } from './past-services.ts';
import { aDay, missing } from './shown.ts';
import { waitingStart } from './waiting.ts';

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
  return afterPlanChange === undefined || !isClosed(period)
    ? period
    : sinceChange(period, on, membership);
}

/**
 * What of a period lies in the present plan, once it has begun; all of it for whoever joined with that plan. A cover
 * renewed without a gap was joined when the first began: its renewal may change the plan.
 */
function sinceChange(period: Closed, on: CalendarDate, membership: Membership | null): Closed {
  if (membership === null) return period;
  const joined = waitingStart(membership);
  const { planSince = joined } = membership;
  const isChange = planSince > joined && planSince <= on && planSince > period.from;
  return isChange ? { from: planSince, to: period.to } : period;
}

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
  if (!isClosed(whole)) return null;
  const counted = sinceChange(whole, on, membership);
  const part = proportion(limit as Money, lengthOf(counted), lengthOf(whole));
  const isUnknown = membership?.planSince === undefined;
  return {
    counter: afterPlanChange === 'prorate' ? { ...counter, limit: part } : counter,
    from: counted.from,
    isUnknown,
    facts: isUnknown ? none : [planSinceFact(input)],
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
