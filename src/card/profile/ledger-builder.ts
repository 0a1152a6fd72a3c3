import { addDays, type CalendarDate, dayOf, type Instant } from '#domain/dates.ts';
import { maximumLines, maximumSupplies } from './checkpoint-record.ts';
import { type CorrectionMark, type WrittenMark, writeMark } from './correction-mark.ts';
import { encodeRecord, hashOfRecord, noRecordHash } from './ledger-codec.ts';
import {
  type Ceilings,
  type CheckpointRecord,
  type LedgerLine,
  type LedgerTables,
  noTables,
  type SupplyRow,
} from './ledger-record.ts';
import type { CardCode } from './rows.ts';
import { type BasketUse, type KeptBaskets, runCeilings } from './running-ceilings.ts';

/** Whoever writes to ledgers: a provider's terminal. */
export interface LedgerWriter {
  /** Hex, 8 bytes. */
  readonly keyId: string;
  /** ECDSA P-256 with SHA-256, raw r||s. */
  sign(bytes: Uint8Array): Uint8Array;
}

/** Something that was supplied or done, as it enters the ledger. */
export interface LedgerEvent {
  readonly type: CheckpointRecord['type'];
  readonly at: Instant;
  readonly writer: LedgerWriter;
  /** The writer's own count of records, across all cards. */
  readonly terminalCounter: number;
  readonly headVersion: number;
  readonly medVersion: number;
  /** The prescription record that this fills and, as bits, its lines; none without. */
  readonly fills?: CheckpointRecord['fills'];
  /** The baskets that run along; where left out, the table is carried on as it is. */
  readonly baskets?: KeptBaskets | null;
  readonly lines: readonly SuppliedLine[];
  /** What a correction does to the active supplies; left out by everything else. */
  readonly corrects?: SupplyCorrection;
  /** What a correction says that it takes back; left out by everything else. */
  readonly takesBack?: CorrectionMark;
}

/** Supplies that have come back, wholly or in part. */
export interface SupplyCorrection {
  /** Rows that are no longer true, by medicine and last day. */
  readonly gone: readonly Pick<SupplyRow, 'repeatCode' | 'endsOn'>[];
  /** What lasts in their stead: what was kept, and earlier supplies that they had replaced. */
  readonly left: readonly SupplyRow[];
  /** Nobody can tell whether they had replaced an earlier supply that still lasts. */
  readonly mayHideEarlier: boolean;
}

export interface SuppliedLine {
  readonly cardCode: number;
  /** Base units. */
  readonly quantity: number;
  /** How many days the quantity lasts; null for what is not a supply. */
  readonly days: number | null;
  /** The repeat key's code; null where repeats are not limited. */
  readonly repeatCode: number | null;
  /** How long it lasts together with what was at hand, and from which day; left out: its own days, from the record's. */
  readonly lasts?: { readonly from: CalendarDate; readonly days: number };
  /** What it adds to the running ceilings. */
  readonly uses?: readonly BasketUse[];
}

/** Where a ledger stands: what the next record follows. */
export interface LedgerState {
  readonly cardNumber: string;
  readonly seq: number;
  /** Hash of the newest record, hex; zeros for none. */
  readonly hash: string;
  readonly tables: LedgerTables;
}

export const emptyLedger = (cardNumber: string): LedgerState => ({
  cardNumber,
  seq: 0,
  hash: noRecordHash,
  tables: noTables,
});

/** Signed, chained records for one event, oldest first, and the state behind them; changes nothing. */
export function planRecords(
  state: LedgerState,
  event: LedgerEvent,
): { readonly records: readonly Uint8Array[]; readonly state: LedgerState } {
  const tables = { ...addSupplies(state.tables, event), ceilings: addUses(state, event) };
  const parts = inParts(event.lines.map(toLedgerLine));
  const records: Uint8Array[] = [];
  let { seq, hash } = state;
  for (const [index, lines] of parts.entries()) {
    seq += 1;
    const mark = event.takesBack === undefined ? null : writeMark(event.takesBack, seq);
    const record: CheckpointRecord = {
      type: event.type,
      seq,
      at: event.at,
      terminalKeyId: event.writer.keyId,
      terminalCounter: event.terminalCounter + index,
      prevHash: hash,
      group: { index, count: parts.length },
      lines: mark === null ? lines : lines.map((line) => marked(line, mark)),
      headVersion: event.headVersion,
      medVersion: mark?.distance ?? event.medVersion,
      fills: event.fills ?? { seq: 0, lines: 0 },
      tables: index === parts.length - 1 ? tables : null,
    };
    const bytes = encodeRecord(record, state.cardNumber, event.writer.sign);
    hash = hashOfRecord(bytes);
    records.push(bytes);
  }
  return { records, state: { ...state, seq, hash, tables } };
}

