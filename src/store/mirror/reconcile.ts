import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type ChainTools, hashEnvelope, type SignedEvent } from '#domain/chain.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { claimBodyOf } from '../bodies.ts';
import { listWritesOfEvent, recordCardWrites } from '../card-journal.ts';
import { listClaimKeys, listSuppliesOf, recordClaim, recordSupplies } from '../claims.ts';
import type { Reader, WriteConnection, Writer } from '../connection.ts';
import { findDayClose, recordDayClose } from '../day-closes.ts';
import { addEvent, findEventAt, listEventsAfter, readChainHead } from '../events.ts';
import { findIdentity } from '../identity.ts';
import { findRequestOf, recordRequest } from '../requests.ts';
import { type FoundVoid, findVoid, markCorrection, recordVoid } from '../voids.ts';
import { frameSchema, type MirrorEntry } from './entry.ts';
import type { MirrorFile } from './mirror-file.ts';

/** What opening found to mend. */
export interface Reconciled {
  /** Events that the database had lost and the mirror gave back. */
  readonly restored: number;
  /** Events that the mirror lacked. */
  readonly caughtUp: number;
}

/**
 * Makes mirror and database tell the same. Frames that the database lacks are replayed, each event's hash
 * and link verified; events that the mirror lacks are appended. Two histories are never merged.
 */
export function reconcile(db: WriteConnection, mirror: MirrorFile): Result<Reconciled, Failure> {
  const tail = readTail(db, mirror);
  if (!tail.ok) return tail;
  const { missing, shared } = tail.value;
  if (missing.length > 0 && findIdentity(db) === null) {
    // Without the keys of its chain this is not the database that the mirror was written for.
    return failWith(failure('database-corrupt', { file: 'terminal.db' }));
  }
  const restored = restore(db, missing);
  if (!restored.ok) return restored;
  const caughtUp = restored.value === 0 ? catchUp(db, mirror, shared) : 0;
  return succeed({ restored: restored.value, caughtUp });
}

/** The content of a frame: the entries of one commit, an event among them. */
export function encodeFrame(entries: readonly MirrorEntry[]): Buffer {
  lastEvent(entries);
  return Buffer.from(JSON.stringify(entries), 'utf8');
}

interface Tail {
  /** Frames behind the last one that both know, oldest first. */
  readonly missing: readonly (readonly MirrorEntry[])[];
  /** The last event that both know; null when they share none. */
  readonly shared: SignedEvent | null;
}

function readTail(db: Reader, mirror: MirrorFile): Result<Tail, Failure> {
  dropTornTail(mirror);
  const missing: (readonly MirrorEntry[])[] = [];
  for (let place = mirror.frameCount - 1; place >= 0; place -= 1) {
    const entries = readFrame(mirror, place);
    if (entries === null) return failWith(failure('database-corrupt', { file: 'events.mirror' }));
    const last = lastEvent(entries);
    const own = findEventAt(db, last.envelope.epoch, last.envelope.seq);
    if (own !== null && own.hash !== last.hash) return diverged(last);
    if (own !== null) return succeed({ missing: missing.reverse(), shared: own });
    missing.push(entries);
  }
  return succeed({ missing: missing.reverse(), shared: null });
}

/** Frames at the end that were never finished were never reported as saved. */
function dropTornTail(mirror: MirrorFile): void {
  let count = mirror.frameCount;
  while (count > 0 && mirror.read(count - 1) === null) count -= 1;
  mirror.keepFirst(count);
}

function readFrame(mirror: MirrorFile, place: number): readonly MirrorEntry[] | null {
  const content = mirror.read(place);
  return content === null ? null : frameSchema.parse(JSON.parse(content.toString('utf8')));
}

function restore(
  db: WriteConnection,
  frames: readonly (readonly MirrorEntry[])[],
): Result<number, Failure> {
  let restored = 0;
  for (const frame of frames) {
    const events = frame.flatMap((entry) => (entry.kind === 'event' ? [entry.event] : []));
    const broken = findBrokenLink(db, events);
    if (broken !== null) return diverged(broken);
    db.transact(
      (writer) => {
        for (const entry of frame) replay(writer, entry);
      },
      () => {},
    );
    restored += events.length;
  }
  return succeed(restored);
}

