import { expect, test } from 'vitest';
import type { TerminalKey } from '#contracts/reference.ts';
import type { TerminalKeyPage } from '#contracts/server-api.ts';
import { findIdentity } from '#store/identity.ts';
import type { Store } from '#store/open-store.ts';
import { findTerminalKey, installReference } from '#store/reference.ts';
import { applyTerminalKeyPage, readTerminalKeyCursor } from '#store/terminal-keys.ts';
import { makeStore } from './builders.ts';
import { enrol, later, noon, referenceOf, today, unwrap } from './claim-builders.ts';

const keyOf = (name: string, changes: Partial<TerminalKey> = {}): TerminalKey => ({
  keyId: name.repeat(8),
  publicKey: `02${name.repeat(32)}`,
  providerId: 'P1',
  from: today,
  to: null,
  revoked: false,
  ...changes,
});

const page = (after: number, ...keys: TerminalKey[]): TerminalKeyPage => ({
  after,
  keys: keys.map((key, place) => ({ ...key, seq: after + 1 + place })),
  serverTime: later(5),
});

const apply = ({ commit }: Store, ...pages: TerminalKeyPage[]) => {
  for (const each of pages) unwrap(commit((db) => applyTerminalKeyPage(db, each)));
};

const [aa, bb] = [keyOf('aa'), keyOf('bb')];

test('keys that the server told are found, and the cursor stands behind them', () => {
  const store = makeStore();
  enrol(store);
  expect(readTerminalKeyCursor(store.reader)).toBe(0);
  apply(store, page(0, aa), page(1, bb));
  expect(readTerminalKeyCursor(store.reader)).toBe(2);
  expect(findTerminalKey(store.reader, aa.keyId)).toEqual(aa);
  expect(findTerminalKey(store.reader, bb.keyId)).toEqual(bb);
  expect(findTerminalKey(store.reader, 'cc'.repeat(8))).toBeNull();
  expect(findIdentity(store.reader)?.serverTime).toBe(later(5));
});

test('a page that comes again, or behind a gap, changes nothing', () => {
  const store = makeStore();
  const ended = keyOf('aa', { to: today });
  apply(store, page(0, aa), page(1, ended), page(0, aa), page(7, bb));
  expect(readTerminalKeyCursor(store.reader)).toBe(2);
  expect(findTerminalKey(store.reader, aa.keyId)).toEqual(ended);
  expect(findTerminalKey(store.reader, bb.keyId)).toBeNull();
});

test('a new reference replaces the published keys and leaves those that the server told', () => {
  const store = makeStore();
  apply(store, page(0, aa));
  const install = (manifestVersion: number, terminalKeys: TerminalKey[]) =>
    unwrap(
      store.commit((db) =>
        unwrap(installReference(db, referenceOf({ manifestVersion, terminalKeys }), noon)),
      ),
    );
  install(5, [bb]);
  expect(findTerminalKey(store.reader, bb.keyId)).toEqual(bb);
  install(6, []);
  expect(findTerminalKey(store.reader, bb.keyId)).toBeNull();
  expect(findTerminalKey(store.reader, aa.keyId)).toEqual(aa);
});

test.each([
  ['the insurer', true, false],
  ['the server', false, true],
])('a key that %s revoked is revoked, and the insurer says whose it is', (_, published, told) => {
  const store = makeStore();
  apply(store, page(0, keyOf('aa', { providerId: 'P2', revoked: told })));
  const terminalKeys = [keyOf('aa', { revoked: published })];
  unwrap(store.commit((db) => installReference(db, referenceOf({ terminalKeys }), noon)));
  expect(findTerminalKey(store.reader, aa.keyId)).toEqual(keyOf('aa', { revoked: true }));
});
