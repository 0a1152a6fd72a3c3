import type { Migration } from './migration.ts';

/** Special prescriptions that this terminal's claims used up, by number, whoever was served. */
export const specialPrescriptions: Migration = {
  number: 220,
  sql: `
    CREATE TABLE special_prescriptions (
      claim_id TEXT NOT NULL REFERENCES claims (claim_id),
      line_id TEXT NOT NULL,
      number TEXT NOT NULL,
      used_on TEXT NOT NULL,
      item_code TEXT NOT NULL,
      provider_id TEXT,
      PRIMARY KEY (claim_id, line_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX special_prescriptions_number ON special_prescriptions (number);
  `,
};
