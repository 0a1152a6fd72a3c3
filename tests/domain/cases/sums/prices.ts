import { money } from '#domain/money.ts';
import { input, rulePack } from '../../builders.ts';
import { asking, decree, paracetamol, priced, withItemRule } from '../../terms.ts';
import { consent, type Sum, whole } from './sum.ts';

export const prices: readonly Sum[] = [
  { title: 'of the list price', given: asking() },
  { title: 'of a price below the list', given: asking({ unitPrice: money(90) }) },
  { title: 'of a price above the list', given: asking({ unitPrice: money(150) }) },
  {
    title: 'of a price above a list that is only observed',
    given: asking({ unitPrice: money(150) }),
    pack: rulePack({ modes: { price: 'observe' } }),
  },
  { title: 'without any price', given: asking({ itemCode: 'UNPRICED', quantity: 1 }) },
  {
    title: 'without any price, where that is only observed',
    given: asking({ itemCode: 'UNPRICED', quantity: 1 }),
    pack: rulePack({ modes: { price: 'observe' } }),
  },
  {
    title: 'of a price that no list confirms, where that is only observed',
    given: asking({ itemCode: 'UNPRICED', quantity: 2, unitPrice: money(7_000) }),
    pack: rulePack({ modes: { price: 'observe' } }),
  },
  {
    title: 'of what no rule of the plan shares, where that is only observed',
    given: asking({ itemCode: 'GLASSES', quantity: 1 }),
    pack: rulePack({ modes: { 'item-covered': 'observe' } }),
  },
  {
    title: 'of a price that no list confirms',
    given: asking({ itemCode: 'UNPRICED', quantity: 2, unitPrice: money(7_000) }),
  },
  {
    title: 'of a price above a decree',
    given: asking({ unitPrice: money(100) }),
    pack: rulePack({ decrees: [decree(80)] }),
  },
  {
    title: 'of a price between a discount and the list',
    given: asking({ unitPrice: money(95) }),
    pack: priced({ discountPercent: 10 }),
  },
  {
    title: 'of what has no list price, where there is a discount off it',
    given: asking({ itemCode: 'UNPRICED', unitPrice: money(100) }),
    pack: withItemRule({
      scope: { item: 'UNPRICED' },
      price: { discountPercent: 10, percentOf: null, reference: null },
    }),
  },
  {
    title: 'of a decree above the list, which holds nothing',
    given: asking({ unitPrice: money(110) }),
    pack: rulePack({ decrees: [decree(120)] }),
  },
  {
    title: 'of decree and discount, of which the lower holds',
    given: asking(),
    pack: priced({ discountPercent: 30 }, { decrees: [decree(80)] }),
  },
  {
    title: 'of a part of another price, and its units',
    given: input({ lines: [whole(20_000), paracetamol({ unitPrice: money(100) })] }),
    pack: {
      ...priced({ percentOf: { item: 'CONSULTATION', percent: 1 } }),
      prices: rulePack().prices.map((row) =>
        row.item === 'PARACETAMOL-500' ? { ...row, unitPrice: money(1_000) } : row,
      ),
    },
  },
  {
    title: 'of a price above the reference, signed for',
    given: asking({ consent }),
    pack: priced({ reference: money(70) }),
  },
  {
    title: 'of a price above the reference, not signed for',
    given: asking(),
    pack: priced({ reference: money(70) }),
  },
  {
    title: 'of a price at the reference',
    given: asking(),
    pack: priced({ reference: money(100) }),
  },
];
