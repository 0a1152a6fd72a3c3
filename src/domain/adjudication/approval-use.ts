import type { Approval } from '../approvals.ts';
import { add, money } from '../money.ts';
import { isAllowed } from './amounts.ts';
import type { DecidedLine } from './decision.ts';

/** What decided lines take of an approval: base units, and minor units before they are shared. */
export interface ApprovalUse {
  readonly approvalId: string;
  readonly lineId: string;
  readonly quantity: number;
  readonly amount: number;
}

/** What lines that were decided, or what voids left of them, take of the approvals on which they rest. */
export const listUses = (lines: readonly DecidedLine[]): readonly ApprovalUse[] =>
  lines.flatMap((line): ApprovalUse[] => {
    const approvalId = isAllowed(line.outcome) ? restsOn(line) : null;
    if (approvalId === null) return [];
    const { insurer, memberShare } = line.amounts;
    const amount = add(insurer, memberShare);
    return [{ approvalId, lineId: line.lineId, quantity: line.allowedQuantity, amount }];
  });

/** What is left of an approval after these uses of it: never less than nothing. */
export function leftOf(granted: Approval, uses: readonly ApprovalUse[]): Approval {
  const own = uses.filter(({ approvalId }) => approvalId === granted.approvalId);
  const quantity = own.reduce((sum, use) => sum + use.quantity, 0);
  const amount = own.reduce((sum, use) => sum + use.amount, 0);
  return {
    ...granted,
    quantity: granted.quantity === null ? null : atLeastZero(granted.quantity - quantity),
    amount: granted.amount === null ? null : money(atLeastZero(granted.amount - amount)),
  };
}

/** The first approval of which these uses take more than is left of it; null: none. */
export const findOverdrawn = (
  left: readonly Approval[],
  uses: readonly ApprovalUse[],
): Approval | null =>
  left.find(({ approvalId, quantity, amount }) => {
    const own = uses.filter((use) => use.approvalId === approvalId);
    const units = own.reduce((sum, use) => sum + use.quantity, 0);
    const minor = own.reduce((sum, use) => sum + use.amount, 0);
    return (quantity !== null && units > quantity) || (amount !== null && minor > amount);
  }) ?? null;

/** The approval that carries a decided line, as its finding names it; a number that was only told carries none. */
function restsOn({ findings }: DecidedLine): string | null {
  const finding = findings.find(({ check }) => check === 'prior-approval');
  const fact = finding?.facts.find(
    ({ name, source }) => name === 'approval' && source !== 'operator',
  );
  return fact?.value?.kind === 'code' ? fact.value.value : null;
}

const atLeastZero = (value: number): number => (value > 0 ? value : 0);
