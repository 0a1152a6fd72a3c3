import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addEvent,
  countUnsent,
  findEvent,
  listUnsent,
  readChainHead,
  recordAck,
  rewind,
} from '#store/events.ts';
import { findIdentity } from '#store/identity.ts';
import { makeStore } from './builders.ts';
import {
  ackOf,
  commitEvents,
  enrol,
  eventIdOf,
  failureOf,
  later,
  nextEvent,
  noon,
  unwrap,
} from './claim-builders.ts';

test('an empty chain begins at its start, and grows by linked events', () => {
  const store = makeStore();
  expect(readChainHead(store.reader, 1)).toEqual({ seq: 0, hash: '0'.repeat(64) });
  const [first, second] = commitEvents(store, 2);
  expect(second?.envelope.prevHash).toBe(first?.hash);
  expect(readChainHead(store.reader, 1)).toEqual({ seq: 2, hash: second?.hash });
  expect(readChainHead(store.reader, 2).seq).toBe(0);
  expect(findEvent(store.reader, eventIdOf(1))).toEqual(first);
  expect(findEvent(store.reader, eventIdOf(9))).toBeNull();
});

test.each([
  ['exactly the limit is taken', 0, true],
  ['one byte over undoes the commit', 1, false],
])('%s', (_, over, isTaken) => {
  const store = makeStore();
  const limit = 480 * 1024;
  const empty = Buffer.byteLength(JSON.stringify(nextEvent(store.reader, { body: { text: '' } })));
  const body = { text: 'x'.repeat(limit - empty + over) };
  const result = store.commit((db) => addEvent(db, nextEvent(db, { body })));
  if (isTaken) expect(result.ok).toBe(true);
  else expect(failureOf(result)).toEqual({ code: 'event-too-large', bytes: limit + over, limit });
  expect(readChainHead(store.reader, 1).seq).toBe(isTaken ? 1 : 0);
});

test('an event that does not link to the head is a bug, and nothing is written', () => {
  const store = makeStore();
  const early = nextEvent(store.reader);
  commitEvents(store, 1);
  expect(() => store.commit((db) => addEvent(db, early))).toThrow('does not link');
  expect(readChainHead(store.reader, 1).seq).toBe(1);
});

test('an event outside commit is a bug, since the mirror would not know of it', () => {
  const store = makeStore();
  expect(() => addEvent(store.writer, nextEvent(store.reader))).toThrow('inside commit');
});

test.each([
  'UPDATE events SET envelope = envelope',
  "UPDATE events SET sig = '' WHERE seq = 1",
  'UPDATE events SET seq = 9',
  'DELETE FROM events',
  'INSERT OR REPLACE INTO events SELECT * FROM events',
])('an event is immutable: %s', (sql) => {
  const store = makeStore();
  commitEvents(store, 2);
  expect(() => store.writer.run(sql)).toThrow(/immutable|never deleted/);
});

test('an ack of an event that is not ours is refused as a fork', () => {
  const store = makeStore();
  const [event] = commitEvents(store, 1);
  if (event === undefined) throw new Error('no event');
  const forged = { ...ackOf(event), ackHash: 'f'.repeat(64) };
  expect(failureOf(store.commit((db) => recordAck(db, forged)))).toEqual({
    code: 'chain-forked',
    sequence: 1,
  });
  const ahead = { ...ackOf(event), ackSeq: 2 };
  expect(failureOf(store.commit((db) => recordAck(db, ahead))).code).toBe('chain-forked');
  expect(countUnsent(store.reader)).toBe(1);
});

test('an ack of nothing changes nothing', () => {
  const store = makeStore();
  const [event] = commitEvents(store, 1);
  if (event === undefined) throw new Error('no event');
  const nothing = { ...ackOf(event), ackSeq: 0, ackHash: '0'.repeat(64) };
  expect(store.commit((db) => recordAck(db, nothing)).ok).toBe(true);
  expect(countUnsent(store.reader)).toBe(1);
});

test("an ack brings the server's signed time, which never goes back", () => {
  const store = makeStore();
  enrol(store);
  const events = commitEvents(store, 2);
  for (const [index, at] of [later(5), noon].entries()) {
    const event = events[index];
    if (event !== undefined) unwrap(store.commit((db) => recordAck(db, ackOf(event, at))));
  }
  expect(findIdentity(store.reader)?.serverTime).toBe(later(5));
});

test('unsent events come in chain order, at most as many as asked', () => {
  const store = makeStore();
  commitEvents(store, 12);
  const seqs = (limit: number) =>
    listUnsent(store.reader, limit).map(({ envelope }) => envelope.seq);
  expect(seqs(3)).toEqual([1, 2, 3]);
  expect(seqs(50)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

test('late, repeated and rewound acks leave exactly what a plain counter says', () => {
  const store = makeStore();
  const events = commitEvents(store, 8);
  const step = fc.oneof(
    fc.record({ kind: fc.constant('ack' as const), seq: fc.integer({ min: 1, max: 8 }) }),
    fc.record({ kind: fc.constant('rewind' as const), seq: fc.integer({ min: 1, max: 9 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      rewind(store.writer, 1);
      let acknowledged = 0;
      for (const { kind, seq } of steps) {
        const event = events[seq - 1];
        if (kind === 'rewind') {
          rewind(store.writer, seq);
          acknowledged = Math.min(acknowledged, seq - 1);
        } else if (event !== undefined) {
          recordAck(store.writer, ackOf(event));
          acknowledged = Math.max(acknowledged, seq);
        }
        expect(countUnsent(store.reader)).toBe(8 - acknowledged);
        expect(listUnsent(store.reader, 1)[0]?.envelope.seq).toBe(
          acknowledged === 8 ? undefined : acknowledged + 1,
        );
      }
    }),
    { numRuns: 40 },
  );
});
