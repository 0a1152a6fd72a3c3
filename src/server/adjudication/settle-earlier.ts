import { decisionSchema } from '#contracts/events/decision-schema.ts';
import { remainderOf } from '#domain/adjudication/reversal.ts';
import { listVoids } from '../database/claim-voids.ts';
import { findClaimEvent } from '../database/claims.ts';
import { hasSettled, listClaims, replaceSettled } from '../database/settled-claims.ts';
import type { Database, Write } from '../database/tables.ts';
import { findVerdict } from '../database/verdicts.ts';
import { readClaim } from './read-claim.ts';
import { paidLines } from './settle-claim.ts';

/** Writes down, once, what is left of the claims that were decided before this server counted any. */
export async function settleEarlier(db: Database): Promise<void> {
  await db.transaction().execute(async (write) => {
    if (await hasSettled(write)) return;
    for (const { claimId, terminalId } of await listClaims(write)) {
      await settle(write, terminalId, claimId);
    }
  });
}

/** What is held is not counted. */
async function settle(db: Write, terminalId: string, claimId: string): Promise<void> {
  const event = await findClaimEvent(db, claimId);
  const claim = event === null ? null : readClaim(event.line);
  const verdict = await findVerdict(db, terminalId, claimId);
  const ours = decisionSchema.safeParse(verdict?.decision);
  if (claim === null || verdict?.hold !== undefined || !ours.success) return;
  const { input, decision } = claim.body;
  const paid = paidLines(ours.data.lines, decision.lines, null);
  const voids = await listVoids(db, terminalId, claimId);
  const left = remainderOf(input.claim, paid, voids);
  await replaceSettled(db, terminalId, { input, decision: left });
}
