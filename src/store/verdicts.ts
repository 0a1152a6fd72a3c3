import { z } from 'zod';
import { type Verdict, type VerdictPage, verdictSchema } from '#contracts/verdicts-api.ts';
import type { Reader, Writer } from './connection.ts';
import { noteServerTime } from './identity.ts';

/** The last `downSeq` before which nothing is missing; 0 at first. */
export const readVerdictCursor = (db: Reader): number =>
  cursorSchema.parse(db.one('SELECT down_seq AS downSeq FROM verdict_cursor')).downSeq;

/**
 * Applies a page and moves the cursor, in one transaction. Late, repeated or out of order it ends the same:
 * the highest version of a verdict wins, and the cursor never passes a verdict that was not seen.
 */
export function applyVerdictPage(db: Writer, page: VerdictPage): void {
  db.atomically(() => {
    let cursor = readVerdictCursor(db);
    for (const verdict of [...page.verdicts].sort((a, b) => a.downSeq - b.downSeq)) {
      recordVerdict(db, verdict);
      if (verdict.downSeq === cursor + 1) cursor = verdict.downSeq;
    }
    db.run('UPDATE verdict_cursor SET down_seq = :cursor', { cursor });
    noteServerTime(db, page.serverTime);
  });
}

/** The server's latest verdict on a claim or request; null while it has none. */
export function findVerdict(db: Reader, claimId: string): Verdict | null {
  const row = db.one('SELECT content FROM verdicts WHERE claim_id = :claimId', { claimId });
  return row === null ? null : verdictSchema.parse(JSON.parse(rowSchema.parse(row).content));
}

/** Claims on which the server has not said anything yet. */
export const countAwaitingVerdict = (db: Reader): number =>
  countSchema.parse(
    db.one(
      'SELECT count(*) AS count FROM claims INDEXED BY claims_awaiting WHERE awaits_verdict = 1',
    ),
  ).count;

function recordVerdict(db: Writer, verdict: Verdict): void {
  const { claimId, version, outcome, decidedAt } = verdict;
  db.run(
    `INSERT INTO verdicts (claim_id, version, outcome, decided_at, content)
     VALUES (:claimId, :version, :outcome, :decidedAt, :content)
     ON CONFLICT (claim_id) DO UPDATE SET
       version = excluded.version, outcome = excluded.outcome,
       decided_at = excluded.decided_at, content = excluded.content
     WHERE excluded.version > verdicts.version`,
    { claimId, version, outcome, decidedAt, content: JSON.stringify(verdict) },
  );
  db.run(
    `UPDATE claims SET awaits_verdict = 0, verdict = v.outcome, verdict_at = v.decided_at
     FROM verdicts v WHERE v.claim_id = :claimId AND claims.claim_id = :claimId`,
    { claimId },
  );
  db.run(
    `UPDATE requests SET answer = v.outcome
     FROM verdicts v WHERE v.claim_id = :claimId AND requests.request_id = :claimId`,
    { claimId },
  );
}

const cursorSchema = z.object({ downSeq: z.number() });
const countSchema = z.object({ count: z.number() });
const rowSchema = z.object({ content: z.string() });
