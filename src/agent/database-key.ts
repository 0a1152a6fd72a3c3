import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import type { KeyWrap } from './agent.ts';

const keyBytes = 32;
const besideName = 'database.key';
const wrappedName = 'database.key.wrapped';

/**
 * The database's key, 32 bytes, made at the first start. With a wrap only its wrapped form is on disk;
 * without one it lies beside the database, readable by its owner alone, and the window says so all the time.
 * Fails with `database-key-wrong` when what is on disk is no key, or not one of this computer.
 */
export function readDatabaseKey(folder: string, wrap: KeyWrap | null): Result<Uint8Array, Failure> {
  const file = join(folder, wrap === null ? besideName : wrappedName);
  if (existsSync(file)) return unwrapKey(readFileSync(file), wrap);
  const key = randomBytes(keyBytes);
  keep(file, wrap === null ? key : wrap.wrap(key));
  return succeed(key);
}

/** Where the key of a folder lies; null where no terminal was ever opened. */
export function findKeyPlace(folder: string): 'beside' | 'wrapped' | null {
  if (existsSync(join(folder, besideName))) return 'beside';
  return existsSync(join(folder, wrappedName)) ? 'wrapped' : null;
}

function unwrapKey(stored: Uint8Array, wrap: KeyWrap | null): Result<Uint8Array, Failure> {
  try {
    const key = wrap === null ? stored : wrap.unwrap(stored);
    if (key.length === keyBytes) return succeed(key);
  } catch {
    // The operating system's store refuses what it did not wrap.
  }
  return failWith(failure('database-key-wrong'));
}

/**
 * A key that a crash could lose or cut short would lose the claims with it: it is whole and on disk
 * before it has its name, and has its name before its first use.
 */
function keep(file: string, bytes: Uint8Array): void {
  const unnamed = `${file}.new`;
  const descriptor = openSync(unnamed, 'w', 0o600);
  writeSync(descriptor, bytes);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(unnamed, file);
}
