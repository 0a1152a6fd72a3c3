import { money } from '#domain/money.ts';
import { rulePack } from '../builders.ts';
import { approval, approvals, asking, itemRule, taxed, taxRate } from '../terms.ts';
import { type Case, passes } from './case.ts';

// Thirty tablets at one pound: 30.00, and a tenth of it is 3.00.
const stating = (tax: number) => asking({ tax: money(tax) });
const aboveDue = { outcome: 'reduced', reason: 'tax-above-due', bearer: 'provider' } as const;

export const taxCases: readonly Case[] = [
  { title: 'asks nothing where the contract has no tax', given: asking(), says: passes },
  {
    title: 'reduces what is stated where the contract has no tax at all',
    given: stating(1),
    says: aboveDue,
  },
  { title: 'passes what states no tax', given: asking(), pack: taxed(), says: passes },
  { title: 'passes exactly what is due', given: stating(300), pack: taxed(), says: passes },
  { title: 'passes one less than is due', given: stating(299), pack: taxed(), says: passes },
  { title: 'reduces one more than is due', given: stating(301), pack: taxed(), says: aboveDue },
  {
    title: 'reduces what is stated of an item of no category',
    given: stating(1),
    pack: { ...taxed(), itemRules: [] },
    says: aboveDue,
  },
  {
    title: 'holds a stated tax to what the price contains of it',
    given: stating(274),
    pack: taxed({ isInPrices: true }),
    says: aboveDue,
  },
  {
    title: 'passes exactly what the price contains of it',
    given: stating(273),
    pack: taxed({ isInPrices: true }),
    says: passes,
  },
  {
    title: 'refers where no rate is known on the day',
    given: asking(),
    pack: taxed({ rates: [taxRate(1_000, '2026-11-23')] }),
    says: { outcome: 'referred', reason: 'tax-rate-unknown' },
  },
  {
    title: 'refers where the contract says nothing of the category',
    given: asking(),
    pack: { ...taxed(), taxes: [] },
    says: { outcome: 'referred', reason: 'tax-rate-unknown' },
  },
  {
    title: 'passes what is stated of a line without a price: nobody knows what is due',
    given: asking({ itemCode: 'UNPRICED', tax: money(1) }),
    pack: taxed({}, { itemRules: [itemRule({ scope: { item: 'UNPRICED' }, tax: 'sales' })] }),
    says: passes,
  },
  {
    title: 'knows the rate on its last day',
    given: asking(),
    pack: taxed({ rates: [taxRate(1_000, '2026-01-01', '2026-11-22')] }),
    says: passes,
  },
  {
    title: 'refers under any mode of the pack',
    given: asking(),
    pack: taxed({ rates: [] }, { modes: { tax: 'observe' } }),
    says: { outcome: 'referred', mode: 'enforce' },
  },
  {
    title: 'says nothing of an item of no category where no tax is stated',
    given: asking(),
    pack: rulePack({ taxes: taxed().taxes }),
    says: passes,
  },
  {
    title: 'refers whatever an approval sets aside',
    given: asking({}, { approvals: approvals(approval({ waives: ['tax'] })) }),
    pack: taxed({ rates: [] }),
    says: { outcome: 'referred', mode: 'enforce', waivedBy: null },
  },
];
