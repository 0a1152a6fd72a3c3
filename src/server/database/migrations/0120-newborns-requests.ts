import { type Kysely, sql } from 'kysely';

/** The birth date of a newborn whose line was sent for approval on its mother's membership; null: the member's own. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw('ALTER TABLE approval_request ADD COLUMN born_on text').execute(db);
}
