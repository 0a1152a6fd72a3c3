import { z } from 'zod';
import {
  type CorrectionPage,
  type SealedCorrection,
  sealedCorrectionSchema,
} from '#contracts/card-corrections.ts';
import { instantSchema } from '#contracts/schemas.ts';
import type { Instant } from '#domain/dates.ts';
import type { Reader, Writer } from './connection.ts';
import { noteServerTime } from './identity.ts';

/** What a void at another terminal owes to a card. */
export interface ToldCorrection {
  /** The `void` event. */
  readonly voidId: string;
  readonly correction: SealedCorrection;
  /** The server's time. */
  readonly toldAt: Instant;
}

/** The last entry of the server's list that was applied; 0 at first. */
export const readCorrectionCursor = (db: Reader): number =>
  cursorSchema.parse(db.one('SELECT seq FROM correction_cursor')).seq;

/**
 * Applies a page of what is owed to cards and moves the cursor, in one transaction; the latest entry of a void holds.
 * Entries that were applied before, or behind a gap, are passed over; what is so old that nobody counts it is forgotten.
 */
export function applyCorrectionPage(db: Writer, page: CorrectionPage): void {
  db.atomically(() => {
    let cursor = readCorrectionCursor(db);
    for (const { correction, seq, voidId } of page.corrections) {
      if (seq !== cursor + 1) continue;
      if (correction === null) forget(db, voidId);
      else keep(db, { voidId, correction, toldAt: page.serverTime });
      cursor = seq;
    }
    db.run('UPDATE correction_cursor SET seq = :cursor', { cursor });
    const longAgo = new Date(Date.parse(page.serverTime) - longest).toISOString();
    db.run('DELETE FROM told_corrections WHERE told_at < :longAgo', { longAgo });
    noteServerTime(db, page.serverTime);
  });
}

/** What is owed to this card, in the order in which it was taken back. */
export const listToldCorrections = (db: Reader, cardNumber: string): ToldCorrection[] =>
  db
    .all(
      `SELECT void_id AS voidId, content, told_at AS toldAt
       FROM told_corrections INDEXED BY told_corrections_card
       WHERE card_number = :cardNumber ORDER BY void_id`,
      { cardNumber },
    )
    .map((row) => {
      const { content, ...told } = rowSchema.parse(row);
      return { ...told, correction: sealedCorrectionSchema.parse(JSON.parse(content)) };
    });

/** By then no supply lasts, and no year of a ceiling: in milliseconds. */
const longest = 400 * 24 * 3_600_000;

const forget = (db: Writer, voidId: string): void =>
  void db.run('DELETE FROM told_corrections WHERE void_id = :voidId', { voidId });

const keep = (db: Writer, { correction, toldAt, voidId }: ToldCorrection): void =>
  void db.run(
    `INSERT OR REPLACE INTO told_corrections (void_id, card_number, content, told_at)
     VALUES (:voidId, :cardNumber, :content, :toldAt)`,
    { voidId, cardNumber: correction.cardNumber, content: JSON.stringify(correction), toldAt },
  );

const cursorSchema = z.object({ seq: z.number() });
const rowSchema = z.object({ voidId: z.string(), content: z.string(), toldAt: instantSchema });
