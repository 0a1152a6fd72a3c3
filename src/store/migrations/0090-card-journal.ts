import type { Migration } from './migration.ts';

/** Records that this terminal signed for members' cards, and how far each card was seen to be written. */
export const cardJournal: Migration = {
  number: 90,
  sql: `
    CREATE TABLE card_writes (
      card_number TEXT NOT NULL,
      seq INTEGER NOT NULL CHECK (seq > 0),
      claim_id TEXT NOT NULL,
      event_id TEXT NOT NULL,
      record BLOB NOT NULL CHECK (length(record) = 240),
      saved_at TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('pending', 'committed', 'not-ratified', 'rebuilt')),
      PRIMARY KEY (event_id, seq)
    ) STRICT;

    CREATE INDEX card_writes_pending ON card_writes (card_number, seq) WHERE state = 'pending';
    CREATE INDEX card_writes_waiting ON card_writes (saved_at) WHERE state = 'pending';
    CREATE INDEX card_writes_by_claim ON card_writes (claim_id, seq);

    CREATE TABLE card_watermarks (
      card_number TEXT PRIMARY KEY,
      seq INTEGER NOT NULL CHECK (seq > 0),
      hash TEXT NOT NULL
    ) STRICT;
  `,
};
