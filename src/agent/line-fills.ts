import { decodeRecord } from '#card/profile/ledger-codec.ts';
import type { CheckpointRecord } from '#card/profile/ledger-record.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { isSameMedicine } from '#domain/adjudication/substitution.ts';
import type { CardWrite } from '#store/card-journal.ts';
import type { PrescriptionsRead } from './open-visit.ts';
import type { Terminal } from './terminal.ts';
import { type LineType, lineTypes, type WrittenLine } from './written-lines.ts';

type Fills = CheckpointRecord['fills'];

/** The prescription record on the card that a written line fills, and as bits its lines; zeros for none. */
export type FillsOf = (line: WrittenLine) => Fills;

/** By what the claim's lines name, of the prescriptions that the card told. */
export function fillsAsRead(
  { reference: { itemsByCardCode } }: Terminal,
  { claim }: AdjudicationInput,
  prescriptions: PrescriptionsRead,
): FillsOf {
  const read = prescriptions.state === 'read' ? prescriptions.reading.prescriptions : [];
  return ({ item, decided }) => {
    const line = claim.lines.find(({ lineId }) => lineId === decided.lineId);
    const found = read.find((one) => one.prescriptionId === line?.prescriptionId);
    const at = found?.lines.findIndex(({ cardCode }) => {
      const ordered = itemsByCardCode.get(cardCode);
      return ordered !== undefined && isSameMedicine(ordered.code, ordered, item.code, item);
    });
    return found === undefined || at === undefined || at === -1
      ? none
      : { seq: found.seq, lines: 1 << at };
  };
}

/** By the records that were signed for the claim before: the prescription stands where it stood. */
export function fillsAsSigned(writes: readonly Pick<CardWrite, 'bytes'>[]): FillsOf {
  const signed = writes.flatMap(({ bytes }) => {
    const decoded = decodeRecord(bytes);
    return decoded.ok && decoded.value.type === 'dispense' ? [decoded.value] : [];
  });
  return ({ item, type }) =>
    type === 'dispense'
      ? (signed.find(({ lines }) => lines.some(({ cardCode }) => cardCode === item.cardCode))
          ?.fills ?? none)
      : none;
}

/** Dispensings before services, and of them those of each prescription together. */
export const inOrderOfFillings = (
  lines: readonly WrittenLine[],
  fillsOf: FillsOf,
): readonly WrittenLine[] =>
  lines.toSorted((a, b) => a.type.localeCompare(b.type) || fillsOf(a).seq - fillsOf(b).seq);

/** Lines of one kind that fill one prescription, or none, go into one group. */
export const inGroups = (
  lines: readonly WrittenLine[],
  fillsOf: FillsOf,
): { readonly type: LineType; readonly fills: Fills; readonly lines: readonly WrittenLine[] }[] =>
  lineTypes.flatMap((type) =>
    byPrescription(
      lines.filter((line) => line.type === type),
      fillsOf,
    ).map((group) => ({ type, ...group })),
  );

/** Lines by the prescription that they fill; those that fill none stand together too. */
export const byPrescription = (
  lines: readonly WrittenLine[],
  fillsOf: FillsOf,
): { readonly fills: Fills; readonly lines: readonly WrittenLine[] }[] =>
  [...Map.groupBy(lines, (line) => fillsOf(line).seq)].map(([seq, group]) => ({
    fills: { seq, lines: group.reduce((all, line) => all | fillsOf(line).lines, 0) },
    lines: group,
  }));

const none: Fills = { seq: 0, lines: 0 };
