import type { Instant } from '#domain/dates.ts';
import { millisecondsBetween } from '#domain/dates.ts';
import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import { listWhole, type WholeRecord } from './ledger-state.ts';
import { areEqual } from './profile/bytes.ts';
import { noRecordHash } from './profile/ledger-codec.ts';
import { readLedger } from './read-ledger.ts';
import type { CardChannel } from './transport/channel.ts';

/** A record that this terminal signed and does not know to be on its card: a row of the journal. */
export interface PendingRecord {
  /** The exact 240 bytes. */
  readonly bytes: Uint8Array;
}

/** What the card's ledger says of what was to be written to it. */
export interface Recovery<Row extends PendingRecord> {
  /** These are on the card. */
  readonly committed: readonly Row[];
  /** These are not, or nobody can tell; `next` says what becomes of them. */
  readonly open: readonly Row[];
  readonly next:
    | 'nothing'
    /** The card is in the old state: append the same bytes. */
    | 'append'
    /** The head has moved on without them: sign them anew on the new head, and tell the operator. */
    | 'rebuild'
    /** Not read far enough to say. */
    | 'read-on'
    /** So much has been written since that they would be gone by now: never sign them anew. */
    | 'unprovable'
    /** The card holds less than it held: rolled back, or a copy. Append nothing, keep the evidence. */
    | 'rolled-back';
  /** The newest record was not written to its end. */
  readonly isTorn: boolean;
}

/**
 * Decides from the journal's rows for this card, oldest first, and its ledger as stored, newest first.
 * `isWhole`: those are all the records that the card has. A row is signed anew only where the records read
 * prove that it is absent.
 */
export function planRecovery<Row extends PendingRecord>(
  rows: readonly Row[],
  stored: readonly Uint8Array[],
  isWhole: boolean,
): Recovery<Row> {
  const whole = listWhole(stored);
  const isTorn = stored.length > 0 && stored[0] !== whole[0]?.bytes;
  const present = rows.findLastIndex(({ bytes }) => whole.some((on) => areEqual(on.bytes, bytes)));
  // Each follows the one before it: the last that is there proves the others.
  const at = (first: number, next: Recovery<Row>['next']): Recovery<Row> => ({
    committed: rows.slice(0, first),
    open: rows.slice(first),
    next,
    isTorn,
  });
  const wanted = rows[present + 1];
  if (wanted === undefined) return at(rows.length, 'nothing');
  const [missing] = listWhole([wanted.bytes]);
  if (missing === undefined) throw new RangeError('a journal row is not a whole record');
  const next = judgeMissing(missing, whole, isWhole);
  // A group is rebuilt from its first record: only its last one carries the tables.
  const first = next === 'rebuild' ? present + 1 - missing.record.group.index : present + 1;
  return at(Math.max(0, first), next);
}

function judgeMissing(
  { record: { seq, prevHash } }: WholeRecord,
  whole: readonly WholeRecord[],
  isWhole: boolean,
): Recovery<PendingRecord>['next'] {
  const [head] = whole;
  if (head === undefined && !isWhole) return 'read-on';
  const headSeq = head?.record.seq ?? 0;
  if (headSeq === seq - 1 && (head?.hash ?? noRecordHash) === prevHash) return 'append';
  if (headSeq < seq) return 'rolled-back';
  // The place that it would have is taken by another record.
  if (whole.some(({ record }) => record.seq === seq)) return 'rebuild';
  return isWhole ? 'unprovable' : 'read-on';
}

/** Reads the ledger as far as the decision needs, from what was read of it already. */
export async function readRecovery<Row extends PendingRecord>(
  channel: CardChannel,
  rows: readonly Row[],
  known: readonly Uint8Array[],
): Promise<Result<Recovery<Row>, Failure>> {
  let stored = known;
  let isWhole = false;
  for (;;) {
    const recovery = planRecovery(rows, stored, isWhole);
    if (recovery.next !== 'read-on') return succeed(recovery);
    const wanted = stored.length + recordsPerLook;
    const read = await readLedger(channel, wanted, stored);
    if (!read.ok) return read;
    isWhole = read.value.length < wanted;
    stored = read.value;
  }
}

const recordsPerLook = 8;

/** A card that has not come back by then is given up: its records are `not-ratified`. */
export const isGivenUp = (pendingSince: Instant, now: Instant): boolean =>
  millisecondsBetween(pendingSince, now) >= 24 * 3_600_000;
