import { least, type Money, money, subtract, zero } from '../money.ts';
import type { SharedLine } from './line-money.ts';

/**
 * What is left for this insurance to pay once others have paid: its own benefit, and never more than what is
 * left of the payable amount. What others paid lightens the member's share, and the member's own part last;
 * beyond what is payable it lightens what nobody would have paid.
 */
export function coordinateLine(line: SharedLine, paid: Money): SharedLine {
  if (paid === zero) return line;
  const paidByOthers = least(paid, line.claimed);
  const rest = subtract(line.claimed, paidByOthers);
  const { share } = line;
  const ownUnits = least(line.ownUnits, rest);
  const aboveReference = least(line.aboveReference, subtract(rest, ownUnits));
  const remainder = paidByOthers >= line.allowed ? zero : subtract(line.allowed, paidByOthers);
  const insurer = least(share.insurer, remainder);
  const left = subtract(remainder, insurer);
  const member = least(share.member, left);
  const overCeiling = money(left - member);
  return {
    ...line,
    paidByOthers,
    ownUnits,
    aboveReference,
    share: { insurer, member },
    overCeiling,
  };
}
