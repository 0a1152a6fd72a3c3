import type { Migration } from './migration.ts';

/** Batches that are called back: one row with all of them, or none while no reference told of any. */
export const recalls: Migration = {
  number: 190,
  sql: 'CREATE TABLE recalls (list TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;',
};
