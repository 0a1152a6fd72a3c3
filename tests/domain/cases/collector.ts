import type { CollectionRule } from '#domain/adjudication/identity-terms.ts';
import type { CollectorRelationship } from '#domain/people.ts';
import { input, line, rulePack } from '../builders.ts';
import { asking } from '../terms.ts';
import { type Case, passes } from './case.ts';

const collected = (relationship: CollectorRelationship) =>
  ({ collectedBy: { name: 'Hala Al-Halabi', relationship, idNumber: '01020304' } }) as const;

const rule = (changes: Partial<CollectionRule> = {}): CollectionRule => ({
  scope: { kind: 'medicine' },
  plans: null,
  isPermitted: true,
  relationships: null,
  clause: 'art-4',
  ...changes,
});

const agreeing = (...collection: CollectionRule[]) =>
  rulePack({ identity: { collection, insteadOfCard: [] } });

const byMessenger = asking({}, { holder: collected('messenger') });

export const collectorCases: readonly Case[] = [
  { title: 'asks nothing while the patient is there', given: asking(), says: passes },
  {
    title: 'passes an item of a class that may be collected',
    given: byMessenger,
    pack: agreeing(rule()),
    says: { ...passes, clause: 'art-4' },
  },
  {
    title: 'declines an item of no such class',
    given: input({
      lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })],
      holder: collected('child'),
    }),
    pack: agreeing(rule()),
    says: { outcome: 'declined', reason: 'item-not-for-collector', bearer: 'provider' },
  },
  {
    title: 'declines an item that a narrower rule keeps for the patient',
    given: byMessenger,
    pack: agreeing(rule(), rule({ scope: { item: 'PARACETAMOL-500' }, isPermitted: false })),
    says: { outcome: 'declined', reason: 'item-not-for-collector', bearer: 'provider' },
  },
  {
    title: 'declines a collector of a relationship that is not named',
    given: byMessenger,
    pack: agreeing(rule({ relationships: ['spouse', 'child'] })),
    says: { outcome: 'declined', reason: 'collector-not-permitted', bearer: 'provider' },
  },
  {
    title: 'passes one of a relationship that is named',
    given: asking({}, { holder: collected('child') }),
    pack: agreeing(rule({ relationships: ['spouse', 'child'] })),
    says: passes,
  },
  {
    title: 'declines where the rule is for another plan',
    given: byMessenger,
    pack: agreeing(rule({ plans: ['GOLD'] })),
    says: { outcome: 'declined', reason: 'item-not-for-collector', bearer: 'provider' },
  },
  {
    title: 'refers where the contract says nothing of collecting',
    given: byMessenger,
    says: { outcome: 'referred', reason: 'collection-not-agreed' },
  },
  {
    title: 'refers an item that the contract does not know',
    given: asking({ itemCode: 'NO-SUCH-ITEM' }, { holder: collected('messenger') }),
    pack: agreeing(rule()),
    says: { outcome: 'referred', reason: 'collection-not-agreed' },
  },
];
