import { canonicalText } from '#contracts/signed-bytes.ts';
import { leftOf } from '#domain/adjudication/approval-use.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { Approval } from '#domain/approvals.ts';
import { listUsesOf } from '../database/approval-uses.ts';
import { type Granted, listGranted } from '../database/requests.ts';
import type { Write } from '../database/tables.ts';

/**
 * The approvals on which a terminal's lines may rest: those that it asked for, and those of the member that a
 * line names. Whoever asked may use an approval offline; another terminal only by its number, at the centre.
 */
export async function listKnownApprovals(
  db: Write,
  terminalId: string,
  { person, claim }: AdjudicationInput,
): Promise<{ readonly granted: readonly Approval[]; readonly left: readonly Approval[] }> {
  if (person === null) return { granted: [], left: [] };
  const isUsable = (one: Granted) =>
    one.terminalId === terminalId ||
    claim.lines.some(({ approvalId }) => approvalId === one.approval.approvalId);
  const all = await listGranted(db, person.memberNumber);
  const granted = all.filter(isUsable).map(({ approval }) => approval);
  const uses = await listUsesOf(
    db,
    granted.map(({ approvalId }) => approvalId),
  );
  return { granted, left: granted.map((approval) => leftOf(approval, uses)) };
}

/** Whether every approval that a terminal decided on was granted, in these terms and with no more left of it. */
export const areGranted = (
  { approvals = [] }: AdjudicationInput,
  granted: readonly Approval[],
): boolean =>
  approvals
    .flatMap((fact) => (fact.known ? fact.value : []))
    .every((theirs) => {
      const ours = granted.find(({ approvalId }) => approvalId === theirs.approvalId);
      return ours !== undefined && isWithin(theirs, ours);
    });

function isWithin(theirs: Approval, ours: Approval): boolean {
  const isLess = (a: number | null, b: number | null) => b === null || (a !== null && a <= b);
  const terms = ({ quantity: _, amount: __, ...rest }: Approval) => canonicalText(rest);
  return (
    terms(theirs) === terms(ours) &&
    isLess(theirs.quantity, ours.quantity) &&
    isLess(theirs.amount, ours.amount)
  );
}
