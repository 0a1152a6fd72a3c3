import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant } from '#domain/dates.ts';
import type { Database, InboxState, Write } from './tables.ts';

export interface EventPlace {
  readonly terminalId: string;
  readonly epoch: number;
  readonly seq: number;
}

/** An event as it waits to be worked on. */
export interface WaitingEvent extends EventPlace {
  readonly eventId: string;
  readonly type: string;
  readonly isRepeated: boolean;
  readonly isSuspect: boolean;
  /** The NDJSON line as it came. */
  readonly line: Uint8Array;
}

/** The hashes of events in custody from one sequence number to another, both included. */
export async function listHashes(
  db: Write,
  { terminalId, epoch }: Omit<EventPlace, 'seq'>,
  from: number,
  to: number,
): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('inbox')
    .select(['seq', 'hash'])
    .where('terminal_id', '=', terminalId)
    .where('epoch', '=', epoch)
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .execute();
  return new Map(rows.map(({ seq, hash }) => [seq, hash]));
}

/** Types that say something to the server; the others are kept for whoever asks. */
const worked = ['claim', 'card-write', 'preauth', 'prescription', 'void'];

/** Takes an event into custody; the caller has verified that it continues the chain. */
export async function addEvent(
  db: Write,
  event: EventPlace & {
    readonly eventId: string;
    readonly type: string;
    readonly hash: string;
    readonly line: Uint8Array;
    readonly isSuspect: boolean;
    readonly receivedAt: Instant;
  },
): Promise<void> {
  const state: InboxState = worked.includes(event.type) ? 'waiting' : 'kept';
  const row = {
    terminal_id: event.terminalId,
    epoch: event.epoch,
    seq: event.seq,
    event_id: event.eventId,
    is_suspect: event.isSuspect,
    type: event.type,
    hash: event.hash,
    line: event.line,
    received_at: event.receivedAt,
    state,
  };
  const added = await db
    .insertInto('inbox')
    .values({ ...row, is_repeated: false })
    .onConflict((conflict) =>
      conflict.column('event_id').where(sql<boolean>`NOT is_repeated`).doNothing(),
    )
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 1n) return;
  // A used event id blocks nothing: the event is kept beside the first and never counted.
  await db
    .insertInto('inbox')
    .values({ ...row, is_repeated: true })
    .execute();
}

/** The oldest waiting event, locked; events that another worker holds are passed over. */
export async function takeWaiting(db: Write): Promise<WaitingEvent | null> {
  const row = await db
    .selectFrom('inbox')
    .select([
      'terminal_id',
      'epoch',
      'seq',
      'event_id',
      'type',
      'is_repeated',
      'is_suspect',
      'line',
    ])
    .where('state', '=', 'waiting')
    .orderBy('arrival')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    terminalId: row.terminal_id,
    epoch: row.epoch,
    seq: row.seq,
    eventId: row.event_id,
    type: row.type,
    isRepeated: row.is_repeated,
    isSuspect: row.is_suspect,
    line: row.line,
  };
}

export async function markEvent(
  db: Write,
  place: EventPlace,
  state: Exclude<InboxState, 'waiting'>,
): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ state })
    .where('terminal_id', '=', place.terminalId)
    .where('epoch', '=', place.epoch)
    .where('seq', '=', place.seq)
    .execute();
}

/** Keeps what a terminal offered against its own chain; the same offer is kept once. */
export async function addEvidence(
  db: Write,
  evidence: EventPlace & {
    readonly kind: 'forked' | 'altered';
    readonly line: Uint8Array;
    readonly foundAt: Instant;
  },
): Promise<void> {
  await db
    .insertInto('evidence')
    .values({
      terminal_id: evidence.terminalId,
      epoch: evidence.epoch,
      seq: evidence.seq,
      kind: evidence.kind,
      line_sha256: createHash('sha256').update(evidence.line).digest('hex'),
      line: evidence.line,
      found_at: evidence.foundAt,
    })
    .onConflict((conflict) => conflict.columns(['terminal_id', 'line_sha256']).doNothing())
    .execute();
}

export async function countWaiting(db: Database): Promise<number> {
  const row = await db
    .selectFrom('inbox')
    .select((expression) => expression.fn.countAll<string | number>().as('count'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
