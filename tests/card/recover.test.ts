import { describe, expect, it } from 'vitest';
import { planAppend } from '#card/append-records.ts';
import { emptyLedger, type LedgerState } from '#card/profile/ledger-builder.ts';
import { hashOfRecord } from '#card/profile/ledger-codec.ts';
import { isGivenUp, type PendingRecord, planRecovery, readRecovery } from '#card/recover.ts';
import { createVirtualCard } from '#card/virtual/virtual-card.ts';
import type { Instant } from '#domain/dates.ts';
import {
  dispensing,
  line,
  makeGuardedImage,
  order,
  otherPharmacy,
  pharmacy,
  type TestTerminal,
} from './card-builders.ts';
import { sessionAt } from './session-opener.ts';

/** Records of one claim on top of a ledger, and where it stands then. */
function write(ledger: LedgerState, writer: TestTerminal, lineCount = 1, day = '2026-03-15') {
  const lines = Array.from({ length: lineCount }, (_, i) => line({ repeatCode: 9100 + i }));
  return planAppend(ledger, {
    ...dispensing(day, writer, ...lines),
    terminalCounter: 1,
    headVersion: 1,
    medVersion: 0,
  });
}

const newestFirst = (...records: readonly Uint8Array[]): Uint8Array[] => [...records].reverse();
const torn = (bytes: Uint8Array): Uint8Array => bytes.slice().fill(0xff, 120);
const rowsOf = (records: readonly Uint8Array[]): PendingRecord[] =>
  records.map((bytes) => ({ bytes }));

// The card holds `old`; this terminal signed `ours` on top of it, and another one may have been quicker.
const old = write(emptyLedger(order().cardNumber), otherPharmacy, 1, '2026-03-01');
const ours = write(old.ledger, pharmacy);
const others = write(old.ledger, otherPharmacy, 2);
const [a = new Uint8Array(0)] = old.records;
const [b = new Uint8Array(0)] = ours.records;
const [x = new Uint8Array(0)] = others.records;
const afterUs = write(ours.ledger, otherPharmacy).records[0] ?? new Uint8Array(0);

describe('a record whose append was interrupted', () => {
  const elsewhere = write(emptyLedger(order().cardNumber), pharmacy).records;

  it.each<[string, Uint8Array[], boolean, string, boolean]>([
    ['is record 1: it is committed', newestFirst(a, b), false, 'nothing', false],
    [
      'is below a record of another terminal: it is committed',
      newestFirst(a, b, afterUs),
      false,
      'nothing',
      false,
    ],
    [
      'is below a torn one: it is committed',
      newestFirst(a, b, torn(afterUs)),
      false,
      'nothing',
      true,
    ],
    [
      'is absent, record 1 being the old head: the same bytes are appended',
      newestFirst(a),
      false,
      'append',
      false,
    ],
    [
      'is torn, record 2 being the old head: the same bytes are appended',
      newestFirst(a, torn(b)),
      false,
      'append',
      true,
    ],
    [
      'was torn twice: the same bytes are appended',
      newestFirst(a, torn(b), torn(b)),
      true,
      'append',
      true,
    ],
    ['is absent, another in its place: it is rebuilt', newestFirst(a, x), false, 'rebuild', false],
    [
      'is torn, another behind it in its place: it is rebuilt',
      newestFirst(a, torn(b), x),
      false,
      'rebuild',
      false,
    ],
    [
      'is not in what was read: more is read',
      newestFirst(write(others.ledger, otherPharmacy).records[0] ?? a),
      false,
      'read-on',
      false,
    ],
    [
      'is not in all there is, its place being gone: nobody can tell',
      newestFirst(write(others.ledger, otherPharmacy).records[0] ?? a),
      true,
      'unprovable',
      false,
    ],
    [
      'follows a head that is not there: the card was rolled back',
      newestFirst(...elsewhere),
      true,
      'rolled-back',
      false,
    ],
    ['follows more than the card has: it was rolled back', [], true, 'rolled-back', false],
    [
      'has nothing but a torn record above: more is read',
      newestFirst(torn(b)),
      false,
      'read-on',
      true,
    ],
  ])('%s', (_name, stored, isWhole, next, isTorn) => {
    const rows = rowsOf(ours.records);
    const recovery = planRecovery(rows, stored, isWhole);
    const committed = next === 'nothing' ? rows : [];
    expect(recovery).toEqual({
      committed,
      open: next === 'nothing' ? [] : rows,
      next,
      isTorn,
    });
  });

  it('is the first of a card, torn: the same bytes are appended', () => {
    const first = write(emptyLedger(order().cardNumber), pharmacy).records;
    const stored = newestFirst(torn(first[0] ?? a));
    expect(planRecovery(rowsOf(first), stored, true).next).toBe('append');
    expect(planRecovery(rowsOf(first), [], true).next).toBe('append');
  });

  it('asks for nothing where the journal is empty', () => {
    expect(planRecovery([], [], false)).toEqual({
      committed: [],
      open: [],
      next: 'nothing',
      isTorn: false,
    });
  });
});

