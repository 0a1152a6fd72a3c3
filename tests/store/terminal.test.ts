import { expect, test } from 'vitest';
import {
  findIdentity,
  noteServerTime,
  recordCardCertificate,
  recordIdentity,
} from '#store/identity.ts';
import { clearOpenVisit, findOpenVisit, saveOpenVisit } from '#store/open-visit.ts';
import { findSetting, recordSetting } from '#store/settings.ts';
import { makeStore } from './builders.ts';
import { identity, later, noon, unwrap } from './claim-builders.ts';

test('the identity is there from the first start, and enrolment adds what the server said', () => {
  const store = makeStore();
  expect(findIdentity(store.reader)).toBeNull();
  unwrap(store.commit((db) => recordIdentity(db, identity)));
  const made = findIdentity(store.reader);
  expect({
    ...made,
    chainKey: [...(made?.chainKey ?? [])],
    cardKey: [...(made?.cardKey ?? [])],
  }).toEqual({
    ...identity,
    chainKey: [1, 2, 3],
    cardKey: [4, 5, 6],
  });
  const enrolment = {
    providerId: 'P1',
    serverKey: 'a'.repeat(64),
    referenceKey: 'b'.repeat(64),
    enrolledAt: noon,
    serverTime: noon,
    cardCertificate: Uint8Array.of(7, 8),
  };
  unwrap(store.commit((db) => recordIdentity(db, { ...identity, ...enrolment })));
  const enrolled = findIdentity(store.reader);
  const certificate = Uint8Array.from(enrolled?.cardCertificate ?? []);
  expect({ ...enrolled, cardCertificate: certificate }).toMatchObject(enrolment);
  unwrap(store.commit((db) => recordCardCertificate(db, Uint8Array.of(9))));
  expect([...(findIdentity(store.reader)?.cardCertificate ?? [])]).toEqual([9]);
});

test("the server's time only goes forward", () => {
  const { reader, writer } = makeStore();
  recordIdentity(writer, { ...identity, serverTime: later(1) });
  noteServerTime(writer, noon);
  expect(findIdentity(reader)?.serverTime).toBe(later(1));
  noteServerTime(writer, later(2));
  expect(findIdentity(reader)?.serverTime).toBe(later(2));
});

test('there is one open visit, the last saved, until it is cleared', () => {
  const { reader, writer } = makeStore();
  expect(findOpenVisit(reader)).toBeNull();
  saveOpenVisit(writer, { version: 1, visit: 'أولى' });
  saveOpenVisit(writer, { version: 1, visit: 'ثانية' });
  expect(findOpenVisit(reader)).toEqual({ version: 1, visit: 'ثانية' });
  clearOpenVisit(writer);
  expect(findOpenVisit(reader)).toBeNull();
});

test('a setting is null until recorded, and keeps its last value', () => {
  const { reader, writer } = makeStore();
  expect(findSetting(reader, 'language')).toBeNull();
  recordSetting(writer, 'language', 'ar');
  recordSetting(writer, 'language', { chosen: 'en' });
  expect(findSetting(reader, 'language')).toEqual({ chosen: 'en' });
});
