import type { Migration } from './migration.ts';

/**
 * What other insurances and liable parties paid of a claim. `claimed` holds what is left of it for insurer, member
 * and provider, so that these still add up to it.
 */
export const otherPayers: Migration = {
  number: 200,
  sql: `
    ALTER TABLE claims ADD COLUMN other_payers INTEGER NOT NULL DEFAULT 0 CHECK (other_payers >= 0);
  `,
};
