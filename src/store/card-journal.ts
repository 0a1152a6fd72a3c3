import { z } from 'zod';
import { instantSchema } from '#contracts/schemas.ts';
import type { Instant } from '#domain/dates.ts';
import type { Reader, Writer } from './connection.ts';

/** What has become of a record that was signed for a card. */
export type CardWriteState = 'pending' | 'committed' | 'not-ratified' | 'rebuilt';

/** One record of 240 bytes, signed for one place in one card's ledger. */
export interface CardWrite {
  readonly cardNumber: string;
  readonly seq: number;
  /** The visit's claim; a prescription bears the id too, also where its visit had no claim. */
  readonly claimId: string;
  /** The event of the claim or the prescription, or of the void whose correction this is. */
  readonly eventId: string;
  readonly bytes: Uint8Array;
  readonly savedAt: Instant;
  readonly state: CardWriteState;
}

/** How far a card was seen to be written, by committed records only. */
export interface Watermark {
  readonly seq: number;
  /** Hex, 8 bytes. */
  readonly hash: string;
}

/** Keeps records in the commit that saves their event: whatever happens to the card, they can be found again. */
export function recordCardWrites(db: Writer, writes: readonly Omit<CardWrite, 'state'>[]): void {
  for (const { bytes, ...write } of writes) {
    db.run(
      `INSERT INTO card_writes (card_number, seq, claim_id, event_id, record, saved_at, state)
       VALUES (:cardNumber, :seq, :claimId, :eventId, :record, :savedAt, 'pending')
       -- Signed anew on a head that moved by less than the claim has records, a place recurs.
       ON CONFLICT (event_id, seq) DO UPDATE SET
         record = excluded.record, saved_at = excluded.saved_at, state = 'pending'`,
      { ...write, record: Buffer.from(bytes) },
    );
    db.mirror({ kind: 'card-write', ...write, record: Buffer.from(bytes).toString('hex') });
  }
}

/** Records that are not known to be on their card, in the order in which they were to be written. */
export const listPendingWrites = (db: Reader, cardNumber: string): CardWrite[] =>
  db
    .all(
      `SELECT ${columns} FROM card_writes INDEXED BY card_writes_pending
       WHERE card_number = :cardNumber AND state = 'pending' ORDER BY seq`,
      { cardNumber },
    )
    .map(writeOf);

/** Records whose card has not come back since. */
export const listWaitingSince = (db: Reader, before: Instant): CardWrite[] =>
  db
    .all(
      `SELECT ${columns} FROM card_writes INDEXED BY card_writes_waiting
       WHERE state = 'pending' AND saved_at <= :before ORDER BY saved_at`,
      { before },
    )
    .map(writeOf);

/** Records that are known to be on this card, of claims saved from a moment on; oldest first. */
export const listCommittedWrites = (db: Reader, cardNumber: string, since: Instant): CardWrite[] =>
  db
    .all(
      `SELECT ${columns} FROM card_writes INDEXED BY card_writes_committed
       WHERE card_number = :cardNumber AND state = 'committed' AND saved_at >= :since
       ORDER BY saved_at, seq`,
      { cardNumber, since },
    )
    .map(writeOf);

/** All records of one visit, rebuilt ones included. */
export const listWritesOf = (db: Reader, claimId: string): CardWrite[] =>
  db
    .all(`SELECT ${columns} FROM card_writes WHERE claim_id = :claimId ORDER BY seq`, { claimId })
    .map(writeOf);

/** All records of one event, rebuilt ones included. */
export const listWritesOfEvent = (db: Reader, eventId: string): CardWrite[] =>
  db
    .all(`SELECT ${columns} FROM card_writes WHERE event_id = :eventId ORDER BY seq`, { eventId })
    .map(writeOf);

/** Records that were signed for a card and are not known to be on it, oldest first. */
export const listUnwritten = (db: Reader, cardNumber: string): CardWrite[] =>
  db
    .all(
      `SELECT ${columns} FROM card_writes INDEXED BY card_writes_unwritten
       WHERE card_number = :cardNumber AND state IN ('pending', 'not-ratified') ORDER BY seq`,
      { cardNumber },
    )
    .map(writeOf);

export function markCardWrite(
  db: Writer,
  { eventId, seq }: Pick<CardWrite, 'eventId' | 'seq'>,
  state: Exclude<CardWriteState, 'pending'>,
): void {
  db.run('UPDATE card_writes SET state = :state WHERE event_id = :eventId AND seq = :seq', {
    eventId,
    seq,
    state,
  });
}

/** How many records this terminal has ever signed: its counter on the cards. */
export const countCardWrites = (db: Reader): number =>
  countSchema.parse(db.one('SELECT count(*) AS count FROM card_writes')).count;

/** Moves a card's watermark forward; an earlier place changes nothing. */
export function recordWatermark(db: Writer, cardNumber: string, { seq, hash }: Watermark): void {
  db.run(
    `INSERT INTO card_watermarks (card_number, seq, hash) VALUES (:cardNumber, :seq, :hash)
     ON CONFLICT (card_number) DO UPDATE SET seq = excluded.seq, hash = excluded.hash
     WHERE excluded.seq > card_watermarks.seq`,
    { cardNumber, seq, hash },
  );
}

export function findWatermark(db: Reader, cardNumber: string): Watermark | null {
  const row = db.one('SELECT seq, hash FROM card_watermarks WHERE card_number = :cardNumber', {
    cardNumber,
  });
  return row === null ? null : watermarkSchema.parse(row);
}

const columns = `card_number AS cardNumber, seq, claim_id AS claimId, event_id AS eventId,
  record, saved_at AS savedAt, state`;

const rowSchema = z.object({
  cardNumber: z.string(),
  seq: z.number(),
  claimId: z.string(),
  eventId: z.string(),
  record: z.instanceof(Uint8Array),
  savedAt: instantSchema,
  state: z.enum(['pending', 'committed', 'not-ratified', 'rebuilt']),
});

function writeOf(row: unknown): CardWrite {
  const { record, ...write } = rowSchema.parse(row);
  return { ...write, bytes: new Uint8Array(record) };
}

const countSchema = z.object({ count: z.number() });
const watermarkSchema = z.object({ seq: z.number(), hash: z.string() });
