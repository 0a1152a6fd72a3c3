import type { ChainHead } from '#domain/chain.ts';
import type { Instant } from '#domain/dates.ts';
import { addEvent, addEvidence, listHashes } from '../database/inbox.ts';
import type { Database, Write } from '../database/tables.ts';
import {
  type EnrolledTerminal,
  lockTerminal,
  markSuspect,
  moveHead,
} from '../database/terminals.ts';
import type { UploadedLine } from './read-upload.ts';
import { isGenuine } from './verify-line.ts';

/** What became of an upload: the place up to which it is in custody, or why nothing of it could be taken. */
export type Ingested =
  | { readonly kind: 'custody'; readonly epoch: number; readonly head: ChainHead }
  | {
      readonly kind: 'gap' | 'forked';
      readonly expectedSeq: number;
      readonly expectedHash: string;
    };

/**
 * Takes events into custody in chain order, in one transaction under the terminal's lock.
 * What is there already is passed over; the first event that does not continue the chain ends the upload,
 * and what came before it stays taken. Altered and forked events are kept as evidence and make the
 * terminal suspect.
 */
export async function appendEvents(
  db: Database,
  terminalId: string,
  lines: readonly UploadedLine[],
  now: Instant,
): Promise<Ingested> {
  return await db.transaction().execute(async (write): Promise<Ingested> => {
    const terminal = await lockTerminal(write, terminalId);
    const { head, covered, stop } = await takeLines(write, terminal, lines, now);
    if (head.seq > terminal.head.seq) await moveHead(write, terminalId, head);
    if (stop !== null) await keepEvidence(write, terminal, stop, now);
    if (covered !== null) return { kind: 'custody', epoch: terminal.epoch, head: covered };
    return refusal(stop, head);
  });
}

interface Taken {
  /** The chain's end in custody. */
  readonly head: ChainHead;
  /** The last event of the upload that is in custody, new or known; null when there is none. */
  readonly covered: ChainHead | null;
  /** The event that ended the upload early. */
  readonly stop: Stop | null;
}

async function takeLines(
  db: Write,
  terminal: EnrolledTerminal,
  lines: readonly UploadedLine[],
  now: Instant,
): Promise<Taken> {
  const custody = await listKnown(db, terminal, lines);
  let { head } = terminal;
  let covered: ChainHead | null = null;
  for (const line of lines) {
    const stop = judge(line, terminal, head, custody);
    if (stop !== null) return { head, covered, stop };
    const { seq } = line.event.envelope;
    covered = { seq, hash: line.event.hash };
    if (seq <= head.seq) continue;
    await addEvent(db, rowOf(line, terminal, now));
    custody.set(seq, line.event.hash);
    head = covered;
  }
  return { head, covered, stop: null };
}

interface Stop {
  readonly kind: 'gap' | 'forked' | 'altered';
  readonly line: UploadedLine;
}

/** Null when the line may be taken or is there already. */
function judge(
  line: UploadedLine,
  terminal: EnrolledTerminal,
  head: ChainHead,
  custody: ReadonlyMap<number, string>,
): Stop | null {
  const { epoch, seq, prevHash } = line.event.envelope;
  if (!isGenuine(line, terminal)) return { kind: 'altered', line };
  // A closed epoch takes nothing more: what a restored disk kept of it is not this chain.
  if (epoch !== terminal.epoch) return { kind: 'forked', line };
  if (seq > head.seq + 1) return { kind: 'gap', line };
  if (seq === head.seq + 1) return prevHash === head.hash ? null : { kind: 'forked', line };
  return custody.get(seq) === line.event.hash ? null : { kind: 'forked', line };
}

/** Hashes in custody at the places that the upload speaks of. */
async function listKnown(
  db: Write,
  terminal: EnrolledTerminal,
  lines: readonly UploadedLine[],
): Promise<Map<number, string>> {
  const places = lines.map(({ event }) => event.envelope.seq);
  const from = Math.min(...places);
  const to = Math.min(Math.max(...places), terminal.head.seq);
  if (from > terminal.head.seq) return new Map();
  return await listHashes(db, terminal, from, to);
}

const rowOf = (line: UploadedLine, terminal: EnrolledTerminal, receivedAt: Instant) => {
  const { envelope, hash } = line.event;
  const { epoch, seq, eventId, type } = envelope;
  const { terminalId, isSuspect } = terminal;
  return {
    ...{ terminalId, epoch, seq, eventId, hash, line: line.bytes, isSuspect, receivedAt },
    // Types that this version does not know are kept like any other; the line tells what it was.
    type: /^[a-z-]{1,40}$/.test(type) ? type : 'unreadable',
  };
};

async function keepEvidence(
  db: Write,
  terminal: EnrolledTerminal,
  { kind, line }: Stop,
  foundAt: Instant,
): Promise<void> {
  if (kind === 'gap') return;
  const { epoch, seq } = line.event.envelope;
  const { terminalId } = terminal;
  await addEvidence(db, { terminalId, epoch, seq, kind, line: line.bytes, foundAt });
  await markSuspect(db, terminalId);
}

function refusal(stop: Stop | null, head: ChainHead): Ingested {
  if (stop === null) throw new Error('an upload without events');
  return stop.kind === 'gap'
    ? { kind: 'gap', expectedSeq: head.seq + 1, expectedHash: head.hash }
    : { kind: 'forked', expectedSeq: stop.line.event.envelope.seq, expectedHash: head.hash };
}
