import { z } from 'zod';
import type { CatalogueClass } from './catalogue-index.ts';
import type { Reader } from './connection.ts';
import { codeKey, findGtinKey, withoutArticle, wordsOf } from './normalise.ts';

/** How many matches of each way of looking are weighed: short prefixes match tens of thousands. */
const candidates = 50;

/**
 * Codes of the items that a query finds, best first: by words of the Arabic or English name, by ingredient,
 * strength or ATC (every word as a prefix), by code prefix, or by barcode (GTIN-8 to -14).
 */
export function searchItems(
  db: Reader,
  query: string,
  kinds: 'medicines' | 'services' | 'all',
  limit: number,
): string[] {
  const classes: CatalogueClass[] = kinds === 'all' ? ['medicines', 'services'] : [kinds];
  const scanned = findByBarcode(db, query, classes);
  return scanned.length > 0 ? scanned.slice(0, limit) : search(db, query, classes, limit);
}

/** ICD-10 codes that a query finds, best first: by words of either name, or by code prefix (dot or not). */
export const searchDiagnoses = (db: Reader, query: string, limit: number): string[] =>
  search(db, query, ['diagnoses'], limit);

function search(
  db: Reader,
  query: string,
  classes: readonly CatalogueClass[],
  limit: number,
): string[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const found = [
    ...classes.flatMap((kind) => findByCode(db, codeKey(query), kind)),
    ...findByWords(db, matchStart(words, classes)),
    ...findByWords(db, matchAnywhere(words, classes)),
  ];
  const byPosition = new Map(found.map((entry) => [entry.position, entry]));
  return [...byPosition.values()]
    .map((entry) => ({ ...entry, weight: weigh(entry, words, codeKey(query)) }))
    .sort((a, b) => a.weight - b.weight || a.position - b.position)
    .slice(0, limit)
    .map(({ code }) => code);
}

/** Smaller is better: the code itself, the whole name, a code's beginning, a name's beginning, the rest. */
function weigh(entry: Entry, words: readonly string[], key: string): number {
  const phrase = words.join(' ');
  const names = [entry.arKey, entry.enKey];
  if (entry.codeKey === key) return 0;
  if (names.includes(phrase)) return 1;
  if (entry.codeKey.startsWith(key)) return 2;
  return names.some((name) => name.startsWith(phrase)) ? 3 : 4;
}

const findByCode = (db: Reader, key: string, kind: CatalogueClass): Entry[] =>
  db
    .all(
      `SELECT ${columns} FROM catalogue
       WHERE class = :kind AND code_key >= :key AND code_key < :end ORDER BY code_key LIMIT :candidates`,
      { kind, key, end: `${key}\u{10ffff}`, candidates },
    )
    .map(entryOf);

// In the order of rowid, which is the pack's: sorting by FTS5's rank would visit every match.
const findByWords = (db: Reader, match: string): Entry[] =>
  db
    .all(
      `SELECT ${columns} FROM catalogue WHERE position IN
         (SELECT rowid FROM catalogue_words WHERE catalogue_words MATCH :match LIMIT :candidates)`,
      { match, candidates },
    )
    .map(entryOf);

function findByBarcode(db: Reader, query: string, classes: readonly CatalogueClass[]): string[] {
  const gtin = findGtinKey(query);
  if (gtin === null) return [];
  return db
    .all(
      `SELECT ${columns} FROM barcodes JOIN catalogue USING (position)
       WHERE gtin = :gtin ORDER BY position`,
      { gtin },
    )
    .map(entryOf)
    .flatMap((entry) => (classes.includes(entry.class) ? [entry.code] : []));
}

/** Names that begin with what was typed. */
const matchStart = (words: readonly string[], classes: readonly CatalogueClass[]): string =>
  `${ofClass(classes)} AND {ar en} : (^ "${words.join(' ')}" *)`;

/** Entries in which every word begins some word. */
const matchAnywhere = (words: readonly string[], classes: readonly CatalogueClass[]): string =>
  `${ofClass(classes)} AND {ar en more} : (${words.map(matchWord).join(' AND ')})`;

function matchWord(word: string): string {
  const bare = withoutArticle(word);
  return bare === null ? `"${word}" *` : `("${word}" * OR "${bare}" *)`;
}

const ofClass = (classes: readonly CatalogueClass[]): string =>
  `{class} : (${classes.join(' OR ')})`;

const columns = 'position, class, code, code_key AS codeKey, ar_key AS arKey, en_key AS enKey';

const rowSchema = z.object({
  position: z.number(),
  class: z.enum(['medicines', 'services', 'diagnoses']),
  code: z.string(),
  codeKey: z.string(),
  arKey: z.string(),
  enKey: z.string(),
});

type Entry = z.output<typeof rowSchema>;
const entryOf = (row: unknown): Entry => rowSchema.parse(row);
