import { expect, test } from 'vitest';
import type { Reference } from '#contracts/reference.ts';
import { calendarDate } from '#domain/dates.ts';
import { searchItems } from '#store/catalogue.ts';
import type { Store } from '#store/open-store.ts';
import {
  findHotlistEntry,
  findMember,
  findReferenceMeta,
  findTerminalKey,
  installReference,
  listIssuerKeys,
  readPack,
} from '#store/reference.ts';
import { makeStore } from './builders.ts';
import { failureOf, later, noon, referenceOf, today, unwrap } from './claim-builders.ts';

const install = (store: Store, reference: Reference) =>
  unwrap(store.commit((db) => installReference(db, reference, noon)));

const memberOf = (memberNumber: string): Reference['members'][number] => ({
  person: {
    memberNumber,
    nameAr: 'سلمى',
    nameLatin: 'Salma',
    birth: { date: calendarDate('1990-01-01'), precision: 'year' },
    sex: 'female',
  },
  membership: {
    memberNumber,
    policyNumber: 'POL',
    planCode: 'A',
    relationship: 'self',
    employer: { ar: 'شركة', en: 'Company' },
    policyStatus: 'active',
    policyPeriod: { from: today, to: null },
    memberPeriod: { from: today, to: today },
  },
});

const hotEntry = { cardNumber: '9001', since: noon, why: 'lost' as const };
const terminalKey = {
  keyId: 'ab'.repeat(8),
  publicKey: '02'.repeat(33),
  providerId: 'P1',
  from: today,
  to: null,
  revoked: false,
};
const issuerKey = {
  keyId: 'cd'.repeat(4),
  spki: 'AAAA',
  notBefore: today,
  notAfter: today,
  revoked: false,
};
const item = { code: 'S1', kind: 'procedure', name: { ar: 'فحص', en: 'Exam' }, medicine: null };

const full = referenceOf({
  manifestVersion: 5,
  pack: { packId: 'demo', items: [item], diagnoses: [], somethingNewer: 1 },
  members: [memberOf('1001'), memberOf('1002')],
  hotlist: [hotEntry],
  terminalKeys: [terminalKey],
  issuerKeys: [issuerKey],
});

test('before the first reference everything is absent', () => {
  const { reader } = makeStore();
  expect(findReferenceMeta(reader)).toBeNull();
  expect(readPack(reader)).toBeNull();
  expect(findMember(reader, '1001')).toBeNull();
  expect(listIssuerKeys(reader)).toEqual([]);
});

test('an installed reference is found as it was published', () => {
  const store = makeStore();
  expect(install(store, full)).toEqual({ ok: true, value: null });
  const { reader } = store;
  expect(findReferenceMeta(reader)).toEqual({ manifestVersion: 5, publishedAt: noon });
  expect(readPack(reader)).toEqual(full.pack);
  expect(findMember(reader, '1002')).toEqual(memberOf('1002'));
  expect(findHotlistEntry(reader, '9001')).toEqual(hotEntry);
  expect(findHotlistEntry(reader, '9002')).toBeNull();
  expect(findTerminalKey(reader, terminalKey.keyId)).toEqual(terminalKey);
  expect(listIssuerKeys(reader)).toEqual([issuerKey]);
});

test('a newer reference replaces the old one whole', () => {
  const store = makeStore();
  install(store, full);
  const next = referenceOf({
    manifestVersion: 6,
    publishedAt: later(60),
    members: [memberOf('1003')],
  });
  install(store, next);
  expect(findReferenceMeta(store.reader)).toEqual({ manifestVersion: 6, publishedAt: later(60) });
  expect(findMember(store.reader, '1001')).toBeNull();
  expect(findMember(store.reader, '1003')).not.toBeNull();
  expect(findHotlistEntry(store.reader, '9001')).toBeNull();
  expect(searchItems(store.reader, 'exam', 'all', 5)).toEqual([]);
});

test.each([
  ['one older is refused', 4, { code: 'reference-older', have: 5, offered: 4 }],
  ['the same changes nothing', 5, null],
])('of manifest versions %s', (_, manifestVersion, expected) => {
  const store = makeStore();
  install(store, full);
  const answer = install(store, { ...full, manifestVersion, members: [] });
  expect(answer.ok ? null : answer.failure).toEqual(expected);
  expect(findMember(store.reader, '1001')).not.toBeNull();
});

test.each([
  ['a member twice', { members: [memberOf('1001'), memberOf('1001')] }, 'members'],
  ['a blocked card twice', { hotlist: [hotEntry, hotEntry] }, 'hotlist'],
  [
    'an item without a name',
    { pack: { items: [{ ...item, name: {} }], diagnoses: [] } },
    'pack.items.0',
  ],
  ['no pack at all', { pack: null }, 'pack.'],
])('a reference that has %s is refused, and the old one stays', (_, change, where) => {
  const store = makeStore();
  install(store, full);
  const answer = install(store, { ...full, manifestVersion: 6, ...change });
  expect(failureOf(answer)).toMatchObject({
    code: 'reference-malformed',
    where: expect.stringContaining(where),
  });
  expect(findReferenceMeta(store.reader)?.manifestVersion).toBe(5);
  expect(findMember(store.reader, '1002')).not.toBeNull();
});
