import { lineCheck, pass, reduce } from '../check.ts';
import { anAmount, fromPack } from '../shown.ts';

/**
 * Pays no more of a unit than the contract's reference price, or its cap: what lies above is the member's own,
 * who chose the dearer one and signed for it. Equality passes.
 */
export const referencePrice = lineCheck({
  id: 'reference-price',
  requirements: ['M9'],
  reasons: ['above-reference-price'],
  asks({ terms }) {
    const term = terms?.price ?? null;
    const reference = term?.value.reference ?? null;
    return term === null || reference === null ? null : { reference, clause: term.clause };
  },
  run({ money }, { reference, clause }) {
    const facts = [fromPack('reference-price', anAmount(reference))];
    if (money === null || money.allowedPrice <= reference) return pass({ facts, clause });
    return reduce('above-reference-price', 'member', {
      shown: { price: anAmount(money.allowedPrice), reference: anAmount(reference) },
      facts,
      clause,
      nearest: { kind: 'member-pays' },
    });
  },
});
