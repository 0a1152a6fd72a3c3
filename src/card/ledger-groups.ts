import type { JudgedRecord } from './judge-record.ts';

/** A record that can be read, with how far it is believed. */
export type ReadRecord = Extract<JudgedRecord, { readonly providerId: string | null }>;

/** Whether the records of its group follow one another to the last. */
export function isWholeGroup({ record }: ReadRecord, read: readonly ReadRecord[]): boolean {
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

/** Whether its writer signed the group once more, whole, on a later head. */
export const isSignedAnew = ({ record }: ReadRecord, read: readonly ReadRecord[]): boolean =>
  read.some(
    (other) =>
      other.record.seq > record.seq &&
      other.record.terminalKeyId === record.terminalKeyId &&
      other.record.at === record.at &&
      other.record.type === record.type &&
      isWholeGroup(other, read),
  );
