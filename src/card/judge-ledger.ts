import { type CalendarDate, dayOf, type Instant } from '#domain/dates.ts';
import type { Supply } from '#domain/history.ts';
import { type FindLedgerKey, type JudgedRecord, judgeRecord } from './judge-record.ts';
import { isSignedAnew, isWholeGroup } from './ledger-groups.ts';
import type { LedgerHead } from './profile/head-proof.ts';
import {
  type LedgerRecord,
  type LedgerTables,
  noTables,
  type RecordType,
} from './profile/ledger-record.ts';
import { isLastOfGroup } from './profile/record-header.ts';
import type { RunningCeilings } from './profile/running-ceilings.ts';

/** What is wrong with a ledger, worst first: forged, unverified, torn. */
export type LedgerTrouble = 'none' | 'torn' | 'unverified' | 'forged';

/** What the card's ledger tells. */
export interface HistoryReading {
  /** The newest record that can be believed to be the card's own; null on a card without history. */
  readonly head: LedgerHead | null;
  /** Supplies that were active at the newest complete group. They count even if not verified. */
  readonly supplies: readonly Supply[];
  /** Nothing can be missing from the supplies: else what they would allow must be referred. */
  readonly isComplete: boolean;
  /** The terminal that wrote them is known here: else what they would allow must be referred. */
  readonly isVerified: boolean;
  /** Where the running ceilings stand; null where anything is missing or its writer is not known here. */
  readonly ceilings: RunningCeilings | null;
  /** Newest first; without torn and forged records. */
  readonly entries: readonly LedgerEntry[];
  readonly trouble: LedgerTrouble;
  /** Records that must be kept as evidence, as they are stored. */
  readonly evidence: readonly Uint8Array[];
}

export interface LedgerEntry {
  readonly seq: number;
  /** The record's day in UTC. */
  readonly date: CalendarDate;
  readonly at: Instant;
  readonly type: RecordType;
  /** Item card codes, base units, days (0 for what is not a supply). */
  readonly lines: readonly {
    readonly cardCode: number;
    readonly qty: number;
    readonly days: number;
  }[];
  readonly terminalKeyId: string;
  /** Null where the terminal is not known here. */
  readonly providerId: string | null;
  readonly isVerified: boolean;
  /** The active-supply table that this record carries; empty in all but the last of a group. */
  readonly supplies: LedgerTables['supplies'];
}

type ReadableRecord = Extract<JudgedRecord, { readonly record: LedgerRecord }>;

/** Judges records as they are stored, newest first, read as far as a complete group or the ledger's end. */
export function judgeLedger(
  stored: readonly Uint8Array[],
  cardNumber: string,
  findTerminalKey: FindLedgerKey,
): HistoryReading {
  const judged = stored.map((bytes) => judgeRecord(bytes, cardNumber, findTerminalKey));
  const readable = judged.filter((each): each is ReadableRecord => 'record' in each);
  const broken = readable.findIndex((each, i) => !isFollowing(each, readable[i + 1]));
  const newest = readable[0];
  const basis = readable.find(({ record }) => isLastOfGroup(record)) ?? null;
  const tables = basis === null ? null : tablesOf(basis.record);
  const evidence: JudgedRecord[] = judged.filter(({ state }) => state === 'forged');
  if (broken !== -1) evidence.push(...readable.slice(broken, broken + 2));
  const isForged = evidence.length > 0;
  const isVerified = basis === null || basis.state === 'verified';
  // Whoever read these went on to a complete group or to the end: a lone torn record is the card's first.
  const isEmpty = judged.length <= 1 && judged.every(({ state }) => state === 'torn');
  const trouble = worstTrouble({ isForged, isVerified, isTorn: isTornAtHead(judged, basis) });
  return {
    head: newest === undefined ? null : { seq: newest.record.seq, hash: newest.hash },
    supplies: basis === null ? [] : listSupplies(readable, basis),
    isComplete: !isForged && (isEmpty || (tables !== null && !tables.hasMoreSupplies)),
    isVerified,
    ceilings: trouble === 'none' ? runningCeilings(tables, newest === undefined) : null,
    entries: readable.map((each) => toEntry(each, readable)),
    trouble,
    evidence: evidence.map(({ bytes }) => bytes),
  };
}

/** Whether the older record is the one that this one names as the one before it. */
const isFollowing = (newer: ReadableRecord, older: ReadableRecord | undefined): boolean =>
  older === undefined ||
  (newer.record.prevHash === older.hash && newer.record.seq === older.record.seq + 1);

