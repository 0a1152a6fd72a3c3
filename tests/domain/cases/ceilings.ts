import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { known } from '#domain/facts.ts';
import { money } from '#domain/money.ts';
import { day, input, line, now, rulePack } from '../builders.ts';
import { asking, ceiling, paracetamol, use } from '../terms.ts';
import { type Case, passes } from './case.ts';
import { after, covered } from './panel-price.ts';

const twice = (first: number, second: number, changes: Partial<AdjudicationInput> = {}) => ({
  ...input({
    lines: [paracetamol({ quantity: first }), paracetamol({ lineId: 'line-2', quantity: second })],
  }),
  ...changes,
});

const referred = (reason: string) => ({ outcome: 'referred', reason }) as Case['says'];
const under = (...changes: Parameters<typeof ceiling>[0][]) =>
  rulePack({ ceilings: changes.map((one) => ceiling(one)) });
// Thirty tablets at one pound: 30.00, of which the insurer's share is 24.00.
const spent = (total: number | null, own: number | null = null) =>
  asking({}, { usage: [use(total, own)] });
const visit = { per: 'visit' } as const;
const reduced = { outcome: 'reduced', reason: 'ceiling-nearly-used', bearer: 'member' } as const;
const usedUp = { outcome: 'declined', reason: 'ceiling-used-up', bearer: 'member' } as const;

const shownOf = (limit: number) => ({
  ceiling: { kind: 'name', value: { ar: 'سقف الأدوية', en: 'medicines' } } as const,
  limit: { kind: 'money', value: money(limit) } as const,
  left: { kind: 'money', value: money(limit) } as const,
});

