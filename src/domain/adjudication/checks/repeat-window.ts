import type { EarlyReason } from '../../claims.ts';
import { addDays, daysBetween } from '../../dates.ts';
import type { Bilingual } from '../../people.ts';
import { decline, type LineContext, lineCheck, pass, refer } from '../check.ts';
import type { DecidedLine } from '../decision.ts';
import type { FactUsed } from '../evidence.ts';
import { whereHistoryIs } from '../past-services.ts';
import { findPrescription, isUsable, leftToFill } from '../prescriptions.ts';
import {
  findForbidden,
  firstPermitted,
  forbids,
  leftOn,
  ownDaysOf,
  type PlacedSupply,
  placeSupplies,
} from '../repeats.ts';
import type { Item } from '../rule-pack.ts';
import { aDay, aName, aWord, days, fromOperator, fromPack } from '../shown.ts';

/**
 * Keeps a medicine from being repeated before enough of its last supply is used (brochure M11): permitted
 * from last + days at hand x threshold, that day included; what earlier supplies left over is at hand too, as far as
 * the contract carries it over. Two-sided: a supply dispensed later than the service date of a claim entered late
 * counts too. What was repeated too early is the provider's to bear, unless it was for a reason that the contract
 * accepts.
 */
export const repeatWindow = lineCheck({
  id: 'repeat-window',
  requirements: ['M11'],
  reasons: [
    'repeat-in-claim',
    'repeat-too-early',
    'repeat-too-early-from-supplier',
    'repeat-too-early-with-carried',
    'repeat-before-later-supply',
    'supply-history-unknown',
    'days-supply-missing',
  ],
  asks({ item }) {
    const repeatCode = item === null ? null : repeatCodeOf(item);
    return item === null || repeatCode === null ? null : { item, repeatCode };
  },
  run(context, { item, repeatCode }) {
    const { input, pack, line, allowedThatDay } = context;
    const { repeat } = pack.pack;
    const { clause } = repeat;
    const placed = placeSupplies(input.supplies, repeatCode, repeat);
    const obstacle = findObstacle(context, placed);
    const last = obstacle ?? placed[0] ?? null;
    const facts: FactUsed[] = [
      ...factsOf(context, repeatCode),
      ...(last === null ? [] : describe(last, placed, context)),
    ];
    const shown = { item: { kind: 'name', value: item.name } } as const;

    const isRepeated = allowedThatDay.some(({ itemCode }) => {
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

/** How much the contract carries over, as a line was decided by it; null: nothing, or no repeat was looked at. */
export function carriedMostOf({ findings }: Pick<DecidedLine, 'findings'>): number | null {
  const looked = findings.find(({ check }) => check === repeatWindow.id);
  const said = looked?.facts.find(({ name }) => name === 'carried-most')?.value;
  return said?.kind === 'days' ? said.value : null;
}

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
  const before = placed.filter((one) => forbids(one, day));
  const first = before.reduce<PlacedSupply | null>(
    (longest, one) => (longest === null || one.nextOn > longest.nextOn ? one : longest),
    null,
  );
  if (first !== null || line.daysSupply === null) return first;
  return findForbidden(day, line.daysSupply, placed, pack.pack.repeat);
}

function tooEarly(
  { input, line, pack }: LineContext,
  item: Item,
  placed: readonly PlacedSupply[],
  obstacle: PlacedSupply,
  facts: readonly FactUsed[],
) {
  const day = input.claim.serviceDate;
  const { repeat } = pack.pack;
  const { clause } = repeat;
  const { startOn, atHand, carried, supply } = obstacle;
  const own = ownDaysOf(supply) ?? supply.days;
  const next = firstPermitted(day, line.daysSupply, placed, repeat);
  const shown = {
    item: aName(item.name),
    last: aDay(startOn),
    supplied: days(own),
    remaining: days(daysBetween(day, addDays(startOn, atHand))),
    next: aDay(next),
    early: days(daysBetween(day, next)),
  };
  const details = { shown, facts, clause, nearest: { kind: 'wait-until', date: next } } as const;

  if (startOn > day) return decline('repeat-before-later-supply', 'provider', details);
  if (carried === null || atHand !== own) {
    const summed = { ...shown, atHand: days(atHand) };
    return decline('repeat-too-early-with-carried', 'provider', { ...details, shown: summed });
  }
  const supplier = supplierOf(obstacle, { pack });
  if (supplier === null) return decline('repeat-too-early', 'provider', details);
  return decline('repeat-too-early-from-supplier', 'provider', {
    ...details,
    shown: { ...shown, supplier: aName(supplier) },
  });
}

function supplierOf(
  { supply }: PlacedSupply,
  { pack }: Pick<LineContext, 'pack'>,
): Bilingual | null {
  return supply.providerId === null ? null : (pack.provider(supply.providerId)?.name ?? null);
}

/** What each place knows, and the contract's threshold. */
const factsOf = ({ input, pack }: LineContext, repeatCode: number): readonly FactUsed[] => {
  const { thresholdPercent, carriedDaysMost } = pack.pack.repeat;
  return [
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
    fromPack('repeat-threshold', { kind: 'percent', value: thresholdPercent }),
    ...(carriedDaysMost === undefined ? [] : [fromPack('carried-most', days(carriedDaysMost))]),
  ];
};

function describe(
  placed: PlacedSupply,
  all: readonly PlacedSupply[],
  context: LineContext,
): readonly FactUsed[] {
  const { startOn, source, asOf } = placed;
  const supplier = supplierOf(placed, context);
  return [
    { name: 'last-supply', value: aDay(startOn), source, asOf },
    ...daysOf(placed, all, context),
    ...(supplier === null
      ? []
      : [{ name: 'supplier', value: aName(supplier), source, asOf } as const]),
  ];
}

/** How long the supply lasts; where the contract carries over, also what was left over to it and what is at hand. */
function daysOf(
  { supply, carried, source, asOf }: PlacedSupply,
  all: readonly PlacedSupply[],
  { input, pack }: LineContext,
): readonly FactUsed[] {
  const own = ownDaysOf(supply) ?? supply.days;
  const supplied: FactUsed = { name: 'days-supplied', value: days(own), source, asOf };
  if (pack.pack.repeat.carriedDaysMost === undefined) return [supplied];
  const left = days(leftOn(input.claim.serviceDate, all));
  const atHand: FactUsed = { name: 'days-at-hand', value: left, source, asOf };
  // A card's sum does not say what of it was left over.
  if (carried === null) return [atHand];
  return [supplied, { name: 'carried-days', value: days(carried), source, asOf }, atHand];
}
