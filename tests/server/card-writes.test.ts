import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CardWriteBody } from '#contracts/events/card-write.ts';
import { type SignedEvent, toHex } from '#domain/chain.ts';
import type { Instant } from '#domain/dates.ts';
import { adjudicateNext, setAsideNext } from '#server/adjudication/adjudicate-next.ts';
import { findWatermark } from '#server/database/card-marks.ts';
import { countWaiting } from '#server/database/inbox.ts';
import { enrolTerminal } from '#server/database/terminals.ts';
import { appendEvents } from '#server/ingest/append-events.ts';
import { readUpload } from '#server/ingest/read-upload.ts';
import { makeTerminal, type TestTerminal } from '#tests/sync/test-terminal.ts';
import { databaseForCases, referencesForCases } from './database-for-cases.ts';
import { ndjson } from './test-centre.ts';

const now = '2026-11-23T12:00:00.000Z' as Instant;
const minutesLater = (minutes: number) =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString() as Instant;
const hash = (name: string) => name.repeat(8);

const database = databaseForCases();
const references = referencesForCases(database);
let cardNumber = '';
let cards = 0;

/** Every test writes to a card of its own. */
beforeEach(() => {
  cards += 1;
  cardNumber = `976${String(cards).padStart(13, '0')}`;
});

describe('what a terminal reports of a card', () => {
  it('moves the watermark when the record is on the card, and once however often it is sent', async () => {
    const terminal = await enrolled();
    const events = [write(terminal, 4, 'aa'), write(terminal, 5, 'bb')];
    await send(terminal, events);
    await send(terminal, events);
    expect(await watermark()).toMatchObject({ seq: 5, hash: hash('bb') });
    expect(await marks()).toEqual([
      [4, hash('aa')],
      [5, hash('bb')],
    ]);
    expect(await conflicts()).toEqual([]);
    expect(await states(terminal)).toEqual(['done', 'done']);
  });

  it.each(['not-ratified', 'rebuilt'] as const)(
    'moves nothing by a record that is %s',
    async (state) => {
      const terminal = await enrolled();
      await send(terminal, [write(terminal, 4, 'aa', { state })]);
      expect(await watermark()).toBeNull();
      expect(await states(terminal)).toEqual(['kept']);
    },
  );

  it('may come twice of the same record', async () => {
    const [one, two] = [await enrolled(), await enrolled()];
    await send(one, [write(one, 4, 'aa')]);
    await send(two, [write(two, 4, 'aa')]);
    expect(await marks()).toEqual([[4, hash('aa')]]);
    expect(await conflicts()).toEqual([]);
  });

  it('may arrive late: the terminals do not send in the order in which they wrote', async () => {
    const [one, two] = [await enrolled(), await enrolled()];
    const earlier = write(one, 4, 'aa');
    await send(two, [write(two, 5, 'bb', {}, minutesLater(5))]);
    await send(one, [earlier]);
    expect(await watermark()).toMatchObject({ seq: 5, hash: hash('bb') });
    expect(await conflicts()).toEqual([]);
  });

  it.each([4, 5])(
    'is evidence when another record is in place %i, and the first stays',
    async (seq) => {
      const [one, two] = [await enrolled(), await enrolled()];
      await send(one, [write(one, 4, 'aa'), write(one, 5, 'bb')]);
      await send(two, [write(two, seq, 'cc')]);
      expect(await watermark()).toMatchObject({ seq: 5, hash: hash('bb') });
      const known = seq === 4 ? 'aa' : 'bb';
      expect(await conflicts()).toEqual([['other-hash', seq, hash('cc'), seq, hash(known)]]);
    },
  );

  it('is evidence when a lower place was reached after a higher one', async () => {
    const [one, two] = [await enrolled(), await enrolled()];
    await send(one, [write(one, 7, 'aa')]);
    await send(two, [write(two, 5, 'bb', {}, minutesLater(1))]);
    expect(await watermark()).toMatchObject({ seq: 7, hash: hash('aa') });
    expect(await conflicts()).toEqual([['behind', 5, hash('bb'), 7, hash('aa')]]);
  });

  it('counts for nothing while the chain of the terminal is in doubt', async () => {
    const terminal = await enrolled();
    const report = write(terminal, 4, 'aa');
    const altered = { ...report, hash: 'ff'.repeat(32) };
    expect((await send(terminal, [altered])).kind).toBe('forked');
    await send(terminal, [report]);
    expect(await watermark()).toBeNull();
    expect(await states(terminal)).toEqual(['kept']);
  });

  it.each([
    ['without a card', { cardNumber: 'none' }],
    ['of place 0', { seq: 0 }],
    ['in an unknown state', { state: 'lost' }],
  ])('is set aside when it is a report %s, and holds nothing up', async (_, change) => {
    const terminal = await enrolled();
    const broken = write(terminal, 4, 'aa', change as Partial<CardWriteBody>);
    await send(terminal, [broken, write(terminal, 5, 'bb')]);
    expect(await watermark()).toMatchObject({ seq: 5 });
    expect(await states(terminal)).toEqual(['quarantined', 'done']);
  });

  it('gets no verdict, even as the last resort', async () => {
    const terminal = await enrolled();
    await take(terminal, [write(terminal, 4, 'aa')]);
    expect(await setAsideNext(database.db, now)).toBe(true);
    expect(await states(terminal)).toEqual(['quarantined']);
    const verdicts = await database.db.selectFrom('verdict').selectAll().execute();
    expect(verdicts).toEqual([]);
  });
});

