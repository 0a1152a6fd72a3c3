import type { InsteadRule } from '#domain/adjudication/identity-terms.ts';
import type { AdjudicationInput, InsteadOfCard } from '#domain/adjudication/input.ts';
import { unknown } from '#domain/facts.ts';
import { card, input, membershipFact, rulePack, today } from '../builders.ts';
import { about, bornOn, claiming } from '../terms.ts';
import { type Case, passes } from './case.ts';

const refused = { outcome: 'declined', bearer: 'provider' } as const;

const { offline } = rulePack();
const acceptingOtherCards = rulePack({ offline: { ...offline, otherCards: 'accept' } });
const noCard = { proof: 'none', cardNumber: null, validity: null } as const;
const collectedBy = {
  collectedBy: { name: 'Hala Al-Halabi', relationship: 'child', idNumber: '01020304' },
} as const;

export const insteadRule = (changes: Partial<InsteadRule> = {}): InsteadRule => ({
  path: 'member-number',
  encounters: null,
  scopes: null,
  age: null,
  mostPerClaim: null,
  isPolicyEnough: false,
  clause: 'art-4',
  ...changes,
});

export const agreeing = (...insteadOfCard: InsteadRule[]) =>
  rulePack({ identity: { collection: [], insteadOfCard } });

const byNumber: InsteadOfCard = { kind: 'member-number', why: 'forgotten' };
const onGuardian = (policyNumber: string | null, familyId: string | null): InsteadOfCard => ({
  kind: 'guardian-card',
  guardian: { memberNumber: '5577811000', policyNumber, familyId },
});
const onMother: InsteadOfCard = { kind: 'mother-card' };
const mother = agreeing(
  insteadRule({ path: 'mother-card', age: { from: null, to: { value: 30, unit: 'days' } } }),
);
const guardian = agreeing(
  insteadRule({ path: 'guardian-card', age: { from: null, to: { value: 17, unit: 'years' } } }),
);

/** Born so many days before the service, on the mother's card. */
const newborn = (birth: string, precision: 'day' | 'month' = 'day'): AdjudicationInput =>
  about(bornOn(birth, precision), input({ insteadOfCard: onMother }));

/** Of the family Halabi, as the guardian is unless told otherwise. */
const child = (
  birth: string,
  policyNumber: string | null,
  familyId: string | null = 'halabi',
): AdjudicationInput =>
  about(
    bornOn(birth),
    input({
      insteadOfCard: onGuardian(policyNumber, familyId),
      membership: membershipFact({ familyId: 'halabi' }),
    }),
  );

const pathCases: readonly Case[] = [
  {
    title: 'passes a member looked up by number where the contract agrees to it',
    given: input({ card: noCard, insteadOfCard: byNumber }),
    pack: agreeing(insteadRule()),
    says: { ...passes, clause: 'art-4' },
  },
  {
    title: 'refers a member looked up by number where the contract says nothing of it',
    given: input({ card: noCard, insteadOfCard: byNumber }),
    pack: agreeing(insteadRule({ path: 'emergency' })),
    says: { outcome: 'referred', reason: 'no-card' },
  },
  {
    title: 'refers it in an encounter for which it is not agreed',
    given: input({ card: noCard, insteadOfCard: byNumber }),
    pack: agreeing(insteadRule({ encounters: ['emergency'] })),
    says: { outcome: 'referred', reason: 'no-card' },
  },
  {
    title: 'still asks whether it is the person who was looked up',
    given: input({ card: noCard, insteadOfCard: byNumber, holder: 'not-yet' }),
    pack: agreeing(insteadRule()),
    says: { outcome: 'referred', reason: 'holder-not-confirmed' },
  },
  {
    title: 'refers what somebody collects without even the card',
    given: input({ card: noCard, insteadOfCard: byNumber, holder: collectedBy }),
    pack: agreeing(insteadRule()),
    says: { outcome: 'referred', reason: 'no-card' },
  },
  {
    title: 'passes an emergency without a card',
    given: claiming(
      { encounter: 'emergency' },
      input({ card: noCard, insteadOfCard: { kind: 'emergency' } }),
    ),
    pack: agreeing(insteadRule({ path: 'emergency', encounters: ['emergency'] })),
    says: passes,
  },
  {
    title: 'passes a card that another brought',
    given: input({ holder: collectedBy }),
    says: passes,
  },
  {
    title: 'passes a newborn on the day of its birth',
    given: newborn(today),
    pack: mother,
    says: passes,
  },
  {
    title: 'passes a newborn on the last of its days',
    given: newborn('2026-10-23'),
    pack: mother,
    says: passes,
  },
  {
    title: 'declines a newborn one day past them',
    given: newborn('2026-10-22'),
    pack: mother,
    says: { outcome: 'declined', reason: 'newborn-too-old', bearer: 'member' },
  },
  {
    title: 'refers a newborn whose birth date is known only in part',
    given: newborn('2026-10-01', 'month'),
    pack: mother,
    says: { outcome: 'referred', reason: 'newborn-birth-unknown' },
  },
  {
    title: 'refers a newborn that is not born yet',
    given: newborn('2026-11-23'),
    pack: mother,
    says: { outcome: 'referred', reason: 'newborn-birth-unknown' },
  },
  {
    title: 'refers a newborn where the contract says nothing of them',
    given: newborn(today),
    says: { outcome: 'referred', reason: 'other-card-not-agreed' },
  },
  {
    title:
      'passes a child on the card of a guardian under its policy, the day before it comes of age',
    given: child('2008-11-23', '20260417'),
    pack: guardian,
    says: passes,
  },
  {
    title: 'refers it on the birthday',
    given: child('2008-11-22', '20260417'),
    pack: guardian,
    says: { outcome: 'referred', reason: 'child-age-on-other-card' },
  },
  {
    title: 'declines a child on a card of another policy',
    given: child('2015-01-01', '20269999'),
    pack: guardian,
    says: { ...refused, reason: 'guardian-of-other-policy' },
  },
  {
    title: 'refers a child whose guardian the data do not have',
    given: child('2015-01-01', null),
    pack: guardian,
    says: { outcome: 'referred', reason: 'guardian-unknown' },
  },
  {
    title: 'declines a child on a card of the same policy and another family',
    given: child('2015-01-01', '20260417', 'khoury'),
    pack: guardian,
    says: { ...refused, reason: 'guardian-of-other-family' },
  },
  {
    title: 'refers a child where the data do not tell the guardian’s family',
    given: child('2015-01-01', '20260417', null),
    pack: guardian,
    says: { outcome: 'referred', reason: 'guardian-family-unknown' },
  },
  {
    title: 'passes it where the contract says that the policy is enough',
    given: child('2015-01-01', '20260417', null),
    pack: agreeing(insteadRule({ path: 'guardian-card', isPolicyEnough: true })),
    says: passes,
  },
  {
    title: 'declines another family there too, where the data do tell',
    given: child('2015-01-01', '20260417', 'khoury'),
    pack: agreeing(insteadRule({ path: 'guardian-card', isPolicyEnough: true })),
    says: { ...refused, reason: 'guardian-of-other-family' },
  },
  {
    title: 'declines a child on a copied card',
    given: { ...child('2015-01-01', '20260417'), card: card({ proof: 'copy-suspected' }) },
    pack: guardian,
    says: { ...refused, reason: 'card-copy-suspected' },
  },
  {
    title: 'refers a guardian who is said to hold a card that nobody saw',
    given: { ...child('2015-01-01', '20260417'), card: noCard },
    pack: guardian,
    says: { outcome: 'referred', reason: 'other-card-not-agreed' },
  },
];

