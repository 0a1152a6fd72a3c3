import { type Claim, type ClaimLine, dayOfLine } from '../claims.ts';
import { containedBy } from './global-periods.ts';
import type { CompiledPack } from './rule-pack.ts';

/**
 * A claim's lines in the order in which they are decided: as they stand, but what is part of another line after that
 * one. Of a visit that stands before its operation nothing was paid yet.
 */
export function inDecidingOrder(
  claim: Claim,
  pack: CompiledPack,
  planCode: string | null,
): readonly ClaimLine[] {
  const { lines } = claim;
  const wholes = lines
    .map((line) => wholeOf(claim, pack, planCode, line))
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

/** Null where nothing is part of it, by a panel or a global period. */
function wholeOf(
  claim: Claim,
  pack: CompiledPack,
  planCode: string | null,
  line: ClaimLine,
): Whole | null {
  const parts = pack.partsOf(line.itemCode);
  const item = pack.item(line.itemCode);
  const term = item === null ? null : pack.itemTerms(item, planCode).globalPeriod;
  if (parts.length === 0 && term === null) return null;
  const day = dayOfLine(claim, line);
  return {
    line,
    contains: (other) =>
      other !== line &&
      ((parts.includes(other.itemCode) && dayOfLine(claim, other) === day) ||
        (term !== null &&
          containedBy(term.value, day, pack.item(other.itemCode), other, dayOfLine(claim, other)))),
  };
}
