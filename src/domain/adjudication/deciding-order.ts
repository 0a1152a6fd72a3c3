import { type Claim, type ClaimLine, dayOfLine } from '../claims.ts';
import { containedBy } from './global-periods.ts';
import type { CompiledPack } from './rule-pack.ts';

/**
 * A claim's lines in the order in which they are decided: as they stand, but what is part of another line, or is paid
 * a part of its price, after that one. Of a visit that stands before its operation nothing was paid yet.
 */
export function inDecidingOrder(
  claim: Claim,
  pack: CompiledPack,
  planCode: string | null,
): readonly ClaimLine[] {
  const { lines } = claim;
  if (!pack.hasWholes) return lines;
  const fractions = lines.map((line) => fractionOf(line, pack, planCode));
  const wholes = lines
    .map((line) => wholeOf(claim, pack, planCode, line, fractions))
    .filter((whole) => whole !== null);
  if (wholes.length === 0) return lines;
  const ordered: ClaimLine[] = [];
  let rest = lines;
  while (rest.length > 0) {
    const still = wholes.filter(({ line }) => rest.includes(line));
    const free = rest.filter((line) => !still.some((whole) => whole.contains(line)));
    // Where two contain each other, the first of them comes first.
    const next = free.length === 0 ? rest.slice(0, 1) : free;
    ordered.push(...next);
    rest = rest.filter((line) => !next.includes(line));
  }
  return ordered;
}

/** A line of which others may be parts. */
interface Whole {
  readonly line: ClaimLine;
  contains(other: ClaimLine): boolean;
}

/** The item of whose price the line is paid a part; null: it has a price of its own. */
function fractionOf(
  { itemCode }: ClaimLine,
  pack: CompiledPack,
  planCode: string | null,
): string | null {
  const item = pack.item(itemCode);
  const price = item === null ? null : pack.itemTerms(item, planCode).price;
  return price?.value.percentOf?.item ?? null;
}

/** Null where nothing is part of it, by a panel or a global period, or is paid a part of its price. */
function wholeOf(
  claim: Claim,
  pack: CompiledPack,
  planCode: string | null,
  line: ClaimLine,
  fractions: readonly (string | null)[],
): Whole | null {
  const parts = pack.partsOf(line.itemCode);
  const item = pack.item(line.itemCode);
  const term = item === null ? null : pack.itemTerms(item, planCode).globalPeriod;
  if (parts.length === 0 && term === null && !fractions.includes(line.itemCode)) return null;
  const day = dayOfLine(claim, line);
  return {
    line,
    contains: (other) =>
      other !== line &&
      (fractionOf(other, pack, planCode) === line.itemCode ||
        (parts.includes(other.itemCode) && dayOfLine(claim, other) === day) ||
        (term !== null &&
          containedBy(term.value, day, pack.item(other.itemCode), other, dayOfLine(claim, other)))),
  };
}
