import { card, input } from '../builders.ts';
import { type Case, passes } from './case.ts';

const refused = { outcome: 'declined', bearer: 'provider' } as const;

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
];