async function enrolled(): Promise<TestTerminal> {
  const terminal = makeTerminal();
  await database.db.transaction().execute((db) =>
    enrolTerminal(db, {
      terminalId: terminal.identity().terminalId,
      ...{ providerId: 'NAFIS', enrolledAt: now },
      chainKey: toHex(terminal.chainKeys.publicKey),
      cardKey: toHex(terminal.cardKeys.publicKey),
    }),
  );
  return terminal;
}

function write(
  terminal: TestTerminal,
  seq: number,
  name: string,
  changes: Partial<CardWriteBody> = {},
  wall: Instant = now,
): SignedEvent {
  const body: CardWriteBody = {
    claimId: 'claim-1',
    claimEventId: randomUUID(),
    ...{ cardNumber, seq, recordHash: hash(name), state: 'committed' },
    ...changes,
  };
  return terminal.add({ type: 'card-write', body, wall } as object);
}

/** Takes an upload into custody, and works until nothing waits. */
async function send(terminal: TestTerminal, events: readonly SignedEvent[]) {
  const taken = await take(terminal, events);
  while (await adjudicateNext(database.db, references, now));
  expect(await countWaiting(database.db)).toBe(0);
  return taken;
}

async function take(terminal: TestTerminal, events: readonly SignedEvent[]) {
  const lines = readUpload(gzipSync(ndjson(events)));
  if (!lines.ok) throw new Error(lines.failure.code);
  return await appendEvents(database.db, terminal.identity().terminalId, lines.value, now);
}

const watermark = () => findWatermark(database.db, cardNumber);

async function marks(): Promise<[number, string][]> {
  const rows = await database.db
    .selectFrom('card_mark')
    .selectAll()
    .where('card_number', '=', cardNumber)
    .orderBy('card_seq')
    .execute();
  return rows.map((row) => [row.card_seq, row.record_hash]);
}

async function conflicts() {
  const rows = await database.db
    .selectFrom('card_conflict')
    .selectAll()
    .where('card_number', '=', cardNumber)
    .execute();
  return rows.map((row) => [
    ...[row.kind, row.card_seq, row.record_hash],
    ...[row.known_seq, row.known_hash],
  ]);
}

async function states(terminal: TestTerminal): Promise<string[]> {
  const rows = await database.db
    .selectFrom('inbox')
    .select('state')
    .where('terminal_id', '=', terminal.identity().terminalId)
    .orderBy('seq')
    .execute();
  return rows.map(({ state }) => state);
}
