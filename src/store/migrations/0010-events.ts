import type { Migration } from './migration.ts';

/** The terminal's chain: signed events, in order, immutable but for when they were acknowledged. */
export const events: Migration = {
  number: 10,
  sql: `
    CREATE TABLE events (
      epoch INTEGER NOT NULL CHECK (epoch > 0),
      seq INTEGER NOT NULL CHECK (seq > 0),
      event_id TEXT NOT NULL UNIQUE,
      type TEXT NOT NULL,
      hash TEXT NOT NULL CHECK (length(hash) = 64),
      sig TEXT NOT NULL CHECK (length(sig) = 128),
      envelope TEXT NOT NULL,
      sent_at TEXT,
      PRIMARY KEY (epoch, seq)
    ) STRICT;

    CREATE INDEX events_unsent ON events (epoch, seq, sent_at) WHERE sent_at IS NULL;

    CREATE TRIGGER events_keep_their_content
    BEFORE UPDATE OF epoch, seq, event_id, type, hash, sig, envelope ON events
    BEGIN SELECT RAISE(ABORT, 'an event is immutable'); END;

    CREATE TRIGGER events_stay
    BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
  `,
};
