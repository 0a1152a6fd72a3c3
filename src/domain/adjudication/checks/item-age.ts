import { decline, lineCheck, pass, refer } from '../check.ts';
import { ageFact, ageShown, judgeAge } from '../person-limits.ts';
import { itemShown } from '../shown.ts';

/**
 * Whether the item is for persons of this age on the service date, both bounds included in completed days,
 * months or years (brochure M8). Where the birth date leaves it open, or is unverified, it refers.
 */
export const itemAge = lineCheck({
  id: 'item-age',
  requirements: ['M8'],
  reasons: ['item-too-young', 'item-too-old', 'age-unknown-for-item'],
  asks: ({ terms }) => terms?.age ?? null,
  run({ input, item, line }, term) {
    const { from, to } = term.value;
    const shown = { item: itemShown(item, line.itemCode) };
    const details = { facts: [ageFact(input, term.value)], clause: term.clause };
    const judgement = judgeAge(input, term.value);
    if (judgement === 'too-young' && from !== null) {
      const bounded = { ...shown, from: ageShown(from) };
      return decline('item-too-young', 'provider', { ...details, shown: bounded });
    }
    if (judgement === 'too-old' && to !== null) {
      const bounded = { ...shown, to: ageShown(to) };
      return decline('item-too-old', 'provider', { ...details, shown: bounded });
    }
    if (judgement === 'fits') return pass({ ...details, shown });
    return refer('age-unknown-for-item', {
      ...details,
      shown,
      nearest: { kind: 'correct-record' },
    });
  },
});
