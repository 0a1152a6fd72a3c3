import { type LineContext, lineCheck, pass, reduce, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';

/**
 * Holds what is asked for to the price list of the provider, else of its network, on the service date
 * (brochure M9, M3). Equality passes; what lies above is the provider's to bear.
 */
export const price = lineCheck({
  id: 'price',
  requirements: ['M9', 'M3'],
  reasons: ['above-list-price', 'price-unknown'],
  run({ input, line, price: row, pack }) {
    const asked = line.unitPrice;
    const facts = factsOf({ input, line, price: row });
    if (row === null) {
      const provider = pack.provider(input.claim.providerId);
      if (provider === null) {
        const code = { kind: 'code', value: input.claim.providerId } as const;
        return refer('price-unknown', { shown: { provider: code }, facts });
      }
      return refer('price-unknown', {
        shown: { provider: { kind: 'name', value: provider.name } },
        facts,
      });
    }
    if (asked === null || asked <= row.unitPrice) return pass({ facts });
    return reduce('above-list-price', 'provider', {
      shown: {
        asked: { kind: 'money', value: asked },
        list: { kind: 'money', value: row.unitPrice },
      },
      facts,
      nearest: { kind: 'unit-price', price: row.unitPrice },
    });
  },
});

function factsOf({
  input,
  line,
  price: row,
}: Pick<LineContext, 'input' | 'line' | 'price'>): readonly FactUsed[] {
  const list: FactUsed = {
    name: 'list-price',
    value: row === null ? null : { kind: 'money', value: row.unitPrice },
    source: 'pack',
    asOf: null,
  };
  if (line.unitPrice === null) return [list];
  const asked: FactUsed = {
    name: 'asked-price',
    value: { kind: 'money', value: line.unitPrice },
    source: 'operator',
    asOf: input.decidedAt,
  };
  return [list, asked];
}
