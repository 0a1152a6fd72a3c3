import { describe, expect, it } from 'vitest';
import {
  countCardWrites,
  findWatermark,
  listPendingWrites,
  listWaitingSince,
  markCardWrite,
  recordCardWrites,
  recordWatermark,
} from '#store/card-journal.ts';
import { makeStore } from './builders.ts';
import { later, noon, unwrap } from './claim-builders.ts';

const cardNumber = '8076001099104471';
const write = (seq: number, over: Partial<{ eventId: string; cardNumber: string }> = {}) => ({
  cardNumber,
  seq,
  claimId: 'claim-1',
  eventId: 'event-1',
  bytes: new Uint8Array(240).fill(seq),
  savedAt: noon,
  ...over,
});

describe('the journal of what is written to cards', () => {
  it('keeps the exact bytes, in order, until they are known to be on the card', () => {
    const store = makeStore();
    unwrap(store.commit((db) => recordCardWrites(db, [write(8), write(7)])));
    const pending = listPendingWrites(store.reader, cardNumber);
    expect(pending.map(({ seq, bytes }) => [seq, bytes[0], bytes.length])).toEqual([
      [7, 7, 240],
      [8, 8, 240],
    ]);
    unwrap(store.commit((db) => markCardWrite(db, { eventId: 'event-1', seq: 7 }, 'committed')));
    expect(listPendingWrites(store.reader, cardNumber).map(({ seq }) => seq)).toEqual([8]);
    expect(countCardWrites(store.reader)).toBe(2);
  });

  it('tells apart what waits since a moment, that moment included, and other cards', () => {
    const store = makeStore();
    unwrap(
      store.commit((db) =>
        recordCardWrites(db, [write(1), write(1, { eventId: 'event-2', cardNumber: '9' })]),
      ),
    );
    expect(listWaitingSince(store.reader, noon)).toHaveLength(2);
    expect(listWaitingSince(store.reader, later(-1))).toHaveLength(0);
    expect(listPendingWrites(store.reader, '9')).toHaveLength(1);
  });

  it('moves a watermark forward only', () => {
    const store = makeStore();
    const at = (seq: number) => ({ seq, hash: String(seq).repeat(16) });
    unwrap(store.commit((db) => recordWatermark(db, cardNumber, at(5))));
    unwrap(store.commit((db) => recordWatermark(db, cardNumber, at(4))));
    expect(findWatermark(store.reader, cardNumber)).toEqual(at(5));
    unwrap(store.commit((db) => recordWatermark(db, cardNumber, at(6))));
    expect(findWatermark(store.reader, cardNumber)?.seq).toBe(6);
    expect(findWatermark(store.reader, '9')).toBeNull();
  });
});
