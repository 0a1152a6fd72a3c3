import type { Migration } from './migration.ts';

/** By what cards admit this terminal, and the keys with which all terminals sign what they write there. */
export const cardCertificate: Migration = {
  number: 80,
  sql: `
    ALTER TABLE identity ADD COLUMN card_certificate BLOB;

    CREATE TABLE synced_terminal_keys (key_id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;

    CREATE TABLE terminal_key_cursor (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      seq INTEGER NOT NULL
    ) STRICT;

    INSERT INTO terminal_key_cursor (only, seq) VALUES (1, 0);
  `,
};
