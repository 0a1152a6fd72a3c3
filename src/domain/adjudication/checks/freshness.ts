import { ageInHours, staleness } from '../ages.ts';
import { claimCheck, pass, refer } from '../check.ts';
import { aMoment, hours, missing } from '../shown.ts';

/** Whether rules and prices are young enough to decide by; the limit itself is still inside. */
export const freshness = claimCheck({
  id: 'freshness',
  requirements: ['M3'],
  reasons: ['rules-too-old', 'rules-age-unknown'],
  run({ input, pack }) {
    const limit = pack.pack.offline.rules;
    if (limit === null) return pass({ facts: [] });
    const { rulesAsOf, decidedAt } = input;
    if (rulesAsOf === undefined) {
      const facts = [missing('rules-published', 'centre')];
      return refer('rules-age-unknown', { facts, nearest: { kind: 'connect' } });
    }
    const published = aMoment(rulesAsOf);
    const facts = [
      { name: 'rules-published', value: published, source: 'centre', asOf: rulesAsOf },
    ] as const;
    if (staleness(rulesAsOf, decidedAt, limit) !== 'hard') return pass({ facts });
    return refer('rules-too-old', {
      shown: {
        age: hours(ageInHours(rulesAsOf, decidedAt)),
        limit: hours(limit.hardHours),
      },
      facts,
      nearest: { kind: 'connect' },
    });
  },
});
