import { type CalendarDate, dayOf, type Instant } from '#domain/dates.ts';
import type { Unknown } from '#domain/facts.ts';
import { countFilled, type FillingQuestion } from './count-filled.ts';
import { judgeLedger } from './judge-ledger.ts';
import { type FindLedgerKey, judgeRecord } from './judge-record.ts';
import { isWholeGroup, type ReadRecord } from './ledger-groups.ts';
import { prescriptionIdOf } from './plan-prescription.ts';
import { decodeRecord } from './profile/ledger-codec.ts';
import type { PrescriptionLine, PrescriptionRecord } from './profile/ledger-record.ts';

/** A prescription on the card, with what was dispensed on it so far. */
export interface CardPrescription
  extends Pick<PrescriptionRecord, 'seq' | 'at' | 'specialty' | 'diagnoses' | 'episode'> {
  readonly prescriptionId: string;
  /** The record's day in UTC. */
  readonly on: CalendarDate;
  /** Null where the record states none. */
  readonly licence: string | null;
  /** Null: as the contract says. */
  readonly validDays: number | null;
  /** Where it was written; null where the terminal is not known here. */
  readonly providerId: string | null;
  readonly isVerified: boolean;
  readonly lines: readonly CardPrescribedLine[];
}

export interface CardPrescribedLine extends PrescriptionLine {
  /** Base units, all fillings together; null where that cannot be known. */
  readonly filled: number | null;
}

/** What the card tells of prescriptions. */
export interface PrescriptionReading {
  /** Newest first. */
  readonly prescriptions: readonly CardPrescription[];
  /** Why there may be others, or why nothing of it is believed; null: these are all. */
  readonly doubt: Unknown | null;
}

export interface PrescriptionQuestion extends FillingQuestion {
  readonly findTerminalKey: FindLedgerKey;
  /** Older ones are of no use to anybody. */
  readonly since: CalendarDate;
  /** The records read are all that the card has. */
  readonly isWhole: boolean;
}

/** Judges the ledger's prescriptions and their fillings from records as they are stored, newest first. */
export function judgePrescriptions(
  stored: readonly Uint8Array[],
  cardNumber: string,
  question: PrescriptionQuestion,
): PrescriptionReading {
  const { findTerminalKey, since } = question;
  const judged = stored.map((bytes) => judgeRecord(bytes, cardNumber, findTerminalKey));
  const read = judged.filter((one): one is ReadRecord => 'record' in one);
  const orders = read.filter(
    ({ record }) => record.type === 'prescription' && dayOf(record.at) >= since,
  );
  const whole = orders.filter((order) => isWholeGroup(order, read));
  const isCut = judged[0]?.state === 'torn';
  const isForged = judgeLedger(stored, cardNumber, findTerminalKey).evidence.length > 0;
  const prescriptions = whole.flatMap((order) => {
    const told = describe(order, read, isCut, question);
    return isForged ? told.map((one) => ({ ...one, isVerified: false })) : told;
  });
  const isUnfinished = orders.some(
    (order) => !whole.includes(order) && !whole.some((other) => idOf(other) === idOf(order)),
  );
  const doubt: Unknown | null =
    isForged || prescriptions.some(({ isVerified }) => !isVerified)
      ? 'unverified'
      : isCut || isUnfinished
        ? 'unreadable'
        : reachesBack(read, question)
          ? null
          : 'not-present';
  return { prescriptions, doubt };
}

/** Whether no record of these days can be missing: read to older ones, or to the card's first. */
const reachesBack = (
  read: readonly ReadRecord[],
  { since, isWhole }: Pick<PrescriptionQuestion, 'since' | 'isWhole'>,
): boolean => {
  const oldest = read.at(-1)?.record;
  return oldest === undefined ? isWhole : oldest.seq === 1 || dayOf(oldest.at) < since;
};

const idOf = ({ record }: ReadRecord): string => prescriptionIdOf(record);

function describe(
  { record, providerId, state }: ReadRecord,
  read: readonly ReadRecord[],
  isCut: boolean,
  question: PrescriptionQuestion,
): CardPrescription[] {
  if (record.type !== 'prescription') return [];
  const { seq, at, specialty, diagnoses, episode, licence, validDays } = record;
  const filled = countFilled(record, read, question);
  return [
    {
      prescriptionId: prescriptionIdOf(record),
      on: dayOf(at),
      licence: licence === '' ? null : licence,
      validDays: validDays === 0 ? null : validDays,
      lines: record.lines.map((line, i) => ({
        ...line,
        // The write that was cut may have been a filling.
        filled: isCut ? null : (filled[i] ?? null),
      })),
      ...{ seq, at, specialty, diagnoses, episode, providerId, isVerified: state === 'verified' },
    },
  ];
}

/** The moment of the oldest whole record among these; null without one. */
export function oldestOf(stored: readonly Uint8Array[]): Instant | null {
  const oldest = stored.findLast((bytes) => decodeRecord(bytes).ok);
  const decoded = oldest === undefined ? null : decodeRecord(oldest);
  return decoded?.ok === true ? decoded.value.at : null;
}
