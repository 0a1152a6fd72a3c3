import { randomBytes } from 'node:crypto';
import { type AppendOutcome, appendProven, appendRecord } from '#card/append-records.ts';
import { findCertificate } from '#card/profile/cvc.ts';
import { appendsPerSession } from '#card/profile/layout.ts';
import { decodeRecord, hashOfRecord } from '#card/profile/ledger-codec.ts';
import { writersOf } from '#card/profile/record-writers.ts';
import type { CardChannel } from '#card/transport/channel.ts';
import type { CardWriteBody } from '#contracts/events/card-write.ts';
import { type Failure, failure } from '#domain/failures.ts';
import type { Result } from '#domain/result.ts';
import {
  type CardWrite,
  type CardWriteState,
  listPendingWrites,
  listWritesOfEvent,
  markCardWrite,
  recordWatermark,
} from '#store/card-journal.ts';
import type { Writer } from '#store/open-store.ts';
import type { CardAtHand } from './card-at-hand.ts';
import { recordEvent } from './record-event.ts';
import type { Terminal } from './terminal.ts';
import { uuidV7 } from './uuid-v7.ts';

/**
 * Appends what waits for this card, in order, until all is there, the session is full or the card stops
 * answering. The claims are safe either way; what is not confirmed is looked for when the card is next read.
 * How many it took.
 */
export async function writeCard(terminal: Terminal, card: CardAtHand): Promise<number> {
  const waiting = listPendingWrites(terminal.store.reader, card.cardNumber);
  const [first] = waiting;
  if (first === undefined) return 0;
  let taken = 0;
  const { claimId } = first;
  terminal.desk.update({ cardWrite: { state: 'writing', claimId, failure: null } });
  card.isChanged = true;
  const stopped = await card.use(async (channel) => {
    for (const write of waiting) {
      if (card.appends === appendsPerSession) return failure('card-session-full');
      card.appends += 1;
      const appended = await append(terminal, card, channel, write.bytes);
      if (appended.outcome !== 'committed') return tellRefusal(terminal, appended, write.bytes);
      taken += 1;
      const noted = noteWrite(terminal, write, 'committed');
      if (!noted.ok) return noted.failure;
    }
    return null;
  });
  const state = stopped === null ? 'written' : 'waiting';
  terminal.desk.update({ cardWrite: { state, claimId, failure: stopped } });
  terminal.wakeSync();
  return taken;
}

/** As the contract has it: the card's status word is believed, or it must prove that it holds the record. */
function append(
  { reference }: Terminal,
  { session: { cardKey } }: CardAtHand,
  channel: CardChannel,
  record: Uint8Array,
): Promise<AppendOutcome> {
  return reference.rules.offline.proveAppends
    ? appendProven(channel, record, { cardKey, randomBytes })
    : appendRecord(channel, record);
}

/** A card that refused what our certificate does not allow is right: then say that, and not its status word. */
function tellRefusal(
  terminal: Terminal,
  appended: Exclude<AppendOutcome, { outcome: 'committed' }>,
  bytes: Uint8Array,
): Failure {
  const own = terminal.credentials();
  const roles = own === null ? [] : (findCertificate(own.certificate)?.roles ?? []);
  const record = decodeRecord(bytes);
  const isLicensed = record.ok && writersOf[record.value.type].some((role) => roles.includes(role));
  return appended.outcome === 'refused' && !isLicensed
    ? failure('card-write-not-licensed')
    : appended.failure;
}

/** Whether this was the last record of a void's correction. */
const completes = (db: Writer, { bytes, eventId }: Pick<CardWrite, 'bytes' | 'eventId'>): boolean =>
  isCorrection(bytes) && listWritesOfEvent(db, eventId).every(({ state }) => state !== 'pending');

/** Whether a record takes back what an earlier one says. */
export function isCorrection(bytes: Uint8Array): boolean {
  const decoded = decodeRecord(bytes);
  return decoded.ok && decoded.value.type === 'correction';
}

/** Records what became of a write: the journal's row and the event that tells the server, together. */
export function noteWrite(
  terminal: Terminal,
  write: CardWrite,
  state: Exclude<CardWriteState, 'pending'>,
): Result<void, Failure> {
  return terminal.store.commit((db) => noteWriteIn(terminal, db, write, state));
}

/** The same inside the caller's commit. */
export function noteWriteIn(
  terminal: Terminal,
  db: Writer,
  { bytes, cardNumber, claimId, eventId, seq }: CardWrite,
  state: Exclude<CardWriteState, 'pending'>,
): void {
  const hash = hashOfRecord(bytes);
  markCardWrite(db, { eventId, seq }, state);
  const body: CardWriteBody = {
    claimId,
    claimEventId: eventId,
    cardNumber,
    seq,
    recordHash: hash,
    state,
    ...(state === 'committed' && completes(db, { bytes, eventId }) ? { completes: true } : {}),
  };
  // Only what is known to be on the card says how far it was written.
  if (state === 'committed') recordWatermark(db, cardNumber, { seq, hash });
  recordEvent(terminal, db, { eventId: uuidV7(terminal.clock.now()), type: 'card-write', body });
}
