import type { HistoryReading } from './judge-ledger.ts';
import type { LedgerHead } from './profile/head-proof.ts';
import { emptyLedger, type LedgerState } from './profile/ledger-builder.ts';
import { decodeRecord, hashOfRecord, noRecordHash } from './profile/ledger-codec.ts';
import { type LedgerRecord, noTables } from './profile/ledger-record.ts';

/** A record that was written to its end, with the hash by which the next one names it. */
export interface WholeRecord {
  readonly record: LedgerRecord;
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** The stored records that were written to their ends, as the chip counts them. */
export const listWhole = (stored: readonly Uint8Array[]): WholeRecord[] =>
  stored.flatMap((bytes) => {
    const decoded = decodeRecord(bytes);
    return decoded.ok ? [{ record: decoded.value, hash: hashOfRecord(bytes), bytes }] : [];
  });

/** What a card signs of its ledger: the newest sequence, and the hash of record 1 as it is stored. */
export function headToProve(stored: readonly Uint8Array[]): LedgerHead {
  const [first] = stored;
  const seq = listWhole(stored)[0]?.record.seq ?? 0;
  return { seq, hash: first === undefined ? noRecordHash : hashOfRecord(first) };
}

/**
 * What the next record follows: the newest whole record, and the tables of the last complete group. Null for
 * a ledger that holds forged records: nothing is added to what is kept as evidence.
 */
export function findLedgerState(
  stored: readonly Uint8Array[],
  cardNumber: string,
  { trouble }: Pick<HistoryReading, 'trouble'>,
): LedgerState | null {
  if (trouble === 'forged') return null;
  const whole = listWhole(stored);
  const [head] = whole;
  if (head === undefined) return emptyLedger(cardNumber);
  const tables = whole
    .map(({ record }) => (record.type === 'prescription' ? null : record.tables))
    .find((found) => found !== null);
  // Only a card's first group can lack a complete one before it, unless that was flushed out.
  const isFirstGroup = head.record.seq <= head.record.group.index + 1;
  return {
    cardNumber,
    seq: head.record.seq,
    hash: head.hash,
    tables: tables ?? { ...noTables, hasMoreSupplies: !isFirstGroup },
  };
}