export const identityCases: readonly Case[] = [
  { title: 'passes a genuine card with its confirmed holder', given: input(), says: passes },
  {
    title: 'refers until the holder is confirmed, and says how',
    given: input({ holder: 'not-yet' }),
    says: {
      outcome: 'referred',
      reason: 'holder-not-confirmed',
      nearest: { kind: 'confirm-holder' },
    },
  },
  {
    title: 'declines when this is not the person',
    given: input({ holder: 'refused' }),
    says: { ...refused, reason: 'holder-refused' },
  },
  {
    title: 'declines a suspected copy, whoever holds it',
    given: input({ card: card({ proof: 'copy-suspected' }) }),
    says: { ...refused, reason: 'card-copy-suspected' },
  },
  {
    title: 'declines a forged card before asking about its holder',
    given: input({ card: card({ proof: 'forged' }), holder: 'not-yet' }),
    says: { ...refused, reason: 'card-forged' },
  },
  {
    title: 'refers a card of an unknown issuer',
    given: input({ card: card({ proof: 'issuer-unknown' }) }),
    says: { outcome: 'referred', reason: 'card-issuer-unknown' },
  },
  {
    title: 'refers a health card of another kind, which proves nothing',
    given: input({ card: card({ proof: 'unauthenticated', kind: 'egk' }) }),
    says: { outcome: 'referred', reason: 'card-unauthenticated' },
  },
  {
    title: 'accepts such a card where the contract does',
    given: input({ card: card({ proof: 'unauthenticated', kind: 'egk' }) }),
    pack: acceptingOtherCards,
    says: passes,
  },
  {
    title: 'asks for the holder of such a card all the same',
    given: input({
      card: card({ proof: 'unauthenticated', kind: 'egk' }),
      holder: 'not-yet',
    }),
    pack: acceptingOtherCards,
    says: { outcome: 'referred', reason: 'holder-not-confirmed' },
  },
  {
    title: 'refers a visit without a card',
    given: input({ card: { proof: 'none', cardNumber: null, validity: null } }),
    says: { outcome: 'referred', reason: 'no-card' },
  },
  {
    title: 'declines the wrong person even without a card',
    given: input({
      card: { proof: 'none', cardNumber: null, validity: null },
      holder: 'refused',
    }),
    says: { ...refused, reason: 'holder-refused' },
  },
  {
    title: 'refers when nobody knows who is served',
    given: input({ person: null }),
    says: { outcome: 'referred', reason: 'person-unknown' },
  },
  ...pathCases,
  {
    title: 'refers nobody without a card as without a card',
    given: input({ card: noCard, person: null }),
    says: { outcome: 'referred', reason: 'no-card' },
  },
  {
    title: 'shows no greatest age where the contract has none',
    given: child('2026-06-01', '20260417'),
    pack: agreeing(
      insteadRule({ path: 'guardian-card', age: { from: { value: 1, unit: 'years' }, to: null } }),
    ),
    says: { outcome: 'referred', reason: 'child-age-on-other-card', shown: {} },
  },
  {
    title: 'refers a child whose own membership nobody knows',
    given: {
      ...child('2015-06-01', '20260417'),
      membership: unknown('never-synced', 'centre'),
    },
    pack: guardian,
    says: { outcome: 'referred', reason: 'guardian-unknown' },
  },
  {
    title: 'refers a child of whose own family the data do not tell',
    given: { ...child('2015-06-01', '20260417'), membership: membershipFact() },
    pack: guardian,
    says: { outcome: 'referred', reason: 'guardian-family-unknown' },
  },
];
