import { type Kysely, sql } from 'kysely';

/** Special prescriptions that accepted claims used up, by number, whoever was served. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `CREATE TABLE special_prescription (
     claim_id text NOT NULL,
     line_id text NOT NULL,
     number text NOT NULL,
     used_on text NOT NULL,
     item_code text NOT NULL,
     provider_id text NOT NULL,
     PRIMARY KEY (claim_id, line_id))`,
  `CREATE INDEX special_prescription_number ON special_prescription (number)`,
];
