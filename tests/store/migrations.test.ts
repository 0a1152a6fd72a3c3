import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '#store/migrate.ts';
import { migrations } from '#store/migrations/index.ts';
import { failureOf, unwrap } from './claim-builders.ts';

const folder = join(import.meta.dirname, '../../src/store/migrations');

const hash = 'a'.repeat(64);
const insertEvent = `INSERT INTO events (epoch, seq, event_id, type, hash, sig, envelope)
  VALUES (1, 1, 'e1', 'claim', '${hash}', '${hash}${hash}', '{}')`;
const insertClaim = `INSERT INTO claims VALUES ('c1', 'e1', 'C-261123-0001', '2026-11-23T12:00:00.000Z',
  '2026-11-23', '1001', 'س', 'S', 'approved', 100, 80, 20, 0, 0, 1)`;

const selectClaim = 'SELECT claim_id, receipt_number, outcome, claimed, insurer FROM claims';

/** Rows that a database of that step may hold, and how to see them again after every later step. */
const rowsAt: Readonly<Record<number, { insert: string; select: string; rows: number }>> = {
  10: { insert: insertEvent, select: 'SELECT * FROM events', rows: 1 },
  20: { insert: `${insertEvent}; ${insertClaim}`, select: selectClaim, rows: 1 },
  30: {
    insert: `INSERT INTO verdicts VALUES ('c1', 1, 'accepted', '2026-11-23T12:00:00.000Z', '{}');
      UPDATE verdict_cursor SET down_seq = 7`,
    select: 'SELECT * FROM verdicts JOIN verdict_cursor ON down_seq = 7',
    rows: 1,
  },
  40: {
    insert: `INSERT INTO reference VALUES (1, 1, 'p', 'i', '{}');
      INSERT INTO members VALUES ('1001', '{}'); INSERT INTO hotlist VALUES ('9', '{}')`,
    select: 'SELECT 1 FROM reference, members, hotlist',
    rows: 1,
  },
  50: {
    insert: "INSERT INTO users VALUES ('u1', 'س', 'S', 'doctor', 'h', 3, NULL)",
    select: 'SELECT user_id, role, pin_hash FROM users WHERE pin_failures = 3',
    rows: 1,
  },
  60: {
    insert: `INSERT INTO identity (only, terminal_id, epoch, chain_key, card_key)
      VALUES (1, 'T', 1, x'01', x'02'); INSERT INTO settings VALUES ('a', '1')`,
    select: 'SELECT 1 FROM identity, settings',
    rows: 1,
  },
  70: { insert: `${insertEvent}; ${insertClaim}`, select: selectClaim, rows: 1 },
  80: {
    insert: `INSERT INTO identity (only, terminal_id, epoch, chain_key, card_key, card_certificate)
      VALUES (1, 'T', 1, x'01', x'02', x'03'); INSERT INTO synced_terminal_keys VALUES ('ab', '{}');
      UPDATE terminal_key_cursor SET seq = 7`,
    select: 'SELECT 1 FROM identity, synced_terminal_keys JOIN terminal_key_cursor ON seq = 7',
    rows: 1,
  },
  90: {
    insert: `INSERT INTO card_writes VALUES ('8', 1, 'c1', 'e1', zeroblob(240), '2026-11-23T12:00:00.000Z', 'pending');
      INSERT INTO card_watermarks VALUES ('8', 1, 'h')`,
    select: 'SELECT 1 FROM card_writes, card_watermarks',
    rows: 1,
  },
  100: {
    insert:
      "INSERT INTO users VALUES ('u1', 'س', 'S', 'doctor', 'h', 0, NULL, 'SY-1', 'cardiology')",
    select: "SELECT user_id, licence, specialty FROM users WHERE licence = 'SY-1'",
    rows: 1,
  },
  130: {
    insert: `${insertEvent}; INSERT INTO claims (claim_id, event_id, receipt_number, saved_at, service_date,
        member_number, name_ar, name_latin, outcome, claimed, insurer, member_share, member_private,
        provider_write_off, awaits_verdict, reversal)
      VALUES ('c1', 'e1', 'C-261123-0001', '2026-11-23T12:00:00.000Z', '2026-11-23', '1001', 'س', 'S',
        'approved', 0, 0, 0, 0, 0, 1, 'whole');
      INSERT INTO voids VALUES ('e1', 'c1', '2026-11-23T12:00:00.000Z', NULL, 'none');
      INSERT INTO day_closes VALUES ('2026-11-23', 'e1', '2026-11-23T12:00:00.000Z')`,
    select: "SELECT 1 FROM claims, voids, day_closes WHERE state = 'reversed'",
    rows: 1,
  },
  140: {
    insert: `INSERT INTO card_writes VALUES ('8', 1, 'c1', 'e1', zeroblob(240), '2026-11-23T12:00:00.000Z', 'committed')`,
    select: "SELECT * FROM card_writes INDEXED BY card_writes_committed WHERE state = 'committed'",
    rows: 1,
  },
  150: {
    insert: "INSERT INTO other_cards VALUES ('egk A123456780', '\"1001\"')",
    select: 'SELECT * FROM other_cards',
    rows: 1,
  },
  160: {
    insert: `${insertEvent}; INSERT INTO requests VALUES ('r1', 'e1', 'R-261123-0001',
      '2026-11-23T12:00:00.000Z', '1001', 'س', 'S', 'MRI', 'pended')`,
    select:
      "SELECT * FROM requests INDEXED BY requests_awaiting WHERE answer IS NULL OR answer = 'pended'",
    rows: 1,
  },
  190: {
    insert: "INSERT INTO recalls VALUES ('all', '[]')",
    select: 'SELECT * FROM recalls',
    rows: 1,
  },
  170: {
    insert: "INSERT INTO photos VALUES (1, 'h', zeroblob(9))",
    select: 'SELECT * FROM photos',
    rows: 1,
  },
  180: {
    insert: `INSERT INTO med_writes
      VALUES ('e1', '8', 1, zeroblob(252), '2026-11-23T12:00:00.000Z', 'pending')`,
    select: 'SELECT * FROM med_writes',
    rows: 1,
  },
  200: {
    insert: `${insertEvent}; INSERT INTO claims (claim_id, event_id, receipt_number, saved_at, service_date,
        member_number, name_ar, name_latin, outcome, claimed, insurer, member_share, member_private,
        provider_write_off, other_payers, awaits_verdict)
      VALUES ('c1', 'e1', 'C-261123-0001', '2026-11-23T12:00:00.000Z', '2026-11-23', '1001', 'س', 'S',
        'approved', 10, 10, 0, 0, 0, 5, 1)`,
    select: 'SELECT 1 FROM claims WHERE other_payers = 5',
    rows: 1,
  },
  220: {
    insert: `${insertEvent}; INSERT INTO claims (claim_id, event_id, receipt_number, saved_at, service_date,
        member_number, name_ar, name_latin, outcome, claimed, insurer, member_share, member_private,
        provider_write_off, awaits_verdict)
      VALUES ('c1', 'e1', 'C-261123-0001', '2026-11-23T12:00:00.000Z', '2026-11-23', '1001', 'س', 'S',
        'approved', 10, 10, 0, 0, 0, 1);
      INSERT INTO special_prescriptions VALUES ('c1', 'l1', 'N77', '2026-11-23', 'MOR-10', 'P')`,
    select: "SELECT 1 FROM special_prescriptions WHERE number = 'N77'",
    rows: 1,
  },
  250: {
    insert: `INSERT INTO told_corrections VALUES ('v1', '8', '{}', '2026-11-23T12:00:00.000Z');
      UPDATE correction_cursor SET seq = 7`,
    select: 'SELECT 1 FROM told_corrections JOIN correction_cursor ON seq = 7',
    rows: 1,
  },
};

