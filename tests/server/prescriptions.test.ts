import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { PrescriptionBody } from '#contracts/events/prescription.ts';
import { type SignedEvent, toHex } from '#domain/chain.ts';
import { calendarDate, type Instant } from '#domain/dates.ts';
import { adjudicateNext, setAsideNext } from '#server/adjudication/adjudicate-next.ts';
import { listPrescriptions } from '#server/database/prescriptions.ts';
import { enrolTerminal } from '#server/database/terminals.ts';
import { appendEvents } from '#server/ingest/append-events.ts';
import { readUpload } from '#server/ingest/read-upload.ts';
import { makeTerminal, type TestTerminal } from '#tests/sync/test-terminal.ts';
import { databaseForCases, referencesForCases } from './database-for-cases.ts';
import { ndjson } from './test-centre.ts';

const now = '2026-11-23T12:00:00.000Z' as Instant;

const database = databaseForCases();
const references = referencesForCases(database);

const ordered = (memberNumber: string): PrescriptionBody => ({
  prescriptionId: '00112233aabbccdd-1795435200',
  writtenAt: now,
  serviceDate: calendarDate('2026-11-23'),
  providerId: 'NAFIS',
  prescriber: { userId: 'doctor', licence: 'SY-20417', specialty: null },
  memberNumber,
  cardNumber: '8076001099104471',
  claimId: null,
  validDays: 30,
  diagnoses: ['J02.9'],
  lines: [{ itemCode: 'AMX-500', quantity: 20, dose: 10, timesPerDay: 3, days: 7, refills: 0 }],
});

describe('a prescription that a terminal tells of', () => {
  it('is kept by its member, once however often it is sent', async () => {
    const terminal = await enrolled();
    const told = terminal.add({ type: 'prescription', body: ordered('1001') } as object);
    await take(terminal, [told]);
    await take(terminal, [told]);
    while (await adjudicateNext(database.db, references, now));
    expect(await listPrescriptions(database.db, '1001')).toEqual([ordered('1001')]);
    expect(await listPrescriptions(database.db, '1002')).toEqual([]);
  });

  it.each([
    ['without lines', { lines: [] }],
    ['with seven lines', { lines: Array.from({ length: 7 }, () => ordered('1').lines[0]) }],
    ['under another kind of name', { prescriptionId: 'RX-1' }],
  ])('is set aside %s, and holds nothing up', async (_, change) => {
    const terminal = await enrolled();
    const broken = { ...ordered('1003'), ...change };
    await take(terminal, [terminal.add({ type: 'prescription', body: broken } as object)]);
    expect(await adjudicateNext(database.db, references, now)).toBe(true);
    expect(await adjudicateNext(database.db, references, now)).toBe(false);
    expect(await listPrescriptions(database.db, '1003')).toEqual([]);
  });

  it('gets no verdict, even as the last resort', async () => {
    const terminal = await enrolled();
    const told = terminal.add({ type: 'prescription', body: ordered('1004') } as object);
    await take(terminal, [told]);
    expect(await setAsideNext(database.db, now)).toBe(true);
    expect(await database.db.selectFrom('verdict').selectAll().execute()).toEqual([]);
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

async function take(terminal: TestTerminal, events: readonly SignedEvent[]) {
  const lines = readUpload(gzipSync(ndjson(events)));
  if (!lines.ok) throw new Error(lines.failure.code);
  return await appendEvents(database.db, terminal.identity().terminalId, lines.value, now);
}
