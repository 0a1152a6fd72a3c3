import { systemClock } from '#agent/system-clock.ts';
import { issueCard } from '#card/issue/issue-card.ts';
import { createVirtualCard, type VirtualCard } from '#card/virtual/virtual-card.ts';
import type { Reference } from '#contracts/reference.ts';
import { addDays, calendarDate, type Instant } from '#domain/dates.ts';
import { buildDemoInsurer } from '#fixtures/demo-insurer/demo-insurer.ts';

/**
 * People who are only here so that each case has one of its own: a terminal remembers whom it served, and a
 * card of a known number that holds less than it held is one rolled back.
 */
export const membersWith = ({ members }: Reference, count: number): Reference['members'] => [
  ...members,
  ...Array.from({ length: count }, (_, i) => ({
    person: personOf(i),
    membership: { ...membership, memberNumber: numberOf(i), policyNumber: policyOf(i) },
  })),
];

/** The so-manieth patient's new card, its history one dispensing of another provider. */
export function issueTo(i: number): VirtualCard {
  const image = issueCard(
    {
      cardNumber: `9760${String(i).padStart(12, '0')}`,
      person: personOf(i),
      policyNumber: policyOf(i),
      planCode: membership.planCode,
      validity: { from: calendarDate(`${year}-01-01`), to: calendarDate(`${year + 3}-12-31`) },
      history: [{ type: 'dispense', at: before, writer, lines: [earlier] }],
    },
    {
      issuer: { publicKey: insurer.issuer.rawPublicKey, sign: insurer.issuer.sign },
      card: insurer.cards[0]?.cardKey.pkcs8 ?? new Uint8Array(0),
      providerAnchor: insurer.providerAnchor.rawPublicKey,
    },
  );
  return createVirtualCard(image);
}

const today = systemClock().today();
const insurer = buildDemoInsurer(today);
const year = Number(today.slice(0, 4));
const before = `${addDays(today, -9)}T08:30:00.000Z` as Instant;
const earlier = { cardCode: 1041, quantity: 30, days: 30, repeatCode: 9041 };

const writer = (() => {
  const terminal = insurer.terminals['SY-DAM-0112'];
  if (terminal === undefined) throw new Error('the demo insurer has another provider');
  return { keyId: terminal.keyId, sign: terminal.key.sign };
})();

/** A plan that pays for what the flows ask for. */
const membership = (() => {
  const found = insurer.reference.members.find(
    ({ membership: { memberPeriod, planCode, relationship } }) =>
      planCode === 'gold' && relationship === 'self' && memberPeriod.from < addDays(today, -400),
  );
  if (found === undefined) throw new Error('the demo insurer has a gold member');
  return found.membership;
})();

const numberOf = (i: number): string => `77${String(i).padStart(8, '0')}`;
const policyOf = (i: number): string => `88${String(i).padStart(8, '0')}`;

const personOf = (i: number): Reference['members'][number]['person'] => ({
  memberNumber: numberOf(i),
  nameAr: 'سلوى أحمد الزين',
  nameLatin: 'Salwa Ahmad Al-Zein',
  sex: 'female',
  birth: { date: calendarDate('1980-04-17'), precision: 'day' },
});
