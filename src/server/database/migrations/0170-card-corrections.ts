import { type Kysely, sql } from 'kysely';

/** What voids owe to cards, and in which order terminals are told of it. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `CREATE TABLE card_correction (
     void_id text PRIMARY KEY,
     card_number text NOT NULL,
     content text,
     state text NOT NULL CHECK (state IN ('held', 'owed', 'done')),
     known_at timestamptz NOT NULL)`,
  `CREATE TABLE card_correction_told (
     seq integer PRIMARY KEY CHECK (seq > 0),
     void_id text NOT NULL REFERENCES card_correction (void_id))`,
  `CREATE TABLE card_correction_count (
     only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
     told integer NOT NULL)`,
  `INSERT INTO card_correction_count (told) VALUES (0)`,
];
