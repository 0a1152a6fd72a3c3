import { type Kysely, sql } from 'kysely';

/** What cards may let a terminal do at most, as its enrolment code said; null: all that its provider may. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `ALTER TABLE enrolment_code ADD COLUMN card_roles text`,
  `ALTER TABLE terminal ADD COLUMN card_roles text`,
];
