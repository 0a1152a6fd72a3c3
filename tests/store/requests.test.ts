import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PreauthBody } from '#contracts/events/preauth.ts';
import type { Verdict } from '#contracts/verdicts-api.ts';
import type { Approval } from '#domain/approvals.ts';
import { addDays } from '#domain/dates.ts';
import { nextRequestNumber } from '#store/day-numbers.ts';
import { addEvent, readChainHead } from '#store/events.ts';
import { openStore, type Writer } from '#store/open-store.ts';
import {
  countAwaitingAnswer,
  listApprovalsOf,
  listOpenRequests,
  listRequests,
  recordRequest,
} from '#store/requests.ts';
import { applyVerdictPage } from '#store/verdicts.ts';
import { makeFolder, makeStore } from './builders.ts';
import {
  decisionOf,
  enrol,
  eventIdOf,
  inputOf,
  key,
  later,
  member,
  nextEvent,
  pageOf,
  today,
  unwrap,
  verdictOf,
} from './claim-builders.ts';

const approval: Approval = {
  approvalId: 'A-000001',
  memberNumber: member.memberNumber,
  itemCode: 'IMG-MRIK',
  providerId: 'P1',
  period: { from: today, to: addDays(today, 29) },
  quantity: 1,
  amount: null,
  waives: [],
};
const granting: Partial<Verdict> = {
  claimId: 'request-1',
  version: 2,
  answer: { approval, reasons: [] },
};

test('a request waits until it is answered; what waits for a person there is not answered', () => {
  const store = makeStore();
  unwrap(store.commit((db) => writeRequest(db)));
  const open = () => listOpenRequests(store.reader, member.memberNumber, 'IMG-MRIK')[0] ?? null;
  expect(open()).toMatchObject({ requestNumber: 'R-261123-0001', sentAt: null, verdict: null });
  const pended = verdictOf(1, { claimId: 'request-1', outcome: 'pended' });
  unwrap(store.commit((db) => applyVerdictPage(db, pageOf([pended]))));
  expect(open()).toMatchObject({ verdict: { outcome: 'pended' } });
  expect(countAwaitingAnswer(store.reader)).toBe(1);
  unwrap(store.commit((db) => applyVerdictPage(db, pageOf([verdictOf(2, granting)], 1))));
  expect(open()).toBeNull();
  expect(countAwaitingAnswer(store.reader)).toBe(0);
});

test('an answer that comes again, or before the one that it follows, is the same answer', () => {
  const pages = [
    verdictOf(1, { claimId: 'request-1', outcome: 'pended' }),
    verdictOf(2, granting),
    verdictOf(1, { claimId: 'request-1', outcome: 'pended' }),
  ];
  const store = makeStore();
  unwrap(store.commit((db) => writeRequest(db)));
  for (const verdict of pages.toReversed()) {
    unwrap(store.commit((db) => applyVerdictPage(db, pageOf([verdict]))));
  }
  expect(listRequests(store.reader, 9)).toMatchObject([{ verdict: { outcome: 'accepted' } }]);
});

test.each([
  ['on its last day', 29, 1],
  ['a day after', 30, 0],
])('an approval is known %s: %i days on', (_, days, known) => {
  const store = makeStore();
  unwrap(store.commit((db) => writeRequest(db)));
  unwrap(store.commit((db) => applyVerdictPage(db, pageOf([verdictOf(1, granting)]))));
  const approvals = listApprovalsOf(store.reader, member.memberNumber, addDays(today, days), 9);
  expect(approvals).toHaveLength(known);
  expect(listApprovalsOf(store.reader, '1002', today, 9)).toEqual([]);
});

test('requests that the database lost come back from the mirror', () => {
  const folder = makeFolder();
  const first = unwrap(openStore({ folder, key }));
  enrol(first);
  first.close();
  const early = join(folder, 'early.db');
  copyFileSync(join(folder, 'terminal.db'), early);
  const second = unwrap(openStore({ folder, key }));
  unwrap(second.commit((db) => writeRequest(db)));
  const before = listRequests(second.reader, 9);
  second.close();

  copyFileSync(early, join(folder, 'terminal.db'));
  const store = makeStore(folder);
  expect(store.mirror).toEqual({ restored: 1, caughtUp: 0 });
  expect(listRequests(store.reader, 9)).toEqual(before);
  expect(nextRequestNumber(store.reader, today)).toBe('R-261123-0002');
});

function writeRequest(db: Writer): void {
  const number = readChainHead(db, 1).seq + 1;
  const [requestId, eventId] = [`request-${number}`, eventIdOf(number)];
  const requestNumber = nextRequestNumber(db, today);
  const body: PreauthBody = {
    input: inputOf(requestId, eventId),
    decision: decisionOf(requestId),
    requestNumber,
  };
  addEvent(db, nextEvent(db, { type: 'preauth', body, eventId }));
  const itemCode = 'IMG-MRIK';
  recordRequest(db, { requestId, eventId, requestNumber, requestedAt: later(1), member, itemCode });
}
