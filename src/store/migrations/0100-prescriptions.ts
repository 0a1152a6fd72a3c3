import type { Migration } from './migration.ts';

/** By what a user may prescribe, and the records that were signed for a card and are not on it. */
export const prescriptions: Migration = {
  number: 100,
  sql: `
    ALTER TABLE users ADD COLUMN licence TEXT;
    ALTER TABLE users ADD COLUMN specialty TEXT;

    CREATE INDEX card_writes_unwritten ON card_writes (card_number, seq)
      WHERE state IN ('pending', 'not-ratified');
  `,
};
