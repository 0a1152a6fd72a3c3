import { money } from '#domain/money.ts';
import {
  day,
  type InputChanges,
  input,
  line,
  moment,
  now,
  priceRow,
  rulePack,
  today,
} from '../builders.ts';
import { asking, decree, paracetamol, priced, withItemRule } from '../terms.ts';
import { type Case, passes } from './case.ts';

// The list price of paracetamol is one pound.
const at = (piastres: number) => asking({ unitPrice: money(piastres) });
const above = { outcome: 'reduced', reason: 'above-allowed-price', bearer: 'provider' } as const;
const nearest = (price: number) => ({ kind: 'unit-price', price: money(price) }) as const;

/** A consultation of 200.00, before a line that is a part of it. */
const after = (unitPrice: number) =>
  input({
    lines: [
      line({ lineId: 'whole', itemCode: 'CONSULTATION', quantity: 1, daysSupply: null }),
      paracetamol({ unitPrice: money(unitPrice) }),
    ],
  });

const half = priced({ percentOf: { item: 'CONSULTATION', percent: 50 } });
const tiny = priced({ percentOf: { item: 'CONSULTATION', percent: 1 } });
const decreed = rulePack({ decrees: [decree(80)] });

// From ten o'clock today paracetamol costs 1.10, and until then one pound.
const network = { network: 'DAMASCUS' };
const risen = rulePack({
  prices: [
    priceRow(network, 'PARACETAMOL-500', 100, '2026-01-01', today),
    { ...priceRow(network, 'PARACETAMOL-500', 110, today), at: now },
  ],
});
const ordered = (orderedAt: string | null, piastres = 110, changes: InputChanges = {}) =>
  asking(
    {
      unitPrice: money(piastres),
      ...(orderedAt === null ? {} : { orderedAt: moment(orderedAt) }),
    },
    changes,
  );
const aboveList = { outcome: 'reduced', reason: 'above-list-price', bearer: 'provider' } as const;

const changingPriceCases: readonly Case[] = [
  {
    title: 'holds what was ordered a millisecond before the price rose to the price before',
    given: ordered('2026-11-22T09:59:59.999Z', 101),
    pack: risen,
    says: aboveList,
  },
  {
    title: 'pays the new price of what was ordered at that very moment',
    given: ordered('2026-11-22T10:00:00.000Z'),
    pack: risen,
    says: passes,
  },
  {
    title: 'holds what was ordered a millisecond after it to the new price',
    given: ordered('2026-11-22T10:00:00.001Z', 111),
    pack: risen,
    says: aboveList,
  },
  {
    title: 'takes what does not say when it was ordered as ordered when it is decided',
    given: ordered(null),
    pack: risen,
    says: passes,
  },
  {
    title: 'takes it so a millisecond before too',
    given: ordered(null, 101, { decidedAt: moment('2026-11-22T09:59:59.999Z') }),
    pack: risen,
    says: aboveList,
  },
  {
    title: 'asks nobody for the moment on the day after',
    given: ordered('2026-11-22T09:00:00.000Z', 110, { on: day('2026-11-23') }),
    pack: risen,
    says: passes,
  },
  {
    title: 'holds to the decree of the moment',
    given: ordered('2026-11-22T10:00:00.000Z', 91),
    pack: rulePack({
      decrees: [decree(80, '2026-01-01', today), { ...decree(90, today), at: now }],
    }),
    says: { ...above, nearest: nearest(90) },
  },
];

export const boundedPriceCases: readonly Case[] = [
  ...changingPriceCases,
  { title: 'passes exactly what is decreed', given: at(80), pack: decreed, says: passes },
  { title: 'passes one below what is decreed', given: at(79), pack: decreed, says: passes },
  {
    title: 'reduces one above what is decreed',
    given: at(81),
    pack: decreed,
    says: { ...above, nearest: nearest(80) },
  },
  {
    title: 'knows no decree before its first day',
    given: at(81),
    pack: rulePack({ decrees: [decree(80, '2026-11-23')] }),
    says: passes,
  },
  {
    title: 'holds to the list where the decree allows more',
    given: at(101),
    pack: rulePack({ decrees: [decree(120)] }),
    says: { outcome: 'reduced', reason: 'above-list-price', nearest: nearest(100) },
  },
  {
    title: 'passes exactly the discounted price',
    given: at(90),
    pack: priced({ discountPercent: 10 }),
    says: passes,
  },
  {
    title: 'reduces one above the discounted price',
    given: at(91),
    pack: priced({ discountPercent: 10 }),
    says: { ...above, nearest: nearest(90), clause: 'art-20' },
  },
  {
    title: 'takes no discount off a price that nobody asked',
    given: asking(),
    pack: priced({ discountPercent: 10 }),
    says: passes,
  },
  {
    title: 'lets the least of decree and discount hold',
    given: at(86),
    pack: priced({ discountPercent: 10 }, { decrees: [decree(85)] }),
    says: { ...above, nearest: nearest(85) },
  },
  {
    title: 'holds to the list where the part of another price is more',
    given: after(101),
    pack: half,
    says: { outcome: 'reduced', reason: 'above-list-price' },
  },
  {
    title: 'refers the part of a price where only another item stands before it',
    given: input({ lines: [line({ lineId: 'other' }), paracetamol({})] }),
    pack: tiny,
    says: { outcome: 'referred', reason: 'whole-not-claimed' },
  },
  {
    title: 'refers the part of a price that is not claimed before it',
    given: asking(),
    pack: tiny,
    says: { outcome: 'referred', reason: 'whole-not-claimed' },
  },
];

const capped = priced({ reference: money(70) });

export const referencePriceCases: readonly Case[] = [
  { title: 'asks nothing where there is none', given: asking(), says: passes },
  { title: 'passes exactly the reference price', given: at(70), pack: capped, says: passes },
  { title: 'passes one below it', given: at(69), pack: capped, says: passes },
  {
    title: 'leaves what lies above to the member',
    given: at(71),
    pack: capped,
    says: { outcome: 'reduced', reason: 'above-reference-price', bearer: 'member' },
  },
  {
    title: 'measures what is allowed, not what is asked above the list',
    given: at(150),
    pack: priced({ reference: money(100) }),
    says: passes,
  },
  {
    title: 'passes what has no price, as far as anybody knows',
    given: asking({ itemCode: 'UNPRICED' }),
    pack: withItemRule({
      scope: { item: 'UNPRICED' },
      price: { discountPercent: null, percentOf: null, reference: money(70) },
    }),
    says: passes,
  },
];