export const ceilingsCases: readonly Case[] = [
  { title: 'asks nothing where there is none', given: asking(), says: passes },
  { title: 'passes exactly what is left', given: spent(97_600), pack: under({}), says: passes },
  { title: 'passes one minor unit below', given: spent(97_599), pack: under({}), says: passes },
  { title: 'reduces one above', given: spent(97_601), pack: under({}), says: reduced },
  { title: 'reduces to the last minor unit', given: spent(99_999), pack: under({}), says: reduced },
  {
    title: 'reduces the whole of a part of a panel of which nobody knows the price',
    given: after(null, 80_000),
    pack: {
      ...covered(),
      prices: rulePack().prices.filter(({ item }) => item !== 'CONSULTATION'),
      ceilings: [ceiling({ scope: { item: 'GLASSES' }, per: 'visit', limit: 100 })],
    },
    says: reduced,
  },
  { title: 'declines when nothing is left', given: spent(100_000), pack: under({}), says: usedUp },
  {
    title: 'declines when more was used than there is',
    given: spent(100_001),
    pack: under({}),
    says: usedUp,
  },
  {
    title: 'counts two lines of one claim as the one visit that is left',
    given: twice(10, 20, { usage: [use(2)] }),
    pack: under({ basis: 'visits', limit: 3 }),
    says: passes,
  },
  {
    title: 'counts before sharing where the basis is gross',
    given: spent(97_001),
    pack: under({ basis: 'gross' }),
    says: reduced,
  },
  {
    title: 'passes exactly what is left before sharing',
    given: spent(97_000),
    pack: under({ basis: 'gross' }),
    says: passes,
  },
  {
    title: 'needs no memory for a line',
    given: asking(),
    pack: under({ per: 'line', limit: 2_399 }),
    says: reduced,
  },
  {
    title: 'passes a line at its ceiling',
    given: asking(),
    pack: under({ per: 'line', limit: 2_400 }),
    says: passes,
  },
  {
    title: 'lets an earlier line of the visit use it',
    given: twice(30, 30),
    pack: under({ per: 'visit', limit: 4_799 }),
    says: reduced,
  },
  {
    title: 'passes two lines of a visit at its ceiling',
    given: twice(30, 30),
    pack: under({ per: 'visit', limit: 4_800 }),
    says: passes,
  },
  {
    title: 'lets an earlier line use what is left of the year',
    given: twice(30, 30, { usage: [use(97_600)] }),
    pack: under({}),
    says: usedUp,
  },
  {
    title: 'lets the smallest remainder win',
    given: asking({}, { usage: [use(97_601), use(0, null, { ceilingId: 'FAMILY' })] }),
    pack: under({ ceilingId: 'FAMILY', limit: 2_000, of: 'family' }, {}),
    says: { ...reduced, shown: { left: { kind: 'money', value: money(2_000) } } as never },
  },
  {
    title: 'believes the place that knows of most',
    given: asking(
      {},
      {
        usage: [use(0, null, { totals: [known(0, 'card', now), known(100_000, 'centre', now)] })],
      },
    ),
    pack: under({}),
    says: usedUp,
  },
  {
    title: 'refers when nobody knows what was used',
    given: asking(),
    pack: under({}),
    says: referred('ceiling-use-unknown'),
  },
  {
    title: 'refers when what is known is of another year',
    given: asking(
      {},
      { usage: [use(0, 0, { period: { from: day('2025-01-01'), to: day('2025-12-31') } })] },
    ),
    pack: under({ offlineAllowance: 100_000 }),
    says: referred('ceiling-use-unknown'),
  },
  {
    title: 'passes exactly the terminal’s allowance while the rest is unknown',
    given: spent(null, 600),
    pack: under({ offlineAllowance: 3_000 }),
    says: passes,
  },
  {
    title: 'refers one minor unit above it',
    given: spent(null, 601),
    pack: under({ offlineAllowance: 3_000 }),
    says: referred('ceiling-allowance-used'),
  },
  {
    title: 'refers when even this terminal’s own use is unknown',
    given: spent(null),
    pack: under({ offlineAllowance: 3_000 }),
    says: referred('ceiling-use-unknown'),
  },
  {
    title: 'counts units, rounded down to whole packs',
    given: spent(75),
    pack: under({ basis: 'units', limit: 100 }),
    says: reduced,
  },
  {
    title: 'does not bound another benefit',
    given: input({ lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })] }),
    pack: under({}),
    says: passes,
  },
  {
    title: 'passes what has no price, as far as anybody knows',
    given: asking({ itemCode: 'UNPRICED' }),
    pack: under({ ...visit, scope: null, limit: 0 }),
    says: { ...passes, clause: null },
  },
  {
    title: 'counts the use of a lifetime on every day',
    given: asking({}, { usage: [use(99_999, null, { period: null })] }),
    pack: under({ per: 'lifetime' }),
    says: reduced,
  },
  {
    title: 'believes the greatest use that any place tells, and of equals the first',
    given: asking(
      {},
      {
        usage: [
          use(null, null, {
            totals: [
              known(10, 'terminal', now),
              known(99_999, 'card', now),
              known(99_999, 'centre', now),
              known(10, 'centre', now),
            ],
          }),
        ],
      },
    ),
    pack: under({}),
    says: reduced,
  },
  {
    title: 'takes what earlier lines used off the terminal’s allowance, and off the ceiling',
    given: twice(30, 30, { usage: [use(null, 0)] }),
    pack: under({ offlineAllowance: 4_000 }),
    says: referred('ceiling-allowance-used'),
  },
  {
    title: 'declines by the ceiling before it refers by the allowance of a smaller one',
    given: asking({}, { usage: [use(100_000), use(null, 0, { ceilingId: 'OTHER' })] }),
    pack: under({}, { ceilingId: 'OTHER', limit: 500, offlineAllowance: 100 }),
    says: usedUp,
  },
  {
    title: 'passes exactly the units that it leaves, whatever they cost',
    given: asking(),
    pack: under({ ...visit, basis: 'units', limit: 30 }),
    says: passes,
  },
  {
    title:
      'refers where only this place’s use is known, and the contract allows it nothing by that',
    given: spent(null, 10),
    pack: under({}),
    says: referred('ceiling-use-unknown'),
  },
  {
    title: 'holds the allowance to the ceiling, where that is less',
    given: spent(null, 0),
    pack: under({ limit: 500, offlineAllowance: 1_000 }),
    says: referred('ceiling-allowance-used'),
  },
  {
    title: 'refers where no place is there to tell its use',
    given: asking({}, { usage: [use(null, null, { totals: [] })] }),
    pack: under({}),
    says: referred('ceiling-use-unknown'),
  },
  {
    title: 'names, of two that it exceeds, the one that leaves less',
    given: asking(),
    pack: under({ ...visit, limit: 2_000 }, { ...visit, ceilingId: 'LESS', limit: 1_000 }),
    says: { ...reduced, shown: { ...shownOf(1_000) } },
  },
  {
    title: 'refers once the terminal’s allowance is used up',
    given: spent(null, 1_000),
    pack: under({ offlineAllowance: 1_000 }),
    says: referred('ceiling-allowance-used'),
  },
  {
    title: 'declines where one is used up, though the use of another is not known',
    given: asking({}, { usage: [use(null), use(100_000, null, { ceilingId: 'OTHER' })] }),
    pack: under({}, { ceilingId: 'OTHER' }),
    says: usedUp,
  },
];
