import Database from 'better-sqlite3';
import { type Failure, failure } from '#domain/failures.ts';

/** Thrown inside `commit` to undo it: the commit then answers with the failure. */
export class Refusal extends Error {
  readonly failure: Failure;

  constructor(why: Failure) {
    super(why.code);
    this.failure = why;
  }
}

/** The failure behind an exception of SQLite or of the file system; null when it is a bug. */
export function findFailure(error: unknown, file: string): Failure | null {
  if (error instanceof Refusal) return error.failure;
  if (error instanceof Database.SqliteError) return findSqliteFailure(error.code, file);
  return isFullDisk(error) ? failure('disk-full') : null;
}

function findSqliteFailure(code: string, file: string): Failure | null {
  if (fullDisk.includes(code)) return failure('disk-full');
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return failure('database-corrupt', { file });
  }
  return code.startsWith('SQLITE_BUSY') ? failure('database-locked') : null;
}

/**
 * SQLite tells a quota or a limit on a file's size, met while writing, as an error of input and
 * output. What it means to the user is the same: nothing more can be written here.
 */
const fullDisk: readonly string[] = ['SQLITE_FULL', 'SQLITE_IOERR_WRITE'];

/** No space, quota used up, or the largest file that the system permits. */
function isFullDisk(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
}
