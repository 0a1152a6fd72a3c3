import { type Kysely, sql } from 'kysely';

/** What terminals took back of their claims; a void whose claim has not come is held. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `CREATE TABLE claim_void (
     event_id text PRIMARY KEY,
     claim_id text NOT NULL,
     terminal_id text NOT NULL REFERENCES terminal,
     epoch integer NOT NULL,
     seq integer NOT NULL,
     lines text NOT NULL)`,
  `CREATE INDEX claim_void_claim ON claim_void (claim_id)`,
  `ALTER TABLE inbox DROP CONSTRAINT inbox_state_check`,
  `ALTER TABLE inbox ADD CONSTRAINT inbox_state_check
     CHECK (state IN ('waiting', 'kept', 'held', 'done', 'quarantined'))`,
  `ALTER TABLE verdict DROP CONSTRAINT verdict_outcome_check`,
  `ALTER TABLE verdict ADD CONSTRAINT verdict_outcome_check
     CHECK (outcome IN ('accepted', 'adjusted', 'rejected', 'pended', 'reversed'))`,
];
