import { type Kysely, sql } from 'kysely';

/** What doctors ordered, as their terminals told: who, for whom, when, and with which claim. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `CREATE TABLE prescription (
     terminal_id text NOT NULL,
     epoch integer NOT NULL,
     seq integer NOT NULL,
     prescription_id text NOT NULL,
     member_number text NOT NULL,
     card_number text NOT NULL,
     licence text NOT NULL,
     written_at text NOT NULL,
     claim_id text,
     content text NOT NULL,
     PRIMARY KEY (terminal_id, epoch, seq))`,
  `CREATE INDEX prescription_member ON prescription (member_number, written_at)`,
];
