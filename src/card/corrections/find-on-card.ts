import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import { isWholeGroup } from '../ledger-groups.ts';
import { listWhole, type WholeRecord } from '../ledger-state.ts';
import { isSameMark, readMark } from '../profile/correction-mark.ts';
import { type LedgerTables, noTables } from '../profile/ledger-record.ts';
import { readLedger } from '../read-ledger.ts';
import type { CardChannel } from '../transport/channel.ts';
import { type Correction, firstRecordOf } from './correction.ts';

/** What a ledger says of a correction. */
export interface FoundOnCard {
  /** The claim's first record is gone, and so may be a correction of it. */
  readonly isGone: boolean;
  /** The tables before the claim; null where the record that told them is gone. */
  readonly before: LedgerTables | null;
  /** How many of the correction's lines are there already: always the first ones. */
  readonly onCard: number;
}

/** From the records of a ledger as they are stored, newest first, read as far back as the claim needs. */
export function findOnCard(stored: readonly Uint8Array[], correction: Correction): FoundOnCard {
  const whole = listWhole(stored);
  const seq = firstRecordOf(correction)?.seq ?? 0;
  return {
    isGone: !whole.some(({ record }) => record.seq <= seq),
    before: findTablesBefore(whole, seq),
    onCard: countReturned(whole, { seq, number: correction.number }),
  };
}

/**
 * Reads a ledger on from what is known of it to a claim that begins at that place, and to the last complete group before
 * it, or to the ledger's end; as stored, newest first.
 */
export async function readBackTo(
  channel: CardChannel,
  seq: number,
  known: readonly Uint8Array[],
): Promise<Result<readonly Uint8Array[], Failure>> {
  let stored = known;
  while (!isReadTo(listWhole(stored), seq)) {
    const read = await readLedger(channel, stored.length + recordsPerLook, stored);
    if (!read.ok || read.value.length === stored.length) return read;
    stored = read.value;
  }
  return succeed(stored);
}

const isReadTo = (whole: readonly WholeRecord[], seq: number): boolean =>
  whole.some(({ record }) => record.seq <= seq) && findTablesBefore(whole, seq) !== null;

/** Those of the newest complete group before the place; none before the card's first. */
export function findTablesBefore(whole: readonly WholeRecord[], seq: number): LedgerTables | null {
  const earlier = whole.map(({ record }) => record).filter((record) => record.seq < seq);
  for (const record of earlier) {
    if (record.type !== 'prescription' && record.tables !== null) return record.tables;
  }
  return seq === 1 || earlier.some((record) => record.seq === 1) ? noTables : null;
}

/** Lines of whole groups that say of themselves that they take back the same. */
const countReturned = (
  whole: readonly WholeRecord[],
  mark: Parameters<typeof isSameMark>[0],
): number =>
  whole
    .filter((one) => isSameMark(readMark(one.record), mark) && isWholeGroup(one, whole))
    .reduce((sum, { record }) => sum + record.lines.length, 0);

const recordsPerLook = 8;
