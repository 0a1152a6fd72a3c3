import type { ServiceGroup } from '#domain/adjudication/contract-terms.ts';
import type { Bearer } from '#domain/adjudication/evidence.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { ClaimLine } from '#domain/claims.ts';
import type { PastService } from '#domain/history.ts';
import { money } from '#domain/money.ts';
import { input, line, rulePack } from '../builders.ts';
import { decree, history, itemRule, past, today } from '../terms.ts';
import { type Case, passes } from './case.ts';

// The panel is a consultation of 200.00; its parts are a filling of 300.00 and glasses of 800.00.
const panel = (excess: Bearer = 'provider', priceless: readonly string[] = []) => {
  const pack = rulePack();
  const panelOf = {
    panel: 'CONSULTATION',
    parts: ['FILLING', 'GLASSES'],
    excess,
    clause: 'art-31',
  };
  return {
    ...pack,
    serviceGroups: [panelOf],
    prices: pack.prices.filter(({ item }) => !priceless.includes(item)),
  };
};

/** Glasses at so much, after a filling at so much on the same claim, and what was claimed before. */
export const after = (
  filling: number | null,
  glasses: number | null,
  before: readonly Partial<PastService>[] = [],
  services = [history(before.map((one) => past({ on: today, quantity: 1, ...one })))],
  ...others: readonly ClaimLine[]
) => {
  const one = (lineId: string, itemCode: string, price: number | null) =>
    line({
      ...{ lineId, itemCode, quantity: 1, daysSupply: null },
      unitPrice: price === null ? null : money(price),
    });
  const first = filling === null ? [] : [one('first', 'FILLING', filling)];
  return input({ lines: [...others, ...first, one('second', 'GLASSES', glasses)], services });
};

const above = { outcome: 'reduced', reason: 'above-panel-price', bearer: 'provider' } as const;
const unknown = { outcome: 'referred', reason: 'panel-history-unknown' } as const;

/** Dental care is covered here, so that a filling is allowed. */
export const covered = (excess?: Bearer) => {
  const pack = panel(excess);
  const [plan] = pack.plans;
  if (plan === undefined) throw new Error('no plan');
  const rules = plan.benefits.map((rule) => ({ ...rule, covered: true }));
  const optical = { ...rules[0], benefit: 'optical' } as (typeof rules)[number];
  return { ...pack, plans: [{ ...plan, benefits: [...rules, optical] }] };
};

/** The same glasses in a second panel, before or after the first, which costs what another item does. */
const inTwo = (
  panelItem: string,
  place: 'first' | 'last',
  pack: RulePack = covered(),
): RulePack => {
  const other: ServiceGroup = {
    ...{ panel: panelItem, parts: ['GLASSES'], excess: 'provider', clause: 'art-32' },
  };
  return {
    ...pack,
    serviceGroups:
      place === 'first' ? [other, ...pack.serviceGroups] : [...pack.serviceGroups, other],
  };
};

const discounted = [
  itemRule({
    scope: { item: 'CONSULTATION' },
    price: { discountPercent: 10, percentOf: null, reference: null },
  }),
];

const earlierFilling = { itemCode: 'FILLING', providerId: 'NAFIS' };

export const panelPriceCases: readonly Case[] = [
  { title: 'asks nothing of what is no part', given: input(), pack: panel(), says: passes },
  {
    title: 'asks nothing where parts may come to any sum',
    given: after(null, 80_000),
    pack: rulePack({
      serviceGroups: [{ panel: 'CONSULTATION', parts: ['GLASSES'], clause: 'art-31' }],
    }),
    says: passes,
  },
  {
    title: 'passes exactly what the panel costs',
    given: after(5_000, 15_000),
    pack: covered(),
    says: passes,
  },
  { title: 'passes one less', given: after(5_000, 14_999), pack: covered(), says: passes },
  {
    title: 'reduces one more',
    given: after(5_000, 15_001),
    pack: covered(),
    says: above,
  },
  {
    title: 'leaves it to the member where the contract says so',
    given: after(5_000, 15_001),
    pack: covered('member'),
    says: { outcome: 'reduced', reason: 'above-panel-price-member', bearer: 'member' },
  },
  {
    title: 'reduces one part alone that costs more',
    given: after(null, 20_001),
    pack: covered(),
    says: above,
  },
  {
    title: 'counts a part of another claim of the day at its list price',
    given: after(null, 1, [{ itemCode: 'FILLING', providerId: 'NAFIS' }]),
    pack: covered(),
    says: above,
  },
  {
    title: 'counts none of another day',
    given: after(null, 20_000, [{ itemCode: 'FILLING', on: past().on }]),
    pack: covered(),
    says: passes,
  },
  {
    title: 'refers where the quantity of an earlier part is not known',
    given: after(null, 1, [{ itemCode: 'FILLING', quantity: null }]),
    pack: covered(),
    says: unknown,
  },
  {
    title: 'refers where the day is not known',
    given: after(null, 1, [], []),
    pack: covered(),
    says: unknown,
  },
  {
    title: 'refers where the panel has no price',
    given: after(null, 1),
    pack: { ...covered(), prices: panel('provider', ['CONSULTATION']).prices },
    says: { outcome: 'referred', reason: 'panel-price-unknown' },
  },
  {
    title: 'counts no other service before it on the claim',
    given: after(null, 20_000, [], undefined, line({ lineId: 'other' })),
    pack: covered(),
    says: passes,
  },
  {
    title: 'refers where an earlier part has no price',
    given: after(null, 1, [earlierFilling]),
    pack: { ...covered(), prices: panel('provider', ['FILLING']).prices },
    says: unknown,
  },
  {
    title: 'refers where of two earlier parts the latter is known alone',
    given: after(null, 1, [{ ...earlierFilling, quantity: null }, { itemCode: 'GLASSES' }]),
    pack: covered(),
    says: unknown,
  },
  {
    title: 'passes what has no price itself',
    given: after(null, null),
    pack: { ...covered(), prices: panel('provider', ['GLASSES']).prices },
    says: passes,
  },
  {
    title: 'holds a panel to what a decree lets it cost',
    given: after(null, 15_001),
    pack: { ...covered(), decrees: [{ ...decree(15_000), item: 'CONSULTATION' }] },
    says: above,
  },
  {
    title: 'passes exactly what a decree lets the panel cost',
    given: after(null, 15_000),
    pack: { ...covered(), decrees: [{ ...decree(15_000), item: 'CONSULTATION' }] },
    says: passes,
  },
  {
    title: 'holds a panel to its price less the contract’s discount',
    given: after(null, 18_001),
    pack: { ...covered(), itemRules: discounted },
    says: above,
  },
  {
    title: 'passes exactly the panel’s price less the discount',
    given: after(null, 18_000),
    pack: { ...covered(), itemRules: discounted },
    says: passes,
  },
  {
    title: 'holds a part of two panels to the one that leaves less, the first',
    given: after(null, 20_001),
    pack: inTwo('WHITENING', 'last'),
    says: { ...above, clause: 'art-31' },
  },
  {
    title: 'holds a part of two panels to the one that leaves less, the last',
    given: after(null, 20_001),
    pack: inTwo('WHITENING', 'first'),
    says: { ...above, clause: 'art-31' },
  },
  {
    title: 'refers where one of two panels has no price, though the other is used up',
    given: after(null, 1, [earlierFilling]),
    pack: inTwo('UNPRICED', 'last'),
    says: { outcome: 'referred', reason: 'panel-price-unknown', clause: 'art-32' },
  },
];
