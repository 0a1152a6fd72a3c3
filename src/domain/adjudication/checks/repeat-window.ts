import type { EarlyReason } from '../../claims.ts';
import { daysBetween } from '../../dates.ts';
import type { Bilingual } from '../../people.ts';
import { decline, type LineContext, lineCheck, pass, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import { whereHistoryIs } from '../past-services.ts';
import { findPrescription, isUsable, leftToFill } from '../prescriptions.ts';
import {
  firstPermitted,
  forbids,
  type PlacedSupply,
  placeSupplies,
  wouldForbid,
} from '../repeats.ts';
import type { Item } from '../rule-pack.ts';
import { aWord, fromOperator } from '../shown.ts';

/**
 * Keeps a medicine from being repeated before enough of its last supply is used (brochure M11): permitted
 * from last + days x threshold, that day included. Two-sided: a supply dispensed later than the service date
 * of a claim entered late counts too. What was repeated too early is the provider's to bear, unless it was for a
 * reason that the contract accepts.
 */
export const repeatWindow = lineCheck({
  id: 'repeat-window',
  requirements: ['M11'],
  reasons: [
    'repeat-in-claim',
    'repeat-too-early',
    'repeat-too-early-from-supplier',
    'repeat-before-later-supply',
    'supply-history-unknown',
    'days-supply-missing',
  ],
  asks({ item }) {
    const repeatCode = item === null ? null : repeatCodeOf(item);
    return item === null || repeatCode === null ? null : { item, repeatCode };
  },
  run(context, { item, repeatCode }) {
    const { input, pack, line, allowedBefore } = context;
    const { thresholdPercent, clause } = pack.pack.repeat;
    const placed = placeSupplies(input.supplies, repeatCode, thresholdPercent);
    const obstacle = findObstacle(context, placed);
    const last = obstacle ?? placed[0] ?? null;
    const facts: FactUsed[] = [
      ...factsOf(context, repeatCode),
      ...(last === null ? [] : describe(last, context)),
    ];
    const shown = { item: { kind: 'name', value: item.name } } as const;

    const isRepeated = allowedBefore.some(({ itemCode }) => {
      const earlier = pack.item(itemCode);
      return earlier !== null && repeatCodeOf(earlier) === repeatCode;
    });
    if (isRepeated) return decline('repeat-in-claim', 'provider', { shown, facts, clause });
    if (obstacle !== null) {
      const reason = acceptedReason(context);
      if (reason === null) return tooEarly(context, item, placed, obstacle, facts);
      facts.push(fromOperator(input, 'early-reason', aWord(`early-${reason}`)));
    }
    // An empty list means that nobody was asked.
    if (input.supplies.length === 0 || input.supplies.some(({ known }) => !known)) {
      const nearest = whereHistoryIs(input.supplies);
      return refer('supply-history-unknown', { shown, facts, clause, nearest });
    }
    if (line.daysSupply === null) {
      const nearest = { kind: 'enter-days' } as const;
      return refer('days-supply-missing', { shown, facts, clause, nearest });
    }
    return pass({ facts, clause });
  },
});

/** Why it comes early, where the contract accepts that; what is owed must still be open on its prescription. */
function acceptedReason(context: LineContext): EarlyReason | null {
  const { line, pack } = context;
  if (line.early === undefined || pack.pack.repeat.accepts?.includes(line.early) !== true)
    return null;
  return line.early === 'owed' && !isOwed(context) ? null : line.early;
}

function isOwed(context: LineContext): boolean {
  const filled = findPrescription(context);
  if (filled === null || !isUsable(filled, context)) return false;
  const left = leftToFill(filled, context);
  return left !== null && left < filled.ordered.quantity && context.line.quantity <= left;
}

const repeatCodeOf = (item: Item): number | null => item.medicine?.repeatCode ?? null;

/** The earlier supply that forbids the longest, else a later one that this one would forbid. */
function findObstacle(
  { input, line, pack }: LineContext,
  placed: readonly PlacedSupply[],
): PlacedSupply | null {
  const day = input.claim.serviceDate;
  const { thresholdPercent } = pack.pack.repeat;
  const before = placed.filter((one) => forbids(one, day));
  const first = before.reduce<PlacedSupply | null>(
    (longest, one) => (longest === null || one.nextOn > longest.nextOn ? one : longest),
    null,
  );
  if (first !== null || line.daysSupply === null) return first;
  const days = line.daysSupply;
  return placed.findLast((one) => wouldForbid(day, days, one, thresholdPercent)) ?? null;
}

function tooEarly(
  { input, line, pack }: LineContext,
  item: Item,
  placed: readonly PlacedSupply[],
  obstacle: PlacedSupply,
  facts: readonly FactUsed[],
) {
  const day = input.claim.serviceDate;
  const { thresholdPercent, clause } = pack.pack.repeat;
  const next = firstPermitted(day, line.daysSupply, placed, thresholdPercent);
  const left = daysBetween(day, obstacle.supply.endsOn) + 1;
  const shown = {
    item: { kind: 'name', value: item.name },
    last: { kind: 'date', value: obstacle.startOn },
    supplied: { kind: 'days', value: obstacle.supply.days },
    remaining: { kind: 'days', value: left > 0 ? left : 0 },
    next: { kind: 'date', value: next },
    early: { kind: 'days', value: daysBetween(day, next) },
  } as const;
  const details = { shown, facts, clause, nearest: { kind: 'wait-until', date: next } } as const;

  if (obstacle.startOn > day) return decline('repeat-before-later-supply', 'provider', details);
  const supplier = supplierOf(obstacle, { pack });
  if (supplier === null) return decline('repeat-too-early', 'provider', details);
  return decline('repeat-too-early-from-supplier', 'provider', {
    ...details,
    shown: { ...shown, supplier: { kind: 'name', value: supplier } },
  });
}

function supplierOf(
  { supply }: PlacedSupply,
  { pack }: Pick<LineContext, 'pack'>,
): Bilingual | null {
  return supply.providerId === null ? null : (pack.provider(supply.providerId)?.name ?? null);
}

/** What each place knows, and the contract's threshold. */
const factsOf = ({ input, pack }: LineContext, repeatCode: number): readonly FactUsed[] => [
  ...input.supplies.map(
    (fact): FactUsed =>
      fact.known
        ? {
            name: 'known-supplies',
            value: {
              kind: 'count',
              value: fact.value.filter((supply) => supply.repeatCode === repeatCode).length,
            },
            source: fact.source,
            asOf: fact.asOf,
          }
        : { name: 'known-supplies', value: null, source: fact.source, asOf: null },
  ),
  {
    name: 'repeat-threshold',
    value: { kind: 'percent', value: pack.pack.repeat.thresholdPercent },
    source: 'pack',
    asOf: null,
  },
];

function describe(placed: PlacedSupply, context: LineContext): readonly FactUsed[] {
  const { supply, startOn, source, asOf } = placed;
  const supplier = supplierOf(placed, context);
  return [
    { name: 'last-supply', value: { kind: 'date', value: startOn }, source, asOf },
    { name: 'days-supplied', value: { kind: 'days', value: supply.days }, source, asOf },
    ...(supplier === null
      ? []
      : [{ name: 'supplier', value: { kind: 'name', value: supplier }, source, asOf } as const]),
  ];
}
