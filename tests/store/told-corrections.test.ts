import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CorrectionPage } from '#contracts/card-corrections.ts';
import type { Instant } from '#domain/dates.ts';
import type { Store } from '#store/open-store.ts';
import {
  applyCorrectionPage,
  listToldCorrections,
  readCorrectionCursor,
} from '#store/told-corrections.ts';
import { makeFolder, makeStore } from './builders.ts';
import { noon, unwrap } from './claim-builders.ts';

const cardNumber = '8076001099104471';

type Entry = CorrectionPage['corrections'][number];

const owed = (
  seq: number,
  voidId: string,
  change: { readonly cardNumber?: string } = {},
): Entry => ({
  ...{ seq, voidId },
  correction: { cardNumber, seq: 4, sealed: 'c2VhbGVk', ...change },
});
const ended = (seq: number, voidId: string): Entry => ({ seq, voidId, correction: null });

const page = (after: number, ...corrections: Entry[]): CorrectionPage => ({
  ...{ after, corrections, serverTime: noon },
});

const apply = ({ commit }: Pick<Store, 'commit'>, ...pages: CorrectionPage[]) => {
  for (const each of pages) unwrap(commit((db) => applyCorrectionPage(db, each)));
};

const told = ({ reader }: Pick<Store, 'reader'>, of = cardNumber) =>
  listToldCorrections(reader, of).map(({ voidId }) => voidId);

test('what is owed to a card is told of that card, until it is owed no longer', () => {
  const store = makeStore();
  apply(store, page(0, owed(1, 'a'), owed(2, 'b', { cardNumber: '8076001099104472' })));
  expect(told(store)).toEqual(['a']);
  expect(listToldCorrections(store.reader, cardNumber)).toMatchObject([
    { toldAt: noon, correction: { cardNumber, seq: 4, sealed: 'c2VhbGVk' } },
  ]);
  apply(store, page(2, ended(3, 'a')));
  expect(told(store)).toEqual([]);
  expect(told(store, '8076001099104472')).toEqual(['b']);
  expect(readCorrectionCursor(store.reader)).toBe(3);
});

test('pages end the same, however they are cut, repeated, out of order, and with a restart between them', () => {
  const all = [
    owed(1, 'a'),
    owed(2, 'b'),
    ended(3, 'a'),
    owed(4, 'c'),
    ended(5, 'c'),
    owed(6, 'd'),
  ];
  const place = fc.nat(all.length - 1);
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place), { maxLength: 12 }), place, (cuts, restart) => {
      const folder = makeFolder();
      let store = makeStore(folder);
      cuts.forEach(([from, count], turn) => {
        if (turn === restart) {
          store.close();
          store = makeStore(folder);
        }
        apply(store, page(from, ...all.slice(from, from + count)));
      });
      const cursor = readCorrectionCursor(store.reader);
      apply(store, page(cursor, ...all.slice(cursor)));
      expect(readCorrectionCursor(store.reader)).toBe(6);
      expect(told(store)).toEqual(['b', 'd']);
      store.close();
    }),
    { numRuns: 12 },
  );
}, 60_000);

test.each([
  [400, ['a']],
  [401, []],
])('what was told %i days ago is owed still: %j', (days, expected) => {
  const store = makeStore();
  apply(store, page(0, owed(1, 'a')));
  const later = new Date(Date.parse(noon) + days * 24 * 3_600_000).toISOString() as Instant;
  apply(store, { ...page(1), serverTime: later });
  expect(told(store)).toEqual(expected);
});
