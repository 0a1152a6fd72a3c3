import type { JudgedRecord } from './judge-record.ts';
import { isSameMark, readMark } from './profile/correction-mark.ts';
import type { LedgerRecord } from './profile/ledger-record.ts';

/** A record that can be read, with how far it is believed. */
export type ReadRecord = Extract<JudgedRecord, { readonly providerId: string | null }>;

type Placed = { readonly record: LedgerRecord };

/** Whether the records of its group follow one another to the last. */
export function isWholeGroup({ record }: Placed, read: readonly Placed[]): boolean {
  const { seq, group, terminalKeyId } = record;
  const first = seq - group.index;
  return Array.from({ length: group.count }, (_, index) => index).every((index) =>
    read.some(
      ({ record: other }) =>
        other.seq === first + index &&
        other.terminalKeyId === terminalKeyId &&
        other.group.index === index &&
        other.group.count === group.count,
    ),
  );
}

/** Whether the group was signed once more, whole, on a later head: by its writer, or a correction by anybody. */
export const isSignedAnew = ({ record }: Placed, read: readonly Placed[]): boolean =>
  read.some(
    (other) =>
      other.record.seq > record.seq &&
      other.record.type === record.type &&
      (isOfSameMoment(other.record, record) || takesBackTheSame(other.record, record)) &&
      isWholeGroup(other, read),
  );

const isOfSameMoment = (a: LedgerRecord, b: LedgerRecord): boolean =>
  a.terminalKeyId === b.terminalKeyId && a.at === b.at;

const takesBackTheSame = (a: LedgerRecord, b: LedgerRecord): boolean =>
  isSameMark(readMark(a), readMark(b)) && fillsOf(a) === fillsOf(b);

const fillsOf = (record: LedgerRecord): number | null =>
  record.type === 'prescription' ? null : record.fills.seq;
