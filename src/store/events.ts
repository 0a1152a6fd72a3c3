import { z } from 'zod';
import { instantSchema } from '#contracts/schemas.ts';
import { type Ack, uploadLimits } from '#contracts/server-api.ts';
import { type ChainHead, chainStart, type Envelope, type SignedEvent } from '#domain/chain.ts';
import type { Instant } from '#domain/dates.ts';
import { failure } from '#domain/failures.ts';
import type { Reader, Writer } from './connection.ts';
import { noteServerTime } from './identity.ts';
import { Refusal } from './trouble.ts';

/** Where the next event of the epoch links on. */
export function readChainHead(db: Reader, epoch: number): ChainHead {
  const row = db.one(
    'SELECT seq, hash FROM events WHERE epoch = :epoch ORDER BY seq DESC LIMIT 1',
    {
      epoch,
    },
  );
  return row === null ? chainStart : headSchema.parse(row);
}

/**
 * Adds a signed event behind the head of its epoch, inside a commit.
 * More than 480 KB as sent undoes the commit with 'event-too-large'; a broken link is a bug.
 */
export function addEvent(db: Writer, event: SignedEvent): void {
  const { envelope, hash, sig } = event;
  const bytes = Buffer.byteLength(JSON.stringify(event));
  const limit = uploadLimits.eventBytes;
  if (bytes > limit) throw new Refusal(failure('event-too-large', { bytes, limit }));
  const head = readChainHead(db, envelope.epoch);
  if (envelope.seq !== head.seq + 1 || envelope.prevHash !== head.hash) {
    throw new Error(`event ${envelope.seq} does not link to ${head.seq}`);
  }
  db.run(
    `INSERT INTO events (epoch, seq, event_id, type, hash, sig, envelope)
     VALUES (:epoch, :seq, :eventId, :type, :hash, :sig, :envelope)`,
    {
      epoch: envelope.epoch,
      seq: envelope.seq,
      eventId: envelope.eventId,
      type: envelope.type,
      hash,
      sig,
      envelope: JSON.stringify(envelope),
    },
  );
  db.mirror({ kind: 'event', event });
}

export function findEvent(db: Reader, eventId: string): SignedEvent | null {
  const row = db.one('SELECT envelope, hash, sig FROM events WHERE event_id = :eventId', {
    eventId,
  });
  return row === null ? null : eventOf(row);
}

/** When the server took an event into custody; null while it has not. */
export function findSentAt(db: Reader, eventId: string): Instant | null {
  const row = db.one('SELECT sent_at AS sentAt FROM events WHERE event_id = :eventId', { eventId });
  return row === null ? null : sentSchema.parse(row).sentAt;
}

/** The event at a place of the chain. */
export function findEventAt(db: Reader, epoch: number, seq: number): SignedEvent | null {
  const row = db.one('SELECT envelope, hash, sig FROM events WHERE epoch = :epoch AND seq = :seq', {
    epoch,
    seq,
  });
  return row === null ? null : eventOf(row);
}

/** Up to `limit` events behind a place, in chain order. */
export const listEventsAfter = (
  db: Reader,
  { epoch, seq }: { readonly epoch: number; readonly seq: number },
  limit: number,
): SignedEvent[] =>
  db
    .all(
      `SELECT envelope, hash, sig FROM events WHERE (epoch, seq) > (:epoch, :seq)
       ORDER BY epoch, seq LIMIT :limit`,
      { epoch, seq, limit },
    )
    .map(eventOf);

/** Events that the server has not acknowledged, in chain order. */
export const listUnsent = (db: Reader, limit: number): SignedEvent[] =>
  db
    .all(
      `SELECT envelope, hash, sig FROM events INDEXED BY events_unsent
       WHERE sent_at IS NULL ORDER BY epoch, seq LIMIT :limit`,
      { limit },
    )
    .map(eventOf);

/** Claims among them: what the window tells people about. */
export const countUnsentClaims = (db: Reader): number =>
  countSchema.parse(
    db.one(
      `SELECT count(*) AS count FROM events INDEXED BY events_unsent
       WHERE sent_at IS NULL AND type = 'claim'`,
    ),
  ).count;

export const countUnsent = (db: Reader): number =>
  countSchema.parse(
    db.one('SELECT count(*) AS count FROM events INDEXED BY events_unsent WHERE sent_at IS NULL'),
  ).count;

/**
 * Everything up to `ackSeq` is in the server's custody; a late or repeated ack changes nothing.
 * An ack of something that this chain does not contain is refused with 'chain-forked'.
 */
export function recordAck(db: Writer, ack: Ack): void {
  const { epoch, ackSeq, ackHash, serverTime } = ack;
  db.atomically(() => {
    const hash = ackSeq === 0 ? ackHash : findEventAt(db, epoch, ackSeq)?.hash;
    if (hash !== ackHash) throw new Refusal(failure('chain-forked', { sequence: ackSeq }));
    db.run(
      `UPDATE events INDEXED BY events_unsent SET sent_at = :serverTime
       WHERE sent_at IS NULL AND epoch = :epoch AND seq <= :ackSeq`,
      { epoch, ackSeq, serverTime },
    );
    noteServerTime(db, serverTime);
  });
}

/** The server expects `seq` next: from there on the latest epoch's events are unsent again. */
export function rewind(db: Writer, seq: number): void {
  db.run(
    `UPDATE events SET sent_at = NULL
     WHERE epoch = (SELECT max(epoch) FROM events) AND seq >= :seq AND sent_at IS NOT NULL`,
    { seq },
  );
}

const headSchema = z.object({ seq: z.number(), hash: z.string() });
const sentSchema = z.object({ sentAt: instantSchema.nullable() });
const countSchema = z.object({ count: z.number() });
const rowSchema = z.object({ envelope: z.string(), hash: z.string(), sig: z.string() });

function eventOf(row: unknown): SignedEvent {
  const { envelope, hash, sig } = rowSchema.parse(row);
  // Written by addEvent alone, into pages that are authenticated, and verified by whoever receives it.
  return { envelope: JSON.parse(envelope) as Envelope, hash, sig };
}
