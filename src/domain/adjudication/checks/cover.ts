import { addDays, type CalendarDate, dayOf, isWithin } from '../../dates.ts';
import type { Fact } from '../../facts.ts';
import type { Membership } from '../../people.ts';
import { ageInHours, staleness } from '../ages.ts';
import { type ClaimContext, claimCheck, decline, pass, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import { planSinceFact } from '../plan-change.ts';
import type { Plan } from '../rule-pack.ts';
import { aDay, aName, fromPack } from '../shown.ts';
import { coverDay, lastDay } from '../stays.ts';

type Known<T> = Extract<Fact<T>, { known: true }>;

/**
 * Whether the policy and the member's own link to it are in force on the service date, both ends
 * included (brochure M5); of a stay the admission decides, and its last day may lie in the run-off. The card's
 * dates never decide this.
 *
 * A member whom the data do not contain refers instead of declining: the insurer's own signature is on the
 * card, so the likelier explanation is that these data are behind it (a newborn, a joiner, a new employer).
 * Without cover the holder is a private patient, so what is declined here is borne by the member.
 */
export const cover = claimCheck({
  id: 'cover',
  requirements: ['M5'],
  reasons: [
    'policy-cancelled',
    'policy-suspended',
    'cover-not-started',
    'cover-ended',
    'cover-unknown',
    'membership-too-old',
    'member-not-found',
    'cover-may-be-renewed',
    'plan-unknown',
    'plan-of-day-unknown',
    'stay-beyond-cover',
  ],
  run(context) {
    const { input, pack } = context;
    const fact = input.membership;
    const nearest = { kind: 'connect' } as const;
    if (!fact.known) {
      const facts = [
        { name: 'policy-status', value: null, source: fact.source, asOf: null },
      ] as const;
      return refer('cover-unknown', { facts, nearest });
    }
    const tooOld = pastHardAge(context, fact);
    if (tooOld !== null) return tooOld;

    const { value: membership } = fact;
    if (membership === null || membership.memberNumber !== input.person?.memberNumber) {
      return refer('member-not-found', { facts: factsOf(context, fact, null), nearest });
    }
    const facts = withGrace(context, fact, membership, factsOf(context, fact, membership));
    if (membership.policyStatus === 'cancelled') {
      return decline('policy-cancelled', 'member', { facts, nearest: { kind: 'member-pays' } });
    }
    if (membership.policyStatus === 'suspended') {
      return decline('policy-suspended', 'member', { facts, nearest: { kind: 'member-pays' } });
    }
    const outside = outsidePeriods(context, fact, membership, facts);
    if (outside !== null) return outside;
    const plan = pack.plan(membership.planCode);
    if (plan === null) {
      const shown = { plan: codeShown(membership.planCode) };
      return refer('plan-unknown', { shown, facts, nearest });
    }
    return (
      beforePlan(context, membership, plan, facts) ??
      beyondRunOff(context, fact, membership, facts) ??
      pass({ facts })
    );
  },
});

/** The data tell of the present plan alone: under which one the member was before it, nobody knows. */
function beforePlan(
  { input }: ClaimContext,
  { planSince }: Membership,
  plan: Plan,
  facts: readonly FactUsed[],
) {
  if (planSince === undefined || coverDay(input.claim) >= planSince) return null;
  return refer('plan-of-day-unknown', {
    shown: {
      plan: aName(plan.name),
      since: aDay(planSince),
      on: aDay(coverDay(input.claim)),
    },
    facts: [...facts, planSinceFact(input)],
  });
}

/** A stay that began within the cover is paid for so many days after its end as the plan says. */
function beyondRunOff(
  context: ClaimContext,
  fact: Known<Membership | null>,
  { planCode, policyPeriod, memberPeriod }: Membership,
  facts: readonly FactUsed[],
) {
  const { input, pack } = context;
  const end = earlier(policyPeriod.to, memberPeriod.to);
  const last = lastDay(input.claim);
  if (end === null || last <= end) return null;
  const term = pack.plan(planCode)?.stay ?? null;
  if (last <= addDays(graceEnd(context, fact, end), term?.runOffDays ?? 0)) return null;
  const shown = { to: { kind: 'date', value: end } } as const;
  return refer('stay-beyond-cover', { shown, facts, clause: term?.clause ?? null });
}

const codeShown = (value: string) => ({ kind: 'code', value }) as const;

function pastHardAge(context: ClaimContext, fact: Known<Membership | null>) {
  const { decidedAt } = context.input;
  const limit = context.pack.pack.offline.membership;
  if (staleness(fact.asOf, decidedAt, limit) !== 'hard') return null;
  return refer('membership-too-old', {
    shown: {
      age: { kind: 'hours', value: ageInHours(fact.asOf, decidedAt) },
      limit: { kind: 'hours', value: limit.hardHours },
    },
    facts: factsOf(context, fact, fact.value),
    nearest: { kind: 'connect' },
  });
}

function outsidePeriods(
  { input, pack }: ClaimContext,
  fact: Known<Membership | null>,
  { policyPeriod, memberPeriod }: Membership,
  facts: readonly FactUsed[],
) {
  const serviceDate = coverDay(input.claim);
  if (isWithin(serviceDate, policyPeriod) && isWithin(serviceDate, memberPeriod)) return null;

  const to = earlier(policyPeriod.to, memberPeriod.to);
  if (to !== null && serviceDate > to) {
    if (serviceDate <= graceEnd({ input, pack }, fact, to)) return null;
    return ended({ input, pack }, fact, to, facts);
  }

  const from = policyPeriod.from > memberPeriod.from ? policyPeriod.from : memberPeriod.from;
  return decline('cover-not-started', 'member', {
    shown: { from: { kind: 'date', value: from } },
    facts,
    nearest: { kind: 'wait-until', date: from },
  });
}

function ended(
  { input, pack }: ClaimContext,
  fact: Known<Membership | null>,
  to: CalendarDate,
  facts: readonly FactUsed[],
) {
  const shown = { to: { kind: 'date', value: to } } as const;
  if (mayBeRenewed({ input, pack }, fact, to)) {
    return refer('cover-may-be-renewed', { shown, facts, nearest: { kind: 'connect' } });
  }
  return decline('cover-ended', 'member', { shown, facts, nearest: { kind: 'member-pays' } });
}

/** The last day that passes on a cover that ended so: its own, or of its grace where it may have been renewed. */
function graceEnd(
  context: ClaimContext,
  fact: Known<Membership | null>,
  to: CalendarDate,
): CalendarDate {
  return mayBeRenewed(context, fact, to) ? addDays(to, graceDaysOf(context)) : to;
}

/** With what the contract grants past the end, where the service lies there. */
function withGrace(
  context: ClaimContext,
  fact: Known<Membership | null>,
  { policyPeriod, memberPeriod }: Membership,
  facts: readonly FactUsed[],
): readonly FactUsed[] {
  const end = earlier(policyPeriod.to, memberPeriod.to);
  const isAfter = end !== null && coverDay(context.input.claim) > end;
  if (!isAfter || graceEnd(context, fact, end) === end) return facts;
  return [...facts, fromPack('cover-grace', { kind: 'days', value: graceDaysOf(context) })];
}

const graceDaysOf = ({ pack }: ClaimContext): number => pack.pack.offline.membership.graceDays ?? 0;

/** These data are past their soft age, and were written while the cover was still in force: its renewal may have come out since. */
const mayBeRenewed = (
  { input, pack }: ClaimContext,
  { asOf }: Known<Membership | null>,
  to: CalendarDate,
): boolean =>
  to >= dayOf(asOf) && staleness(asOf, input.decidedAt, pack.pack.offline.membership) !== 'fresh';

function earlier(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function factsOf(
  { input, pack }: ClaimContext,
  { source, asOf }: Known<Membership | null>,
  membership: Membership | null,
): readonly FactUsed[] {
  const serviceDate: FactUsed = {
    name: 'service-date',
    value: { kind: 'date', value: input.claim.serviceDate },
    source: 'operator',
    asOf: input.decidedAt,
  };
  if (membership === null) {
    return [{ name: 'policy-status', value: null, source, asOf }, serviceDate];
  }
  const plan = pack.plan(membership.planCode);
  return [
    {
      name: 'policy-status',
      value: { kind: 'word', value: `policy-${membership.policyStatus}` },
      source,
      asOf,
    },
    {
      name: 'policy-period',
      value: { kind: 'period', value: membership.policyPeriod },
      source,
      asOf,
    },
    {
      name: 'member-period',
      value: { kind: 'period', value: membership.memberPeriod },
      source,
      asOf,
    },
    {
      name: 'plan',
      value: plan === null ? codeShown(membership.planCode) : { kind: 'name', value: plan.name },
      source,
      asOf,
    },
    serviceDate,
  ];
}
