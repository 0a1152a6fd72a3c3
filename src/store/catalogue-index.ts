import { z } from 'zod';
import { bilingualSchema } from '#contracts/schemas.ts';
import type { Writer } from './connection.ts';
import { codeKey, findGtinKey, withoutArticle, wordsOf } from './normalise.ts';

export type CatalogueClass = 'medicines' | 'services' | 'diagnoses';

/** What search needs of a rule pack; the rest of it passes unseen. */
export const searchablePackSchema = z.looseObject({
  items: z.array(
    z.object({
      code: z.string().min(1),
      kind: z.string(),
      name: bilingualSchema,
      medicine: z
        .object({
          atc: z.string(),
          ingredient: z.string(),
          strength: z.string(),
          form: z.string(),
          gtins: z.array(z.string()),
        })
        .nullable(),
    }),
  ),
  diagnoses: z.array(z.object({ code: z.string().min(1), name: bilingualSchema })),
});

export type SearchablePack = z.output<typeof searchablePackSchema>;

interface Entry {
  readonly class: CatalogueClass;
  readonly code: string;
  readonly name: { readonly ar: string; readonly en: string };
  readonly more: readonly string[];
  readonly gtins: readonly string[];
}

/** Replaces the words by which items and diagnoses are found; the pack's order breaks ties. */
export function indexCatalogue(db: Writer, { items, diagnoses }: SearchablePack): void {
  db.run('DELETE FROM barcodes');
  db.run('DELETE FROM catalogue');
  db.run("INSERT INTO catalogue_words (catalogue_words) VALUES ('delete-all')");
  const entries: Entry[] = [
    ...items.map(
      ({ code, kind, name, medicine }): Entry => ({
        class: kind === 'medicine' ? 'medicines' : 'services',
        code,
        name,
        more: [
          // "CBC" finds LAB-CBC: people know the part of a code that means something.
          code,
          ...(medicine === null
            ? []
            : [medicine.ingredient, medicine.strength, medicine.form, medicine.atc]),
        ],
        gtins: medicine?.gtins ?? [],
      }),
    ),
    ...diagnoses.map(
      ({ code, name }): Entry => ({ class: 'diagnoses', code, name, more: [], gtins: [] }),
    ),
  ];
  for (const [index, entry] of entries.entries()) addEntry(db, index + 1, entry);
}

function addEntry(
  db: Writer,
  position: number,
  { class: kind, code, name, more, gtins }: Entry,
): void {
  const ar = wordsOf(name.ar);
  const en = wordsOf(name.en);
  const bare = ar.flatMap((word) => withoutArticle(word) ?? []);
  const keys = { position, class: kind, ar: ar.join(' '), en: en.join(' ') };
  db.run(
    `INSERT INTO catalogue (position, class, code, code_key, ar_key, en_key)
     VALUES (:position, :class, :code, :codeKey, :ar, :en)`,
    { ...keys, code, codeKey: codeKey(code) },
  );
  db.run(
    `INSERT INTO catalogue_words (rowid, class, ar, en, more)
     VALUES (:position, :class, :ar, :en, :more)`,
    { ...keys, more: [...bare, ...more.flatMap(wordsOf)].join(' ') },
  );
  for (const gtin of gtins) {
    const key = findGtinKey(gtin);
    if (key === null) continue;
    db.run('INSERT OR IGNORE INTO barcodes (gtin, position) VALUES (:key, :position)', {
      key,
      position,
    });
  }
}
