import { claimCheck, decline, pass, refer } from '../check.ts';

/**
 * Whether the card is genuine and the person in front of us is its holder (brochure M1).
 * What is not proved is at the provider's risk: the member on record may be somebody else altogether.
 */
export const identity = claimCheck({
  id: 'identity',
  requirements: ['M1'],
  reasons: [
    'card-forged',
    'card-copy-suspected',
    'holder-refused',
    'card-issuer-unknown',
    'no-card',
    'person-unknown',
    'holder-not-confirmed',
  ],
  run({ input: { card, holder, person, decidedAt } }) {
    const facts = [
      {
        name: 'card-authentication',
        value: { kind: 'word', value: `proof-${card.proof}` },
        source: 'card',
        asOf: decidedAt,
      },
      {
        name: 'holder-confirmation',
        value: { kind: 'word', value: `holder-${holder}` },
        source: 'operator',
        asOf: decidedAt,
      },
    ] as const;

    const nearest = { kind: 'see-patient' } as const;
    if (card.proof === 'forged') return decline('card-forged', 'provider', { facts, nearest });
    if (card.proof === 'copy-suspected')
      return decline('card-copy-suspected', 'provider', { facts, nearest });
    if (holder === 'refused') return decline('holder-refused', 'provider', { facts, nearest });
    if (card.proof === 'issuer-unknown') return refer('card-issuer-unknown', { facts });
    if (card.proof === 'none') return refer('no-card', { facts, nearest: { kind: 'insert-card' } });
    if (person === null) {
      return refer('person-unknown', { facts, nearest: { kind: 'insert-card' } });
    }
    if (holder === 'not-yet') {
      return refer('holder-not-confirmed', { facts, nearest: { kind: 'confirm-holder' } });
    }
    return pass({ facts });
  },
});
