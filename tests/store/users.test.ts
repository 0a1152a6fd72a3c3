import { expect, test } from 'vitest';
import type { Instant } from '#domain/dates.ts';
import { countTriesLeft, type LockOut, noFailures, planLockOut } from '#store/lock-out.ts';
import { openStore } from '#store/open-store.ts';
import {
  clearPinFailures,
  findUser,
  listUsers,
  recordPinFailure,
  recordUser,
} from '#store/users.ts';
import { makeFolder, makeStore } from './builders.ts';
import { key, later, noon, unwrap } from './claim-builders.ts';

const salma = {
  userId: 'u1',
  nameAr: 'سلمى',
  nameEn: 'Salma',
  role: 'doctor' as const,
  pinHash: 'h',
  licence: 'SY-1',
  specialty: 'cardiology',
};

test('users are recorded, changed, listed and found', () => {
  const { reader, writer } = makeStore();
  recordUser(writer, salma);
  recordUser(writer, { ...salma, userId: 'u0', role: 'manager' });
  recordUser(writer, { ...salma, nameEn: 'Salma H.' });
  const stored = { ...salma, nameEn: 'Salma H.', pinFailures: 0, lockedUntil: null };
  expect(findUser(reader, 'u1')).toEqual(stored);
  expect(listUsers(reader).map(({ userId }) => userId)).toEqual(['u0', 'u1']);
  expect(findUser(reader, 'nobody')).toBeNull();
});

test.each([
  [0, 1, null, 4],
  [3, 4, null, 1],
  [4, 5, later(5), 0],
  [5, 6, later(10), 0],
  [6, 7, later(20), 0],
  [12, 13, later(1280), 0],
  [13, 14, later(1440), 0],
  [90, 91, later(1440), 0],
])('after %i wrong PINs one more makes %i, locked until %s', (before, after, lockedUntil, left) => {
  const state = planLockOut({ failures: before, lockedUntil: null }, noon);
  expect(state).toEqual({ failures: after, lockedUntil });
  expect(countTriesLeft(state, noon)).toBe(left);
});

test.each([
  ['a moment before its end nothing is counted', '2026-11-23T11:59:59.999Z', 5, 0],
  ['at its end one try is open, and locks for twice as long', noon, 6, 1],
])('of a lock: %s', (_, at, failures, left) => {
  const locked: LockOut = { failures: 5, lockedUntil: noon };
  expect(countTriesLeft(locked, at as Instant)).toBe(left);
  expect(planLockOut(locked, at as Instant).failures).toBe(failures);
});

test('the lock-out survives a restart, and a right PIN afterwards clears it', () => {
  const folder = makeFolder();
  const first = unwrap(openStore({ folder, key }));
  unwrap(first.commit((db) => recordUser(db, salma)));
  const answers = [1, 2, 3, 4, 5].map(() =>
    unwrap(first.commit((db) => recordPinFailure(db, 'u1', noon))),
  );
  expect(answers.map(({ triesLeft }) => triesLeft)).toEqual([4, 3, 2, 1, 0]);
  expect(answers.at(-1)?.lockedUntil).toBe(later(5));
  unwrap(first.commit((db) => recordUser(db, { ...salma, pinHash: 'new' })));
  first.close();
  const { reader, writer } = makeStore(folder);
  expect(findUser(reader, 'u1')).toMatchObject({
    pinFailures: 5,
    lockedUntil: later(5),
    pinHash: 'new',
  });
  expect(recordPinFailure(writer, 'u1', later(5))).toEqual({
    triesLeft: 0,
    lockedUntil: later(15),
  });
  clearPinFailures(writer, 'u1');
  expect(findUser(reader, 'u1')).toMatchObject({
    pinFailures: noFailures.failures,
    lockedUntil: null,
  });
});
