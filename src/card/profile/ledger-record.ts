import type { CalendarDate, Instant } from '#domain/dates.ts';
import type { CardCode } from './rows.ts';

/** What a ledger record is about. */
export type RecordType =
  | 'prescription'
  | 'dispense'
  | 'service'
  | 'correction'
  | 'checkpoint'
  | 'anchor';

/** What every ledger record begins with. */
export interface RecordHeader {
  /** 1, 2, 3… on this card, without gaps; 24 bits. */
  readonly seq: number;
  /** Whole seconds. */
  readonly at: Instant;
  /** Hex, 8 bytes. */
  readonly terminalKeyId: string;
  readonly terminalCounter: number;
  /** First 8 bytes of SHA-256 of the record before, hex; zeros at first. */
  readonly prevHash: string;
  /** Which of how many records that belong together this is; `index` counts from 0. */
  readonly group: { readonly index: number; readonly count: number };
}

/** What happened, and with the last record of a group the state that follows from it. */
export interface CheckpointRecord extends RecordHeader {
  readonly type: Exclude<RecordType, 'prescription'>;
  /** At most 4. */
  readonly lines: readonly LedgerLine[];
  readonly headVersion: number;
  /** A correction states here, and in the days of its lines, what it takes back. */
  readonly medVersion: number;
  /** The prescription record that this fills and, as bits, its lines; zeros for none. */
  readonly fills: { readonly seq: number; readonly lines: number };
  /** Null in every record of a group but the last. */
  readonly tables: LedgerTables | null;
}

export interface LedgerLine {
  readonly cardCode: CardCode;
  /** Base units, 0 to 1023. */
  readonly quantity: number;
  /** 0 for what is not a supply, to 255. */
  readonly days: number;
  /** The true quantity or days are more than the card can hold. */
  readonly isCapped: boolean;
}

export interface LedgerTables {
  readonly ceilings: Ceilings;
  /** At most 14. */
  readonly supplies: readonly SupplyRow[];
  /** More supplies are active than the table holds. */
  readonly hasMoreSupplies: boolean;
}

/** What has been used of the policy's baskets in one year, rounded up, in the basket's own unit. */
export interface Ceilings {
  /** 2001 to 2255; null where no basket is kept. */
  readonly year: number | null;
  /** At most 6; `used` is null where it is not known. */
  readonly used: readonly { readonly basket: number; readonly used: number | null }[];
}

/** A supply that still lasts: `endsOn` is the last of its `days` days. */
export interface SupplyRow {
  readonly repeatCode: CardCode;
  readonly endsOn: CalendarDate;
  readonly days: number;
}

/** What a doctor ordered; a checkpoint record closes the group. */
export interface PrescriptionRecord extends RecordHeader {
  readonly type: 'prescription';
  /** Printable ASCII, at most 8. */
  readonly licence: string;
  readonly specialty: number;
  readonly validDays: number;
  /** ICD-10 codes with their dot, at most 3. */
  readonly diagnoses: readonly string[];
  readonly episode: number;
  readonly flags: number;
  /** At most 6. */
  readonly lines: readonly PrescriptionLine[];
}

export interface PrescriptionLine {
  readonly cardCode: CardCode;
  readonly quantity: number;
  /** Tenths of a base unit. */
  readonly dose: number;
  readonly timesPerDay: number;
  readonly days: number;
  readonly refills: number;
  readonly flags: number;
}

export type LedgerRecord = CheckpointRecord | PrescriptionRecord;

export const noTables: LedgerTables = {
  ceilings: { year: null, used: [] },
  supplies: [],
  hasMoreSupplies: false,
};
