import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedBytes } from '#contracts/signed-bytes.ts';
import { toHex } from '#domain/chain.ts';
import type { Instant } from '#domain/dates.ts';
import { type OpenedDatabase, openDatabase } from '#server/database/open-database.ts';
import { mintCode } from '#server/enrolment/codes.ts';
import { enrol } from '#server/enrolment/enrol.ts';
import { loadServerKey } from '#server/keys.ts';
import { makeTerminal, pack } from '#tests/sync/test-terminal.ts';
import { freshFolder } from './central-process.ts';

const folder = freshFolder();
let database: OpenedDatabase;

beforeAll(async () => {
  const opened = await openDatabase(folder);
  if (!opened.ok) throw new Error(opened.failure.code);
  database = opened.value;
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function requestWith(code: string) {
  const { chainKeys, cardKeys } = makeTerminal();
  const keys = { chainKey: toHex(chainKeys.publicKey), cardKey: toHex(cardKeys.publicKey) };
  const bytes = signedBytes('enrol1', { code, ...keys });
  const chainProof = toHex(chainKeys.sign(bytes));
  return { code, ...keys, chainProof, cardProof: toHex(cardKeys.sign(bytes)) };
}

describe('the database of the centre', () => {
  it('keeps the hash of an enrolment code, and lets it expire after 24 hours', async () => {
    const { code, expiresAt } = await mintCode(database.db, 'NAFIS');
    const { rows } = await sql<{ code_hash: string }>`SELECT code_hash FROM enrolment_code`.execute(
      database.db,
    );
    const hash = createHash('sha256').update(Buffer.from(code, 'hex')).digest('hex');
    expect(rows).toEqual([{ code_hash: hash }]);

    const key = loadServerKey(folder);
    const at = (now: string) =>
      enrol(database.db, requestWith(code), {
        key,
        referenceKey: '00'.repeat(32),
        providerAnchor: null,
        pack,
        now: now as Instant,
      });
    expect(await at(expiresAt)).toEqual({ ok: false, failure: { code: 'enrolment-code-wrong' } });
    const justBefore = new Date(Date.parse(expiresAt) - 1).toISOString();
    // A server without an anchor vouches for nobody.
    expect(await at(justBefore)).toMatchObject({
      ok: true,
      value: { grant: { cardCertificate: null } },
    });
  });

  it.each([
    [
      'the oldest waiting event',
      "SELECT line FROM inbox WHERE state = 'waiting' ORDER BY arrival LIMIT 1 FOR UPDATE SKIP LOCKED",
      'inbox_waiting',
    ],
    [
      'verdicts behind a cursor',
      "SELECT content FROM verdict WHERE terminal_id = 'T' AND down_seq > 5 ORDER BY down_seq LIMIT 50",
      'verdict_pkey',
    ],
    [
      'hashes in custody',
      "SELECT seq, hash FROM inbox WHERE terminal_id = 'T' AND epoch = 1 AND seq >= 3 AND seq <= 9",
      'inbox_pkey',
    ],
    [
      'published terminal keys behind a cursor',
      'SELECT * FROM terminal_key WHERE seq > 5 ORDER BY seq LIMIT 200',
      'terminal_key_pkey',
    ],
    [
      "a card's watermark",
      "SELECT * FROM card_mark WHERE card_number = '9' ORDER BY card_seq DESC LIMIT 1",
      'card_mark_pkey',
    ],
    [
      "a terminal's own keys",
      "SELECT * FROM terminal_key WHERE terminal_id = 'T' ORDER BY seq",
      'terminal_key_terminal',
    ],
    [
      "a member's supplies",
      "SELECT days FROM supply WHERE member_number = '1' AND terminal_id != 'T' ORDER BY ends_on",
      'supply_member',
    ],
  ])('finds %s by an index', async (_, query, index) => {
    const plan = await database.db.connection().execute(async (db) => {
      // Tables of a test are small enough to be read whole; a large one is not.
      await sql`SET enable_seqscan = off`.execute(db);
      return await sql.raw<Record<string, string>>(`EXPLAIN ${query}`).execute(db);
    });
    expect(plan.rows.map((row) => Object.values(row).join()).join(' ')).toContain(index);
  });

  it('refuses to be opened by a program older than itself', async () => {
    await sql`INSERT INTO migration (number) VALUES (9990)`.execute(database.db);
    await database.close();
    expect(await openDatabase(folder)).toMatchObject({
      ok: false,
      failure: { code: 'database-newer', found: 9990 },
    });
  });
});
