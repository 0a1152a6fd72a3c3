import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyWrap } from './agent.ts';

const keyBytes = 32;

/**
 * The database's key, 32 bytes, made at the first start. With a wrap only its wrapped form is on disk;
 * without one it lies beside the database, readable by its owner alone, and the window says so all the time.
 */
export function readDatabaseKey(folder: string, wrap: KeyWrap | null): Uint8Array {
  const file = join(folder, wrap === null ? 'database.key' : 'database.key.wrapped');
  if (existsSync(file)) {
    const stored = readFileSync(file);
    return wrap === null ? stored : wrap.unwrap(stored);
  }
  const key = randomBytes(keyBytes);
  // A key that a power cut could lose would lose the claims with it: it is on disk before its first use.
  const descriptor = openSync(file, 'wx', 0o600);
  writeSync(descriptor, wrap === null ? key : wrap.wrap(key));
  fsyncSync(descriptor);
  closeSync(descriptor);
  return key;
}
