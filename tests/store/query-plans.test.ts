import { expect, test } from 'vitest';
import type { SignedEvent } from '#domain/chain.ts';
import type { Instant } from '#domain/dates.ts';
import {
  findWatermark,
  listCommittedWrites,
  listPendingWrites,
  listUnwritten,
  listWaitingSince,
  listWritesOf,
  listWritesOfEvent,
} from '#store/card-journal.ts';
import { searchDiagnoses, searchItems } from '#store/catalogue.ts';
import {
  findClaim,
  listClaimKeys,
  listClaimsOf,
  listOwnSupplies,
  listSuppliesOf,
  sumUnsentClaims,
} from '#store/claims.ts';
import type { Reader, Values, Writer } from '#store/connection.ts';
import { findCloseOf, findDayClose, findLastClosedDay } from '#store/day-closes.ts';
import { nextReceiptNumber, nextRequestNumber } from '#store/day-numbers.ts';
import {
  countUnsent,
  countUnsentClaims,
  findEvent,
  findEventAt,
  findSentAt,
  listEventsAfter,
  listUnsent,
  readChainHead,
  recordAck,
  rewind,
} from '#store/events.ts';
import { countClaims, findClaims, listUnsearchable, makeSearchable } from '#store/find-claims.ts';
import { findHotlistEntry, findMember, findTerminalKey } from '#store/reference.ts';
import {
  countAwaitingAnswer,
  findRequest,
  findRequestOf,
  listApprovalsOf,
  listOpenRequests,
  listRequests,
} from '#store/requests.ts';
import { applyTerminalKeyPage } from '#store/terminal-keys.ts';
import { applyCorrectionPage, listToldCorrections } from '#store/told-corrections.ts';
import { applyVerdictPage, countAwaitingVerdict, findVerdict } from '#store/verdicts.ts';
import { findVoid, listOwedCorrections, listVoidsOf, markCorrection } from '#store/voids.ts';
import { makeStore } from './builders.ts';
import {
  ackOf,
  eventIdOf,
  noon,
  pageOf,
  today,
  unwrap,
  verdictOf,
  writeClaim,
} from './claim-builders.ts';

type Use = (db: Writer) => unknown;

const everything = { day: null, state: null, words: null };
const ofDay = { ...everything, day: today };

/** Every access to a table that grows with use or with the insurer's lists. */
const uses: readonly (readonly [string, Use])[] = [
  ['readChainHead', (db) => readChainHead(db, 1)],
  ['findEvent', (db) => findEvent(db, eventIdOf(1))],
  ['findEventAt', (db) => findEventAt(db, 1, 1)],
  ['listEventsAfter', (db) => listEventsAfter(db, { epoch: 1, seq: 0 }, 10)],
  ['listUnsent', (db) => listUnsent(db, 10)],
  ['countUnsent', (db) => countUnsent(db)],
  ['countUnsentClaims', (db) => countUnsentClaims(db)],
  ['recordAck', (db) => recordAck(db, ackOf(firstEvent(db)))],
  ['rewind', (db) => rewind(db, 1)],
  ['findClaims of a day', (db) => findClaims(db, { ...everything, day: today }, 9)],
  ['findClaims, the latest', (db) => findClaims(db, everything, 9)],
  ['findClaims in a state', (db) => findClaims(db, { ...everything, state: 'queued' }, 9)],
  ['findClaims of a day in a state', (db) => findClaims(db, { ...ofDay, state: 'queued' }, 9)],
  ['findClaims by words', (db) => findClaims(db, { ...everything, words: 'salma c-261123' }, 9)],
  ['findClaims by all of it', (db) => findClaims(db, { ...ofDay, state: 'sent', words: 'a' }, 9)],
  ['countClaims of a day', (db) => countClaims(db, today)],
  ['countClaims', (db) => countClaims(db, null)],
  ['listUnsearchable', (db) => listUnsearchable(db, 9)],
  ['makeSearchable', (db) => makeSearchable(db, 'claim-1', ['Amoxicillin'])],
  ['listVoidsOf', (db) => listVoidsOf(db, 'claim-1')],
  ['findVoid', (db) => findVoid(db, eventIdOf(1))],
  ['listOwedCorrections', (db) => listOwedCorrections(db, '8076001099104471')],
  ['markCorrection', (db) => markCorrection(db, eventIdOf(1), 'none')],
  ['findLastClosedDay', (db) => findLastClosedDay(db)],
  ['findDayClose', (db) => findDayClose(db, eventIdOf(1))],
  ['findCloseOf', (db) => findCloseOf(db, today)],
  ['findSentAt', (db) => findSentAt(db, eventIdOf(1))],
  ['listClaimsOf', (db) => listClaimsOf(db, '1001', today)],
  ['sumUnsentClaims', (db) => sumUnsentClaims(db, '1001')],
  ['findClaim', (db) => findClaim(db, 'claim-1')],
  ['listClaimKeys', (db) => listClaimKeys(db, eventIdOf(1))],
  ['nextReceiptNumber', (db) => nextReceiptNumber(db, today)],
  ['listOwnSupplies', (db) => listOwnSupplies(db, '1001', today)],
  ['listSuppliesOf', (db) => listSuppliesOf(db, 'claim-1')],
  ['applyVerdictPage', (db) => applyVerdictPage(db, pageOf([verdictOf(1)]))],
  ['listPendingWrites', (db) => listPendingWrites(db, '8076001099104471')],
  [
    'listCommittedWrites',
    (db) => listCommittedWrites(db, '8076001099104471', '2026-11-23T12:00:00.000Z' as Instant),
  ],
  ['listWaitingSince', (db) => listWaitingSince(db, '2026-11-23T12:00:00.000Z' as Instant)],
  ['listWritesOf', (db) => listWritesOf(db, 'claim-1')],
  ['listWritesOfEvent', (db) => listWritesOfEvent(db, eventIdOf(1))],
  ['listUnwritten', (db) => listUnwritten(db, '8076001099104471')],
  ['findWatermark', (db) => findWatermark(db, '8076001099104471')],
  ['findVerdict', (db) => findVerdict(db, 'claim-1')],
  ['countAwaitingVerdict', (db) => countAwaitingVerdict(db)],
  ['listRequests', (db) => listRequests(db, 9)],
  ['findRequest', (db) => findRequest(db, 'request-1')],
  ['listOpenRequests', (db) => listOpenRequests(db, '1001', 'IMG-MRIK')],
  ['findRequestOf', (db) => findRequestOf(db, eventIdOf(1))],
  ['countAwaitingAnswer', (db) => countAwaitingAnswer(db)],
  ['listApprovalsOf', (db) => listApprovalsOf(db, '1001', today, 9)],
  ['nextRequestNumber', (db) => nextRequestNumber(db, today)],
  ['findMember', (db) => findMember(db, '1001')],
  ['findHotlistEntry', (db) => findHotlistEntry(db, '9')],
  ['findTerminalKey', (db) => findTerminalKey(db, 'ab')],
  [
    'applyTerminalKeyPage',
    (db) => applyTerminalKeyPage(db, { after: 0, keys: [], serverTime: noon }),
  ],
  [
    'applyCorrectionPage',
    (db) =>
      applyCorrectionPage(db, {
        ...{ after: 0, serverTime: noon },
        corrections: [{ seq: 1, voidId: 'a', correction: null }],
      }),
  ],
  ['listToldCorrections', (db) => listToldCorrections(db, '9')],
  ['searchItems by words and code', (db) => searchItems(db, 'amox', 'all', 5)],
  ['searchItems by barcode', (db) => searchItems(db, '6210000000017', 'all', 5)],
  ['searchDiagnoses', (db) => searchDiagnoses(db, 'j45', 5)],
];

