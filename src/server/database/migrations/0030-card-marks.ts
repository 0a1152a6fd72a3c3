import { type Kysely, sql } from 'kysely';

/** What terminals report of cards' ledgers, place by place, and where two reports cannot both be true. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `CREATE TABLE card (card_number text PRIMARY KEY)`,
  `CREATE TABLE card_mark (
     card_number text NOT NULL REFERENCES card,
     card_seq integer NOT NULL CHECK (card_seq > 0),
     record_hash text NOT NULL,
     reported_at text NOT NULL,
     terminal_id text NOT NULL,
     epoch integer NOT NULL,
     seq integer NOT NULL,
     PRIMARY KEY (card_number, card_seq))`,
  `CREATE TABLE card_conflict (
     terminal_id text NOT NULL,
     epoch integer NOT NULL,
     seq integer NOT NULL,
     card_number text NOT NULL REFERENCES card,
     card_seq integer NOT NULL,
     record_hash text NOT NULL,
     kind text NOT NULL CHECK (kind IN ('other-hash', 'behind')),
     known_seq integer NOT NULL,
     known_hash text NOT NULL,
     found_at timestamptz NOT NULL,
     PRIMARY KEY (terminal_id, epoch, seq))`,
  `CREATE INDEX card_conflict_card ON card_conflict (card_number, card_seq)`,
];
