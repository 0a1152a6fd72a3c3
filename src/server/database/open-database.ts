import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { migrations } from './migrations/index.ts';
import type { Database, Tables } from './tables.ts';

export interface OpenedDatabase {
  readonly db: Database;
  /** What an acknowledgement may promise: PGlite never calls fsync, so it survives the process alone. */
  readonly durability: 'disk' | 'process';
  close(): Promise<void>;
}

/** Opens the database in the server's folder and brings it up to date; the first start takes seconds. */
export async function openDatabase(folder: string): Promise<Result<OpenedDatabase, Failure>> {
  const place = join(folder, 'database');
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: new PGlite(place) }) });
  const migrated = await migrate(db);
  if (!migrated.ok) {
    await db.destroy();
    return migrated;
  }
  return succeed({ db, durability: 'process', close: () => db.destroy() });
}

/** Runs what is missing, all or nothing; refuses a database that is newer than the program. */
async function migrate(db: Database): Promise<Result<null, Failure>> {
  return await db.transaction().execute(async (write): Promise<Result<null, Failure>> => {
    await sql`CREATE TABLE IF NOT EXISTS migration (number integer PRIMARY KEY)`.execute(write);
    const { rows } = await sql<{
      found: number | null;
    }>`SELECT max(number) AS found FROM migration`.execute(write);
    const found = rows[0]?.found ?? 0;
    const latest = migrations.at(-1)?.number ?? 0;
    if (found > latest) return failWith(failure('database-newer', { found, known: latest }));
    for (const { number, up } of migrations.filter((step) => step.number > found)) {
      await up(write as unknown as Kysely<never>);
      await sql`INSERT INTO migration (number) VALUES (${number})`.execute(write);
    }
    return succeed(null);
  });
}
