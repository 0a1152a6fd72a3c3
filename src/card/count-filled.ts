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
 * Base units dispensed on each line of a prescription; null where nobody can tell: what a terminal filled that is
 * not known here, what the card had no room to count, or a group of which a part is missing.
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
  return prescription.lines.map((_, line) =>
    fillings
      .filter((filling) => filling.line === line)
      .reduce<number | null>(
        (sum, { quantity }) => (sum === null || quantity === null ? null : sum + quantity),
        0,
      ),
  );
}

/** What was dispensed on one line of the prescription, in base units; null: nobody can tell how much. */
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
  // A correction of a filling counts too: what it leaves nobody can tell.
  const isCertain = isWhole && state === 'verified' && record.type === 'dispense';
  return isCertain
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
  return record.lines.flatMap(({ cardCode, quantity, isCapped }): Filling[] => {
    const line = named.find((at) => {
      const ordered = prescription.lines[at];
      return ordered !== undefined && isSameMedicine(ordered.cardCode, cardCode);
    });
    // Dispensed on the prescription, and none of its medicines as they are known here.
    if (line === undefined) return allOf(named);
    return [{ line, quantity: isCapped && quantity >= largestQuantity ? null : quantity }];
  });
}

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
