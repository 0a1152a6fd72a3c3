import type { FrequencyRule } from '#domain/adjudication/contract-terms.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { unknown } from '#domain/facts.ts';
import { day, input, line, membershipFact, rulePack } from '../builders.ts';
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
const rule = (
  limit: number,
  period: FrequencyRule['period'],
  counts: FrequencyRule['counts'] = 'times',
  changes: Partial<FrequencyRule> = {},
): FrequencyRule => ({
  ...{ scope: { benefit: 'medicines' }, plans: null, limit, period, counts, clause: 'art-26' },
  ...changes,
});
const under = (...frequencies: readonly FrequencyRule[]) => rulePack({ frequencies });
const often = (...given: Parameters<typeof rule>) => under(rule(...given));
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
    title: 'passes one before the last of the month',
    given: visits('2026-11-01'),
    pack: often(3, 'month'),
    says: passes,
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
  {
    title: 'declines one more although more was had than is allowed',
    given: visits('2026-11-01', '2026-11-02', '2026-11-03'),
    pack: often(2, 'month'),
    says: reached('2026-12-01'),
  },
  {
    title: 'asks nothing where the rules are of other items or other plans',
    given: asking(),
    pack: under(
      rule(1, 'month', 'times', { scope: { benefit: 'dental' } }),
      rule(1, 'month', 'times', { plans: ['GOLD'] }),
    ),
    says: { ...passes, facts: [] },
  },
  {
    title: 'asks nothing of an item that the contract does not contain',
    given: input({ lines: [line({ itemCode: 'NONE' })] }),
    pack: often(1, 'month'),
    says: { ...passes, facts: [] },
  },
  {
    title: 'counts earlier lines and the month’s earlier services together',
    given: twice(10, 10, { services: [history([past()])] }),
    pack: often(2, 'month'),
    says: reached('2026-12-01'),
  },
  {
    title: 'does not count what is outside the scope, in the claim or before',
    given: input({
      lines: [line({ itemCode: 'FILLING', quantity: 1 }), paracetamol({ lineId: '2' })],
      services: [history([past({ itemCode: 'FILLING' }), past({ itemCode: 'OLD' })])],
    }),
    pack: often(1, 'month', 'times', { scope: { item: 'PARACETAMOL-500' } }),
    says: passes,
  },
  {
    title: 'counts the units of earlier lines where units are counted',
    given: twice(20, 20),
    pack: often(30, 'visit', 'units'),
    says: { outcome: 'reduced', nearest: { kind: 'quantity', quantity: 10 } },
  },
  {
    title: 'reduces to exactly one of what is sold singly',
    given: input({ lines: [line({ itemCode: 'CONSULTATION', quantity: 2, daysSupply: null })] }),
    pack: often(1, 'visit', 'units', { scope: { item: 'CONSULTATION' } }),
    says: { outcome: 'reduced', nearest: { kind: 'quantity', quantity: 1 } },
  },
  {
    title: 'refers units where an earlier quantity is not known',
    given: had(null),
    pack: often(60, 'month', 'units'),
    says: referred('frequency-history-unknown'),
  },
  {
    title: 'refers where the policy’s year is not known',
    given: asking({}, { membership: unknown('never-synced', 'centre'), services: [history()] }),
    pack: often(1, 'policy-year'),
    says: referred('frequency-history-unknown'),
  },
  {
    title: 'lets what is used up win over what is not known',
    given: asking({}, { services: [unknown('unreadable', 'card'), history([past()], 'terminal')] }),
    pack: under(rule(5, 'month'), rule(1, 'month')),
    says: reached('2026-12-01'),
  },
  {
    title: 'lets what is not known win over what is nearly used up',
    given: asking(),
    pack: under(rule(20, 'visit', 'units'), rule(5, 'month')),
    says: referred('frequency-history-unknown'),
  },
  {
    title: 'takes the smaller of two rests, told first',
    given: asking(),
    pack: under(rule(10, 'visit', 'units'), rule(20, 'visit', 'units', { clause: 'art-27' })),
    says: { outcome: 'reduced', clause: 'art-26', nearest: { kind: 'quantity', quantity: 10 } },
  },
  {
    title: 'takes the smaller of two rests, told last',
    given: asking(),
    pack: under(rule(20, 'visit', 'units'), rule(10, 'visit', 'units', { clause: 'art-27' })),
    says: { outcome: 'reduced', clause: 'art-27', nearest: { kind: 'quantity', quantity: 10 } },
  },
  {
    title: 'names the first of two rules that leave the same',
    given: asking(),
    pack: under(rule(20, 'visit', 'units'), rule(20, 'visit', 'units', { clause: 'art-27' })),
    says: { outcome: 'reduced', clause: 'art-26' },
  },
  {
    title: 'holds units to their rule although another counts times',
    given: asking(),
    pack: under(rule(1, 'visit'), rule(20, 'visit', 'units')),
    says: { outcome: 'reduced', nearest: { kind: 'quantity', quantity: 20 } },
  },
  {
    title: 'does not count earlier lines of what the rule is not about',
    given: input({
      lines: [
        line({ lineId: 'other', itemCode: 'CONSULTATION', quantity: 1, daysSupply: null }),
        paracetamol(),
      ],
    }),
    pack: often(1, 'visit'),
    says: passes,
  },
  {
    title: 'refers what earlier quantities nobody knows, though the claim’s own lines are enough',
    given: {
      ...twice(20, 10),
      services: [history([past({ quantity: null, on: day('2026-11-01') })])],
    },
    pack: often(20, 'month', 'units'),
    says: referred('frequency-history-unknown'),
  },
];
