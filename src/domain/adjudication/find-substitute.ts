import { type ClaimLine, dayOfLine } from '../claims.ts';
import { floorDivide } from '../integers.ts';
import { add, type Money } from '../money.ts';
import { adjudicate } from './adjudicate.ts';
import type { AdjudicationInput } from './input.ts';
import type { CompiledPack, Item } from './rule-pack.ts';
import { isExchangeable, isKeptApart } from './substitution.ts';

/** What may be given instead of a line's medicine. */
export interface Substitute {
  readonly item: Item;
  /** In whole saleable units, no more than was asked for unless one unit is more. */
  readonly quantity: number;
  readonly daysSupply: number | null;
  /** What the patient would pay for it, share and private. */
  readonly patientPays: Money;
}

/** So many are tried, the cheapest at the list price first. */
const mostTried = 12;

/**
 * A medicine of the same substitution group that would be approved whole in the line's place, at the list price: the
 * one for which the patient pays least, then the cheapest. Null where there is none, or the line is no medicine. What
 * stands on the shelf is not known.
 */
export function findSubstitute(
  input: AdjudicationInput,
  pack: CompiledPack,
  lineId: string,
): Substitute | null {
  const line = input.claim.lines.find((one) => one.lineId === lineId);
  if (line === undefined) return null;
  const own = pack.item(line.itemCode)?.medicine ?? null;
  if (own === null) return null;
  const { providerId } = input.claim;
  const day = dayOfLine(input.claim, line);
  const orderedAt = line.orderedAt ?? input.decidedAt;
  return pack.pack.items
    .filter(
      ({ code, medicine }) =>
        code !== line.itemCode && medicine !== null && isExchangeable(medicine, own),
    )
    .flatMap((item) => {
      const row = pack.price(providerId, item.code, day, orderedAt);
      return row === null ? [] : [{ item, price: row.unitPrice }];
    })
    .toSorted((a, b) => a.price - b.price)
    .slice(0, mostTried)
    .flatMap(({ item }) => tryInstead(input, pack, line, item))
    .reduce<Substitute | null>(
      (best, one) => (best === null || one.patientPays < best.patientPays ? one : best),
      null,
    );
}

/** A medicine that would be one to look at, were it not for a narrow therapeutic index; null where none is. */
export function findNotExchangeable(pack: CompiledPack, itemCode: string): Item | null {
  const wanted = pack.item(itemCode)?.medicine ?? null;
  if (wanted === null) return null;
  return (
    pack.pack.items.find(
      ({ code, medicine }) =>
        code !== itemCode && medicine !== null && isKeptApart(medicine, wanted),
    ) ?? null
  );
}

/** The item in the line's place, if that is approved. */
function tryInstead(
  input: AdjudicationInput,
  pack: CompiledPack,
  line: ClaimLine,
  item: Item,
): readonly Substitute[] {
  const instead = putInstead(line, item);
  const lines = input.claim.lines.map((one) => (one.lineId === line.lineId ? instead : one));
  const decision = adjudicate({ ...input, claim: { ...input.claim, lines } }, pack);
  const decided = decision.lines.find(({ lineId }) => lineId === line.lineId);
  if (decided?.outcome !== 'approved') return [];
  const { quantity, daysSupply } = instead;
  const { memberShare, memberPrivate } = decided.amounts;
  return [{ item, quantity, daysSupply, patientPays: add(memberShare, memberPrivate) }];
}

/** The line for another item, at its list price: what was signed or approved for the one before does not hold for it. */
export function putInstead(line: ClaimLine, item: Item): ClaimLine {
  const { consent: _, approvalId: __, ...rest } = line;
  const unit = item.medicine?.saleableUnit ?? 1;
  const units = floorDivide(line.quantity, unit);
  const quantity = units > 0 ? units * unit : unit;
  const days =
    line.daysSupply === null ? null : floorDivide(line.daysSupply * quantity, line.quantity);
  const daysSupply = days === 0 ? 1 : days;
  return { ...rest, itemCode: item.code, quantity, daysSupply, unitPrice: null };
}
