import Database from 'better-sqlite3';

/** Holds the folder for this process alone. */
export interface ProcessLock {
  release(): void;
}

/**
 * Takes the folder, or null when another process (or another opening in this one) has it.
 * An empty SQLite file held in an exclusive transaction: the operating system itself lets go of it
 * when the process ends, however it ends, on every platform.
 */
export function takeProcessLock(file: string): ProcessLock | null {
  const handle = new Database(file, { timeout: 0 });
  try {
    handle.pragma('journal_mode = MEMORY');
    handle.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    handle.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  return { release: () => handle.close() };
}
