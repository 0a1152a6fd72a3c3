import type { Claim, ClaimLine } from '../claims.ts';
import { ceilDivide } from '../integers.ts';
import { add, proportion } from '../money.ts';
import { totalOf } from './amounts.ts';
import type { Amounts, DecidedLine } from './decision.ts';

/** What one void takes back: so many base units of lines, or (null) all that is left of the claim. */
export interface Taken {
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[] | null;
}

/** What is left of a claim once its voids are counted. */
export interface Remainder {
  /** Lines of which something is left, in the claim's order, cut down to that. */
  readonly lines: readonly DecidedLine[];
  readonly totals: Amounts;
  readonly reversal: 'none' | 'part' | 'whole';
}

/** Base units of a line that its voids have taken back: never more than it claimed. */
export function returnedOf({ lineId, quantity }: ClaimLine, voids: readonly Taken[]): number {
  if (voids.some(({ lines }) => lines === null)) return quantity;
  const named = voids.flatMap(({ lines }) => (lines ?? []).filter((one) => one.lineId === lineId));
  const sum = named.reduce((total, one) => total + one.quantity, 0);
  return sum < quantity ? sum : quantity;
}

/**
 * What is left of the decided lines. It depends on what was taken back altogether, never on the order or the
 * number of the voids: whatever arrives twice, late or in excess, all of a claim taken back leaves exactly nothing.
 */
export function remainderOf(
  { lines }: Pick<Claim, 'lines'>,
  decided: readonly DecidedLine[],
  voids: readonly Taken[],
): Remainder {
  const left = lines.flatMap((line) => {
    const one = decided.find(({ lineId }) => lineId === line.lineId);
    const returned = returnedOf(line, voids);
    if (one === undefined || returned === line.quantity) return [];
    return [returned === 0 ? one : cutDown(one, line.quantity - returned, line.quantity)];
  });
  const isWhole = lines.every((line) => returnedOf(line, voids) === line.quantity);
  const isTouched = lines.some((line) => returnedOf(line, voids) > 0);
  return {
    lines: left,
    totals: totalOf(left),
    reversal: !isTouched ? 'none' : isWhole ? 'whole' : 'part',
  };
}

/** So many units of a line out of all: each part of the money in proportion, half up, and their sum claimed. */
function cutDown(line: DecidedLine, units: number, outOf: number): DecidedLine {
  const { insurer, memberShare, memberPrivate, providerWriteOff, otherPayers } = line.amounts;
  const { deductible, coPayment, tax } = line;
  const parts = {
    insurer: proportion(insurer, units, outOf),
    memberShare: proportion(memberShare, units, outOf),
    memberPrivate: proportion(memberPrivate, units, outOf),
    providerWriteOff: proportion(providerWriteOff, units, outOf),
    ...(otherPayers === undefined ? {} : { otherPayers: proportion(otherPayers, units, outOf) }),
  };
  const upwards = (value: number): number => ceilDivide(value * units, outOf);
  return {
    ...line,
    allowedQuantity: upwards(line.allowedQuantity),
    // A started day of supply still counts against the next repeat.
    allowedDays: line.allowedDays === null ? null : upwards(line.allowedDays),
    amounts: { claimed: add(...Object.values(parts)), ...parts },
    ...(deductible === undefined ? {} : { deductible: proportion(deductible, units, outOf) }),
    ...(coPayment === undefined ? {} : { coPayment: proportion(coPayment, units, outOf) }),
    ...(tax === undefined
      ? {}
      : {
          tax: {
            ...tax,
            claimed: proportion(tax.claimed, units, outOf),
            insurer: proportion(tax.insurer, units, outOf),
            member: proportion(tax.member, units, outOf),
          },
        }),
  };
}
