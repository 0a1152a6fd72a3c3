/** A table as a spreadsheet or a text file holds it: everything is text, trimmed; an empty cell is an empty text. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** Its line in the text file, or its row in the sheet, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** More than any list of an insurer; what is larger is refused before it fills the memory. */
export const mostBytes = 256 * 1024 * 1024;
export const mostCells = 20_000_000;

/** Takes the first row that holds anything for the headings; rows without any content fall away. */
export function asTable(rows: readonly TableRow[]): Table | string {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [headings, ...others] = filled;
  if (headings === undefined)
    return 'the table is empty: write a row of headings, and the rows beneath it';
  const named = headings.cells.filter((heading) => heading !== '');
  const twice = named.find((heading, at) => named.indexOf(heading) < at);
  if (twice !== undefined)
    return `two columns have the heading "${twice}": give one of them another`;
  return { headings: headings.cells, rows: others };
}
