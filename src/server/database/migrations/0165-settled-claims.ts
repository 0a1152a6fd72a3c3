import { type Kysely, sql } from 'kysely';

/**
 * What is left of claims that were decided and are not held: by it the centre counts what a member and a family used;
 * and who was told of that, of whom, and when.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `CREATE TABLE settled_claim (
     claim_id text PRIMARY KEY,
     terminal_id text NOT NULL,
     member_number text NOT NULL,
     history_key text NOT NULL,
     service_date text NOT NULL,
     content text NOT NULL)`,
  `CREATE TABLE told_facts (
     terminal_id text NOT NULL REFERENCES terminal,
     member_number text NOT NULL,
     told_at text NOT NULL,
     PRIMARY KEY (terminal_id, member_number, told_at))`,
  `CREATE INDEX settled_claim_member ON settled_claim (member_number, service_date)`,
];
