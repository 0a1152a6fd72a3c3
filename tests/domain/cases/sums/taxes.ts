import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { TaxRule } from '#domain/adjudication/tax/tax-terms.ts';
import { money } from '#domain/money.ts';
import {
  asking,
  ceiling,
  deductible,
  itemRule,
  maximum,
  taxed,
  taxRate,
  withBenefit,
} from '../../terms.ts';
import { condition, consent, paid, perDispensing, type Sum, visitOf, visits } from './sum.ts';

const bearers = ['shared', 'insurer', 'member'] as const;

const taxKinds: readonly (readonly [string, Partial<TaxRule>])[] = [
  ['on top of the price', {}],
  ['on top of the price, counted nowhere', { isCounted: false }],
  ['on top of the price, shared apart', { isSharedWithPrice: false }],
  ['within the price', { isInPrices: true }],
  ['within the price, counted nowhere', { isInPrices: true, isCounted: false }],
];

const taxBounds: readonly (readonly [string, Partial<RulePack>])[] = [
  ['a ceiling of the insurer’s', { ceilings: [ceiling(visitOf(1_000))] }],
  ['a ceiling of the payable', { ceilings: [ceiling({ ...visitOf(1_000), basis: 'gross' })] }],
];

/** Of thirty units ten, or twenty under the item's own term, and less of each than it costs. */
const cutAndReferenced: RulePack = {
  ...taxed({}, { frequencies: visits(10) }),
  itemRules: [
    itemRule({
      ...{ tax: 'sales', ...perDispensing(20) },
      price: { discountPercent: null, percentOf: null, reference: money(70) },
    }),
  ],
};

/** One unit at so few minor units that halves of its tax are rounded, at 8.25 %. */
const small = (unitPrice: number) => asking({ unitPrice: money(unitPrice), quantity: 1 });
const rates = [taxRate(825)];

export const taxes: readonly Sum[] = [
  ...bearers.flatMap((bearer) =>
    taxKinds.map(([kind, changes]) => ({
      title: `of a tax ${kind}, by its bearer: ${bearer}`,
      given: asking(),
      pack: taxed({ bearer, ...changes }),
    })),
  ),
  ...bearers.flatMap((bearer) =>
    taxKinds.slice(0, 2).flatMap(([kind, changes]) =>
      taxBounds.map(([bound, more]) => ({
        title: `of a tax ${kind}, under ${bound}, by its bearer: ${bearer}`,
        given: asking({ consent }),
        pack: taxed({ bearer, ...changes }, more),
      })),
    ),
  ),
  ...bearers.flatMap((bearer) =>
    taxKinds.map(([kind, changes]) => ({
      title: `of a tax ${kind}, whose half is rounded up, by its bearer: ${bearer}`,
      given: small(20),
      pack: taxed({ bearer, rates, ...changes }),
    })),
  ),
  {
    title: 'of a tax that by rounding is the member’s alone, under a ceiling',
    given: small(19),
    pack: taxed(
      { rates },
      {
        ...withBenefit('medicines', { coInsurancePercent: 75 }),
        ceilings: [ceiling(visitOf(4))],
      },
    ),
  },
  { title: 'of a tax on what costs nothing', given: small(0), pack: taxed() },
  {
    title: 'of a tax of which the member owes nothing and others paid',
    given: asking({ paidByOther: money(500) }),
    pack: taxed({}, withBenefit('medicines', { coInsurancePercent: 0 })),
  },
  {
    title: 'of a tax under a ceiling that just suffices for it',
    given: asking(),
    pack: taxed({}, { ceilings: [ceiling({ ...visitOf(3_300), basis: 'gross' })] }),
  },
  {
    title: 'of a tax with a deductible and a maximum',
    given: asking({}, { usage: paid(9_800) }),
    pack: taxed({}, { deductibles: [deductible(visitOf(400))], outOfPocket: [maximum()] }),
  },
  ...[2_900, 500, 100].flatMap((other) =>
    bearers.map((bearer) => ({
      title: `of a tax that is ${bearer}, of which others paid ${other}`,
      given: asking({ paidByOther: money(other) }),
      pack: taxed({ bearer }),
    })),
  ),
  {
    title: 'of a tax on units cut, above list and reference, signed for',
    given: asking({ unitPrice: money(150), consent }),
    pack: cutAndReferenced,
  },
  {
    title: 'of a tax on units cut, above list and reference, not signed for',
    given: asking({ unitPrice: money(150) }),
    pack: cutAndReferenced,
  },
  {
    title: 'of a stated tax on an item of no category, under a ceiling',
    given: asking({ tax: money(1) }),
    pack: { ...taxed({}, { ceilings: [ceiling(visitOf(1_000))] }), itemRules: [] },
  },
  { title: 'of a stated tax below the due', given: asking({ tax: money(200) }), pack: taxed() },
  { title: 'of a stated tax above the due', given: asking({ tax: money(400) }), pack: taxed() },
  {
    title: 'of a stated tax above what the price contains',
    given: asking({ tax: money(400) }),
    pack: taxed({ isInPrices: true }),
  },
  {
    title: 'of a stated tax whose rate nobody knows',
    given: asking({ tax: money(5) }),
    pack: taxed({ rates: [] }),
  },
  { title: 'of a tax whose rate nobody knows', given: asking(), pack: taxed({ rates: [] }) },
  {
    title: 'of a tax on half',
    given: asking({ consent }),
    pack: taxed({}, condition({ pays: { percent: 50 } })),
  },
  {
    title: 'of a tax on what is refused',
    given: asking({ consent }),
    pack: taxed({}, condition({ outcome: 'decline' })),
  },
  {
    title: 'of a tax on what is referred',
    given: asking({}, { holder: 'not-yet' }),
    pack: taxed(),
  },
  {
    title: 'of a tax on what no rule shares',
    given: asking({ itemCode: 'GLASSES' }),
    pack: { ...taxed(), itemRules: [itemRule({ scope: { item: 'GLASSES' }, tax: 'sales' })] },
  },
];
