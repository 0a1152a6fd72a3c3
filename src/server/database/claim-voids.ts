import { takenLinesSchema } from '#contracts/events/void.ts';
import type { Taken } from '#domain/adjudication/reversal.ts';
import { type EventPlace, markEvent } from './inbox.ts';
import type { Write } from './tables.ts';

/** A void as it was taken in: what it takes back, and the event that says so. */
export interface ClaimVoid extends Taken, EventPlace {
  readonly eventId: string;
  readonly claimId: string;
}

export async function addVoid(db: Write, taken: ClaimVoid): Promise<void> {
  const { claimId, epoch, eventId, lines, seq, terminalId } = taken;
  await db
    .insertInto('claim_void')
    .values({
      event_id: eventId,
      claim_id: claimId,
      terminal_id: terminalId,
      epoch,
      seq,
      lines: JSON.stringify(lines),
    })
    .execute();
}

/** What a terminal took back of a claim of its own, in the order of its chain. */
export async function listVoids(
  db: Write,
  terminalId: string,
  claimId: string,
): Promise<ClaimVoid[]> {
  const rows = await db
    .selectFrom('claim_void')
    .selectAll()
    .where('claim_id', '=', claimId)
    .where('terminal_id', '=', terminalId)
    .orderBy('epoch')
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    eventId: row.event_id,
    claimId: row.claim_id,
    terminalId: row.terminal_id,
    epoch: row.epoch,
    seq: row.seq,
    lines: takenLinesSchema.parse(JSON.parse(row.lines)),
  }));
}

/** The claim that they waited for has come: they are counted in its verdict. */
export async function releaseVoids(db: Write, voids: readonly ClaimVoid[]): Promise<void> {
  for (const one of voids) await markEvent(db, one, 'done');
}
