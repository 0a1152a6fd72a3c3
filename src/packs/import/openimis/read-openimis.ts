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
  /** Of its table. */
  readonly headings: readonly string[];
  /** The cell's text; empty where the table has none. */
  cell(column: string): string;
  /** The cell as a number; null where it is empty. */
  number(column: string): number | null;
  /** The cell as an amount: openIMIS has two decimals in every currency, also in one without any. */
  amount(column: string): string;
}

export type OpenImis = Readonly<Record<(typeof tables)[number], readonly OpenImisRow[]>>;

/** Reads the rows in force of the folder's tables; sentences that name the file where one cannot be read. */
export function readOpenImis(folder: string): OpenImis | readonly string[] {
  const read = tables.map((name) => [name, readOne(folder, `${name}.csv`)] as const);
  const complaints = read.flatMap(([, rows]) => (typeof rows === 'string' ? [rows] : []));
  return complaints.length > 0 ? complaints : (Object.fromEntries(read) as OpenImis);
}

function readOne(folder: string, file: string): readonly OpenImisRow[] | string {
  const table = readTable(join(folder, file), null);
  if (typeof table === 'string') return `${file}: ${table}`;
  const headings = table.headings.filter((heading) => heading !== '');
  const places = new Map(table.headings.map((heading, at) => [heading, at]));
  const rows = table.rows.map(({ line, cells }): OpenImisRow => {
    const cell = (column: string) => cells[places.get(column) ?? -1] ?? '';
    return {
      place: `${file}:${line}`,
      headings,
      cell,
      amount: (column) => cell(column).replace(/\.0+$/, ''),
      number: (column) => (cell(column) === '' ? null : Number(cell(column))),
    };
  });
  return rows.filter((row) => row.cell('ValidityTo') === '');
}
