import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { asTable, mostBytes, mostCells, type Table, type TableRow } from './table.ts';

/**
 * Reads one sheet of an Excel workbook (Office Open XML): the named one, else the first. Formulas count by the
 * value that the program left in them. What would unpack to more than a quarter of a gigabyte is refused unopened.
 */
export function readXlsx(bytes: Uint8Array, sheet: string | null): Table | string {
  const parts = unpack(bytes);
  if (typeof parts === 'string') return parts;
  try {
    return readParts(parts, sheet);
  } catch (error) {
    if (!(error instanceof MalformedXml)) throw error;
    return 'the sheet cannot be read: save it again as an Excel workbook (.xlsx)';
  }
}

function readParts(parts: Parts, sheet: string | null): Table | string {
  const place = findSheet(parts, sheet);
  if (place === null)
    return sheet === null
      ? 'it holds no sheet: save it as an Excel workbook (.xlsx)'
      : `no sheet is called "${sheet}": correct the name in the mapping`;
  const shared = readSharedTexts(textOf(parts, 'xl/sharedStrings.xml'));
  const rows = readSheet(textOf(parts, place), shared);
  return typeof rows === 'string' ? rows : asTable(rows);
}

type Parts = Readonly<Record<string, Uint8Array>>;

/** Only the parts that are read, and only while what they say of their size stays within bounds. */
function unpack(bytes: Uint8Array): Parts | string {
  let total = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (
          !/^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/.test(
            name,
          )
        )
          return false;
        total += originalSize;
        return total <= mostBytes;
      },
    });
    return total > mostBytes ? 'it would unpack to more than 256 MB: divide the table' : parts;
  } catch {
    return 'it is no Excel workbook: save it as .xlsx, or as CSV';
  }
}

/** The part of the sheet, by way of the workbook's list and its relations. */
function findSheet(parts: Parts, wanted: string | null): string | null {
  const sheets: { name: string; relation: string }[] = [];
  parse(textOf(parts, 'xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'sheet')
        sheets.push({ name: attributes.name ?? '', relation: attributes['r:id'] ?? '' });
    },
  });
  const sheet = wanted === null ? sheets[0] : sheets.find(({ name }) => name === wanted);
  const targets = new Map<string, string>();
  parse(textOf(parts, 'xl/_rels/workbook.xml.rels'), {
    open: (name, attributes) => {
      if (name === 'Relationship') targets.set(attributes.Id ?? '', attributes.Target ?? '');
    },
  });
  const target = sheet === undefined ? undefined : targets.get(sheet.relation);
  if (target === undefined) return null;
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function readSharedTexts(xml: string): readonly string[] {
  const texts: string[] = [];
  let current = '';
  let isPhonetic = false;
  parse(xml, {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') isPhonetic = true;
    },
    text: (text, inside) => {
      if (inside === 't' && !isPhonetic) current += text;
    },
    close: (name) => {
      if (name === 'rPh') isPhonetic = false;
      if (name === 'si') texts.push(current);
    },
  });
  return texts;
}

function readSheet(xml: string, shared: readonly string[]): TableRow[] | string {
  const rows: { line: number; cells: string[] }[] = [];
  let cells = 0;
  let column = 0;
  let type = '';
  let value = '';
  parse(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        const before = rows.at(-1)?.line ?? 0;
        rows.push({ line: Number(attributes.r ?? before + 1), cells: [] });
        column = -1;
      }
      if (name !== 'c') return;
      column = columnOf(attributes.r) ?? column + 1;
      type = attributes.t ?? 'n';
      value = '';
    },
    text: (text, inside) => {
      if (inside === 'v' || inside === 't') value += text;
    },
    close: (name) => {
      const row = rows.at(-1);
      if (name !== 'c' || row === undefined || column >= mostColumns) return;
      cells += Math.max(1, column + 1 - row.cells.length);
      while (row.cells.length < column) row.cells.push('');
      if (cells <= mostCells) row.cells[column] = sayCell(type, value, shared).trim();
    },
  });
  return cells > mostCells ? 'the sheet has more than 20 million cells: divide it' : rows;
}

/** The width of a sheet in Excel. */
const mostColumns = 16_384;

/** A number as its shortest text: 4.2 is stored as 4.2000000000000002. */
function sayCell(type: string, value: string, shared: readonly string[]): string {
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n' || value === '') return value;
  const number = Number(value);
  return Number.isFinite(number) && Math.abs(number) < 1e15 ? String(number) : value;
}

/** `C7` is column 2. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

interface Reading {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string, inside: string): void;
  close?(name: string): void;
}

class MalformedXml extends Error {}

/** Reads XML; names are told without their prefix. A document type, which a workbook never has, is refused. */
function parse(xml: string, reading: Reading): void {
  const parser = new SaxesParser();
  const inside: string[] = [];
  parser.on('error', (error) => {
    throw new MalformedXml(error.message);
  });
  parser.on('doctype', () => {
    throw new MalformedXml('a document type');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const local = withoutPrefix(name);
    inside.push(local);
    reading.open?.(local, attributes as Readonly<Record<string, string>>);
  });
  parser.on('text', (text) => reading.text?.(text, inside.at(-1) ?? ''));
  parser.on('closetag', () => reading.close?.(inside.pop() ?? ''));
  if (xml !== '') parser.write(xml).close();
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

const textOf = (parts: Parts, name: string): string => {
  const part = parts[name];
  return part === undefined ? '' : new TextDecoder().decode(part);
};
