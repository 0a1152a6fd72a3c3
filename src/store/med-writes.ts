import { z } from 'zod';
import { instantSchema } from '#contracts/schemas.ts';
import type { Instant } from '#domain/dates.ts';
import type { Reader, Writer } from './connection.ts';

/** A MED record of 252 bytes, signed for one card; `superseded` by a newer one, here or on the card. */
export interface MedWrite {
  readonly eventId: string;
  readonly cardNumber: string;
  readonly version: number;
  readonly bytes: Uint8Array;
  readonly savedAt: Instant;
}

/** Keeps a record in the commit of its event, which holds it too; one that still waits for this card gives way. */
export function recordMedWrite(db: Writer, { bytes, ...write }: MedWrite): void {
  db.run(
    `UPDATE med_writes SET state = 'superseded' WHERE card_number = :cardNumber AND state = 'pending'`,
    { cardNumber: write.cardNumber },
  );
  db.run(
    `INSERT INTO med_writes (event_id, card_number, version, record, saved_at, state)
     VALUES (:eventId, :cardNumber, :version, :record, :savedAt, 'pending')`,
    { ...write, record: Buffer.from(bytes) },
  );
}

/** The record that is not known to be on this card; null where none is. */
export function findPendingMed(db: Reader, cardNumber: string): MedWrite | null {
  const row = db.one(
    `SELECT event_id AS eventId, card_number AS cardNumber, version, record, saved_at AS savedAt
     FROM med_writes INDEXED BY med_writes_pending
     WHERE card_number = :cardNumber AND state = 'pending'`,
    { cardNumber },
  );
  if (row === null) return null;
  const { record, ...write } = rowSchema.parse(row);
  return { ...write, bytes: new Uint8Array(record) };
}

export function markMedWrite(db: Writer, eventId: string, state: 'committed' | 'superseded'): void {
  db.run('UPDATE med_writes SET state = :state WHERE event_id = :eventId', { eventId, state });
}

const rowSchema = z.object({
  eventId: z.string(),
  cardNumber: z.string(),
  version: z.number(),
  record: z.instanceof(Uint8Array),
  savedAt: instantSchema,
});
