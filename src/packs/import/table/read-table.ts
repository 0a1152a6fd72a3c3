import { readFileSync, statSync } from 'node:fs';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { mostBytes, type Table } from './table.ts';

/** Reads a file of separated values or an Excel workbook, told apart by content; a sentence that ends in the cure where it cannot. */
export function readTable(file: string, sheet: string | null): Table | string {
  const bytes = readBytes(file);
  if (typeof bytes === 'string') return bytes;
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip ? readXlsx(bytes, sheet) : readCsv(bytes);
}

function readBytes(file: string): Uint8Array | string {
  try {
    if (statSync(file).size > mostBytes) return 'it is larger than 256 MB: divide the table';
    return readFileSync(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return `it cannot be read (${String(error.code)}): name a file that exists`;
  }
}
