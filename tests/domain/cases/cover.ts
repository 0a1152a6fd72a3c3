import { known, unknown } from '#domain/facts.ts';
import { day, input, membershipFact, moment, now, rulePack, today } from '../builders.ts';
import { claiming } from '../terms.ts';
import { type Case, passes } from './case.ts';
import { runOffCases } from './stays.ts';

const start = day('2026-01-01');
const yesterday = day('2026-11-21');
const tomorrow = day('2026-11-23');
const asOf = (text: string) => moment(text);

/** Three days of grace after data of seven days or more. */
const withGrace = rulePack({
  offline: { ...rulePack().offline, membership: { softHours: 168, hardHours: 720, graceDays: 3 } },
});

const withGraceAndRunOff = rulePack({
  plans: rulePack().plans.map((plan) => ({
    ...plan,
    stay: { maximumDays: 9, roomClasses: ['second'], runOffDays: 2, clause: 'art-23' },
  })),
  offline: withGrace.offline,
});

/** Admitted today, two days after the cover ended. */
const stayAfterEnd = (to: string) => {
  const lapsed = lapsedOn('2026-11-20');
  const stay = { from: today, to: day(to), roomClass: 'second' };
  return { ...lapsed, claim: { ...lapsed.claim, encounter: 'inpatient' as const, stay } };
};

/** The member's cover ended on the day, by data past their soft age. */
const lapsedOn = (to: string, since = '2026-11-15T09:59:59.999Z', decidedAt = now) =>
  input({
    decidedAt,
    membership: membershipFact({ memberPeriod: { from: start, to: day(to) } }, asOf(since)),
  });

