import { isZero, readUint } from './bytes.ts';

/** An insurer's 24-bit code, 1 to FFFFFF; 0 marks an unused row. */
export type CardCode = number;

/** Bytes that break the ledger's layout. Never leaves the profile's codecs. */
export class LayoutBroken extends Error {}

/** Views of the used rows of a table: those before the first that begins with zero; the rest must be zero. */
export function usedRows(
  record: Uint8Array,
  table: {
    readonly at: number;
    readonly size: number;
    readonly count: number;
    readonly key: 1 | 3;
  },
): Uint8Array[] {
  const rows: Uint8Array[] = [];
  for (let i = 0; i < table.count; i += 1) {
    const row = record.subarray(table.at + i * table.size, table.at + (i + 1) * table.size);
    if (readUint(row, 0, table.key) === 0) break;
    rows.push(row);
  }
  const rest = record.subarray(
    table.at + rows.length * table.size,
    table.at + table.count * table.size,
  );
  if (!isZero(rest)) throw new LayoutBroken('an unused row is not zero');
  return rows;
}

export function mustBe(condition: boolean, why: string): void {
  if (!condition) throw new LayoutBroken(why);
}

/** For encoders, where the same breach is a bug of the caller. */
export function mustFit(count: number, maximum: number): void {
  if (count > maximum) throw new RangeError(`${count} rows, room for ${maximum}`);
}
