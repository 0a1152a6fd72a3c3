import type { LedgerRecord } from './ledger-record.ts';

/** What a correction takes back: so much of the claim whose first record stands in that place of the ledger. */
export interface CorrectionMark {
  readonly seq: number;
  /** The so-manieth void of the claim, from 1. */
  readonly number: number;
}

/**
 * As a record states it: by how many records it stands behind that first one, in the field of MED's version, and by the
 * void's number beside each line, in the field of its days. A correction supplies nothing and rests on no MED.
 */
export interface WrittenMark {
  readonly distance: number;
  readonly days: number;
}

/** Null for what those fields cannot hold: then the correction does not say what it takes back. */
export function writeMark({ number, seq }: CorrectionMark, at: number): WrittenMark | null {
  const distance = at - seq;
  const isHeld = distance > 0 && distance <= 0xff_ff && number > 0 && number <= 0xff;
  return isHeld ? { distance, days: number } : null;
}

/** What a correction says that it takes back; null where it does not say so, and for any other record. */
export function readMark(record: LedgerRecord): CorrectionMark | null {
  if (record.type !== 'correction') return null;
  const number = record.lines[0]?.days ?? 0;
  const seq = record.seq - record.medVersion;
  return number === 0 || record.medVersion === 0 || seq < 1 ? null : { seq, number };
}

export const isSameMark = (a: CorrectionMark | null, b: CorrectionMark | null): boolean =>
  a !== null && b !== null && a.seq === b.seq && a.number === b.number;
