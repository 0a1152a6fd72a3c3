import type { Migration } from './migration.ts';

/** Claims as they are listed and found, and what they supplied. What was decided stands in the event. */
export const claims: Migration = {
  number: 20,
  sql: `
    CREATE TABLE claims (
      claim_id TEXT PRIMARY KEY,
      event_id TEXT NOT NULL UNIQUE REFERENCES events (event_id),
      receipt_number TEXT NOT NULL UNIQUE,
      saved_at TEXT NOT NULL,
      service_date TEXT NOT NULL,
      member_number TEXT NOT NULL,
      name_ar TEXT NOT NULL,
      name_latin TEXT NOT NULL,
      outcome TEXT NOT NULL,
      claimed INTEGER NOT NULL CHECK (claimed >= 0),
      insurer INTEGER NOT NULL CHECK (insurer >= 0),
      member_share INTEGER NOT NULL CHECK (member_share >= 0),
      member_private INTEGER NOT NULL CHECK (member_private >= 0),
      provider_write_off INTEGER NOT NULL CHECK (provider_write_off >= 0),
      awaits_verdict INTEGER NOT NULL CHECK (awaits_verdict IN (0, 1)),
      CHECK (claimed = insurer + member_share + member_private + provider_write_off)
    ) STRICT;

    CREATE INDEX claims_by_saving ON claims (saved_at);
    CREATE INDEX claims_awaiting ON claims (claim_id) WHERE awaits_verdict = 1;
    CREATE INDEX claims_by_service_date ON claims (service_date, saved_at);

    CREATE TABLE supplies (
      claim_id TEXT NOT NULL REFERENCES claims (claim_id),
      member_number TEXT NOT NULL,
      repeat_code INTEGER NOT NULL,
      ends_on TEXT NOT NULL,
      days INTEGER NOT NULL,
      quantity INTEGER,
      provider_id TEXT,
      at TEXT NOT NULL
    ) STRICT;

    CREATE INDEX supplies_by_member ON supplies (member_number, ends_on);
    CREATE INDEX supplies_by_claim ON supplies (claim_id);
  `,
};
