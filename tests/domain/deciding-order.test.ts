import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import { inDecidingOrder } from '#domain/adjudication/deciding-order.ts';
import type { GlobalPeriodTerm } from '#domain/adjudication/item-rule.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { money } from '#domain/money.ts';
import { day, line, priceRow, rulePack } from './builders.ts';
import { asking, claiming, history, itemRule, priced, withBenefit } from './terms.ts';

const one = (itemCode: string): ClaimLine =>
  line({ itemCode, lineId: itemCode, quantity: 1, daysSupply: null });
const pills = one('PARACETAMOL-500');
const visit = one('CONSULTATION');
const filling = one('FILLING');

const panel = (whole: string, ...parts: readonly string[]): RulePack =>
  rulePack({ serviceGroups: [{ panel: whole, parts, clause: 'art-25' }] });
/** Each contains the others, two days before and ten after it. */
const around = (...wholes: readonly (readonly [string, ...string[]])[]): RulePack =>
  rulePack({
    itemRules: wholes.map(([whole, ...parts]) =>
      itemRule({ scope: { item: whole }, globalPeriod: period(parts) }),
    ),
  });
const period = (items: readonly string[]): GlobalPeriodTerm => ({
  ...{ before: 2, after: 10, contains: { items }, same: 'provider', modifiers: ['24'] },
});

const given = (...lines: readonly ClaimLine[]) =>
  claiming({ lines }, { ...asking(), services: [history()] });
const orderOf = (pack: RulePack, ...lines: readonly ClaimLine[]) =>
  inDecidingOrder(given(...lines).claim, compilePack(pack), 'SILVER').map(({ lineId }) => lineId);
const on = (date: string, of: ClaimLine): ClaimLine => ({ ...of, on: day(date) });

const plain = { discountPercent: null, percentOf: null, reference: null };
const prices = rulePack().prices.map((row) =>
  row.item === 'PARACETAMOL-500' ? priceRow(row.scope, row.item, 20_000) : row,
);
const opVisit = around(['FILLING', 'CONSULTATION']);