/** Tables of one row: reading all of them is reading that row. */
const singleRow = [
  'verdict_cursor',
  'terminal_key_cursor',
  'correction_cursor',
  'identity',
  'reference',
  'open_visit',
];

/** Indexes that are walked from one end on purpose: partial ones, and those that a LIMIT ends. */
const walked = [
  'events_unsent',
  'claims_awaiting',
  'claims_by_saving',
  'claims_by_state',
  'claims_by_number',
  'claims_unnumbered',
  'requests_awaiting',
  'requests_by_time',
];

test.each(uses)('%s finds its rows by an index', (_, use) => {
  const store = makeStore();
  unwrap(store.commit((db) => writeClaim(db)));
  const steps: string[] = [];
  use(recorder(store.writer, steps));
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.filter(isScan)).toEqual([]);
});

test('a list is never sorted after it was read, but for the few numbers of one day', () => {
  const store = makeStore();
  unwrap(store.commit((db) => writeClaim(db)));
  const sorting = uses.flatMap(([name, use]) => {
    const steps: string[] = [];
    use(recorder(store.writer, steps));
    return steps.some((step) => step.includes('TEMP B-TREE')) ? [name] : [];
  });
  expect(sorting).toEqual(['nextReceiptNumber', 'nextRequestNumber']);
});

/** Passes statements on, noting the steps by which SQLite means to run each. */
function recorder(db: Writer, steps: string[]): Writer {
  const explain = (sql: string, values: Values) => {
    const plan = db.all(`EXPLAIN QUERY PLAN ${sql}`, values) as { detail: string }[];
    steps.push(...plan.map(({ detail }) => detail));
    return db;
  };
  return {
    one: (sql, values = {}) => explain(sql, values).one(sql, values),
    all: (sql, values = {}) => explain(sql, values).all(sql, values),
    run: (sql, values = {}) => explain(sql, values).run(sql, values),
    atomically: (work) => db.atomically(work),
    mirror: (entry) => db.mirror(entry),
    checkpointAfterwards: () => db.checkpointAfterwards(),
  };
}

/** Whether a step reads a table from one end to the other. */
function isScan(step: string): boolean {
  if (!step.startsWith('SCAN') || step.includes('VIRTUAL TABLE') || step === 'SCAN CONSTANT ROW')
    return false;
  return ![...singleRow.map((table) => `SCAN ${table}`), ...walked].some((known) =>
    step.endsWith(known),
  );
}

function firstEvent(db: Reader): SignedEvent {
  const event = findEventAt(db, 1, 1);
  if (event === null) throw new Error('a claim was written before');
  return event;
}
