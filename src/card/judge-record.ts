import { type CalendarDate, dayOf } from '#domain/dates.ts';
import { decodeRecord, hashOfRecord, isIntact, isRecordSignedBy } from './profile/ledger-codec.ts';
import type { LedgerRecord } from './profile/ledger-record.ts';

/** A key with which a provider's terminal signs ledger records. */
export interface LedgerKey {
  /** Compressed P-256 point, hex. */
  readonly publicKey: string;
  readonly providerId: string;
  /** Both days included; null is open. */
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly revoked: boolean;
}

export type FindLedgerKey = (keyId: string) => LedgerKey | null;

/** A stored record and how far it can be believed. */
export type JudgedRecord =
  /** Not written to its end: as if it were not there. */
  | { readonly state: 'torn'; readonly bytes: Uint8Array }
  /** Written to its end, yet no terminal that is known here wrote this. */
  | { readonly state: 'forged'; readonly bytes: Uint8Array }
  | {
      /** Unverified: the key is not known here, is revoked, or was not in force on that day. */
      readonly state: 'verified' | 'unverified';
      readonly record: LedgerRecord;
      readonly providerId: string | null;
      readonly hash: string;
      readonly bytes: Uint8Array;
    };

export function judgeRecord(
  bytes: Uint8Array,
  cardNumber: string,
  findTerminalKey: FindLedgerKey,
): JudgedRecord {
  if (!isIntact(bytes)) return { state: 'torn', bytes };
  const decoded = decodeRecord(bytes);
  // A record that is whole and breaks the layout was not written by an honest terminal.
  if (!decoded.ok) return { state: 'forged', bytes };
  const record = decoded.value;
  const hash = hashOfRecord(bytes);
  const key = findTerminalKey(record.terminalKeyId);
  if (key === null) return { state: 'unverified', record, providerId: null, hash, bytes };
  if (!isRecordSignedBy(bytes, cardNumber, Buffer.from(key.publicKey, 'hex'))) {
    return { state: 'forged', bytes };
  }
  const state = isInForce(key, dayOf(record.at)) ? 'verified' : 'unverified';
  return { state, record, providerId: key.providerId, hash, bytes };
}

/** Whether what the key signed on that day counts. */
export const isInForce = (key: LedgerKey, day: CalendarDate): boolean =>
  !key.revoked && key.from <= day && (key.to === null || day <= key.to);
