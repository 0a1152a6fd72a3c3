import type { Migration } from './migration.ts';

/** Who may sign in, and how often a wrong PIN was tried since the last right one. */
export const users: Migration = {
  number: 50,
  sql: `
    CREATE TABLE users (
      user_id TEXT PRIMARY KEY,
      name_ar TEXT NOT NULL,
      name_en TEXT NOT NULL,
      role TEXT NOT NULL,
      pin_hash TEXT NOT NULL,
      pin_failures INTEGER NOT NULL DEFAULT 0,
      locked_until TEXT
    ) STRICT;
  `,
};
