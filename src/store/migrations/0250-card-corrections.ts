import type { Migration } from './migration.ts';

/** What voids at other terminals owe to cards, as the centre told it. */
export const cardCorrections: Migration = {
  number: 250,
  sql: `
    CREATE TABLE told_corrections (
      void_id TEXT PRIMARY KEY,
      card_number TEXT NOT NULL,
      content TEXT NOT NULL,
      told_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX told_corrections_card ON told_corrections (card_number);
    CREATE INDEX told_corrections_age ON told_corrections (told_at);

    CREATE TABLE correction_cursor (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      seq INTEGER NOT NULL
    ) STRICT;

    INSERT INTO correction_cursor (only, seq) VALUES (1, 0);
  `,
};
