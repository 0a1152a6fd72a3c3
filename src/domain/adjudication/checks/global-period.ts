import { zero } from '../../money.ts';
import { type LineContext, lineCheck, pass, reduce, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import { globalAsked, globalStanding, type Whole } from '../global-periods.ts';
import { historyFacts, type PlacedService, whereHistoryIs } from '../past-services.ts';
import { aDay, days, fromOperator, fromPack, itemShown, serviceDateOf } from '../shown.ts';

/**
 * Whether another price, an operation's, contains the service: it lies so many days before or after it, both
 * included. Then nothing is paid of it, which is the provider's: the operation's price has it. The other way round,
 * an operation that comes after what it contains refers: what was paid of that, nobody here can say.
 */
export const globalPeriod = lineCheck({
  id: 'global-period',
  requirements: ['C1', 'M4'],
  reasons: [
    'within-global-period',
    'global-period-unsure',
    'global-after-part',
    'global-history-unknown',
  ],
  asks: globalAsked,
  frees: (base, asked) => (globalStanding(base, asked).kind === 'contained' ? 'payment' : null),
  run(context, asked) {
    const { input, item, line, money } = context;
    const standing = globalStanding(context, asked);
    const clause = asked.own?.clause ?? null;
    const facts = factsOf(context, asked.own?.value ?? null);
    const shown = { item: itemShown(item, line.itemCode) };
    switch (standing.kind) {
      case 'apart':
        return pass({ facts, clause });
      case 'contained': {
        const known = told(context, facts, standing.whole);
        if (money?.claimed === 0) return pass(known);
        const nearest = { kind: 'unit-price', price: zero } as const;
        return reduce('within-global-period', 'provider', { ...known, nearest });
      }
      case 'contains-earlier':
        return refer('global-after-part', told(context, facts, standing.part));
      case 'unsure': {
        const { service } = standing.placed;
        const other = itemShown(context.pack.item(service.itemCode), service.itemCode);
        const known = [...facts, earlierFact(standing.placed)];
        const unsure = { ...shown, other, on: aDay(service.on) };
        return refer('global-period-unsure', { shown: unsure, facts: known, clause });
      }
      case 'history-unknown': {
        const nearest = whereHistoryIs(input.services);
        return refer('global-history-unknown', { shown, facts, clause, nearest });
      }
    }
  },
});

function factsOf(
  { input }: LineContext,
  own: { readonly before: number; readonly after: number } | null,
): readonly FactUsed[] {
  const known = [...historyFacts(input, () => true), serviceDateOf(input)];
  if (own === null) return known;
  const terms = [
    fromPack('global-before', days(own.before)),
    fromPack('global-after', days(own.after)),
  ];
  return [...known, ...terms];
}

/** What contains the service, or is contained in it, and when it was. */
function told(
  { pack, item, line, input }: LineContext,
  facts: readonly FactUsed[],
  { itemCode, on, placed, clause }: Whole,
) {
  const fact =
    placed === null ? fromOperator(input, 'earlier-service', aDay(on)) : earlierFact(placed);
  return {
    shown: {
      item: itemShown(item, line.itemCode),
      other: itemShown(pack.item(itemCode), itemCode),
      on: aDay(on),
    },
    facts: [...facts, fact],
    clause,
  };
}

const earlierFact = ({ service, source, asOf }: PlacedService): FactUsed => ({
  name: 'earlier-service',
  value: aDay(service.on),
  source,
  asOf,
});
