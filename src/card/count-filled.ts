import { isSignedAnew, isWholeGroup, type ReadRecord } from './ledger-groups.ts';
import { areEqual } from './profile/bytes.ts';
import { decodeRecord } from './profile/ledger-codec.ts';
import type {
  CheckpointRecord,
  LedgerRecord,
  PrescriptionRecord,
} from './profile/ledger-record.ts';

export interface FillingQuestion {
  /** Records of this terminal's own that are not on the card, oldest first: they filled all the same. */
  readonly unwritten: readonly Uint8Array[];
  /** The same medicine, of whichever brand, by the codes of the card. */
  isSameMedicine(aCode: number, bCode: number): boolean;
}

/**
 * Base units dispensed on each line of a prescription, less what corrections took back; null where nobody can tell:
 * what a terminal filled that is not known here, what the card had no room to count, a group of which a part is
 * missing, or more taken back than was dispensed.
 */
export function countFilled(
  prescription: PrescriptionRecord,
  read: readonly ReadRecord[],
  question: FillingQuestion,
): (number | null)[] {
  const fillings = [
    ...read.flatMap((one) => listFillings(prescription, one, read, question)),
    ...listUnwritten(question.unwritten, read).flatMap((record) =>
      isFilling(record, prescription) ? listCounted(prescription, record, question) : [],
    ),
  ];
  return prescription.lines.map((_, line) => {
    const quantities = fillings.flatMap((one) => (one.line === line ? [one.quantity] : []));
    const sum = quantities.reduce(
      (all, quantity) => (all === null || quantity === null ? null : all + quantity),
      0,
    );
    return sum === null || sum < 0 ? null : sum;
  });
}

/** What was dispensed on one line, in base units, or below zero taken back; null: nobody can tell how much. */
interface Filling {
  readonly line: number;
  readonly quantity: number | null;
}

function listFillings(
  prescription: PrescriptionRecord,
  one: ReadRecord,
  read: readonly ReadRecord[],
  question: FillingQuestion,
): Filling[] {
  const { record, state } = one;
  if (!isFilling(record, prescription)) return [];
  const isWhole = isWholeGroup(one, read);
  if (!isWhole && isSignedAnew(one, read)) return [];
  return isWhole && state === 'verified'
    ? listCounted(prescription, record, question)
    : allOf(linesNamed(record, prescription));
}

/** The record's lines by the prescribed line that each fills. */
function listCounted(
  prescription: PrescriptionRecord,
  record: CheckpointRecord,
  { isSameMedicine }: Pick<FillingQuestion, 'isSameMedicine'>,
): Filling[] {
  const named = linesNamed(record, prescription);
  const sign = signs[record.type];
  if (sign === undefined) return allOf(named);
  return record.lines.flatMap(({ cardCode, quantity, isCapped }): Filling[] => {
    const line = named.find((at) => {
      const ordered = prescription.lines[at];
      return ordered !== undefined && isSameMedicine(ordered.cardCode, cardCode);
    });
    // Dispensed on the prescription, and none of its medicines as they are known here.
    if (line === undefined) return allOf(named);
    const isMore = isCapped && quantity >= largestQuantity;
    return [{ line, quantity: isMore ? null : sign * quantity }];
  });
}

/** Which records of a ledger say how much was dispensed on a prescription. */
const signs: Partial<Record<LedgerRecord['type'], 1 | -1>> = { dispense: 1, correction: -1 };

/** The most that a record's line can state. */
const largestQuantity = 1023;

const allOf = (lines: readonly number[]): Filling[] =>
  lines.map((line) => ({ line, quantity: null }));

const isFilling = (record: LedgerRecord, { seq }: PrescriptionRecord): record is CheckpointRecord =>
  record.type !== 'prescription' && record.fills.seq === seq;

const linesNamed = ({ fills }: CheckpointRecord, { lines }: PrescriptionRecord): number[] =>
  lines.flatMap((_, line) => ((fills.lines & (1 << line)) === 0 ? [] : [line]));

const listUnwritten = (
  unwritten: readonly Uint8Array[],
  read: readonly ReadRecord[],
): LedgerRecord[] =>
  unwritten.flatMap((bytes) => {
    const decoded = decodeRecord(bytes);
    const isOn = read.some((one) => areEqual(one.bytes, bytes));
    return decoded.ok && !isOn ? [decoded.value] : [];
  });
