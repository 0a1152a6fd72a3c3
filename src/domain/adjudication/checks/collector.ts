import { decline, lineCheck, nothingAsked, pass, refer } from '../check.ts';
import { findCollectionRule } from '../identity-terms.ts';
import { aCode, aWord, fromOperator, itemShown } from '../shown.ts';

/**
 * Whether what another person collects for the member may be handed to them: the contract names the classes
 * of items and, where it does, the relationships (brochure M1). What is handed out beyond that is the provider's.
 */
export const collector = lineCheck({
  id: 'collector',
  requirements: ['M1'],
  reasons: ['collection-not-agreed', 'item-not-for-collector', 'collector-not-permitted'],
  run({ input, pack, line, item, planCode }) {
    const { holder } = input;
    if (typeof holder !== 'object') return nothingAsked;
    const { name, relationship, idNumber } = holder.collectedBy;
    const shown = {
      item: itemShown(item, line.itemCode),
      relationship: aWord(`collector-${relationship}`),
    };
    const facts = [
      fromOperator(input, 'collector', { kind: 'name', value: { ar: name, en: name } }),
      fromOperator(input, 'collector-relationship', shown.relationship),
      fromOperator(input, 'collector-id', aCode(idNumber)),
    ];
    const nearest = { kind: 'leave-out' } as const;
    if (pack.pack.identity.collection.length === 0 || item === null) {
      return refer('collection-not-agreed', { shown, facts });
    }
    const rule = findCollectionRule(pack.pack, item, planCode);
    if (rule === null || !rule.isPermitted) {
      const clause = rule?.clause ?? null;
      return decline('item-not-for-collector', 'provider', { shown, facts, clause, nearest });
    }
    const { clause, relationships } = rule;
    if (relationships !== null && !relationships.includes(relationship)) {
      return decline('collector-not-permitted', 'provider', { shown, facts, clause, nearest });
    }
    return pass({ facts, clause });
  },
});
