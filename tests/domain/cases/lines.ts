import type { ItemScope } from '#domain/adjudication/contract-terms.ts';
import { known, unknown } from '#domain/facts.ts';
import { money } from '#domain/money.ts';
import { input, line, membershipFact, now, priceRow, rulePack } from '../builders.ts';
import { withBenefit } from '../terms.ts';
import { type Case, passes } from './case.ts';

const withFormulary = (...contains: readonly ItemScope[]) =>
  rulePack(withBenefit('medicines', { formulary: { contains, clause: 'art-31' } }));

const single = (itemCode: string, asked: number | null = null) =>
  input({
    lines: [
      line({
        itemCode,
        quantity: 1,
        daysSupply: 1,
        unitPrice: asked === null ? null : money(asked),
      }),
    ],
  });

export const itemCoveredCases: readonly Case[] = [
  {
    title: 'passes an item of a covered benefit and cites the clause',
    given: input(),
    says: { ...passes, clause: 'art-5' },
  },
  {
    title: 'refers a code that the insurer’s list does not have',
    given: single('NO-SUCH-CODE', 100),
    says: { outcome: 'referred', reason: 'item-unknown' },
  },
  {
    title: 'declines an item that the plan excludes, borne by the member',
    given: single('WHITENING'),
    says: {
      outcome: 'declined',
      reason: 'item-excluded',
      bearer: 'member',
      clause: 'art-11',
      nearest: { kind: 'member-pays' },
    },
  },
  {
    title: 'declines a benefit that the plan does not cover',
    given: single('FILLING'),
    says: {
      outcome: 'declined',
      reason: 'benefit-not-covered',
      bearer: 'member',
      clause: 'art-9',
    },
  },
  {
    title:
      'declines what the plan’s list of the benefit does not contain, by the list’s own clause',
    given: input(),
    pack: withFormulary({ atc: 'N02' }, { item: 'PARACETAMOL-500' }),
    says: {
      outcome: 'declined',
      reason: 'not-in-formulary',
      bearer: 'member',
      clause: 'art-31',
      nearest: { kind: 'member-pays' },
    },
  },
  {
    title: 'passes what the list contains by any of its scopes, by the clause of the benefit',
    given: input(),
    pack: withFormulary({ item: 'PARACETAMOL-500' }, { atc: 'C10' }),
    says: { ...passes, clause: 'art-5' },
  },
  {
    title: 'refers a benefit on which the plan is silent',
    given: single('GLASSES'),
    says: { outcome: 'referred', reason: 'benefit-unknown' },
  },
  {
    title: 'refers while the membership is unknown',
    given: input({ membership: unknown('never-synced', 'centre') }),
    says: { outcome: 'referred', reason: 'plan-unknown-for-item' },
  },
  {
    title: 'refers a member whom the data do not contain',
    given: input({ membership: known(null, 'centre', now) }),
    says: { outcome: 'referred', reason: 'plan-unknown-for-item' },
  },
  {
    title: 'refers a plan that the rules do not contain',
    given: input({ membership: membershipFact({ planCode: 'PLATINUM' }) }),
    says: { outcome: 'referred', reason: 'plan-unknown-for-item' },
  },
  {
    title: 'names by its code a benefit that the contract has no name for',
    given: input(),
    pack: rulePack({ benefits: [] }),
    says: passes,
  },
];

const dated = rulePack({
  prices: [
    priceRow({ network: 'DAMASCUS' }, 'CONSULTATION', 20_000, '2026-01-01', '2026-11-21'),
    priceRow({ network: 'DAMASCUS' }, 'CONSULTATION', 25_000, '2026-11-22', '2026-11-22'),
    priceRow({ network: 'DAMASCUS' }, 'CONSULTATION', 30_000, '2026-11-23'),
    priceRow({ provider: 'RABWA' }, 'CONSULTATION', 10_000),
  ],
});

export const priceCases: readonly Case[] = [
  { title: 'passes the list price itself', given: single('CONSULTATION', 20_000), says: passes },
  { title: 'passes one unit below the list', given: single('CONSULTATION', 19_999), says: passes },
  {
    title: 'reduces one unit above the list, at the provider’s cost',
    given: single('CONSULTATION', 20_001),
    says: {
      outcome: 'reduced',
      reason: 'above-list-price',
      bearer: 'provider',
      nearest: { kind: 'unit-price', price: money(20_000) },
    },
  },
  {
    title: 'takes the list price where none is asked',
    given: single('CONSULTATION'),
    says: passes,
  },
  {
    title: 'refers what the list does not price',
    given: single('UNPRICED', 7_000),
    says: { outcome: 'referred', reason: 'price-unknown' },
  },
  {
    title: 'refers at a provider whom the rules do not know',
    given: input({ providerId: 'NOBODY' }),
    says: { outcome: 'referred', reason: 'price-unknown' },
  },
  {
    title: 'uses the row of the service date on its only day',
    given: single('CONSULTATION', 25_000),
    pack: dated,
    says: passes,
  },
  {
    title: 'does not use the row of the day before, nor of the day after',
    given: single('CONSULTATION', 25_001),
    pack: dated,
    says: { outcome: 'reduced', nearest: { kind: 'unit-price', price: money(25_000) } },
  },
  {
    title: 'lets the provider’s own price win over its network’s',
    given: { ...single('CONSULTATION', 10_001), ...atRabwa() },
    pack: dated,
    says: { outcome: 'reduced', nearest: { kind: 'unit-price', price: money(10_000) } },
  },
];

function atRabwa() {
  const { claim } = single('CONSULTATION', 10_001);
  return { claim: { ...claim, providerId: 'RABWA' } };
}

export const coInsuranceCases: readonly Case[] = [
  {
    title: 'shows how the payable amount is shared, to the minor unit',
    given: input(),
    says: {
      ...passes,
      shown: {
        percent: { kind: 'percent', value: 20 },
        payable: { kind: 'money', value: money(19_800) },
        member: { kind: 'money', value: money(3_960) },
        insurer: { kind: 'money', value: money(15_840) },
      },
    },
  },
  {
    title: 'refers where nobody knows whether the day’s co-payment was taken',
    given: input(),
    pack: rulePack(withBenefit('medicines', { coPayment: { amount: money(500), per: 'day' } })),
    says: { outcome: 'referred', reason: 'co-payment-use-unknown' },
  },
  {
    title: 'refers when the plan has no rule for it',
    given: single('GLASSES'),
    says: { outcome: 'referred', reason: 'share-unknown' },
  },
  {
    title: 'refers when there is no price at all',
    given: single('UNPRICED'),
    says: { outcome: 'referred', reason: 'share-unknown' },
  },
  {
    title: 'refers an amount with which no claim can be reckoned',
    given: single('CONSULTATION', 10_000_000_000_001),
    says: { outcome: 'referred', reason: 'share-unknown' },
  },
  {
    title: 'cannot be silenced by the pack',
    given: single('GLASSES'),
    pack: rulePack({ modes: { 'co-insurance': 'observe' } }),
    says: { outcome: 'referred', mode: 'enforce' },
  },
];
