import { expect, test } from 'vitest';
import { calendarDate } from '#domain/dates.ts';
import { failure } from '#domain/failures.ts';
import { money } from '#domain/money.ts';
import { findClaim, listOwnSupplies, recordClaim, recordSupplies } from '#store/claims.ts';
import { nextReceiptNumber } from '#store/day-numbers.ts';
import { addEvent, readChainHead, recordAck } from '#store/events.ts';
import { Refusal } from '#store/trouble.ts';
import { applyVerdictPage } from '#store/verdicts.ts';
import { makeStore } from './builders.ts';
import {
  ackOf,
  decisionOf,
  eventIdOf,
  failureOf,
  inputOf,
  later,
  listClaims,
  member,
  nextEvent,
  noon,
  pageOf,
  supply,
  today,
  unwrap,
  verdictOf,
  writeClaim,
} from './claim-builders.ts';

const tomorrow = calendarDate('2026-11-24');

test('a saved claim is found with what was decided, its record, and no verdict yet', () => {
  const store = makeStore();
  const claimId = unwrap(store.commit((db) => writeClaim(db)));
  const found = findClaim(store.reader, claimId);
  expect(found).toMatchObject({
    claimId: 'claim-1',
    receiptNumber: 'C-261123-0001',
    savedAt: noon,
    sentAt: null,
    verdictAt: null,
    state: 'queued',
    member,
    outcome: 'approved',
    decision: decisionOf('claim-1'),
    input: inputOf('claim-1', eventIdOf(1)),
    record: { seq: 1, hash: readChainHead(store.reader, 1).hash, eventId: eventIdOf(1) },
    verdict: null,
  });
  expect(found?.totals).toEqual(decisionOf('claim-1').totals);
  expect(findClaim(store.reader, 'claim-2')).toBeNull();
});

test('what others paid stands in the totals of a claim as it was decided', () => {
  const store = makeStore();
  const { totals } = decisionOf('claim-1');
  const shared = { ...totals, claimed: money(1_400), otherPayers: money(400) };
  const claimId = unwrap(store.commit((db) => writeClaim(db, { decision: { totals: shared } })));
  expect(findClaim(store.reader, claimId)?.totals).toEqual(shared);
});

test('a claim is queued, then sent, then what the server said', () => {
  const store = makeStore();
  const claimId = unwrap(store.commit((db) => writeClaim(db)));
  const state = () => listClaims(store.reader, today).map(({ state }) => state);
  expect(state()).toEqual(['queued']);
  const record = findClaim(store.reader, claimId)?.record;
  const ack = { ...ackOf(nextEvent(store.reader)), ackSeq: 1, ackHash: record?.hash ?? '' };
  unwrap(store.commit((db) => recordAck(db, { ...ack, serverTime: later(1) })));
  expect(state()).toEqual(['sent']);
  const verdict = verdictOf(1, { outcome: 'adjusted', decidedAt: later(2) });
  unwrap(store.commit((db) => applyVerdictPage(db, pageOf([verdict]))));
  expect(listClaims(store.reader, null)).toMatchObject([
    { state: 'adjusted', sentAt: later(1), verdictAt: later(2) },
  ]);
  expect(findClaim(store.reader, claimId)?.verdict).toEqual(verdict);
});

test('claims are listed newest first, of one service day or the latest 200', () => {
  const store = makeStore();
  unwrap(
    store.commit((db) => {
      for (let minute = 0; minute < 205; minute += 1) {
        writeClaim(db, { savedAt: later(minute), serviceDate: minute < 3 ? today : tomorrow });
      }
    }),
  );
  const all = listClaims(store.reader, null);
  expect(all).toHaveLength(200);
  expect(all[0]?.savedAt).toBe(later(204));
  expect(listClaims(store.reader, today).map(({ savedAt }) => savedAt)).toEqual([
    later(2),
    later(1),
    noon,
  ]);
  expect(listClaims(store.reader, calendarDate('2026-11-25'))).toEqual([]);
});

test('receipt numbers count each day from one, and an undone commit leaves no gap', () => {
  const store = makeStore();
  unwrap(store.commit((db) => writeClaim(db)));
  const undone = store.commit((db) => {
    writeClaim(db);
    throw new Refusal(failure('visit-empty'));
  });
  expect(failureOf(undone).code).toBe('visit-empty');
  unwrap(store.commit((db) => writeClaim(db)));
  unwrap(store.commit((db) => writeClaim(db, { serviceDate: tomorrow })));
  const receipts = listClaims(store.reader, null).map(({ receiptNumber }) => receiptNumber);
  expect(receipts.sort()).toEqual(['C-261123-0001', 'C-261123-0002', 'C-261124-0001']);
});

test('the ten-thousandth receipt of a day follows the one before', () => {
  const store = makeStore();
  unwrap(store.commit((db) => writeClaim(db)));
  store.writer.run("UPDATE claims SET receipt_number = 'C-261123-9999'");
  expect(nextReceiptNumber(store.reader, today)).toBe('C-261123-10000');
  store.writer.run("UPDATE claims SET receipt_number = 'C-261123-10000'");
  expect(nextReceiptNumber(store.reader, today)).toBe('C-261123-10001');
});

test('a claim whose money does not add up cannot be written', () => {
  const store = makeStore();
  const totals = { ...decisionOf('x').totals, insurer: money(801) };
  expect(() => store.commit((db) => writeClaim(db, { decision: { totals } }))).toThrow('CHECK');
  expect(readChainHead(store.reader, 1).seq).toBe(0);
});

test('a claim whose event tells of another claim is a bug', () => {
  const store = makeStore();
  const eventId = eventIdOf(1);
  const decision = decisionOf('claim-1');
  const input = inputOf('claim-1', eventId);
  const claim = {
    claimId: 'claim-2',
    eventId,
    receiptNumber: 'C-1',
    savedAt: noon,
    member,
    serviceDate: today,
  };
  const commit = () =>
    store.commit((db) => {
      const body = { input, decision, receiptNumber: 'C-1' };
      addEvent(db, nextEvent(db, { type: 'claim', body, eventId }));
      recordClaim(db, { ...claim, decision, input });
    });
  expect(commit).toThrow('tells of another one');
});

test.each([
  ['the last day of the supply', '2026-12-22', 1],
  ['a day later', '2026-12-23', 0],
])('supplies since %s', (_, since, count) => {
  const store = makeStore();
  unwrap(store.commit((db) => writeClaim(db)));
  const found = listOwnSupplies(store.reader, member.memberNumber, calendarDate(since));
  expect(found).toEqual(Array(count).fill({ supply, at: noon }));
  expect(listOwnSupplies(store.reader, 'someone-else', today)).toEqual([]);
});

test('supplies without their claim cannot be written', () => {
  const store = makeStore();
  expect(() =>
    store.commit((db) => recordSupplies(db, 'claim-9', member.memberNumber, [supply], noon)),
  ).toThrow();
});