export const coverCases: readonly Case[] = [
  { title: 'passes an active policy and member', given: input(), says: passes },
  ...runOffCases,
  {
    title: 'passes on the first day of both periods',
    given: input({
      membership: membershipFact({
        policyPeriod: { from: today, to: null },
        memberPeriod: { from: today, to: null },
      }),
    }),
    says: passes,
  },
  {
    title: 'declines one day before the member joined, and says when to come',
    given: input({ membership: membershipFact({ memberPeriod: { from: tomorrow, to: null } }) }),
    says: {
      outcome: 'declined',
      reason: 'cover-not-started',
      bearer: 'member',
      shown: { from: { kind: 'date', value: tomorrow } },
      nearest: { kind: 'wait-until', date: tomorrow },
    },
  },
  {
    title: 'declines one day before the policy begins',
    given: input({ membership: membershipFact({ policyPeriod: { from: tomorrow, to: null } }) }),
    says: { outcome: 'declined', reason: 'cover-not-started' },
  },
  {
    title: 'passes on the last day of both periods',
    given: input({
      membership: membershipFact({
        policyPeriod: { from: start, to: today },
        memberPeriod: { from: start, to: today },
      }),
    }),
    says: passes,
  },
  {
    title: 'declines one day after the member left',
    given: input({
      membership: membershipFact({ memberPeriod: { from: start, to: yesterday } }),
    }),
    says: {
      outcome: 'declined',
      reason: 'cover-ended',
      bearer: 'member',
      shown: { to: { kind: 'date', value: yesterday } },
    },
  },
  {
    title: 'declines one day after the policy ended, though the member’s link is open',
    given: input({
      membership: membershipFact({ policyPeriod: { from: start, to: yesterday } }),
    }),
    says: { outcome: 'declined', reason: 'cover-ended' },
  },
  {
    title:
      'says that cover ended, not that it will begin, when the member left before the next policy',
    given: input({
      membership: membershipFact({
        policyPeriod: { from: tomorrow, to: null },
        memberPeriod: { from: start, to: yesterday },
      }),
    }),
    says: { outcome: 'declined', reason: 'cover-ended' },
  },
  {
    title: 'still declines what lapsed since, exactly at the soft limit of seven days',
    given: input({
      membership: membershipFact(
        { memberPeriod: { from: start, to: yesterday } },
        asOf('2026-11-15T10:00:00.000Z'),
      ),
    }),
    says: { outcome: 'declined', reason: 'cover-ended' },
  },
  {
    title: 'refers what lapsed only since data that are past their soft age',
    given: input({
      membership: membershipFact(
        { memberPeriod: { from: start, to: yesterday } },
        asOf('2026-11-15T09:59:59.999Z'),
      ),
    }),
    says: { outcome: 'referred', reason: 'cover-may-be-renewed' },
  },
  {
    title: 'passes on the last of the contract’s days of grace after what lapsed so, and says that',
    given: lapsedOn('2026-11-19'),
    pack: withGrace,
    says: passes,
  },
  {
    title: 'passes on the first of the days of grace',
    given: lapsedOn('2026-11-21'),
    pack: withGrace,
    says: passes,
  },
  {
    title: 'refers one day after the grace',
    given: lapsedOn('2026-11-18'),
    pack: withGrace,
    says: { outcome: 'referred', reason: 'cover-may-be-renewed' },
  },
  {
    title: 'grants no grace while the data are young: nobody renewed it',
    given: lapsedOn('2026-11-21', '2026-11-15T10:00:00.000Z'),
    pack: withGrace,
    says: { outcome: 'declined', reason: 'cover-ended' },
  },
  {
    title: 'grants no grace to what had ended before such data',
    given: lapsedOn('2026-11-20', '2026-11-21T09:00:00.000Z', moment('2026-11-29T10:00:00.000Z')),
    pack: withGrace,
    says: { outcome: 'declined', reason: 'cover-ended' },
  },
  {
    title: 'lets a stay of the days of grace run on from their end',
    given: stayAfterEnd('2026-11-25'),
    pack: withGraceAndRunOff,
    says: passes,
  },
  {
    title: 'and no day further',
    given: stayAfterEnd('2026-11-26'),
    pack: withGraceAndRunOff,
    says: { outcome: 'referred', reason: 'stay-beyond-cover' },
  },
  {
    title: 'says nothing of the grace on the last day of the cover itself',
    given: lapsedOn('2026-11-22'),
    pack: withGrace,
    says: passes,
  },
  {
    title: 'refers what ended on the very day of such data',
    given: input({
      membership: membershipFact(
        { memberPeriod: { from: start, to: day('2026-11-10') } },
        asOf('2026-11-10T10:00:00.000Z'),
      ),
    }),
    says: { outcome: 'referred', reason: 'cover-may-be-renewed' },
  },
  {
    title: 'declines what had already ended the day before such data',
    given: input({
      membership: membershipFact(
        { memberPeriod: { from: start, to: day('2026-11-09') } },
        asOf('2026-11-10T10:00:00.000Z'),
      ),
    }),
    says: { outcome: 'declined', reason: 'cover-ended' },
  },
  {
    title: 'passes exactly at the hard limit of thirty days',
    given: input({ membership: membershipFact({}, asOf('2026-10-23T10:00:00.000Z')) }),
    says: passes,
  },
  {
    title: 'refers one millisecond past the hard limit',
    given: input({ membership: membershipFact({}, asOf('2026-10-23T09:59:59.999Z')) }),
    says: {
      outcome: 'referred',
      reason: 'membership-too-old',
      shown: { age: { kind: 'hours', value: 721 }, limit: { kind: 'hours', value: 720 } },
    },
  },
  {
    title: 'refers, not declines, a suspension known only from too old data',
    given: input({
      membership: membershipFact({ policyStatus: 'suspended' }, asOf('2026-10-01T00:00:00.000Z')),
    }),
    says: { outcome: 'referred', reason: 'membership-too-old' },
  },
  {
    title: 'declines a suspended policy',
    given: input({ membership: membershipFact({ policyStatus: 'suspended' }) }),
    says: { outcome: 'declined', reason: 'policy-suspended', bearer: 'member' },
  },
  {
    title: 'declines a cancelled policy',
    given: input({ membership: membershipFact({ policyStatus: 'cancelled' }) }),
    says: { outcome: 'declined', reason: 'policy-cancelled', bearer: 'member' },
  },
  {
    title: 'refers when membership data never came',
    given: input({ membership: unknown('never-synced', 'centre') }),
    says: { outcome: 'referred', reason: 'cover-unknown' },
  },
  {
    title: 'refers a member whom the data do not contain',
    given: input({ membership: known(null, 'centre', now) }),
    says: { outcome: 'referred', reason: 'member-not-found' },
  },
  {
    title: 'refers when the membership is somebody else’s',
    given: input({ membership: membershipFact({ memberNumber: '1' }) }),
    says: { outcome: 'referred', reason: 'member-not-found' },
  },
  {
    title: 'refers a plan that the rules do not contain',
    given: input({ membership: membershipFact({ planCode: 'PLATINUM' }) }),
    says: { outcome: 'referred', reason: 'plan-unknown' },
  },
  {
    title: 'refers a stay that goes on past the cover, where the plan says nothing of stays',
    given: claiming(
      {
        encounter: 'inpatient',
        stay: { from: today, to: day('2026-11-25'), roomClass: 'second' },
      },
      input({ membership: membershipFact({ memberPeriod: { from: start, to: tomorrow } }) }),
    ),
    says: { outcome: 'referred', reason: 'stay-beyond-cover', clause: null },
  },
  {
    title: 'declines what begins on the day after the policy’s last as not begun, not as ended',
    given: input({
      membership: membershipFact({
        policyPeriod: { from: start, to: today },
        memberPeriod: { from: tomorrow, to: null },
      }),
    }),
    says: { outcome: 'declined', reason: 'cover-not-started' },
  },
  {
    title: 'declines one day after the policy ended, before the member’s own end',
    given: input({
      membership: membershipFact({
        policyPeriod: { from: start, to: yesterday },
        memberPeriod: { from: start, to: day('2026-12-31') },
      }),
    }),
    says: { reason: 'cover-ended', shown: { to: { kind: 'date', value: yesterday } } },
  },
];
