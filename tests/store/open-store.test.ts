import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failure } from '#domain/failures.ts';
import { openDatabase } from '#store/connection.ts';
import { readChainHead } from '#store/events.ts';
import { migrations } from '#store/migrations/index.ts';
import { openStore } from '#store/open-store.ts';
import { saveOpenVisit } from '#store/open-visit.ts';
import { installReference } from '#store/reference.ts';
import { makeFolder, makeStore } from './builders.ts';
import {
  commitEvents,
  enrol,
  failureOf,
  key,
  listClaims,
  noon,
  otherKey,
  referenceOf,
  today,
  unwrap,
  writeClaim,
} from './claim-builders.ts';

/** A folder whose store was filled and closed. */
function makeClosedFolder(): string {
  const folder = makeFolder();
  const store = unwrap(openStore({ folder, key }));
  enrol(store);
  for (let done = 0; done < 10; done += 1)
    unwrap(store.commit((db) => writeClaim(db, { padding: 3000 })));
  store.close();
  return folder;
}

const open = (folder: string, withKey = key) => openStore({ folder, key: withKey });

test('what was committed is there after closing and opening again', () => {
  const folder = makeClosedFolder();
  const store = makeStore(folder);
  expect(listClaims(store.reader, today)).toHaveLength(10);
  expect(store.mirror).toEqual({ restored: 0, caughtUp: 0 });
});