/** The newest write did not come to its end: its record is torn, or its group lacks the last record. */
const isTornAtHead = (judged: readonly JudgedRecord[], basis: ReadableRecord | null): boolean =>
  judged[0]?.state === 'torn' ||
  judged.find(({ state }) => state !== 'torn') !== (basis ?? undefined);

const worstTrouble = (is: {
  readonly isForged: boolean;
  readonly isVerified: boolean;
  readonly isTorn: boolean;
}): LedgerTrouble =>
  is.isForged ? 'forged' : !is.isVerified ? 'unverified' : is.isTorn ? 'torn' : 'none';

const tablesOf = (record: LedgerRecord): LedgerTables | null =>
  record.type === 'prescription' ? null : record.tables;

const runningCeilings = (tables: LedgerTables | null, isNew: boolean): RunningCeilings | null =>
  tables === null && !isNew ? null : { ...(tables ?? noTables).ceilings, isNew };

/** The basis's table, each row with who introduced it where the records read so far tell. */
function listSupplies(readable: readonly ReadableRecord[], basis: ReadableRecord): Supply[] {
  const checkpoints = readable
    .slice(readable.indexOf(basis))
    .filter(({ record }) => tablesOf(record) !== null);
  return (tablesOf(basis.record)?.supplies ?? []).map((row) => {
    const { repeatCode, endsOn, days } = row;
    const hasRow = ({ record }: ReadableRecord) =>
      tablesOf(record)?.supplies.some(
        (other) =>
          other.repeatCode === repeatCode && other.endsOn === endsOn && other.days === days,
      ) === true;
    const without = checkpoints.findIndex((each) => !hasRow(each));
    const first = without === -1 ? checkpoints.at(-1) : checkpoints[without - 1];
    // The oldest record read may only have carried the row on; the card's first record cannot.
    const isIntroduced = without !== -1 || first?.record.seq === first?.record.group.count;
    // A checkpoint sums up what others supplied.
    const origin = isIntroduced && first?.record.type !== 'checkpoint' ? first : undefined;
    return {
      repeatCode,
      endsOn,
      days,
      ...(origin === undefined ? {} : ownDays(origin.record, days)),
      quantity: origin === undefined ? null : onlyQuantity(origin.record),
      providerId: origin?.providerId ?? null,
    };
  });
}

/** The days of the line that a row is of, where the row counts more; several lines may leave open which it is. */
function ownDays({ type, lines }: LedgerRecord, days: number): Pick<Supply, 'ownDays'> {
  if (type !== 'dispense') return {};
  const lasting = new Set(lines.map((line) => line.days).filter((one) => one > 0 && one <= days));
  const [only = null] = lasting;
  return lasting.has(days) ? {} : { ownDays: lasting.size === 1 ? only : null };
}

/** A record with one line supplied that line's quantity; with several nobody can tell which it was. */
function onlyQuantity(record: LedgerRecord): number | null {
  const [line, ...others] = record.type === 'dispense' ? record.lines : [];
  const isAlone = line !== undefined && others.length === 0 && record.group.count === 1;
  return isAlone && !('isCapped' in line && line.isCapped) ? line.quantity : null;
}

/** A correction that was begun here, and made whole behind it, takes nothing twice. */
const isCounted = (one: ReadableRecord, readable: readonly ReadableRecord[]): boolean =>
  one.record.type !== 'correction' || isWholeGroup(one, readable) || !isSignedAnew(one, readable);

const toLine = (
  { type }: LedgerRecord,
  { cardCode, days, quantity }: LedgerRecord['lines'][number],
): LedgerEntry['lines'][number] => ({
  ...{ cardCode, qty: quantity },
  // There a correction says what it takes back.
  days: type === 'correction' ? 0 : days,
});

function toEntry(one: ReadableRecord, readable: readonly ReadableRecord[]): LedgerEntry {
  const { state, record, providerId } = one;
  return {
    seq: record.seq,
    date: dayOf(record.at),
    at: record.at,
    type: record.type,
    lines: isCounted(one, readable) ? record.lines.map((line) => toLine(record, line)) : [],
    terminalKeyId: record.terminalKeyId,
    providerId,
    isVerified: state === 'verified',
    supplies: tablesOf(record)?.supplies ?? [],
  };
}
