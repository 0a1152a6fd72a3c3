import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.ts';
import { asTable, mostCells, type Table, type TableRow } from './table.ts';

/** Reads separated values in any of the usual encodings and delimiters; a sentence that ends in the cure where it cannot. */
export function readCsv(bytes: Uint8Array): Table | string {
  const { text } = decodeText(bytes);
  const delimiter = detectDelimiter(text);
  let rows: TableRow[];
  try {
    rows = readRows(text, delimiter);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return `${error.message}: correct the quotes there`;
  }
  const cells = rows.reduce((sum, row) => sum + row.cells.length, 0);
  if (cells > mostCells) return 'the table has more than 20 million cells: divide it';
  return asTable(rows);
}

const delimiters = [',', ';', '\t', '|'] as const;

/** The delimiter that divides the first rows into the most columns, the same number in each. */
function detectDelimiter(text: string): string {
  const start = text
    .slice(0, 65_536)
    .split(/\r\n|\n|\r/)
    .slice(0, 20)
    .filter((line) => line.trim() !== '');
  const score = (delimiter: string): number => {
    const columns = start.map((line) => line.replaceAll(/"[^"]*"/g, '').split(delimiter).length);
    const [first = 1] = columns;
    const alike = columns.filter((count) => count === first).length;
    return first === 1 ? 0 : alike * 1000 + first;
  };
  return delimiters.reduce((best, one) => (score(one) > score(best) ? one : best));
}

/** Each row is told by the line on which it begins: a quoted cell may hold line ends. */
function readRows(text: string, delimiter: string): TableRow[] {
  const parsed: unknown = parse(text, {
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  let line = 1;
  return (parsed as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => {
    const inside = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
    line = info.lines - inside;
    return { line, cells: record };
  });
}
