import { describe, expect, it } from 'vitest';
import type { CountingPeriod } from '#domain/adjudication/contract-terms.ts';
import type { Counter } from '#domain/adjudication/counter-terms.ts';
import {
  counterOn,
  countingPeriod,
  planChangeOf,
  planSinceFact,
} from '#domain/adjudication/plan-change.ts';
import type { Membership } from '#domain/people.ts';
import { day, input, membership, membershipFact, today } from './builders.ts';
import { ceiling, unknown } from './terms.ts';

const reset = { afterPlanChange: 'reset' } as const;
const since = (planSince: string, changes: Partial<Membership> = {}) =>
  membership({ planSince: day(planSince), ...changes });
const whole = { from: '2026-01-01', to: '2026-12-31' };

describe('the period in which a counter counts', () => {
  it.each<[string, CountingPeriod, Membership | null, unknown]>([
    [
      'from the first day of the plan',
      'policy-year',
      since('2026-07-01'),
      { ...whole, from: '2026-07-01' },
    ],
    ['all of it where nobody knows', 'calendar-year', null, whole],
    ['all of it where it is not said', 'calendar-year', membership(), whole],
    ['that of a policy nobody knows', 'policy-year', null, null],
    ['this claim alone', 'visit', since('2026-07-01'), 'claim'],
    ['a lifetime', 'lifetime', since('2026-07-01'), { from: '0001-01-01', to: null }],
    [
      'all of it from a plan before it',
      'month',
      since('2026-10-31'),
      { from: '2026-11-01', to: '2026-11-30' },
    ],
    ['all of it before the plan began', 'calendar-year', since('2026-11-23'), whole],
    [
      'from the plan that began on the day',
      'calendar-year',
      since('2026-11-22'),
      { ...whole, from: '2026-11-22' },
    ],
    [
      'all of it for whoever joined with the plan',
      'calendar-year',
      since('2026-07-01', { memberPeriod: { from: day('2026-07-01'), to: null } }),
      whole,
    ],
    [
      'from the plan of a cover that was renewed without a gap',
      'calendar-year',
      since('2026-07-01', {
        memberPeriod: { from: day('2026-07-01'), to: null },
        insuredSince: day('2026-06-30'),
      }),
      { ...whole, from: '2026-07-01' },
    ],
    [
      'all of it for whoever joined with the plan and renewed it since',
      'calendar-year',
      since('2026-06-30', {
        memberPeriod: { from: day('2026-07-01'), to: null },
        insuredSince: day('2026-06-30'),
      }),
      whole,
    ],
  ])('is %s', (_, per, member, expected) => {
    expect(countingPeriod(reset, per, today, member)).toEqual(expected);
  });

  it('is whole where use is carried over', () => {
    expect(countingPeriod({}, 'policy-year', today, since('2026-07-01'))).toEqual(whole);
  });
});

describe('a change of plan', () => {
  const given = input({ membership: membershipFact({ planSince: day('2026-07-01') }) });
  const counter = (changes: Partial<Counter>): Counter => ({ ...ceiling(), ...reset, ...changes });

  it.each(['line', 'visit', 'lifetime', 'episode', 'prescription'] as const)(
    'means nothing to what counts each %s',
    (per) => {
      expect(planChangeOf(given, counter({ per }))).toBeNull();
    },
  );

  it('means nothing where use is carried over', () => {
    expect(planChangeOf(given, ceiling())).toBeNull();
    expect(counterOn(given, ceiling())).toEqual(ceiling());
  });

  it('is told with its day, and by whom', () => {
    expect(planChangeOf(given, counter({}))).toEqual({
      counter: counter({}),
      from: '2026-07-01',
      isUnknown: false,
      facts: [
        {
          name: 'plan-since',
          value: { kind: 'date', value: '2026-07-01' },
          source: 'centre',
          asOf: '2026-11-22T10:00:00.000Z',
        },
      ],
    });
  });

  it('is not known of whom nobody knows', () => {
    const nobody = input({ membership: unknown('never-synced', 'centre') });
    expect(planChangeOf(nobody, counter({}))).toBeNull();
    const fact = { name: 'plan-since', value: null, source: 'centre', asOf: null };
    expect(planSinceFact(nobody)).toEqual(fact);
    expect(planSinceFact(input())).toEqual(fact);
    expect(planChangeOf(nobody, counter({ per: 'calendar-year' }))).toMatchObject({
      from: '2026-01-01',
      isUnknown: true,
      facts: [],
    });
  });

  it('leaves of a limit the part of the days left, half up', () => {
    const limits = [1, 2, 364, 365, 1_000].map(
      (limit) => counterOn(given, counter({ afterPlanChange: 'prorate', limit })).limit,
    );
    // 184 of 365 days.
    expect(limits).toEqual([1, 1, 183, 184, 504]);
  });
});
