import { type FindLedgerKey, judgeRecord } from '../judge-record.ts';
import { isWholeGroup, type ReadRecord } from '../ledger-groups.ts';
import { listWhole } from '../ledger-state.ts';
import { readMark } from '../profile/correction-mark.ts';
import type { CheckpointRecord, SupplyRow } from '../profile/ledger-record.ts';
import { type Correction, firstRecordOf } from './correction.ts';
import { findTablesBefore } from './find-on-card.ts';

export interface CorrectionQuestion {
  readonly cardNumber: string;
  readonly findTerminalKey: FindLedgerKey;
  /** The repeat code of an item of the card; null where repeats are not limited, or the item is not known here. */
  repeatCodeOf(cardCode: number): number | null;
}

/**
 * Whether another terminal's correction takes back what the claim's own records put on this card, and no more. Whoever
 * appends it signs for it. `stored` is the ledger, newest first, read back to the claim.
 */
export function isOfThisCard(
  correction: Correction,
  stored: readonly Uint8Array[],
  question: CorrectionQuestion,
): boolean {
  const { cardNumber, findTerminalKey } = question;
  const judged = stored
    .map((bytes) => judgeRecord(bytes, cardNumber, findTerminalKey))
    .filter((one): one is ReadRecord => 'record' in one);
  const records = correction.records.map(({ hash, seq }) =>
    judged.find((one) => one.record.seq === seq && one.hash === hash),
  );
  const own = records.flatMap((one) => (one === undefined ? [] : claimRecord(one)));
  const writers = new Set(own.map(({ terminalKeyId }) => terminalKeyId));
  return (
    own.length > 0 &&
    own.length === records.length &&
    // Named twice, it would let twice as much be taken back.
    new Set(own.map(({ seq }) => seq)).size === own.length &&
    writers.size === 1 &&
    areTaken(correction, own, judged) &&
    areOwnRows(correction, own, stored, question) &&
    areOwnUses(correction, own, stored)
  );
}

function claimRecord({ record, state }: ReadRecord): CheckpointRecord[] {
  const isClaim = record.type === 'dispense' || record.type === 'service';
  return isClaim && state === 'verified' ? [record] : [];
}

/** All that was taken back of an item of the claim is no more than the claim's records say. */
function areTaken(
  correction: Correction,
  own: readonly CheckpointRecord[],
  judged: readonly ReadRecord[],
): boolean {
  const seq = firstRecordOf(correction)?.seq;
  const others = judged.flatMap((one): readonly Returned[] => {
    const mark = readMark(one.record);
    const isOther = mark?.seq === seq && mark?.number !== correction.number;
    return isOther && isWholeGroup(one, judged) ? one.record.lines : [];
  });
  const lines = own.flatMap((record) => record.lines);
  const back = [...correction.groups.flatMap((group) => group.lines), ...others];
  return correction.groups.every(
    ({ fills, lines: returned }) =>
      (fills.seq === 0 || own.some((record) => record.fills.seq === fills.seq)) &&
      returned.every(({ cardCode }) => {
        const isThis = (line: Returned) => line.cardCode === cardCode;
        const isMore = lines.some((line) => isThis(line) && line.isCapped);
        return isMore || sumOf(back.filter(isThis)) <= sumOf(lines.filter(isThis));
      }),
  );
}

type Returned = Correction['groups'][number]['lines'][number];

const sumOf = (lines: readonly Returned[]): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0);

/** Rows of the claim's own medicines, that last no longer than those which its records put among the active supplies. */
function areOwnRows(
  { gone, left }: Correction,
  own: readonly CheckpointRecord[],
  stored: readonly Uint8Array[],
  { repeatCodeOf }: CorrectionQuestion,
): boolean {
  const before = tablesBefore(own, stored)?.supplies ?? [];
  const isNew = (row: SupplyRow) =>
    !before.some((old) => old.repeatCode === row.repeatCode && old.endsOn === row.endsOn);
  const codes = own.flatMap(({ lines }) => lines.map(({ cardCode }) => repeatCodeOf(cardCode)));
  const rows = own.flatMap(({ tables }) => tables?.supplies ?? []).filter(isNew);
  return [...gone, ...left].every(
    ({ endsOn, repeatCode }) =>
      codes.includes(repeatCode) &&
      rows.some((row) => row.repeatCode === repeatCode && endsOn <= row.endsOn),
  );
}

/** No basket is given back more than the claim's records took of it. */
function areOwnUses(
  { baskets, uses }: Correction,
  own: readonly CheckpointRecord[],
  stored: readonly Uint8Array[],
): boolean {
  const before = tablesBefore(own, stored)?.ceilings;
  const after = own.toSorted((a, b) => b.seq - a.seq).find(({ tables }) => tables !== null)
    ?.tables?.ceilings;
  return uses.every(({ basket, units }) => {
    const usedIn = (of: typeof before) =>
      of?.year === baskets?.year ? (of?.used.find((row) => row.basket === basket)?.used ?? 0) : 0;
    return units <= 0 && -units <= usedIn(after) - usedIn(before);
  });
}

const tablesBefore = (own: readonly CheckpointRecord[], stored: readonly Uint8Array[]) =>
  findTablesBefore(listWhole(stored), Math.min(...own.map(({ seq }) => seq)));
