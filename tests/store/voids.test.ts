import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { VoidBody } from '#contracts/events/void.ts';
import type { DecidedLine } from '#domain/adjudication/decision.ts';
import type { Instant } from '#domain/dates.ts';
import { money, zero } from '#domain/money.ts';
import {
  findClaim,
  listClaimsOf,
  listOwnSupplies,
  recordClaim,
  recordSupplies,
  sumUnsentClaims,
} from '#store/claims.ts';
import { findLastClosedDay, recordDayClose } from '#store/day-closes.ts';
import { addEvent, readChainHead } from '#store/events.ts';
import { countClaims } from '#store/find-claims.ts';
import { openStore, type Writer } from '#store/open-store.ts';
import { listOwedCorrections, listVoidsOf, markCorrection, recordVoid } from '#store/voids.ts';
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
  noon,
  supply,
  today,
  unwrap,
} from './claim-builders.ts';

const cardNumber = '8076001099104471';

test('what was taken back is no longer counted, and the claim stays as it was decided', () => {
  const store = makeStore();
  unwrap(store.commit((db) => writeLinedClaim(db)));
  unwrap(store.commit((db) => writeVoid(db, [{ lineId: 'a', quantity: 4 }])));
  const found = findClaim(store.reader, 'claim-1');
  expect(found).toMatchObject({ state: 'partly-reversed', totals: { claimed: 600, insurer: 480 } });
  expect(found?.decision.totals.claimed).toBe(1000);
  expect(listOwnSupplies(store.reader, member.memberNumber, today)).toEqual([]);
  expect(sumUnsentClaims(store.reader, null)).toEqual({ claims: 1, amount: 480 });
  expect(listClaimsOf(store.reader, member.memberNumber, today)[0]?.decision.lines).toMatchObject([
    { lineId: 'a', allowedQuantity: 6 },
  ]);

  unwrap(store.commit((db) => writeVoid(db, null)));
  expect(findClaim(store.reader, 'claim-1')).toMatchObject({
    state: 'reversed',
    totals: { claimed: 0, insurer: 0, memberShare: 0 },
  });
  expect(sumUnsentClaims(store.reader, null)).toEqual({ claims: 0, amount: 0 });
  expect(listClaimsOf(store.reader, member.memberNumber, today)).toEqual([]);
  expect(countClaims(store.reader, today)).toEqual([
    { state: 'reversed', claims: 1, insurer: 0, guaranteed: 0 },
  ]);
  expect(listVoidsOf(store.reader, 'claim-1').map(({ body }) => body.lines)).toEqual([
    [{ lineId: 'a', quantity: 4 }],
    null,
  ]);
});

test('voids stay in the order in which they were saved, though the clock was put back between them', () => {
  const store = makeStore();
  unwrap(store.commit((db) => writeLinedClaim(db)));
  unwrap(store.commit((db) => writeVoid(db, [{ lineId: 'a', quantity: 4 }], cardNumber)));
  unwrap(store.commit((db) => writeVoid(db, null, cardNumber, noon)));
  const saved = [eventIdOf(2), eventIdOf(3)];
  expect(listVoidsOf(store.reader, 'claim-1').map(({ eventId }) => eventId)).toEqual(saved);
  expect(listOwedCorrections(store.reader, cardNumber).map(({ eventId }) => eventId)).toEqual(
    saved,
  );
});

test('a correction is owed to its card until it is signed', () => {
  const store = makeStore();
  unwrap(store.commit((db) => writeLinedClaim(db)));
  unwrap(store.commit((db) => writeVoid(db, null, cardNumber)));
  const owed = () => listOwedCorrections(store.reader, cardNumber).map(({ eventId }) => eventId);
  expect(owed()).toEqual([eventIdOf(2)]);
  expect(listOwedCorrections(store.reader, '8076001099104472')).toEqual([]);
  unwrap(store.commit((db) => markCorrection(db, eventIdOf(2), 'signed')));
  expect(owed()).toEqual([]);
});

test('voids and closed days that the database lost come back from the mirror', () => {
  const folder = makeFolder();
  const first = unwrap(openStore({ folder, key }));
  enrol(first);
  first.close();
  const early = join(folder, 'early.db');
  copyFileSync(join(folder, 'terminal.db'), early);
  const second = unwrap(openStore({ folder, key }));
  unwrap(second.commit((db) => writeLinedClaim(db)));
  unwrap(second.commit((db) => writeVoid(db, [{ lineId: 'a', quantity: 4 }], cardNumber)));
  unwrap(second.commit((db) => writeDayClose(db)));
  const before = findClaim(second.reader, 'claim-1');
  second.close();

  copyFileSync(early, join(folder, 'terminal.db'));
  const store = makeStore(folder);
  expect(store.mirror).toEqual({ restored: 3, caughtUp: 0 });
  expect(findClaim(store.reader, 'claim-1')).toEqual(before);
  expect(listOwedCorrections(store.reader, cardNumber)).toHaveLength(1);
  expect(findLastClosedDay(store.reader)).toBe(today);
});

/** A claim of one line of ten units, two tenths of it the member's. */
function writeLinedClaim(db: Writer): void {
  const number = readChainHead(db, 1).seq + 1;
  const [claimId, eventId] = [`claim-${number}`, eventIdOf(number)];
  const amounts = {
    claimed: money(1000),
    insurer: money(800),
    memberShare: money(200),
    memberPrivate: zero,
    providerWriteOff: zero,
  };
  const decided: DecidedLine = {
    lineId: 'a',
    outcome: 'approved',
    guaranteed: true,
    findings: [],
    allowedQuantity: 10,
    allowedDays: 10,
    amounts,
    ownPart: zero,
    steps: [],
  };
  const decision = decisionOf(claimId, { lines: [decided], totals: amounts });
  const plain = inputOf(claimId, eventId);
  const line = { lineId: 'a', itemCode: 'AMOX-500', quantity: 10, daysSupply: 10, unitPrice: null };
  const input = { ...plain, claim: { ...plain.claim, lines: [line] } };
  const receiptNumber = 'C-261123-0001';
  addEvent(db, nextEvent(db, { type: 'claim', body: { input, decision, receiptNumber }, eventId }));
  const filed = { claimId, eventId, receiptNumber, savedAt: noon, member, serviceDate: today };
  recordClaim(db, { ...filed, decision, input });
  recordSupplies(db, claimId, member.memberNumber, [supply], noon);
}

function writeVoid(
  db: Writer,
  lines: VoidBody['lines'],
  card: string | null = null,
  at?: Instant,
): void {
  const number = readChainHead(db, 1).seq + 1;
  const eventId = eventIdOf(number);
  const body: VoidBody = {
    claimId: 'claim-1',
    claimEventId: eventIdOf(1),
    reason: 'returned',
    lines,
    refund: zero,
  };
  addEvent(db, nextEvent(db, { type: 'void', body, eventId }));
  recordVoid(db, { claimId: 'claim-1', eventId, voidedAt: at ?? later(number), cardNumber: card });
}

function writeDayClose(db: Writer): void {
  const eventId = eventIdOf(readChainHead(db, 1).seq + 1);
  addEvent(db, nextEvent(db, { type: 'day-close', body: { day: today }, eventId }));
  recordDayClose(db, { day: today, eventId, closedAt: later(60) });
}
