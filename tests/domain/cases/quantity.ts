import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { day, input } from '../builders.ts';
import { asking, history, paracetamol, past, withItemRule } from '../terms.ts';
import { type Case, passes } from './case.ts';

const referred = (reason: string) => ({ outcome: 'referred', reason }) as Case['says'];
const none = { perDispensing: null, perDay: null, maximumDays: null, perPeriod: null };
const most = (changes: Partial<typeof none> | object) =>
  withItemRule({ quantity: { ...none, ...changes } });
const reducedTo = (quantity: number): Case['says'] => ({
  outcome: 'reduced',
  reason: 'quantity-above-limit',
  bearer: 'provider',
  nearest: { kind: 'quantity', quantity },
});
const twice = (first: number, second: number, changes: Partial<AdjudicationInput> = {}) => ({
  ...input({
    lines: [paracetamol({ quantity: first }), paracetamol({ lineId: 'line-2', quantity: second })],
  }),
  ...changes,
});
const monthly = most({ perPeriod: { period: 'month', units: 60 } });
const had = (quantity: number | null, on = '2026-11-01') =>
  asking({}, { services: [history([past({ quantity, on: day(on) })])] });

export const quantityCases: readonly Case[] = [
  { title: 'asks nothing where no rule limits it', given: asking(), says: passes },
  {
    title: 'passes the most itself',
    given: asking(),
    pack: most({ perDispensing: 30 }),
    says: passes,
  },
  {
    title: 'reduces one tablet more to whole packs',
    given: asking(),
    pack: most({ perDispensing: 29 }),
    says: reducedTo(20),
  },
  {
    title: 'refers what is less than a pack',
    given: asking(),
    pack: most({ perDispensing: 9 }),
    says: referred('quantity-below-unit'),
  },
  {
    title: 'reduces to exactly one pack',
    given: asking(),
    pack: most({ perDispensing: 10 }),
    says: reducedTo(10),
  },
  {
    title: 'counts what an earlier line of the claim took',
    given: twice(20, 20),
    pack: most({ perDispensing: 30 }),
    says: reducedTo(10),
  },
  {
    title: 'refers when an earlier line took all',
    given: twice(30, 10),
    pack: most({ perDispensing: 30 }),
    says: referred('quantity-below-unit'),
  },
  {
    title: 'passes the daily dose itself',
    given: asking(),
    pack: most({ perDay: 3 }),
    says: passes,
  },
  {
    title: 'reduces what is above the daily dose',
    given: asking(),
    pack: most({ perDay: 2.5 }),
    says: reducedTo(20),
  },
  {
    title: 'passes the most days themselves',
    given: asking(),
    pack: most({ maximumDays: 10 }),
    says: passes,
  },
  {
    title: 'reduces to the most days',
    given: asking(),
    pack: most({ maximumDays: 9 }),
    says: reducedTo(20),
  },
  {
    title: 'refers where it is not said how long it lasts',
    given: asking({ daysSupply: null }),
    pack: most({ maximumDays: 9 }),
    says: referred('days-missing-for-quantity'),
  },
  { title: 'passes the rest of the month', given: had(30), pack: monthly, says: passes },
  { title: 'reduces one unit more', given: had(31), pack: monthly, says: reducedTo(20) },
  {
    title: 'does not count the month before',
    given: had(60, '2026-10-31'),
    pack: monthly,
    says: passes,
  },
  {
    title: 'refers where an earlier quantity is not known',
    given: had(null),
    pack: monthly,
    says: referred('quantity-history-unknown'),
  },
  {
    title: 'refers where nobody was asked',
    given: asking(),
    pack: monthly,
    says: referred('quantity-history-unknown'),
  },
];