test('the database runs in WAL with full synchronisation, foreign keys and strict tables', () => {
  const { writer } = makeStore();
  expect(writer.one('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
  expect(writer.one('PRAGMA synchronous')).toEqual({ synchronous: 2 });
  expect(writer.one('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
  expect(writer.one('PRAGMA busy_timeout')).toEqual({ timeout: 5000 });
  const lax = writer.all(
    `SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0
     AND schema = 'main' AND name NOT LIKE 'sqlite_%'`,
  );
  expect(lax).toEqual([]);
});

test.each([
  ['with database and mirror', []],
  ['without the mirror', ['events.mirror']],
  ['without the database', ['terminal.db']],
])('another key is told apart from damage, %s', (_, lost) => {
  const folder = makeClosedFolder();
  for (const file of lost) rmSync(join(folder, file));
  expect(failureOf(open(folder, otherKey))).toEqual({ code: 'database-key-wrong' });
});

test.each([
  ['in the salt', 3],
  ['in the first page', 1000],
  ['in the second page', 5000],
  ['in the middle', 0.5],
  ['in the last byte', -1],
])('a flipped bit of the main file is found %s', (_, place) => {
  const folder = makeClosedFolder();
  const file = join(folder, 'terminal.db');
  const size = statSync(file).size;
  const offset = place < 0 ? size + place : place < 1 ? Math.floor(size * place) : place;
  flipBit(file, offset);
  expect(failureOf(open(folder))).toEqual({ code: 'database-corrupt', file: 'terminal.db' });
});

test('damage that shows up only while running is a failure of the commit', () => {
  const folder = makeClosedFolder();
  const store = unwrap(openStore({ folder, key }));
  store.writer.run('PRAGMA cache_size = 1');
  const file = join(folder, 'terminal.db');
  for (let page = 1; page < statSync(file).size / 4096; page += 1) flipBit(file, page * 4096 + 100);
  store.writer.run('PRAGMA shrink_memory');
  expect(failureOf(store.commit((db) => readAll(db)))).toMatchObject({ code: 'database-corrupt' });
  store.close();
});

test('a database newer than the program is refused and not touched', () => {
  const folder = makeClosedFolder();
  const known = migrations.at(-1)?.number ?? 0;
  const handle = openDatabase(join(folder, 'terminal.db'), key, { readonly: false });
  handle.pragma(`user_version = ${known + 10}`);
  handle.close();
  const newer = failure('database-newer', { found: known + 10, known });
  expect(failureOf(open(folder))).toEqual(newer);
  expect(failureOf(open(folder))).toEqual(newer);
});

test('a second opening is refused, in this process and in another, until the first is closed', () => {
  const folder = makeFolder();
  const store = unwrap(open(folder));
  expect(failureOf(open(folder))).toEqual({ code: 'database-locked' });
  const module = new URL('../../src/store/open-store.ts', import.meta.url).href;
  const script = `
    import { openStore } from '${module}';
    const opened = openStore({ folder: process.argv[1], key: Buffer.alloc(32, 7) });
    console.log(opened.ok ? 'opened' : opened.failure.code);`;
  const openElsewhere = () =>
    spawnSync(process.execPath, ['--input-type=module', '-e', script, folder], {
      encoding: 'utf8',
      cwd: new URL('../..', import.meta.url).pathname,
    }).stdout.trim();
  expect(openElsewhere()).toBe('database-locked');
  store.close();
  expect(openElsewhere()).toBe('opened');
});

test('nothing that was stored can be read in the files', () => {
  const folder = makeFolder();
  const store = unwrap(open(folder));
  enrol(store);
  const members = [
    {
      person: {
        memberNumber: '1001',
        nameAr: 'اسم-مُعلَّم',
        nameLatin: 'MARKEDNAME',
        birth: { date: today, precision: 'day' as const },
        sex: 'female' as const,
      },
      membership: {
        memberNumber: '1001',
        policyNumber: 'P',
        planCode: 'A',
        relationship: 'self' as const,
        employer: null,
        policyStatus: 'active' as const,
        policyPeriod: { from: today, to: null },
        memberPeriod: { from: today, to: null },
      },
    },
  ];
  unwrap(store.commit((db) => installReference(db, referenceOf({ members }), noon)));
  unwrap(store.commit((db) => writeClaim(db)));
  unwrap(store.commit((db) => saveOpenVisit(db, { name: 'MARKEDNAME' })));
  // Copies of what a thief would find while the terminal runs, WAL included.
  const files = readdirSync(folder).map((name) => ({
    name,
    bytes: readFileSync(join(folder, name)),
  }));
  store.close();
  expect(files.map(({ name }) => name).sort()).toEqual([
    'events.mirror',
    'terminal.db',
    'terminal.db-shm',
    'terminal.db-wal',
    'terminal.lock',
  ]);
  // Long enough that no ciphertext spells one by chance.
  for (const word of ['MARKEDNAME', 'اسم-مُعلَّم', 'C-261123', 'claim', 'CREATE TABLE']) {
    const telling = files.filter(({ bytes }) => bytes.includes(word)).map(({ name }) => name);
    expect(telling, word).toEqual([]);
  }
});

test('a damaged mirror header is set aside and the mirror written anew', () => {
  const folder = makeClosedFolder();
  flipBit(join(folder, 'events.mirror'), 30);
  const store = makeStore(folder);
  expect(store.mirror).toEqual({ restored: 0, caughtUp: 10 });
  expect(readdirSync(folder).some((name) => name.startsWith('events.mirror.damaged-'))).toBe(true);
});

test('the reader cannot write, even by a statement', () => {
  const store = makeStore();
  expect(() => store.reader.all('DELETE FROM users RETURNING user_id')).toThrow('readonly');
});

test('a commit inside a commit is a bug, and leaves the store usable', () => {
  const store = makeStore();
  expect(() => store.commit(() => store.commit(() => null))).toThrow('does not nest');
  expect(commitEvents(store, 1)).toHaveLength(1);
});

test('a bug in the work undoes the commit and is thrown', () => {
  const store = makeStore();
  const bug = () =>
    store.commit((db) => {
      writeClaim(db);
      throw new TypeError('a bug');
    });
  expect(bug).toThrow('a bug');
  expect(readChainHead(store.reader, 1).seq).toBe(0);
});

test('a key of another length is a bug', () => {
  expect(() => openStore({ folder: makeFolder(), key: Buffer.alloc(31) })).toThrow('32 bytes');
});

const readAll = (db: { all(sql: string): unknown[] }): number =>
  db.all('SELECT * FROM events').length;

function flipBit(file: string, offset: number): void {
  const bytes = readFileSync(file);
  bytes[offset] = (bytes[offset] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
