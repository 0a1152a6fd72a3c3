import type { Migration } from './migration.ts';

/** One published reference: rule pack, members, blocked cards, known keys; and the words to search it by. */
export const reference: Migration = {
  number: 40,
  sql: `
    CREATE TABLE reference (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      manifest_version INTEGER NOT NULL,
      published_at TEXT NOT NULL,
      installed_at TEXT NOT NULL,
      pack TEXT NOT NULL
    ) STRICT;

    CREATE TABLE members (member_number TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;
    CREATE TABLE hotlist (card_number TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;
    CREATE TABLE terminal_keys (key_id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;
    CREATE TABLE issuer_keys (key_id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;

    CREATE TABLE catalogue (
      position INTEGER PRIMARY KEY,
      class TEXT NOT NULL CHECK (class IN ('medicines', 'services', 'diagnoses')),
      code TEXT NOT NULL,
      code_key TEXT NOT NULL,
      ar_key TEXT NOT NULL,
      en_key TEXT NOT NULL
    ) STRICT;

    CREATE INDEX catalogue_by_code ON catalogue (class, code_key);

    CREATE TABLE barcodes (
      gtin TEXT NOT NULL,
      position INTEGER NOT NULL REFERENCES catalogue (position),
      PRIMARY KEY (gtin, position)
    ) STRICT, WITHOUT ROWID;

    CREATE VIRTUAL TABLE catalogue_words USING fts5 (
      class, ar, en, more, content = '', tokenize = 'ascii', prefix = '1 2 3'
    );
  `,
};
