import type { Migration } from './migration.ts';

/** A member's own claims are looked through before each decision. */
export const claimsByMember: Migration = {
  number: 70,
  sql: 'CREATE INDEX claims_by_member ON claims (member_number, service_date);',
};
