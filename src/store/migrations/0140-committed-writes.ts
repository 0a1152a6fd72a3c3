import type { Migration } from './migration.ts';

/** Finds what is known to be on a card: its ceilings count only what is not. */
export const committedWrites: Migration = {
  number: 140,
  sql: `
    CREATE INDEX card_writes_committed ON card_writes (card_number, saved_at, seq)
      WHERE state = 'committed';
  `,
};
