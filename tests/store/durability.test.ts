import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { hashEnvelope } from '#domain/chain.ts';
import { findClaim, listOwnSupplies } from '#store/claims.ts';
import { makeCommit } from '#store/commit.ts';
import { openDatabase, WriteConnection } from '#store/connection.ts';
import { addEvent, listUnsent, readChainHead } from '#store/events.ts';
import { openMirror } from '#store/mirror/mirror-file.ts';
import { openStore } from '#store/open-store.ts';
import { makeFolder, makeStore } from './builders.ts';
import {
  chainTools,
  failureOf,
  key,
  listClaims,
  member,
  nextEvent,
  today,
  unwrap,
  writeClaim,
} from './claim-builders.ts';

const child = new URL('committing-child.ts', import.meta.url).pathname;

/** Commits claims in a process of its own until it is killed or done; answers what it reported as saved. */
async function commitInChild(
  folder: string,
  { killAfter = Infinity, count = Infinity, padding = 0, fileLimit = 'unlimited' },
): Promise<string[]> {
  const command = `ulimit -f ${fileLimit}; exec "$0" "$@"`;
  const args = [
    process.execPath,
    child,
    folder,
    key.toString('hex'),
    String(count),
    String(padding),
  ];
  const running = spawn('sh', ['-c', command, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(running, 'exit');
  const reported: string[] = [];
  for await (const line of createInterface({ input: running.stdout })) {
    reported.push(line);
    if (reported.length === killAfter) running.kill('SIGKILL');
  }
  await exited;
  return reported;
}

test('every reported claim survives kill -9 in the middle of committing, three times over', async () => {
  const folder = makeFolder();
  const reported: string[] = [];
  for (const killAfter of [1, 20, 40]) {
    reported.push(...(await commitInChild(folder, { killAfter })));
    const store = unwrap(openStore({ folder, key }));
    for (const claimId of reported) expect(findClaim(store.reader, claimId)).not.toBeNull();
    // One more may have been committed, and not yet reported, when the signal came.
    expectWholeChain(store.reader);
    store.close();
  }
  expect(reported.length).toBeGreaterThanOrEqual(61);
});

test.each([
  ['is gone', (wal: string) => rmSync(wal)],
  [
    'is cut in half',
    (wal: string) => writeFileSync(wal, readFileSync(wal).subarray(0, statSync(wal).size / 2)),
  ],
  ['has one flipped bit', (wal: string) => flipBit(wal, 40_000)],
])('what was only in the WAL comes back from the mirror when the WAL %s', async (_, damage) => {
  const folder = makeFolder();
  const reported = await commitInChild(folder, { count: 40 });
  expect(reported).toHaveLength(40);
  damage(join(folder, 'terminal.db-wal'));

  const store = makeStore(folder);
  expect(store.mirror.restored).toBeGreaterThan(0);
  expectWholeChain(store.reader);
  for (const claimId of reported) {
    expect(findClaim(store.reader, claimId)).toMatchObject({
      member,
      state: 'queued',
      outcome: 'approved',
    });
  }
  expect(listOwnSupplies(store.reader, member.memberNumber, today)).toHaveLength(40);
  expect(unwrap(store.commit((db) => writeClaim(db)))).toBe('claim-41');
  expect(findClaim(store.reader, 'claim-41')?.receiptNumber).toBe('C-261123-0041');
});

test('a frame that was torn by a power cut was never reported, and is dropped', () => {
  const folder = makeFolder();
  const mirror = join(folder, 'events.mirror');
  const first = unwrap(openStore({ folder, key }));
  unwrap(first.commit((db) => writeClaim(db)));
  const whole = readFileSync(mirror);
  unwrap(first.commit((db) => writeClaim(db)));
  first.close();
  const torn = readFileSync(mirror);
  // The second frame's last bytes never reached the disk.
  const end = torn.length - torn.findLastIndex((byte) => byte !== 0);
  torn.fill(0, torn.length - end - 20);
  expect(whole.equals(torn)).toBe(false);
  writeFileSync(mirror, torn);

  const second = unwrap(openStore({ folder, key }));
  expect(second.mirror).toEqual({ restored: 0, caughtUp: 1 });
  unwrap(second.commit((db) => writeClaim(db)));
  second.close();
  expect(makeStore(folder).mirror).toEqual({ restored: 0, caughtUp: 0 });
});

test('a lost mirror is written anew from the database, and gives everything back later', async () => {
  const folder = makeFolder();
  await commitInChild(folder, { count: 5 });
  const early = join(folder, 'early.db');
  copyFileSync(join(folder, 'terminal.db'), early);
  rmSync(join(folder, 'events.mirror'));
  const reopened = unwrap(openStore({ folder, key }));
  expect(reopened.mirror).toEqual({ restored: 0, caughtUp: 5 });
  reopened.close();
  // The main file as it was before those five: only the new mirror knows them now.
  copyFileSync(early, join(folder, 'terminal.db'));
  const store = makeStore(folder);
  expect(store.mirror).toEqual({ restored: 5, caughtUp: 0 });
  expect(listClaims(store.reader, today)).toHaveLength(5);
  expect(listOwnSupplies(store.reader, member.memberNumber, today)).toHaveLength(5);
});

test.each([
  ['in a length', 56],
  ['in a frame', 100],
])(
  'a flipped bit %s of an old part of the mirror does not keep a sound database from opening',
  (_, offset) => {
    const folder = makeFolder();
    const first = unwrap(openStore({ folder, key }));
    for (let done = 0; done < 5; done += 1) unwrap(first.commit((db) => writeClaim(db)));
    first.close();
    flipBit(join(folder, 'events.mirror'), offset);
    unwrap(openStore({ folder, key })).close();
    const store = makeStore(folder);
    expect(store.mirror).toEqual({ restored: 0, caughtUp: 0 });
    expect(listClaims(store.reader, today)).toHaveLength(5);
  },
);

test('an event that both have lost is not skipped', async () => {
  const folder = makeFolder();
  await commitInChild(folder, { count: 5 });
  flipBit(join(folder, 'events.mirror'), 100);
  rmSync(join(folder, 'terminal.db-wal'));
  const lost = openStore({ folder, key });
  expect(failureOf(lost)).toEqual({ code: 'database-corrupt', file: 'events.mirror' });
});

test('a mirror that cannot be written after COMMIT stops the store, and is caught up at the next opening', () => {
  const folder = makeFolder();
  unwrap(openStore({ folder, key })).close();
  const handle = openDatabase(join(folder, 'terminal.db'), key, { readonly: false });
  const mirror = openMirror(join(folder, 'events.mirror'), key);
  const commit = makeCommit(handle, new WriteConnection(handle), mirror);
  unwrap(commit((db) => writeClaim(db)));
  // Its room is there, but the file is not writable any more.
  mirror.close();
  expect(() => commit((db) => writeClaim(db))).toThrow('EBADF');
  expect(() => commit(() => null)).toThrow('stopped');
  handle.close();
  const store = makeStore(folder);
  expect(store.mirror).toEqual({ restored: 0, caughtUp: 1 });
  expect(listClaims(store.reader, today)).toHaveLength(2);
});

test('two histories are never merged', async () => {
  const folder = makeFolder();
  await commitInChild(folder, { count: 2 });
  const other = join(folder, 'other.mirror');
  copyFileSync(join(folder, 'events.mirror'), other);
  rmSync(join(folder, 'terminal.db-wal'));
  rmSync(join(folder, 'events.mirror'));
  // Without WAL and mirror the terminal knows nothing of the two, and goes on differently.
  const store = unwrap(openStore({ folder, key }));
  unwrap(store.commit((db) => addEvent(db, nextEvent(db, { body: 'another' }))));
  store.close();
  copyFileSync(other, join(folder, 'events.mirror'));
  rmSync(join(folder, 'terminal.db-wal'), { force: true });
  expect(failureOf(openStore({ folder, key })).code).toBe('mirror-diverged');
});

test('a database without its identity does not take the events of a lost one', () => {
  const folder = makeFolder();
  const store = unwrap(openStore({ folder, key }));
  unwrap(store.commit((db) => writeClaim(db)));
  store.close();
  rmSync(join(folder, 'terminal.db'));
  expect(failureOf(openStore({ folder, key })).code).toBe('database-corrupt');
});

test('a full disk refuses the claim whole; everything reported before is kept', async () => {
  const folder = makeFolder();
  // In blocks of 512 bytes; the WAL moves into the main file at 4 MB, so the mirror meets the limit first.
  const reported = await commitInChild(folder, { fileLimit: '12000', padding: 50_000, count: 300 });
  expect(reported.pop()).toBe('disk-full');
  expect(reported.length).toBeGreaterThan(50);
  const store = makeStore(folder);
  expect(
    listClaims(store.reader, today)
      .map(({ claimId }) => claimId)
      .sort(),
  ).toEqual(reported.sort());
  expect(store.mirror).toEqual({ restored: 0, caughtUp: 0 });
  expect(unwrap(store.commit((db) => writeClaim(db)))).toBe(`claim-${reported.length + 1}`);
});

test('a database that may not grow answers disk-full and stays as it was', () => {
  const folder = makeFolder();
  const store = makeStore(folder);
  unwrap(store.commit((db) => writeClaim(db)));
  store.writer.one('PRAGMA max_page_count = 1');
  const refused = store.commit((db) => writeClaim(db, { padding: 50_000 }));
  expect(failureOf(refused)).toEqual({ code: 'disk-full' });
  expect(readChainHead(store.reader, 1).seq).toBe(1);
  store.writer.one('PRAGMA max_page_count = 100000');
  expect(unwrap(store.commit((db) => writeClaim(db)))).toBe('claim-2');
  expect(existsSync(join(folder, 'events.mirror'))).toBe(true);
});

function expectWholeChain(reader: Parameters<typeof listUnsent>[0]): void {
  let prevHash = '0'.repeat(64);
  for (const [index, { envelope, hash }] of listUnsent(reader, 10_000).entries()) {
    expect(envelope).toMatchObject({ seq: index + 1, prevHash });
    expect(hashEnvelope(envelope, chainTools)).toBe(hash);
    prevHash = hash;
  }
  expect(readChainHead(reader, 1).hash).toBe(prevHash);
}

function flipBit(file: string, offset: number): void {
  const bytes = readFileSync(file);
  bytes[offset] = (bytes[offset] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
