import { stringify } from 'yaml';
import { explainIssue, formatPath } from '../problem.ts';
import { type Kind, type KindName, kinds, leftOut, type Reading, type Row } from './kinds.ts';
import type { Mapping } from './mapping.ts';
import { plainDigits, readDate, readDecimal } from './read-scalars.ts';
import type { Table, TableRow } from './table/table.ts';

/** A row that cannot be taken, and why; line 0 stands for the headings. */
export interface Rejection {
  readonly line: number;
  readonly field: string;
  /** One sentence that ends in the cure. */
  readonly why: string;
}

export interface Imported {
  readonly rejected: readonly Rejection[];
  readonly rows: readonly Row[];
  /** The file's content in YAML; null while any row is rejected: nothing is half imported. */
  readonly content: string | null;
}

/** Makes rows of a pack out of a table. */
export function importTable(name: KindName, table: Table, mapping: Mapping): Imported {
  const kind: Kind = kinds[name];
  const columns = Object.entries(mapping.columns);
  const absent = columns
    .filter(([, heading]) => !table.headings.includes(heading))
    .map(([field, heading]) => ({
      line: 0,
      field,
      why: `no column has the heading "${heading}": write one of ${table.headings.filter((one) => one !== '').join(', ')}`,
    }));
  if (absent.length > 0) return { rejected: absent, rows: [], content: null };
  const places = new Map(
    columns.map(([field, heading]) => [field, table.headings.indexOf(heading)]),
  );
  const read = table.rows.map((row) => readRow(row, kind, mapping, places));
  const rejected = [
    ...read.flatMap((one) => ('row' in one ? [] : one.rejected)),
    ...findTwice(read, kind),
  ].toSorted((a, b) => a.line - b.line);
  const rows = read.flatMap((one) => ('row' in one ? [one.row] : []));
  return {
    rejected,
    rows,
    content:
      rejected.length > 0
        ? null
        : stringify(kind.file(rows), { lineWidth: 0, aliasDuplicateObjects: false }),
  };
}

type ReadRow =
  | { readonly line: number; readonly row: Row }
  | { readonly line: number; readonly rejected: readonly Rejection[] };

function readRow(
  { line, cells }: TableRow,
  kind: Kind,
  mapping: Mapping,
  places: ReadonlyMap<string, number>,
): ReadRow {
  const rejected: Rejection[] = [];
  const row: Record<string, unknown> = {};
  for (const [name, reading] of Object.entries(kind.fields)) {
    const field = name.replace(/\?$/, '');
    const place = places.get(field);
    const given = place === undefined ? mapping.fixed[field] : cells[place];
    const value = readField(given, name, reading, mapping);
    if (isComplaint(value)) rejected.push({ line, field, why: value.why });
    else put(row, field, value);
  }
  return rejected.length > 0 ? { line, rejected } : judge(line, row, kind);
}

function readField(
  given: string | number | null | undefined,
  name: string,
  reading: Reading,
  mapping: Mapping,
): unknown {
  const field = name.replace(/\?$/, '');
  if (given !== undefined && given !== null && given !== '')
    return readCell(String(given), reading, mapping, field);
  const mayBeEmpty = name.endsWith('?') || given === null;
  return mayBeEmpty ? (leftOut[field] ?? null) : { why: 'the cell is empty: write it' };
}

const isComplaint = (value: unknown): value is { readonly why: string } =>
  typeof value === 'object' && value !== null && 'why' in value;

function judge(line: number, row: Row, kind: Kind): ReadRow {
  const whole = kind.complete?.(row) ?? row;
  const parsed = kind.row.safeParse(whole, { reportInput: true });
  if (parsed.success) return { line, row: whole };
  return {
    line,
    rejected: parsed.error.issues.map((issue) => ({
      line,
      field: formatPath(issue.path.filter((step) => typeof step !== 'symbol')),
      why: explainIssue(issue),
    })),
  };
}

function readCell(
  text: string,
  reading: Reading,
  { decimal, dates, values }: Mapping,
  field: string,
): unknown {
  switch (reading) {
    case 'text':
      return text;
    case 'texts':
      return text
        .split(/[;؛]/)
        .map((part) => plainDigits(part.trim()))
        .filter((part) => part !== '');
    case 'word': {
      const words = values[field];
      const word = words === undefined ? text : words[text];
      const known = Object.keys(words ?? {}).join(', ');
      return word ?? { why: `nothing says what "${text}" is, only ${known}: add it to the values` };
    }
    case 'date':
      return (
        readDate(text, dates) ?? {
          why: `"${text}" is no date in the order ${dates}: correct it, or the mapping's dates`,
        }
      );
    case 'amount':
    case 'number': {
      const number = readDecimal(text, decimal);
      const why = `"${text}" is no number, or could be two: correct it, or say in the mapping which sign is decimal`;
      if (number === null) return { why };
      return reading === 'amount' ? number : Number(number);
    }
  }
}

function put(row: Record<string, unknown>, field: string, value: unknown): void {
  const steps = field.split('.');
  const last = steps.pop() ?? '';
  let inside = row;
  for (const step of steps) {
    inside[step] ??= {};
    inside = inside[step] as Record<string, unknown>;
  }
  inside[last] = value;
}

/** Rows that share what only one may have: all but the first. */
function findTwice(rows: readonly ReadRow[], { key }: Kind): Rejection[] {
  const lines = new Map<string, number>();
  return rows.flatMap((one) => {
    if (!('row' in one)) return [];
    const values = key.map((field) => field.split('.').reduce<unknown>(stepInto, one.row));
    const text = values.filter((value) => value !== null).join(', ');
    const first = lines.get(text);
    if (first !== undefined)
      return [
        {
          line: one.line,
          field: key[0] ?? '',
          why: `"${text}" is on line ${first} already: remove one of them`,
        },
      ];
    lines.set(text, one.line);
    return [];
  });
}

const stepInto = (value: unknown, step: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Row)[step] : undefined;
