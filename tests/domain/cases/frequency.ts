import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { unknown } from '#domain/facts.ts';
import { day, input, membershipFact, rulePack } from '../builders.ts';
import { asking, history, paracetamol, past } from '../terms.ts';
import { type Case, passes } from './case.ts';

const twice = (first: number, second: number, changes: Partial<AdjudicationInput> = {}) => ({
  ...input({
    lines: [paracetamol({ quantity: first }), paracetamol({ lineId: 'line-2', quantity: second })],
  }),
  ...changes,
});
const had = (quantity: number | null, on = '2026-11-01') =>
  asking({}, { services: [history([past({ quantity, on: day(on) })])] });

const referred = (reason: string) => ({ outcome: 'referred', reason }) as Case['says'];
const often = (
  limit: number,
  period: 'visit' | 'day' | 'week' | 'month' | 'calendar-year' | 'policy-year' | 'lifetime',
  counts: 'times' | 'units' = 'times',
) =>
  rulePack({
    frequencies: [
      {
        scope: { benefit: 'medicines' },
        plans: null,
        limit,
        period,
        counts,
        clause: 'art-26',
      },
    ],
  });
const visits = (...on: string[]) =>
  asking({}, { services: [history(on.map((date) => past({ on: day(date) })))] });
const reached = (next: string | null): Case['says'] => ({
  outcome: 'declined',
  reason: 'frequency-reached',
  bearer: 'member',
  nearest: next === null ? { kind: 'member-pays' } : { kind: 'wait-until', date: day(next) },
});

export const frequencyCases: readonly Case[] = [
  { title: 'asks nothing where no rule limits it', given: asking(), says: passes },
  {
    title: 'passes the last of a visit',
    given: twice(10, 10),
    pack: often(2, 'visit'),
    says: passes,
  },
  {
    title: 'declines one more in the visit, asking no history',
    given: twice(10, 10),
    pack: often(1, 'visit'),
    says: reached(null),
  },
  {
    title: 'passes the last of the month',
    given: visits('2026-11-01'),
    pack: often(2, 'month'),
    says: passes,
  },
  {
    title: 'declines one more, until the next month',
    given: visits('2026-11-01', '2026-11-30'),
    pack: often(2, 'month'),
    says: reached('2026-12-01'),
  },
  {
    title: 'counts a week from Monday to Sunday: 16 November belongs to it',
    given: visits('2026-11-16'),
    pack: often(1, 'week'),
    says: reached('2026-11-23'),
  },
  {
    title: 'and 15 November does not',
    given: visits('2026-11-15'),
    pack: often(1, 'week'),
    says: passes,
  },
  {
    title: 'counts a day',
    given: visits('2026-11-21'),
    pack: often(1, 'day'),
    says: passes,
  },
  {
    title: 'counts a calendar year',
    given: visits('2026-01-01'),
    pack: often(1, 'calendar-year'),
    says: reached('2027-01-01'),
  },
  {
    title: 'counts the policy’s year from its anniversary',
    given: {
      ...visits('2026-06-01'),
      membership: membershipFact({
        policyPeriod: { from: day('2024-06-01'), to: null },
        memberPeriod: { from: day('2024-06-01'), to: null },
      }),
    },
    pack: often(1, 'policy-year'),
    says: reached('2027-06-01'),
  },
  {
    title: 'and not the day before it',
    given: {
      ...visits('2026-05-31'),
      membership: membershipFact({
        policyPeriod: { from: day('2024-06-01'), to: null },
        memberPeriod: { from: day('2024-06-01'), to: null },
      }),
    },
    pack: often(1, 'policy-year'),
    says: passes,
  },
  {
    title: 'counts a lifetime, which does not end',
    given: visits('1999-01-01'),
    pack: often(1, 'lifetime'),
    says: reached(null),
  },
  {
    title: 'counts what several places tell of one event once',
    given: asking(
      {},
      {
        services: [
          history([past()], 'card'),
          history([past()], 'centre'),
          history([past()], 'terminal'),
        ],
      },
    ),
    pack: often(2, 'month'),
    says: passes,
  },
  {
    title: 'reduces units to the rest, at the member’s cost',
    given: had(35),
    pack: often(60, 'month', 'units'),
    says: {
      outcome: 'reduced',
      reason: 'frequency-nearly-reached',
      bearer: 'member',
      nearest: { kind: 'quantity', quantity: 20 },
    },
  },
  {
    title: 'passes exactly the rest',
    given: had(30),
    pack: often(60, 'month', 'units'),
    says: passes,
  },
  {
    title: 'refers a rest below a pack',
    given: had(51),
    pack: often(60, 'month', 'units'),
    says: referred('frequency-below-unit'),
  },
  {
    title: 'refers where nobody was asked',
    given: asking(),
    pack: often(2, 'month'),
    says: referred('frequency-history-unknown'),
  },
  {
    title: 'declines what is certainly used up, although another place is not known',
    given: asking(
      {},
      { services: [unknown('unreadable', 'card'), history([past(), past()], 'terminal')] },
    ),
    pack: often(2, 'month'),
    says: reached('2026-12-01'),
  },
];
