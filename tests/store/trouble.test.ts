import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { failure } from '#domain/failures.ts';
import { findFailure } from '#store/trouble.ts';

const sqlite = (code: string) => new Database.SqliteError('as SQLite says it', code);
const system = (code: string) => Object.assign(new Error('as the system says it'), { code });

test.each([
  ['a full disk', sqlite('SQLITE_FULL'), failure('disk-full')],
  ['a limit met while writing', sqlite('SQLITE_IOERR_WRITE'), failure('disk-full')],
  ['no space', system('ENOSPC'), failure('disk-full')],
  ['a used-up quota', system('EDQUOT'), failure('disk-full')],
  ['the largest permitted file', system('EFBIG'), failure('disk-full')],
  ['damage', sqlite('SQLITE_CORRUPT_VTAB'), failure('database-corrupt', { file: 'f' })],
  ['another process', sqlite('SQLITE_BUSY_SNAPSHOT'), failure('database-locked')],
  ['a disk that does not read', sqlite('SQLITE_IOERR_READ'), null],
  ['a bug', new TypeError('of ours'), null],
])('%s is told as what it means', (_, error, expected) => {
  expect(findFailure(error, 'f')).toEqual(expected);
});
