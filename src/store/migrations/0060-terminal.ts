import type { Migration } from './migration.ts';

/** This terminal: its keys, what the server said of it, the visit in progress, small settings. */
export const terminal: Migration = {
  number: 60,
  sql: `
    CREATE TABLE identity (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      terminal_id TEXT NOT NULL,
      epoch INTEGER NOT NULL CHECK (epoch > 0),
      chain_key BLOB NOT NULL,
      card_key BLOB NOT NULL,
      provider_id TEXT,
      server_key TEXT,
      reference_key TEXT,
      enrolled_at TEXT,
      server_time TEXT
    ) STRICT;

    CREATE TABLE open_visit (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      content TEXT NOT NULL
    ) STRICT;

    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  `,
};
