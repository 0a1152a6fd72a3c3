import { type Kysely, sql } from 'kysely';

/** What the issuer is to do with cards when they are next in some terminal's reader, and what became of it. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `CREATE TABLE card_order (
     number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     card_number text NOT NULL,
     work text NOT NULL CHECK (work IN ('renew-head', 'unblock-pin', 'checkpoint')),
     content text NOT NULL,
     record text,
     state text NOT NULL CHECK (state IN ('open', 'done', 'replaced')),
     ordered_at timestamptz NOT NULL,
     expires_at timestamptz,
     done_at timestamptz,
     terminal_id text REFERENCES terminal,
     CHECK ((state = 'done') = (done_at IS NOT NULL)))`,
  `CREATE UNIQUE INDEX card_order_open ON card_order (card_number, work) WHERE state = 'open'`,
];
