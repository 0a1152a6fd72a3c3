import type Database from 'better-sqlite3';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

/** Brings the schema up to the last step, by all missing steps or by none; answers how many it took. */
export function migrate(
  handle: Database.Database,
  steps: readonly Migration[] = migrations,
): Result<number, Failure> {
  const found = Number(handle.pragma('user_version', { simple: true }));
  const known = steps.at(-1)?.number ?? 0;
  if (found > known) return failWith(failure('database-newer', { found, known }));
  const missing = steps.filter(({ number }) => number > found);
  if (missing.length > 0) handle.transaction(() => applySteps(handle, missing)).immediate();
  return succeed(missing.length);
}

function applySteps(handle: Database.Database, steps: readonly Migration[]): void {
  for (const { number, sql } of steps) {
    handle.exec(sql);
    handle.pragma(`user_version = ${number}`);
  }
}
