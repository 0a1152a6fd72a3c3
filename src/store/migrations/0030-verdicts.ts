import type { Migration } from './migration.ts';

/** The server's latest verdict on each claim, and how far its answers were taken. */
export const verdicts: Migration = {
  number: 30,
  sql: `
    CREATE TABLE verdicts (
      claim_id TEXT PRIMARY KEY,
      version INTEGER NOT NULL,
      outcome TEXT NOT NULL,
      decided_at TEXT NOT NULL,
      content TEXT NOT NULL
    ) STRICT;

    CREATE TABLE verdict_cursor (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      down_seq INTEGER NOT NULL
    ) STRICT;

    INSERT INTO verdict_cursor (only, down_seq) VALUES (1, 0);
  `,
};