describe('the lines of a claim', () => {
  it.each<[string, RulePack, readonly ClaimLine[], readonly ClaimLine[]]>([
    [
      'both panels of one name before their parts',
      rulePack({
        serviceGroups: [
          { panel: 'CONSULTATION', parts: ['FILLING'], clause: 'art-25' },
          { panel: 'CONSULTATION', parts: ['PARACETAMOL-500'], clause: 'art-25' },
        ],
      }),
      [filling, pills, visit],
      [visit, filling, pills],
    ],
    ['where nothing is part of another', rulePack(), [pills, visit], [pills, visit]],
    [
      'a panel before its part',
      panel('CONSULTATION', 'FILLING'),
      [filling, pills, visit],
      [pills, visit, filling],
    ],
    [
      'no panel before what is no part',
      panel('CONSULTATION', 'FILLING'),
      [pills, visit],
      [pills, visit],
    ],
    [
      'no panel before a part of another day',
      panel('CONSULTATION', 'FILLING'),
      [filling, on('2026-11-23', visit)],
      [filling, visit],
    ],
    ['an operation before the visit that it contains', opVisit, [visit, filling], [filling, visit]],
    ['as they stand, where that is so', opVisit, [filling, pills, visit], [filling, pills, visit]],
    [
      'an operation before a visit two days earlier',
      opVisit,
      [visit, on('2026-11-24', filling)],
      [filling, visit],
    ],
    [
      'no operation before one three days earlier',
      opVisit,
      [visit, on('2026-11-25', filling)],
      [visit, filling],
    ],
    [
      'no operation before a visit of its own',
      opVisit,
      [{ ...visit, modifier: '24' }, filling],
      [visit, filling],
    ],
    [
      'what is paid a part of another’s price after that one',
      priced({ percentOf: { item: 'CONSULTATION', percent: 50 } }),
      [pills, filling, visit],
      [filling, visit, pills],
    ],
    [
      'what is paid a part of another’s price after that one, where others have a price of their own',
      rulePack({
        itemRules: [
          itemRule({ scope: { item: 'FILLING' }, price: { ...plain, discountPercent: 10 } }),
          itemRule({ price: { ...plain, percentOf: { item: 'CONSULTATION', percent: 50 } } }),
        ],
      }),
      [pills, filling, visit],
      [filling, visit, pills],
    ],
    [
      'what is paid a part of what is not claimed as it stands',
      priced({ percentOf: { item: 'GLASSES', percent: 50 } }),
      [pills, filling, visit],
      [pills, filling, visit],
    ],
    [
      'what contains what contains',
      around(['FILLING', 'CONSULTATION'], ['CONSULTATION', 'PARACETAMOL-500']),
      [pills, visit, filling],
      [filling, visit, pills],
    ],
    [
      'two that contain each other as they stand',
      around(['FILLING', 'CONSULTATION'], ['CONSULTATION', 'FILLING']),
      [visit, filling],
      [visit, filling],
    ],
    [
      'what one of two contains that contain each other after it',
      around(['FILLING', 'CONSULTATION'], ['CONSULTATION', 'FILLING', 'PARACETAMOL-500']),
      [filling, pills, visit],
      [filling, visit, pills],
    ],
    [
      'one that contains its like as it stands',
      around(['FILLING', 'FILLING']),
      [filling, pills],
      [filling, pills],
    ],
    [
      'two that contain their like as they stand',
      around(['FILLING', 'FILLING']),
      [pills, filling, { ...filling, lineId: 'second' }],
      [pills, filling, { ...filling, lineId: 'second' }],
    ],
    [
      'what nobody knows as it stands',
      opVisit,
      [{ ...pills, itemCode: 'NONE' }, visit, filling],
      [pills, filling, visit],
    ],
  ])('are decided in this order: %s', (_, pack, lines, order) => {
    expect(orderOf(pack, ...lines)).toEqual(order.map(({ lineId }) => lineId));
  });

  it('are the list itself where it has no whole', () => {
    const { claim } = given(pills, visit);
    expect(inDecidingOrder(claim, compilePack(opVisit), 'SILVER')).toBe(claim.lines);
  });

  it('are paid in full where the price of another does not reach them', () => {
    const pack = { ...opVisit, ...withBenefit('dental', { covered: true }) };
    const { lines } = adjudicate(given(filling, visit, on('2026-12-03', visit)), compilePack(pack));
    expect(lines.map(({ amounts }) => amounts.insurer)).toEqual([24_000, 0, 16_000]);
  });

  it('are told as they stand', () => {
    const pack = panel('CONSULTATION', 'PARACETAMOL-500');
    const { lines } = adjudicate(given(pills, visit), compilePack(pack));
    expect(lines.map(({ lineId, outcome }) => [lineId, outcome])).toEqual([
      ['PARACETAMOL-500', 'declined'],
      ['CONSULTATION', 'approved'],
    ]);
  });

  it('are parts by what holds under the member’s plan', () => {
    const ofPlan = (plan: string): RulePack => ({
      ...rulePack({ itemRules: opVisit.itemRules.map((rule) => ({ ...rule, plans: [plan] })) }),
      ...withBenefit('dental', { covered: true }),
    });
    const outcomes = (pack: RulePack) =>
      adjudicate(given(visit, filling), compilePack(pack)).lines.map(({ outcome }) => outcome);
    expect(outcomes(ofPlan('SILVER'))).toEqual(['reduced', 'approved']);
    expect(outcomes(ofPlan('GOLD'))).toEqual(['approved', 'approved']);
  });

  it('are paid a part of the price of one that stands after them', () => {
    const pack = priced({ percentOf: { item: 'CONSULTATION', percent: 50 } });
    const dear = { ...pills, unitPrice: money(15_000) };
    const { lines } = adjudicate(given(dear, visit), compilePack({ ...pack, prices }));
    expect(lines.map(({ amounts }) => amounts.providerWriteOff)).toEqual([5_000, 0]);
  });

  it('stand alone where the whole is refused', () => {
    const { lines } = adjudicate(given(visit, filling), compilePack(opVisit));
    expect(lines.map(({ outcome }) => outcome)).toEqual(['approved', 'declined']);
  });
});
