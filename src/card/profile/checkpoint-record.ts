import { cardBaskets } from '#domain/adjudication/baskets.ts';
import { isZero, readUint, writeUint } from './bytes.ts';
import { decodeDay, encodeDay } from './days.ts';
import type { CheckpointRecord, LedgerLine, LedgerTables, RecordHeader } from './ledger-record.ts';
import { isLastOfGroup, startBody } from './record-header.ts';
import { mustBe, mustFit, usedRows } from './rows.ts';

/** The usual layout: lines of what happened, and in the last record of a group the tables. */
export function encodeCheckpointBody(record: CheckpointRecord): Uint8Array {
  const body = startBody(record);
  writeLines(body, record.lines);
  writeUint(body, 54, 2, record.headVersion);
  writeUint(body, 56, 2, record.medVersion);
  writeUint(body, 58, 3, record.fills.seq);
  writeUint(body, 61, 2, record.fills.lines);
  if (isLastOfGroup(record) !== (record.tables !== null)) {
    throw new RangeError('the last record of a group, and no other, carries the tables');
  }
  if (record.tables !== null) writeTables(body, record.tables);
  return body;
}

/** Throws LayoutBroken. */
export function readCheckpoint(
  bytes: Uint8Array,
  header: RecordHeader & Pick<CheckpointRecord, 'type'>,
): CheckpointRecord {
  const isLast = isLastOfGroup(header);
  mustBe(isLast || (isZero(bytes.subarray(63, 172)) && !hasOverflow(bytes)), 'tables too early');
  return {
    ...header,
    lines: readLines(bytes),
    headVersion: readUint(bytes, 54, 2),
    medVersion: readUint(bytes, 56, 2),
    fills: { seq: readUint(bytes, 58, 3), lines: readUint(bytes, 61, 2) },
    tables: isLast ? readTables(bytes) : null,
  };
}

export const maximumLines = 4;
export const maximumSupplies = 14;
const maximumBaskets = cardBaskets.count;

const linesAt = 30;
const ceilingTable = { at: 64, size: 4, count: maximumBaskets, key: 1 } as const;
const supplyTable = { at: 88, size: 6, count: maximumSupplies, key: 3 } as const;
const overflowBit = 0x80;
const unknownUsed = 0xff_ffff;
const hasOverflow = (bytes: Uint8Array): boolean => ((bytes[29] ?? 0) & overflowBit) !== 0;

function writeLines(body: Uint8Array, lines: readonly LedgerLine[]): void {
  mustFit(lines.length, maximumLines);
  body[29] = lines.length;
  let high = 0;
  lines.forEach((line, i) => {
    const at = linesAt + i * 6;
    if (line.quantity > 1023) throw new RangeError('quantity over 1023');
    writeUint(body, at, 3, line.cardCode);
    writeUint(body, at + 3, 1, line.quantity & 0xff);
    writeUint(body, at + 4, 1, line.days);
    writeUint(body, at + 5, 1, line.isCapped ? 1 : 0);
    high |= (line.quantity >> 8) << (2 * i);
  });
  body[173] = high;
}

function readLines(bytes: Uint8Array): LedgerLine[] {
  const count = readUint(bytes, 29, 1) & ~overflowBit;
  mustBe(count <= maximumLines, 'too many lines');
  const high = readUint(bytes, 173, 1);
  mustBe(high >> (2 * count) === 0, 'quantity of a line that is not there');
  mustBe(isZero(bytes.subarray(linesAt + count * 6, linesAt + maximumLines * 6)), 'unused line');
  return Array.from({ length: count }, (_, i) => {
    const at = linesAt + i * 6;
    const flags = readUint(bytes, at + 5, 1);
    mustBe(flags <= 1, 'line flag unknown');
    return {
      cardCode: readUint(bytes, at, 3),
      quantity: (((high >> (2 * i)) & 3) << 8) | readUint(bytes, at + 3, 1),
      days: readUint(bytes, at + 4, 1),
      isCapped: flags === 1,
    };
  });
}

function writeTables(
  body: Uint8Array,
  { ceilings, supplies, hasMoreSupplies }: LedgerTables,
): void {
  mustFit(ceilings.used.length, maximumBaskets);
  mustFit(supplies.length, maximumSupplies);
  if ((ceilings.year === null) !== (ceilings.used.length === 0))
    throw new RangeError('baskets need a year');
  if (ceilings.year !== null) writeUint(body, 63, 1, ceilings.year - 2000);
  ceilings.used.forEach(({ basket, used }, i) => {
    if (basket === 0 || used === unknownUsed) throw new RangeError('reserved value');
    writeUint(body, 64 + i * 4, 1, basket);
    writeUint(body, 65 + i * 4, 3, used ?? unknownUsed);
  });
  supplies.forEach(({ repeatCode, endsOn, days }, i) => {
    if (repeatCode === 0) throw new RangeError('a repeat code is never zero');
    writeUint(body, 88 + i * 6, 3, repeatCode);
    writeUint(body, 91 + i * 6, 2, encodeDay(endsOn));
    writeUint(body, 93 + i * 6, 1, days);
  });
  if (hasMoreSupplies) body[29] = (body[29] ?? 0) | overflowBit;
}

function readTables(bytes: Uint8Array): LedgerTables {
  const year = readUint(bytes, 63, 1);
  const baskets = usedRows(bytes, ceilingTable);
  mustBe((year === 0) === (baskets.length === 0), 'baskets need a year');
  return {
    ceilings: {
      year: year === 0 ? null : 2000 + year,
      used: baskets.map((row) => {
        const used = readUint(row, 1, 3);
        return { basket: readUint(row, 0, 1), used: used === unknownUsed ? null : used };
      }),
    },
    supplies: usedRows(bytes, supplyTable).map((row) => ({
      repeatCode: readUint(row, 0, 3),
      endsOn: decodeDay(readUint(row, 3, 2)),
      days: readUint(row, 5, 1),
    })),
    hasMoreSupplies: hasOverflow(bytes),
  };
}
