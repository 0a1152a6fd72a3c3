import type { Migration } from './migration.ts';

/** Lines sent for approval, with what the centre last said of each. */
export const requests: Migration = {
  number: 160,
  sql: `
    CREATE TABLE requests (
      request_id TEXT PRIMARY KEY,
      event_id TEXT NOT NULL UNIQUE REFERENCES events (event_id),
      request_number TEXT NOT NULL UNIQUE,
      requested_at TEXT NOT NULL,
      member_number TEXT NOT NULL,
      name_ar TEXT NOT NULL,
      name_latin TEXT NOT NULL,
      item_code TEXT NOT NULL,
      answer TEXT CHECK (answer IN ('accepted', 'adjusted', 'rejected', 'pended'))
    ) STRICT;

    CREATE INDEX requests_by_time ON requests (requested_at);
    CREATE INDEX requests_by_member ON requests (member_number, requested_at);
    CREATE INDEX requests_awaiting ON requests (member_number, item_code)
      WHERE answer IS NULL OR answer = 'pended';
  `,
};
