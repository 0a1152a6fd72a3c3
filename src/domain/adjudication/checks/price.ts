import type { Instant } from '../../dates.ts';
import { least } from '../../money.ts';
import { type LineContext, lineCheck, pass, reduce, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import { findWhole, listBounds, type PriceBound } from '../price-bounds.ts';
import { aMoment, anAmount, fromOperator, fromPack, itemShown } from '../shown.ts';

/**
 * Holds what is asked for to the price list of the provider, else of its network, on the service date
 * (brochure M9, M3), and to what the state decrees or the contract allows below the list: the least of them.
 * Equality passes; what lies above is the provider's to bear.
 */
export const price = lineCheck({
  id: 'price',
  requirements: ['M9', 'M3'],
  reasons: ['above-list-price', 'above-allowed-price', 'whole-not-claimed', 'price-unknown'],
  run(context) {
    const { input, line, price: row, pack, terms } = context;
    const asked = line.unitPrice;
    const bounds = listBounds(context);
    const facts = factsOf(context, bounds);
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
    const whole = terms?.price?.value.percentOf?.item;
    const clause = terms?.price?.clause ?? null;
    if (whole !== undefined && findWhole(context) === null) {
      const shown = { other: itemShown(pack.item(whole), whole) };
      return refer('whole-not-claimed', { shown, facts, clause });
    }
    const most = bounds.reduce((a, bound) => least(a, bound.price), row.unitPrice);
    if (asked === null || asked <= most) return pass({ facts });
    const nearest = { kind: 'unit-price', price: most } as const;
    const isList = most === row.unitPrice;
    const shown = { asked: anAmount(asked), [isList ? 'list' : 'allowed']: anAmount(most) };
    return isList
      ? reduce('above-list-price', 'provider', { shown, facts, nearest })
      : reduce('above-allowed-price', 'provider', { shown, facts, clause, nearest });
  },
});

const factNames = {
  'decree-price': 'decree-price',
  discount: 'discounted-price',
  'percent-of': 'price-of-whole',
} as const;

function factsOf(context: LineContext, bounds: readonly PriceBound[]): readonly FactUsed[] {
  const { input, line, price: row } = context;
  const list = fromPack('list-price', row === null ? null : anAmount(row.unitPrice));
  const ordered = orderedFact(context);
  const chosen = ordered === null ? none : [ordered];
  const bound = bounds.length === 0 ? chosen : [...bounds.map(factOfBound), ...chosen];
  if (line.unitPrice === null) return bound.length === 0 ? [list] : [list, ...bound];
  const asked = fromOperator(input, 'asked-price', anAmount(line.unitPrice));
  return bound.length === 0 ? [list, asked] : [list, ...bound, asked];
}

const none: readonly FactUsed[] = [];

const factOfBound = ({ step, price: most }: PriceBound): FactUsed =>
  fromPack(factNames[step], anAmount(most));

/** The moment that chose the price; null where the day alone did. */
function orderedFact({ input, pack, line, price: row, orderedAt }: LineContext): FactUsed | null {
  const { providerId, serviceDate: on } = input.claim;
  if (row === null || (row.at === undefined && row.period.to !== on)) return null;
  const later = pack.price(providerId, line.itemCode, on, endOfTime);
  const isByMoment = later !== row || (row.at !== undefined && row.period.from === on);
  return isByMoment ? fromOperator(input, 'ordered-at', aMoment(orderedAt)) : null;
}

const endOfTime = '9999-12-31T23:59:59.999Z' as Instant;
