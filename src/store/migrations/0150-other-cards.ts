import type { Migration } from './migration.ts';

/** Members by the numbers of other schemes' health cards; filled with the next reference. */
export const otherCards: Migration = {
  number: 150,
  sql: 'CREATE TABLE other_cards (number TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;',
};
