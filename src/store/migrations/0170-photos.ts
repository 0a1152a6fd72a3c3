import type { Migration } from './migration.ts';

/** Card holders' photos by the hash that HEAD names: read from a card once, shown from here afterwards. */
export const photos: Migration = {
  number: 170,
  sql: `CREATE TABLE photos (
    place INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    bytes BLOB NOT NULL
  ) STRICT;`,
};
