import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { day, input, line, rulePack } from '../builders.ts';
import { asking, history, itemRule, paracetamol, past, unknown, withItemRule } from '../terms.ts';
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
    title: 'passes one tablet below the most',
    given: asking(),
    pack: most({ perDispensing: 31 }),
    says: passes,
  },
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
  {
    title: 'takes the smaller of two bounds, here the daily dose',
    given: asking(),
    pack: most({ perDispensing: 29, perDay: 1 }),
    says: reducedTo(10),
  },
  {
    title: 'takes the smaller of two bounds, here what is dispensed at once',
    given: asking(),
    pack: most({ perDispensing: 10, perDay: 2 }),
    says: reducedTo(10),
  },
  {
    title: 'reckons the dose for the days asked, where more would be paid',
    given: asking(),
    pack: most({ perDay: 2, maximumDays: 20 }),
    says: reducedTo(20),
  },
  {
    title: 'does not ask how long it lasts where no bound depends on it',
    given: asking({ daysSupply: null }),
    pack: most({ perDispensing: 30 }),
    says: passes,
  },
  {
    title: 'asks how long it lasts although the month leaves enough',
    given: asking({ daysSupply: null }, { services: [history()] }),
    pack: most({ maximumDays: 9, perPeriod: { period: 'month', units: 60 } }),
    says: referred('days-missing-for-quantity'),
  },
  {
    title: 'says that nothing is left where more than all was had',
    given: had(70),
    pack: monthly,
    says: referred('quantity-below-unit'),
  },
  {
    title: 'reduces to exactly one of what is sold singly',
    given: input({ lines: [line({ itemCode: 'CONSULTATION', quantity: 2, daysSupply: null })] }),
    pack: rulePack({
      itemRules: [
        itemRule({ scope: { item: 'CONSULTATION' }, quantity: { ...none, perDispensing: 1 } }),
      ],
    }),
    says: reducedTo(1),
  },
  {
    title: 'counts an earlier line of the claim among the month’s',
    given: twice(20, 20, { services: [history()] }),
    pack: most({ perPeriod: { period: 'month', units: 30 } }),
    says: reducedTo(10),
  },
  {
    title: 'asks nobody what was had before where the bound is the visit’s',
    given: twice(20, 20),
    pack: most({ perPeriod: { period: 'visit', units: 30 } }),
    says: reducedTo(10),
  },
  {
    title: 'refers where the policy’s year is not known',
    given: asking({}, { membership: unknown('never-synced', 'centre'), services: [history()] }),
    pack: most({ perPeriod: { period: 'policy-year', units: 60 } }),
    says: referred('quantity-history-unknown'),
  },
  {
    title: 'does not count another item of the month',
    given: asking({}, { services: [history([past({ itemCode: 'METFORMIN-850', quantity: 60 })])] }),
    pack: monthly,
    says: passes,
  },
  {
    title: 'does not count another item of the claim',
    given: input({ lines: [line({ itemCode: 'METFORMIN-850' }), paracetamol({ lineId: '2' })] }),
    pack: most({ perDispensing: 30 }),
    says: passes,
  },
];
