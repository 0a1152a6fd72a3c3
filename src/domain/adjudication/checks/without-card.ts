import { lineCheck, nothingAsked, pass, refer } from '../check.ts';
import { claimSoFar, claimSoFarFact } from '../claim-so-far.ts';
import { findInsteadRule } from '../identity-terms.ts';
import { isInScope } from '../item-terms.ts';
import { anAmount, fromPack, itemShown } from '../shown.ts';

/**
 * Bounds what is given to somebody without a card of their own, by the path on which they came (brochure M1):
 * the classes of items, and the insurer's share of the claim, inclusive. Whether the path itself is agreed,
 * `identity` says.
 */
export const withoutCard = lineCheck({
  id: 'without-card',
  requirements: ['M1'],
  reasons: ['item-without-card', 'amount-without-card'],
  run(context) {
    const { input, pack, line, item } = context;
    const instead = input.insteadOfCard;
    const rule = instead === undefined ? null : findInsteadRule(pack.pack, instead);
    if (rule === null) return nothingAsked;
    const { clause, mostPerClaim, scopes } = rule;
    const claim = claimSoFar(context);
    const facts = [
      claimSoFarFact(context, claim),
      ...(mostPerClaim === null ? [] : [fromPack('without-card-limit', anAmount(mostPerClaim))]),
    ];
    const isGiven =
      scopes === null || (item !== null && scopes.some((scope) => isInScope(item, scope)));
    if (!isGiven) {
      const shown = { item: itemShown(item, line.itemCode) };
      return refer('item-without-card', { shown, facts, clause });
    }
    if (mostPerClaim !== null && claim > mostPerClaim) {
      const shown = { claim: anAmount(claim), limit: anAmount(mostPerClaim) };
      return refer('amount-without-card', { shown, facts, clause });
    }
    return pass({ facts, clause });
  },
});