const largestQuantity = 1023;
const largestDays = 255;

function toLedgerLine({ cardCode, quantity, days }: SuppliedLine): LedgerLine {
  const lasting = days ?? 0;
  return {
    cardCode,
    quantity: Math.min(quantity, largestQuantity),
    days: Math.min(lasting, largestDays),
    isCapped: quantity > largestQuantity || lasting > largestDays,
  };
}

const marked = (line: LedgerLine, { days }: WrittenMark): LedgerLine => ({ ...line, days });

function inParts(lines: readonly LedgerLine[]): LedgerLine[][] {
  const count = Math.max(1, Math.ceil(lines.length / maximumLines));
  return Array.from({ length: count }, (_, i) =>
    lines.slice(i * maximumLines, (i + 1) * maximumLines),
  );
}

function addUses({ seq, tables }: LedgerState, { baskets, lines }: LedgerEvent): Ceilings {
  if (baskets == null) return tables.ceilings;
  const before = { ...tables.ceilings, isNew: seq === 0 };
  return runCeilings(
    before,
    baskets,
    lines.flatMap(({ uses }) => uses ?? []),
  );
}

/** The active supplies on that day: those before that still last, and the new ones. */
export function addSupplies(
  tables: LedgerTables,
  event: Pick<LedgerEvent, 'at' | 'lines' | 'corrects'>,
): LedgerTables {
  const day = dayOf(event.at);
  const added = event.lines.flatMap((line) => toSupply(line, day));
  const { gone, left, mayHideEarlier } = event.corrects ?? nothingCorrected;
  const before = tables.supplies.filter(
    (row) =>
      !gone.some(
        ({ repeatCode, endsOn }) => repeatCode === row.repeatCode && endsOn === row.endsOn,
      ),
  );
  const kept = [...left, ...before, ...added].filter(
    (row, i, all) => row.endsOn >= day && !all.slice(i + 1).some((later) => replaces(later, row)),
  );
  // Where the table is too short, what ends soonest matters least.
  const ranked = kept.toSorted((a, b) => (a.endsOn < b.endsOn ? 1 : a.endsOn > b.endsOn ? -1 : 0));
  return {
    ...tables,
    supplies: ranked.slice(0, maximumSupplies),
    hasMoreSupplies:
      mayHideEarlier ||
      ranked.length > maximumSupplies ||
      (tables.hasMoreSupplies && !hasOutlastedLost(tables, day)),
  };
}

const nothingCorrected: SupplyCorrection = { gone: [], left: [], mayHideEarlier: false };

/** What fell off a full table ended no later than all that stayed: once one of those is over, so is it. */
export const hasOutlastedLost = (
  { supplies }: { readonly supplies: readonly Pick<SupplyRow, 'endsOn'>[] },
  day: CalendarDate,
): boolean => supplies.some((row) => row.endsOn < day);

/** A later supply of the same medicine that ends no sooner permits no earlier repeat than the one before. */
const replaces = (later: SupplyRow, row: SupplyRow): boolean =>
  later.repeatCode === row.repeatCode && later.endsOn >= row.endsOn;

function toSupply({ repeatCode, days, lasts }: SuppliedLine, day: CalendarDate): SupplyRow[] {
  if (repeatCode === null || days === null || days < 1) return [];
  return [supplyRow(repeatCode, lasts ?? { from: day, days })];
}

/** A supply as the table of active ones holds it. */
export const supplyRow = (
  repeatCode: CardCode,
  { from, days }: NonNullable<SuppliedLine['lasts']>,
): SupplyRow => ({
  repeatCode,
  endsOn: addDays(from, days - 1),
  days: Math.min(days, largestDays),
});