/** The first event whose hash or link does not hold behind what the database has. */
function findBrokenLink(db: Reader, events: readonly SignedEvent[]): SignedEvent | null {
  let head = readChainHead(db, events[0]?.envelope.epoch ?? 1);
  for (const event of events) {
    const { envelope, hash } = event;
    const isLinked = envelope.seq === head.seq + 1 && envelope.prevHash === head.hash;
    if (!isLinked || hashEnvelope(envelope, tools) !== hash) return event;
    head = { seq: envelope.seq, hash };
  }
  return null;
}

function replay(db: Writer, entry: MirrorEntry): void {
  switch (entry.kind) {
    case 'event':
      addEvent(db, entry.event);
      break;
    case 'claim': {
      const { kind: _, ...key } = entry;
      recordClaim(db, { ...key, ...claimBodyOf(db, key.eventId) });
      break;
    }
    case 'request': {
      const { kind: _, ...key } = entry;
      recordRequest(db, key);
      break;
    }
    case 'void': {
      const { kind: _, ...key } = entry;
      recordVoid(db, key);
      break;
    }
    case 'day-close': {
      const { kind: _, ...close } = entry;
      recordDayClose(db, close);
      break;
    }
    case 'supplies':
      recordSupplies(db, entry.claimId, entry.memberNumber, entry.supplies, entry.at);
      break;
    case 'card-write': {
      // Whether it reached its card is found out when that is next read.
      const { kind: _, record, ...write } = entry;
      recordCardWrites(db, [{ ...write, bytes: Buffer.from(record, 'hex') }]);
      markCorrection(db, write.eventId, 'signed');
      break;
    }
  }
}

function catchUp(db: Reader, mirror: MirrorFile, shared: SignedEvent | null): number {
  let place = { epoch: shared?.envelope.epoch ?? 0, seq: shared?.envelope.seq ?? 0 };
  let count = 0;
  for (;;) {
    const events = listEventsAfter(db, place, 100);
    for (const event of events) mirror.append(encodeFrame(entriesOf(db, event)));
    const last = events.at(-1);
    if (last === undefined) return count;
    place = { epoch: last.envelope.epoch, seq: last.envelope.seq };
    count += events.length;
  }
}

/** An event with the rows beside it, as its commit noted them. */
function entriesOf(db: Reader, event: SignedEvent): MirrorEntry[] {
  const { eventId } = event.envelope;
  const claims = listClaimKeys(db, eventId);
  const request = findRequestOf(db, eventId);
  const taken = findVoid(db, eventId);
  const close = findDayClose(db, eventId);
  return [
    { kind: 'event', event },
    ...claims.map((key): MirrorEntry => ({ kind: 'claim', ...key })),
    ...claims.flatMap(({ claimId, member }) => suppliesEntries(db, claimId, member.memberNumber)),
    ...(request === null ? [] : [{ kind: 'request', ...request } as const]),
    ...(taken === null ? [] : voidEntries(db, taken)),
    ...(close === null ? [] : [{ kind: 'day-close', ...close } as const]),
    ...listWritesOfEvent(db, eventId).map(
      ({ bytes, state: _, ...write }): MirrorEntry => ({
        kind: 'card-write',
        ...write,
        record: Buffer.from(bytes).toString('hex'),
      }),
    ),
  ];
}

const suppliesEntries = (db: Reader, claimId: string, memberNumber: string): MirrorEntry[] =>
  listSuppliesOf(db, claimId).map(({ supply, at }) => ({
    kind: 'supplies',
    claimId,
    memberNumber,
    supplies: [supply],
    at,
  }));

/** A void, and the supplies that are left of its claim. */
function voidEntries(db: Reader, { body, correction: _, ...key }: FoundVoid): MirrorEntry[] {
  const [claim] = listClaimKeys(db, body.claimEventId);
  if (claim === undefined) throw new Error(`void ${key.eventId} without its claim`);
  return [
    { kind: 'void', ...key },
    ...suppliesEntries(db, claim.claimId, claim.member.memberNumber),
  ];
}

function lastEvent(entries: readonly MirrorEntry[]): SignedEvent {
  const last = entries.findLast((entry) => entry.kind === 'event');
  if (last === undefined) throw new Error('a claim is committed with its event');
  return last.event;
}

const diverged = ({ envelope }: SignedEvent): { ok: false; failure: Failure } =>
  failWith(failure('mirror-diverged', { sequence: envelope.seq }));

const tools: ChainTools = {
  canonicalize: (value) => Buffer.from(canonicalize(value) ?? '', 'utf8'),
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
};
