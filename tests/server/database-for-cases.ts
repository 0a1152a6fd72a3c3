import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { fromHex } from '#domain/chain.ts';
import { type OpenedDatabase, openDatabase } from '#server/database/open-database.ts';
import type { Database } from '#server/database/tables.ts';
import { type PublishedReferences, publishReference } from '#server/published-references.ts';
import { freshFolder } from './central-process.ts';
import { referenceKey, writeReference } from './reference-builder.ts';

export interface CasesDatabase {
  readonly folder: string;
  readonly db: Database;
}

/** A database of the centre for all cases of one file: opened before the first of them, gone after the last. */
export function databaseForCases(): CasesDatabase {
  const folder = freshFolder();
  let opened: OpenedDatabase | null = null;
  beforeAll(async () => {
    const database = await openDatabase(folder);
    if (!database.ok) throw new Error(database.failure.code);
    opened = database.value;
  }, 120_000);
  afterAll(async () => {
    await opened?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    get db() {
      if (opened === null) throw new Error('the database was not opened');
      return opened.db;
    },
  };
}

/** The insurer of the domain's stories, published in it. */
export function referencesForCases(database: CasesDatabase): PublishedReferences {
  let published: PublishedReferences | null = null;
  beforeAll(async () => {
    const file = join(database.folder, 'reference.json');
    writeReference(file);
    const done = await publishReference(database.db, file, fromHex(referenceKey));
    if (!done.ok) throw new Error(done.failure.code);
    published = done.value;
  }, 60_000);
  const known = () => {
    if (published === null) throw new Error('nothing was published');
    return published;
  };
  return {
    get current() {
      return known().current;
    },
    find: (manifestVersion) => known().find(manifestVersion),
  };
}
