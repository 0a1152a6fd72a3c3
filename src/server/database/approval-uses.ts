import type { ApprovalUse } from '#domain/adjudication/approval-use.ts';
import type { Write } from './tables.ts';

/** What a claim's lines take of approvals, in place of what was written down before. */
export async function replaceUses(
  db: Write,
  claimId: string,
  uses: readonly ApprovalUse[],
): Promise<void> {
  await db.deleteFrom('approval_use').where('claim_id', '=', claimId).execute();
  if (uses.length === 0) return;
  await db
    .insertInto('approval_use')
    .values(
      uses.map(({ approvalId, lineId, quantity, amount }) => ({
        claim_id: claimId,
        line_id: lineId,
        approval_id: approvalId,
        quantity,
        amount,
      })),
    )
    .execute();
}

/** What all claims of all terminals take of these approvals. */
export async function listUsesOf(
  db: Write,
  approvalIds: readonly string[],
): Promise<ApprovalUse[]> {
  if (approvalIds.length === 0) return [];
  const rows = await db
    .selectFrom('approval_use')
    .select(['approval_id', 'line_id', 'quantity', 'amount'])
    .where('approval_id', 'in', approvalIds)
    .execute();
  return rows.map((row) => ({
    approvalId: row.approval_id,
    lineId: row.line_id,
    quantity: row.quantity,
    amount: Number(row.amount),
  }));
}
