import { join } from 'node:path';
import { readTable } from '../table/read-table.ts';

/** Tables of an openIMIS database, one CSV file each, columns named as there. */
const tables = [
  'facilities',
  'icd10',
  'item-price-list',
  'items',
  'member-policies',
  'members',
  'policies',
  'price-lists-items',
  'price-lists-services',
  'product-items',
  'product-services',
  'products',
  'service-price-list',
  'services',
] as const;

export interface OpenImisRow {
  /** `items.csv:12` */
  readonly place: string;
  /** The cell's text; empty where the table has none. */
  cell(column: string): string;
  /** The cell as a number; null where it is empty. */
  number(column: string): number | null;
}

export type OpenImis = Readonly<Record<(typeof tables)[number], readonly OpenImisRow[]>>;

/** Reads the folder's tables; sentences that name the file where one cannot be read. */
export function readOpenImis(folder: string): OpenImis | readonly string[] {
  const read = tables.map((name) => [name, readOne(folder, `${name}.csv`)] as const);
  const complaints = read.flatMap(([, rows]) => (typeof rows === 'string' ? [rows] : []));
  return complaints.length > 0 ? complaints : (Object.fromEntries(read) as OpenImis);
}

function readOne(folder: string, file: string): readonly OpenImisRow[] | string {
  const table = readTable(join(folder, file), null);
  if (typeof table === 'string') return `${file}: ${table}`;
  const places = new Map(table.headings.map((heading, at) => [heading, at]));
  return table.rows.map(({ line, cells }): OpenImisRow => {
    const cell = (column: string) => cells[places.get(column) ?? -1] ?? '';
    return {
      place: `${file}:${line}`,
      cell,
      number: (column) => (cell(column) === '' ? null : Number(cell(column))),
    };
  });
}