test('every migration file is registered once, in the order of its number', () => {
  const files = readdirSync(folder).flatMap((name) => /^(\d{4})-/.exec(name)?.[1] ?? []);
  const numbers = migrations.map(({ number }) => number);
  expect(numbers).toEqual(files.map(Number));
  expect(numbers.every((number) => number % 10 === 0)).toBe(true);
});

test.each(migrations.map(({ number }) => number))(
  'rows of step %i survive every later step',
  (number) => {
    const handle = new Database(':memory:');
    unwrap(
      migrate(
        handle,
        migrations.filter((step) => step.number <= number),
      ),
    );
    const sample = rowsAt[number];
    if (sample === undefined) throw new Error(`give step ${number} rows to keep`);
    handle.exec(sample.insert);
    const before = handle.prepare(sample.select).all();
    expect(before).toHaveLength(sample.rows);
    unwrap(migrate(handle));
    expect(handle.prepare(sample.select).all()).toEqual(before);
    expect(unwrap(migrate(handle))).toBe(0);
  },
);

test('a claim that was sent, decided and partly sure before its life had a row of its own, has one', () => {
  const handle = new Database(':memory:');
  unwrap(
    migrate(
      handle,
      migrations.filter(({ number }) => number < 130),
    ),
  );
  const lines = [
    { guaranteed: true, amounts: { insurer: 50 } },
    { guaranteed: false, amounts: { insurer: 30 } },
  ];
  const envelope = JSON.stringify({ body: { decision: { lines } } });
  handle.exec(`${insertEvent}; ${insertClaim}; INSERT INTO verdicts
    VALUES ('c1', 1, 'adjusted', '2026-11-23T13:00:00.000Z', '{}')`);
  handle.exec('DROP TRIGGER events_keep_their_content');
  handle
    .prepare("UPDATE events SET envelope = ?, sent_at = '2026-11-23T12:30:00.000Z'")
    .run(envelope);
  unwrap(migrate(handle));
  expect(handle.prepare('SELECT state, sent_at, guaranteed, number FROM claims').all()).toEqual([
    { state: 'adjusted', sent_at: '2026-11-23T12:30:00.000Z', guaranteed: 50, number: null },
  ]);
});

test('a step that fails leaves the schema as it was before any of them', () => {
  const handle = new Database(':memory:');
  const steps = [
    { number: 10, sql: 'CREATE TABLE a (x INTEGER) STRICT' },
    { number: 20, sql: 'CREATE TABLE b (x INTEGER) STRICT; CREATE TABLE a (x INTEGER) STRICT' },
  ];
  expect(() => migrate(handle, steps)).toThrow('already exists');
  expect(handle.pragma('user_version', { simple: true })).toBe(0);
  expect(handle.prepare("SELECT name FROM sqlite_schema WHERE name IN ('a', 'b')").all()).toEqual(
    [],
  );
});

test('a schema newer than the last step is refused', () => {
  const handle = new Database(':memory:');
  handle.pragma('user_version = 25');
  const steps = [{ number: 20, sql: '' }];
  expect(failureOf(migrate(handle, steps))).toEqual({
    code: 'database-newer',
    found: 25,
    known: 20,
  });
});
