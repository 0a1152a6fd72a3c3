import type Database from 'better-sqlite3';
import type { Failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import type { WriteConnection, Writer } from './connection.ts';
import type { MirrorFile } from './mirror/mirror-file.ts';
import { encodeFrame } from './mirror/reconcile.ts';
import { findFailure } from './trouble.ts';

export type Commit = <T>(work: (db: Writer) => T) => Result<T, Failure>;

/**
 * The one way in which events become durable: room in the mirror, COMMIT, the mirror's frame, then the answer.
 * What can be refused (a full disk) is refused before COMMIT, so a failure means that nothing was written.
 * The database goes first, since a frame without its commit would bring back a claim that nobody was told of.
 */
export function makeCommit(
  handle: Database.Database,
  writer: WriteConnection,
  mirror: MirrorFile,
): Commit {
  let isStopped = false;

  /** What can be refused: the transaction with its room in the mirror. */
  function transact<T>(work: (db: Writer) => T): Transacted<T> {
    let frame: Buffer | null = null;
    const done = writer.transact(work, (entries) => {
      if (entries.length === 0) return;
      frame = encodeFrame(entries);
      mirror.reserve(frame.length);
    });
    return { ...done, frame };
  }

  /**
   * What cannot: between COMMIT and the end of the append the events stand in the database alone. Should the
   * disk itself fail here, nothing more is promised, and the next opening catches the mirror up.
   */
  function append(frame: Buffer): void {
    isStopped = true;
    mirror.append(frame);
    isStopped = false;
  }

  return (work) => {
    if (isStopped) throw new Error('the store stopped when its mirror could not be written');
    const transacted = attempt(() => transact(work));
    if (!transacted.ok) return transacted;
    const { value, frame, checkpoint } = transacted.value;
    if (frame !== null) append(frame);
    // Should it not succeed, the commit is no less durable: it stays in the WAL until the next one.
    if (checkpoint) attempt(() => handle.pragma('wal_checkpoint(TRUNCATE)'));
    return succeed(value);
  };
}

interface Transacted<T> {
  readonly value: T;
  readonly checkpoint: boolean;
  /** What the mirror must keep; null when no event was added. */
  readonly frame: Buffer | null;
}

function attempt<T>(work: () => T): Result<T, Failure> {
  try {
    return succeed(work());
  } catch (error) {
    const found = findFailure(error, 'terminal.db');
    if (found === null) throw error;
    return failWith(found);
  }
}
