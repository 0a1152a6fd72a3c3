import type { Migration } from './migration.ts';

/**
 * What became of each claim, in its own row so that it is found by it; what took it back; how it is searched
 * for; and the days that were closed.
 */
export const lifeOfClaims: Migration = {
  number: 130,
  sql: `
    ALTER TABLE claims ADD COLUMN reversal TEXT NOT NULL DEFAULT 'none'
      CHECK (reversal IN ('none', 'part', 'whole'));
    ALTER TABLE claims ADD COLUMN guaranteed INTEGER NOT NULL DEFAULT 0 CHECK (guaranteed >= 0);
    ALTER TABLE claims ADD COLUMN sent_at TEXT;
    ALTER TABLE claims ADD COLUMN verdict TEXT;
    ALTER TABLE claims ADD COLUMN verdict_at TEXT;
    ALTER TABLE claims ADD COLUMN number INTEGER;
    ALTER TABLE claims ADD COLUMN state TEXT NOT NULL GENERATED ALWAYS AS (
      CASE WHEN reversal = 'whole' THEN 'reversed'
        WHEN reversal = 'part' THEN 'partly-reversed'
        WHEN verdict IS NOT NULL THEN verdict
        WHEN sent_at IS NULL THEN 'queued'
        ELSE 'sent' END) VIRTUAL;

    UPDATE claims SET
      sent_at = (SELECT sent_at FROM events WHERE event_id = claims.event_id),
      verdict = (SELECT outcome FROM verdicts WHERE claim_id = claims.claim_id),
      verdict_at = (SELECT decided_at FROM verdicts WHERE claim_id = claims.claim_id),
      guaranteed = coalesce((
        SELECT sum(json_extract(line.value, '$.amounts.insurer'))
        FROM events, json_each(events.envelope, '$.body.decision.lines') AS line
        WHERE events.event_id = claims.event_id AND json_extract(line.value, '$.guaranteed')), 0);

    CREATE UNIQUE INDEX claims_by_number ON claims (number) WHERE number IS NOT NULL;
    CREATE INDEX claims_unnumbered ON claims (saved_at) WHERE number IS NULL;
    CREATE INDEX claims_by_state ON claims (state, saved_at);
    CREATE INDEX claims_by_day_and_state ON claims (service_date, state, saved_at);

    CREATE TRIGGER claims_follow_their_event
    AFTER UPDATE OF sent_at ON events WHEN new.type = 'claim'
    BEGIN UPDATE claims SET sent_at = new.sent_at WHERE event_id = new.event_id; END;

    CREATE VIRTUAL TABLE claim_words USING fts5 (
      words, content = '', tokenize = 'ascii', prefix = '1 2 3'
    );

    CREATE TABLE voids (
      event_id TEXT PRIMARY KEY REFERENCES events (event_id),
      claim_id TEXT NOT NULL REFERENCES claims (claim_id),
      voided_at TEXT NOT NULL,
      card_number TEXT,
      correction TEXT NOT NULL CHECK (correction IN ('none', 'owed', 'signed'))
    ) STRICT;

    CREATE INDEX voids_by_claim ON voids (claim_id, voided_at);
    CREATE INDEX voids_owed ON voids (card_number, voided_at) WHERE correction = 'owed';

    CREATE TABLE day_closes (
      day TEXT PRIMARY KEY,
      event_id TEXT NOT NULL UNIQUE REFERENCES events (event_id),
      closed_at TEXT NOT NULL
    ) STRICT;
  `,
};
