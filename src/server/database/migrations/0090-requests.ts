import { type Kysely, sql } from 'kysely';

/** Lines sent for approval with what became of them, and what claims took of the approvals that were granted. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `CREATE TABLE approval_request (
     number bigint GENERATED ALWAYS AS IDENTITY,
     request_id text PRIMARY KEY,
     request_number text NOT NULL,
     event_id text NOT NULL,
     terminal_id text NOT NULL REFERENCES terminal,
     epoch integer NOT NULL,
     seq integer NOT NULL,
     member_number text NOT NULL,
     provider_id text NOT NULL,
     item_code text NOT NULL,
     quantity integer NOT NULL,
     claimed bigint NOT NULL,
     service_date text NOT NULL,
     reasons text NOT NULL,
     state text NOT NULL CHECK (state IN ('pended', 'approved', 'refused')),
     approval text,
     CHECK ((state = 'approved') = (approval IS NOT NULL)))`,
  `CREATE INDEX approval_request_pended ON approval_request (number) WHERE state = 'pended'`,
  `CREATE INDEX approval_request_member ON approval_request (member_number) WHERE approval IS NOT NULL`,
  `CREATE TABLE approval_use (
     claim_id text NOT NULL,
     line_id text NOT NULL,
     approval_id text NOT NULL,
     quantity integer NOT NULL CHECK (quantity >= 0),
     amount bigint NOT NULL CHECK (amount >= 0),
     PRIMARY KEY (claim_id, line_id))`,
  `CREATE INDEX approval_use_approval ON approval_use (approval_id)`,
];
