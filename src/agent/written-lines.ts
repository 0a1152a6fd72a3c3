import { decodeRecord } from '#card/profile/ledger-codec.ts';
import type { LedgerRecord } from '#card/profile/ledger-record.ts';
import { isLastOfGroup } from '#card/profile/record-header.ts';
import { isAllowed } from '#domain/adjudication/amounts.ts';
import type { DecidedLine } from '#domain/adjudication/decision.ts';
import type { PastClaim } from '#domain/adjudication/own-use.ts';
import type { CompiledPack, Item } from '#domain/adjudication/rule-pack.ts';
import type { CardWrite } from '#store/card-journal.ts';

/** What a claim's lines are to the ledger, in the order in which they are written. */
export const lineTypes = ['dispense', 'service'] as const;
export type LineType = (typeof lineTypes)[number];

/** An allowed line, as it goes to the card. */
export interface WrittenLine {
  readonly type: LineType;
  readonly item: Item;
  readonly decided: DecidedLine;
}

/** A claim's allowed lines in the order in which they are written: medicines, then the rest. */
export function listWrittenLines(
  pack: CompiledPack,
  { input, decision }: PastClaim,
): readonly WrittenLine[] {
  const lines = input.claim.lines.flatMap(({ lineId, itemCode }): WrittenLine[] => {
    const decided = decision.lines.find((each) => each.lineId === lineId);
    const item = pack.item(itemCode);
    if (decided === undefined || item === null || !isAllowed(decided.outcome)) return [];
    return [{ type: item.medicine === null ? 'service' : 'dispense', item, decided }];
  });
  return lineTypes.flatMap((type) => lines.filter((line) => line.type === type));
}

/** How many of a claim's lines of each type are on its card already: always the first ones. */
export type LinesOnCard = Readonly<Record<LineType, number>>;

export const nothingOnCard: LinesOnCard = { dispense: 0, service: 0 };

/** Counts them from the claim's records; a group that is not there to its end counts for nothing. */
export function countOnCard(writes: readonly Pick<CardWrite, 'bytes' | 'state'>[]): LinesOnCard {
  const count = { ...nothingOnCard };
  let group: LedgerRecord[] = [];
  for (const { bytes, state } of writes) {
    const decoded = decodeRecord(bytes);
    if (!decoded.ok || state !== 'committed') continue;
    const record = decoded.value;
    group = record.group.index === 0 ? [record] : [...group, record];
    if (!isLastOfGroup(record) || group.length !== record.group.count) continue;
    if (record.type !== 'dispense' && record.type !== 'service') continue;
    count[record.type] += group.reduce((sum, { lines }) => sum + lines.length, 0);
  }
  return count;
}

/** The lines that the card does not have yet. */
export function listMissingLines(
  lines: readonly WrittenLine[],
  onCard: LinesOnCard,
): readonly WrittenLine[] {
  return lineTypes.flatMap((type) =>
    lines.filter((line) => line.type === type).slice(onCard[type]),
  );
}
