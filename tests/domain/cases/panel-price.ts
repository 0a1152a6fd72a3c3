import type { Bearer } from '#domain/adjudication/evidence.ts';
import type { PastService } from '#domain/claims.ts';
import { money } from '#domain/money.ts';
import { input, line, rulePack } from '../builders.ts';
import { history, past, today } from '../terms.ts';
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
const after = (
  filling: number | null,
  glasses: number,
  before: readonly Partial<PastService>[] = [],
  services = [history(before.map((one) => past({ on: today, quantity: 1, ...one })))],
) => {
  const one = (lineId: string, itemCode: string, price: number) =>
    line({ lineId, itemCode, quantity: 1, daysSupply: null, unitPrice: money(price) });
  const first = filling === null ? [] : [one('first', 'FILLING', filling)];
  return input({ lines: [...first, one('second', 'GLASSES', glasses)], services });
};

const above = { outcome: 'reduced', reason: 'above-panel-price', bearer: 'provider' } as const;
const unknown = { outcome: 'referred', reason: 'panel-history-unknown' } as const;

/** Dental care is covered here, so that a filling is allowed. */
const covered = (excess?: Bearer) => {
  const pack = panel(excess);
  const [plan] = pack.plans;
  if (plan === undefined) throw new Error('no plan');
  const rules = plan.benefits.map((rule) => ({ ...rule, covered: true }));
  const optical = { ...rules[0], benefit: 'optical' } as (typeof rules)[number];
  return { ...pack, plans: [{ ...plan, benefits: [...rules, optical] }] };
};

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
];
