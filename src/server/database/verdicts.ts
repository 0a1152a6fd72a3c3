import { type Verdict, verdictSchema } from '#contracts/verdicts-api.ts';
import type { EventPlace } from './inbox.ts';
import type { Database, Write } from './tables.ts';

/** The version that the next verdict on this terminal's claim gets: 1 at first. */
export async function nextVersion(db: Write, terminalId: string, claimId: string): Promise<number> {
  const row = await db
    .selectFrom('verdict')
    .select((expression) => expression.fn.max('version').as('version'))
    .where('terminal_id', '=', terminalId)
    .where('claim_id', '=', claimId)
    .executeTakeFirst();
  return (row?.version ?? 0) + 1;
}

export async function addVerdict(db: Write, place: EventPlace, verdict: Verdict): Promise<void> {
  await db
    .insertInto('verdict')
    .values({
      terminal_id: place.terminalId,
      epoch: place.epoch,
      seq: place.seq,
      down_seq: verdict.downSeq,
      claim_id: verdict.claimId,
      version: verdict.version,
      event_id: verdict.eventId,
      outcome: verdict.outcome,
      content: JSON.stringify(verdict),
    })
    .execute();
}

/** The latest verdict on this terminal's claim; null before the first. */
export async function findVerdict(
  db: Write,
  terminalId: string,
  claimId: string,
): Promise<Verdict | null> {
  const row = await db
    .selectFrom('verdict')
    .select('content')
    .where('terminal_id', '=', terminalId)
    .where('claim_id', '=', claimId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : verdictSchema.parse(JSON.parse(row.content));
}

/** Verdicts behind a cursor, in order, at most `limit`. */
export async function listVerdicts(
  db: Database,
  terminalId: string,
  after: number,
  limit: number,
): Promise<Verdict[]> {
  const rows = await db
    .selectFrom('verdict')
    .select('content')
    .where('terminal_id', '=', terminalId)
    .where('down_seq', '>', after)
    .orderBy('down_seq')
    .limit(limit)
    .execute();
  return rows.map(({ content }) => verdictSchema.parse(JSON.parse(content)));
}
