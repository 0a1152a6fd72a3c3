import { z } from 'zod';
import { type CardWriteBody, cardWriteBodySchema } from '#contracts/events/card-write.ts';
import { instantSchema } from '#contracts/schemas.ts';
import type { Instant } from '#domain/dates.ts';
import { endCorrection } from '../database/card-corrections.ts';
import {
  addConflict,
  addMark,
  type CardMark,
  findMark,
  findWatermark,
  lockCard,
} from '../database/card-marks.ts';
import type { WaitingEvent } from '../database/inbox.ts';
import type { Write } from '../database/tables.ts';

/**
 * Takes in what a terminal reports of a card: a record that is on it for certain moves the card's watermark.
 * A report that cannot be true beside an earlier one is kept as evidence. Answers the event's new state:
 * `kept` where it moves nothing, `quarantined` where it could not be read.
 */
export async function recordCardWrite(
  db: Write,
  event: WaitingEvent,
  now: Instant,
): Promise<'done' | 'kept' | 'quarantined'> {
  const written = event.isRepeated ? null : readCardWrite(event.line);
  if (written === null) return 'quarantined';
  const { cardNumber, claimEventId, completes, seq, recordHash: hash, state } = written.body;
  // What a terminal with a forked chain says of a card could lock its holder out everywhere.
  if (state !== 'committed' || event.isSuspect) return 'kept';
  await lockCard(db, cardNumber);
  const mark = { seq, hash, reportedAt: written.wall };
  const isTrue = await noteMark(db, event, cardNumber, mark, now);
  if (isTrue && completes === true) await endCorrection(db, claimEventId, cardNumber, now);
  return 'done';
}

/** Whether it goes with all that was reported of the place before. */
async function noteMark(
  db: Write,
  event: WaitingEvent,
  cardNumber: string,
  reported: CardMark,
  foundAt: Instant,
): Promise<boolean> {
  const same = await findMark(db, cardNumber, reported.seq);
  if (same !== null) {
    if (same.hash === reported.hash) return true;
    const kind = 'other-hash';
    await addConflict(db, cardNumber, { kind, reported, known: same, foundAt }, event);
    return false;
  }
  const latest = await findWatermark(db, cardNumber);
  await addMark(db, cardNumber, reported, event);
  // Terminals report in any order: a lower place is strange only where it was reached after a higher one.
  if (latest !== null && latest.seq > reported.seq && latest.reportedAt < reported.reportedAt) {
    await addConflict(db, cardNumber, { kind: 'behind', reported, known: latest, foundAt }, event);
  }
  return true;
}

function readCardWrite(line: Uint8Array): { body: CardWriteBody; wall: Instant } | null {
  const parsed = lineSchema.safeParse(JSON.parse(new TextDecoder().decode(line)));
  return parsed.success ? parsed.data.envelope : null;
}

const lineSchema = z.object({
  envelope: z.object({ wall: instantSchema, body: cardWriteBodySchema }),
});
