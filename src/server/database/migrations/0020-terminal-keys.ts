import { type Kysely, sql } from 'kysely';

/** Publishes the card keys of all terminals, those that are enrolled already first. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `CREATE TABLE terminal_key (
     seq integer PRIMARY KEY CHECK (seq > 0),
     terminal_id text NOT NULL,
     public_key text NOT NULL,
     provider_id text NOT NULL,
     from_day text NOT NULL,
     to_day text,
     is_revoked boolean NOT NULL)`,
  `CREATE INDEX terminal_key_terminal ON terminal_key (terminal_id, seq)`,
  `INSERT INTO terminal_key (seq, terminal_id, public_key, provider_id, from_day, to_day, is_revoked)
   SELECT row_number() OVER (ORDER BY enrolled_at, terminal_id), terminal_id, card_key, provider_id,
     to_char(enrolled_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'), NULL, false
   FROM terminal`,
  `CREATE TABLE terminal_key_count (
     only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
     published integer NOT NULL)`,
  `INSERT INTO terminal_key_count (published) SELECT count(*) FROM terminal_key`,
];
