import { decline, lineCheck, pass, refer } from '../check.ts';
import { judgeSex, sexFact } from '../person-limits.ts';
import { itemShown } from '../shown.ts';

/** Whether the item is for persons of this sex (brochure M8); on unknown or unverified data it refers. */
export const itemSex = lineCheck({
  id: 'item-sex',
  requirements: ['M8'],
  reasons: ['item-women-only', 'item-men-only', 'sex-unknown-for-item'],
  asks: ({ terms }) => terms?.sex ?? null,
  run({ input, item, line }, term) {
    const details = {
      shown: { item: itemShown(item, line.itemCode) },
      facts: [sexFact(input)],
      clause: term.clause,
    };
    const judgement = judgeSex(input, term.value);
    if (judgement === 'fits') return pass(details);
    if (judgement === 'unsure') {
      return refer('sex-unknown-for-item', { ...details, nearest: { kind: 'correct-record' } });
    }
    const reason = term.value === 'female' ? 'item-women-only' : 'item-men-only';
    return decline(reason, 'provider', details);
  },
});
