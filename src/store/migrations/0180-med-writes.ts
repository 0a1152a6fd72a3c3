import type { Migration } from './migration.ts';

/** MED records that doctors signed here for members' cards. */
export const medWrites: Migration = {
  number: 180,
  sql: `
    CREATE TABLE med_writes (
      event_id TEXT PRIMARY KEY,
      card_number TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      record BLOB NOT NULL CHECK (length(record) = 252),
      saved_at TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('pending', 'committed', 'superseded'))
    ) STRICT;

    CREATE UNIQUE INDEX med_writes_pending ON med_writes (card_number) WHERE state = 'pending';
  `,
};
