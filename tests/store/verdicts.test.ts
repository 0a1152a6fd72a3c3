import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Verdict } from '#contracts/verdicts-api.ts';
import {
  applyVerdictPage,
  countAwaitingVerdict,
  findVerdict,
  readVerdictCursor,
} from '#store/verdicts.ts';
import { makeStore } from './builders.ts';
import { pageOf, unwrap, verdictOf, writeClaim } from './claim-builders.ts';

/** What a server has said so far: gap-free downSeq, growing versions per claim. */
const spoken = fc
  .array(fc.record({ claim: fc.integer({ min: 1, max: 3 }), outcome: outcomeOf() }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((said): Verdict[] => {
    const versions = new Map<number, number>();
    return said.map(({ claim, outcome }, index) => {
      const version = (versions.get(claim) ?? 0) + 1;
      versions.set(claim, version);
      return verdictOf(index + 1, { claimId: `claim-${claim}`, version, outcome });
    });
  });

function outcomeOf() {
  return fc.constantFrom('accepted', 'adjusted', 'rejected', 'pended' as const);
}

test('pages late, repeated or out of order end as if applied once in order', () => {
  const store = makeStore();
  const cut = fc.tuple(fc.nat(8), fc.nat(8));
  fc.assert(
    fc.property(spoken, fc.array(cut, { maxLength: 8 }), (verdicts, cuts) => {
      store.writer.run('DELETE FROM verdicts');
      store.writer.run('UPDATE verdict_cursor SET down_seq = 0');
      for (const [a, b] of cuts) {
        const after = Math.min(a, b);
        const before = readVerdictCursor(store.reader);
        applyVerdictPage(store.writer, pageOf(verdicts.slice(after, Math.max(a, b)), after));
        expect(readVerdictCursor(store.reader)).toBeGreaterThanOrEqual(before);
      }
      // What sync does in the end: ask for everything behind the cursor.
      const cursor = readVerdictCursor(store.reader);
      applyVerdictPage(store.writer, pageOf(verdicts.slice(cursor), cursor));
      expect(readVerdictCursor(store.reader)).toBe(verdicts.length);
      for (const claimId of ['claim-1', 'claim-2', 'claim-3']) {
        const latest = verdicts.findLast((verdict) => verdict.claimId === claimId) ?? null;
        expect(findVerdict(store.reader, claimId)).toEqual(latest);
      }
    }),
    { numRuns: 60 },
  );
});

test('the cursor does not pass a verdict that was not seen', () => {
  const store = makeStore();
  applyVerdictPage(store.writer, pageOf([verdictOf(2)], 1));
  expect(readVerdictCursor(store.reader)).toBe(0);
  applyVerdictPage(store.writer, pageOf([verdictOf(1, { claimId: 'claim-2' })]));
  expect(readVerdictCursor(store.reader)).toBe(1);
});

test('an empty page changes nothing', () => {
  const store = makeStore();
  unwrap(store.commit((db) => applyVerdictPage(db, pageOf([]))));
  expect(readVerdictCursor(store.reader)).toBe(0);
});

test('claims await a verdict until the server has said something', () => {
  const store = makeStore();
  unwrap(store.commit((db) => writeClaim(db)));
  unwrap(store.commit((db) => writeClaim(db)));
  expect(countAwaitingVerdict(store.reader)).toBe(2);
  applyVerdictPage(store.writer, pageOf([verdictOf(1)]));
  expect(countAwaitingVerdict(store.reader)).toBe(1);
});
