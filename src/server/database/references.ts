import type { Database } from './tables.ts';

export interface PublishedReference {
  readonly manifestVersion: number;
  /** The signed reference, as JSON text. */
  readonly content: string;
}

/** Every reference ever published here, oldest first. */
export async function listReferences(db: Database): Promise<PublishedReference[]> {
  const rows = await db.selectFrom('reference').selectAll().orderBy('manifest_version').execute();
  return rows.map((row) => ({ manifestVersion: row.manifest_version, content: row.content }));
}

export async function addReference(db: Database, reference: PublishedReference): Promise<void> {
  await db
    .insertInto('reference')
    .values({ manifest_version: reference.manifestVersion, content: reference.content })
    .execute();
}