describe('several records of one terminal', () => {
  const long = write(old.ledger, pharmacy, 12);
  const rows = rowsOf(long.records);

  it.each([0, 1, 2, 3])('go on behind the %i that are on the card', (count) => {
    const stored = newestFirst(a, ...long.records.slice(0, count));
    const recovery = planRecovery(rows, stored, false);
    expect(recovery.committed).toEqual(rows.slice(0, count));
    expect(recovery.open).toEqual(rows.slice(count));
    expect(recovery.next).toBe(count === 3 ? 'nothing' : 'append');
  });

  it('are rebuilt as a group, which only its last record completes', () => {
    const [begun = a] = long.records;
    const state = { ...old.ledger, seq: 2, hash: hashOfRecord(begun) };
    const [between = a] = write(state, otherPharmacy).records;
    const recovery = planRecovery(rows, newestFirst(a, begun, between), false);
    expect(recovery).toMatchObject({ next: 'rebuild', committed: [], open: rows });
  });

  it('of two claims are committed and rebuilt apart', () => {
    const second = write(ours.ledger, pharmacy, 5);
    const both = rowsOf([...ours.records, ...second.records]);
    const recovery = planRecovery(both, newestFirst(a, b, afterUs), false);
    expect(recovery).toMatchObject({
      next: 'rebuild',
      committed: both.slice(0, 1),
      open: both.slice(1),
    });
  });
});

describe('recovery at the card', () => {
  it('reads no further than it must', async () => {
    const days = Array.from({ length: 20 }, (_, i) => `2026-01-${String(i + 1).padStart(2, '0')}`);
    const history = days.map((day) => dispensing(day, otherPharmacy));
    const image = makeGuardedImage({ history });
    const row = { bytes: image.ledger[5] ?? new Uint8Array(0) };
    const card = createVirtualCard(image);
    const { channel, session } = await sessionAt(card);
    const before = card.traffic().apdus;
    const recovery = await readRecovery(channel, [row], session.records);
    expect(recovery).toMatchObject({ ok: true, value: { next: 'nothing', committed: [row] } });
    expect(card.traffic().apdus - before).toBe(8);
  });

  it('reads to the end before it says that nobody can tell', async () => {
    const history = Array.from({ length: 12 }, () => dispensing('2026-03-01', otherPharmacy));
    const card = createVirtualCard(makeGuardedImage({ history, ledgerCapacity: 4 }));
    const { channel, session } = await sessionAt(card);
    const recovery = await readRecovery(channel, rowsOf(ours.records), session.records);
    expect(recovery).toMatchObject({ ok: true, value: { next: 'unprovable' } });
  });
});

describe('a card that does not come back', () => {
  it.each([
    ['2026-03-16T09:29:59.999Z', false],
    ['2026-03-16T09:30:00.000Z', true],
  ])('is given up after 24 hours: at %s %s', (now, expected) => {
    expect(isGivenUp('2026-03-15T09:30:00.000Z' as Instant, now as Instant)).toBe(expected);
  });
});
