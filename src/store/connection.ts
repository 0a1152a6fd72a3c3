import Database from 'better-sqlite3';
import type { MirrorEntry } from './mirror/entry.ts';

/** Values of a statement's named parameters (`:name`). */
export type Values = Readonly<Record<string, string | number | bigint | Uint8Array | null>>;

/** A connection that can only look: what queries take. Rows come unparsed; each table's file maps its own. */
export interface Reader {
  /** The first row, or null. */
  one(sql: string, values?: Values): unknown;
  all(sql: string, values?: Values): unknown[];
}

/** The connection that may also change rows: handed out by `commit`. */
export interface Writer extends Reader {
  /** Runs one statement; returns how many rows it changed. */
  run(sql: string, values?: Values): number;
  /** All of the work or none of it; nests inside a commit. */
  atomically<T>(work: () => T): T;
  /** Notes what the mirror must keep of the running commit. */
  mirror(entry: MirrorEntry): void;
  /** Asks that the running commit be moved into the main file, whose pages are authenticated. */
  checkpointAfterwards(): void;
}

/** Opens an encrypted database file: chacha20 (each page authenticated by Poly1305), a raw 32-byte key. */
export function openDatabase(
  file: string,
  key: Uint8Array,
  options: { readonly readonly: boolean },
): Database.Database {
  if (key.length !== 32) throw new RangeError('a database key has 32 bytes');
  const handle = new Database(file, { readonly: options.readonly, timeout: 5000 });
  handle.pragma("cipher = 'chacha20'");
  handle.pragma(`key = 'raw:${Buffer.from(key).toString('hex')}'`);
  return handle;
}

/** A reader upon an opened handle; statements are prepared once. */
export class ReadConnection implements Reader {
  protected readonly handle: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(handle: Database.Database) {
    this.handle = handle;
  }

  one(sql: string, values: Values = {}): unknown {
    return this.prepare(sql).get(values) ?? null;
  }

  all(sql: string, values: Values = {}): unknown[] {
    return this.prepare(sql).all(values);
  }

  protected prepare(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.handle.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** The writer upon an opened handle; `commit` drains what it noted. */
export class WriteConnection extends ReadConnection implements Writer {
  #noted: { entries: MirrorEntry[]; checkpoint: boolean } | null = null;

  run(sql: string, values: Values = {}): number {
    return this.prepare(sql).run(values).changes;
  }

  atomically<T>(work: () => T): T {
    return this.handle.transaction(work).immediate();
  }

  mirror(entry: MirrorEntry): void {
    if (this.#noted === null) throw new Error('events and claims are recorded inside commit');
    this.#noted.entries.push(entry);
  }

  checkpointAfterwards(): void {
    if (this.#noted !== null) this.#noted.checkpoint = true;
  }

  /** Runs one outermost IMMEDIATE transaction; `beforeCommit` may still veto by throwing. */
  transact<T>(
    work: (db: Writer) => T,
    beforeCommit: (entries: readonly MirrorEntry[]) => void,
  ): { readonly value: T; readonly checkpoint: boolean } {
    if (this.#noted !== null) throw new Error('commit does not nest');
    const noted = { entries: [], checkpoint: false };
    this.#noted = noted;
    try {
      const value = this.atomically(() => {
        const result = work(this);
        beforeCommit(noted.entries);
        return result;
      });
      return { value, checkpoint: noted.checkpoint };
    } finally {
      this.#noted = null;
    }
  }
}
