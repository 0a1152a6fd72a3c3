import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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
import { addEvent } from '#store/events.ts';
import type { Store } from '#store/open-store.ts';
import { makeFolder, makeStore } from './builders.ts';
import { enrol, later, nextEvent, noon, unwrap, writeClaim } from './claim-builders.ts';

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

/** Records are signed for a claim, whose event the same commit adds. */
const keep = (store: Store, writes: readonly ReturnType<typeof write>[]) =>
  unwrap(
    store.commit((db) => {
      addEvent(db, nextEvent(db));
      recordCardWrites(db, writes);
    }),
  );

describe('the journal of what is written to cards', () => {
  it('keeps the exact bytes, in order, until they are known to be on the card', () => {
    const store = makeStore();
    keep(store, [write(8), write(7)]);
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
    keep(store, [write(1), write(1, { eventId: 'event-2', cardNumber: '9' })]);
    expect(listWaitingSince(store.reader, noon)).toHaveLength(2);
    expect(listWaitingSince(store.reader, later(-1))).toHaveLength(0);
    expect(listPendingWrites(store.reader, '9')).toHaveLength(1);
  });

  it('comes back from the mirror with its claim when the database lost both', () => {
    const folder = makeFolder();
    const store = makeStore(folder);
    enrol(store);
    unwrap(store.commit((db) => db.checkpointAfterwards()));
    copyFileSync(join(folder, 'terminal.db'), join(folder, 'before.db'));
    unwrap(
      store.commit((db) => {
        const claimId = writeClaim(db);
        recordCardWrites(db, [{ ...write(3), claimId }]);
      }),
    );
    store.close();
    renameSync(join(folder, 'before.db'), join(folder, 'terminal.db'));
    rmSync(join(folder, 'terminal.db-wal'), { force: true });

    const restored = makeStore(folder);
    expect(restored.mirror.restored).toBe(1);
    const [found] = listPendingWrites(restored.reader, cardNumber);
    expect(found?.bytes).toEqual(write(3).bytes);
  });

  it('takes a place that recurs when records are signed anew', () => {
    const store = makeStore();
    keep(store, [write(5), write(6)]);
    unwrap(
      store.commit((db) => {
        for (const seq of [5, 6]) markCardWrite(db, { eventId: 'event-1', seq }, 'rebuilt');
      }),
    );
    keep(store, [{ ...write(6), bytes: new Uint8Array(240).fill(66) }, write(7)]);
    const pending = listPendingWrites(store.reader, cardNumber);
    expect(pending.map(({ seq, bytes }) => [seq, bytes[0]])).toEqual([
      [6, 66],
      [7, 7],
    ]);
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
