import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { makeCommit } from './commit.ts';
import {
  openDatabase,
  ReadConnection,
  type Reader,
  WriteConnection,
  type Writer,
} from './connection.ts';
import { migrate } from './migrate.ts';
import { examineMirror, openMirror } from './mirror/mirror-file.ts';
import { type Reconciled, reconcile } from './mirror/reconcile.ts';
import { takeProcessLock } from './process-lock.ts';
import { findFailure } from './trouble.ts';

export type { Reader, Writer } from './connection.ts';

/** The terminal's memory: an encrypted SQLite database and the mirror of its events. */
export interface Store {
  readonly writer: Writer;
  readonly reader: Reader;
  /** What opening found to mend between database and mirror. */
  readonly mirror: Reconciled;
  /**
   * Runs the work in one IMMEDIATE transaction. When it answers with a value, everything written is on disk,
   * and every event added is in the mirror too. A failure means that nothing was written.
   */
  commit<T>(work: (db: Writer) => T): Result<T, Failure>;
  /** Moves everything into the main file and lets go of the folder. */
  close(): void;
}

/** Up to this size every page is verified at opening (some 9 ms a megabyte); beyond it, when it is read. */
const verifiedAtOpening = 32 * 1024 * 1024;

/**
 * Opens the store of a folder, or makes it. The key has 32 bytes.
 * Fails with 'database-locked', '-key-wrong', '-corrupt', '-newer', 'mirror-diverged' or 'disk-full'.
 */
export function openStore({
  folder,
  key,
}: {
  readonly folder: string;
  readonly key: Uint8Array;
}): Result<Store, Failure> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = takeProcessLock(join(folder, 'terminal.lock'));
  if (lock === null) return failWith(failure('database-locked'));
  const opened: { close(): unknown }[] = [{ close: () => lock.release() }];
  const closeAll = () => {
    for (const part of opened.splice(0).reverse()) part.close();
  };
  try {
    const store = openParts(folder, key, opened);
    if (!store.ok) {
      closeAll();
      return store;
    }
    return succeed({ ...store.value, close: closeAll });
  } catch (error) {
    closeAll();
    const found = findFailure(error, databaseName);
    if (found === null) throw error;
    return failWith(found);
  }
}

const databaseName = 'terminal.db';
const mirrorName = 'events.mirror';

/** Opens database, mirror and reader; what was opened is noted in `opened`, to be closed. */
function openParts(
  folder: string,
  key: Uint8Array,
  opened: { close(): unknown }[],
): Result<Omit<Store, 'close'>, Failure> {
  const file = join(folder, databaseName);
  const mirrorFile = join(folder, mirrorName);
  const mirrorState = examineMirror(mirrorFile, key);
  if (mirrorState === 'unreadable' && !existsSync(file))
    return failWith(failure('database-key-wrong'));

  const handle = openDatabase(file, key, { readonly: false });
  opened.push(handle);
  // The mirror knows the key too: when it recognises it, an unreadable database is a damaged one.
  const unlocked = unlock(handle);
  if (!unlocked && mirrorState !== 'readable') return failWith(failure('database-key-wrong'));
  if (!unlocked || !isSound(handle, file)) return failWith(corrupt);
  configure(handle);
  const migrated = migrate(handle);
  if (!migrated.ok) return migrated;
  if (migrated.value > 0) handle.pragma('wal_checkpoint(TRUNCATE)');

  // The database vouches for the key, so the mirror's header is damaged: it is set aside, never deleted.
  if (mirrorState === 'unreadable') renameSync(mirrorFile, `${mirrorFile}.damaged-${Date.now()}`);
  const mirror = openMirror(mirrorFile, key);
  opened.push(mirror);
  const writer = new WriteConnection(handle);
  const reconciled = reconcile(writer, mirror);
  if (!reconciled.ok) return reconciled;
  const readHandle = openDatabase(file, key, { readonly: true });
  opened.push(readHandle);
  const reader = new ReadConnection(readHandle);
  return succeed({
    writer,
    reader,
    mirror: reconciled.value,
    commit: makeCommit(handle, writer, mirror),
  });
}

const corrupt = failure('database-corrupt', { file: databaseName });

/** Whether the key opens the first page. */
function unlock(handle: Database.Database): boolean {
  try {
    handle.pragma('user_version');
    return true;
  } catch (error) {
    if (findFailure(error, databaseName)?.code === 'database-corrupt') return false;
    throw error;
  }
}

/** Reads every page of a file that is not too large for it: a flipped bit fails its page's authentication. */
function isSound(handle: Database.Database, file: string): boolean {
  if (statSync(file).size > verifiedAtOpening) return true;
  return handle.pragma('quick_check(1)', { simple: true }) === 'ok';
}

function configure(handle: Database.Database): void {
  handle.pragma('journal_mode = WAL');
  handle.pragma('synchronous = FULL');
  handle.pragma('foreign_keys = ON');
  // Without it, INSERT OR REPLACE would delete an event past its triggers.
  handle.pragma('recursive_triggers = ON');
}
