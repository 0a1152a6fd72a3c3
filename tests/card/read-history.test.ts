import { describe, expect, it } from 'vitest';
import type { CardImage } from '#card/issue/card-image.ts';
import { supplyFacts } from '#card/read-member-card.ts';
import { calendarDate } from '#domain/dates.ts';
import { known, unknown } from '#domain/facts.ts';
import { failure } from '#domain/failures.ts';
import { failWith } from '#domain/result.ts';
import {
  at,
  dispensing,
  knows,
  line,
  makeImage,
  makeTerminal,
  otherPharmacy,
  pharmacy,
} from './card-builders.ts';
import { historyOf, tryReadHistory } from './history-reader.ts';

const two = makeImage({
  history: [
    dispensing('2026-02-01', otherPharmacy, line({ quantity: 90, days: 90 })),
    dispensing('2026-03-10', pharmacy, line({ cardCode: 502, repeatCode: 9002 })),
  ],
});

const withRecord = (
  image: CardImage,
  index: number,
  change: (bytes: Uint8Array) => Uint8Array,
) => ({
  ...image,
  ledger: image.ledger.map((bytes, i) => (i === index ? change(bytes) : bytes)),
});

const tear = (bytes: Uint8Array): Uint8Array => {
  const torn = bytes.slice();
  torn.fill(0xff, 100);
  return torn;
};

const asOf = at('2026-03-15');

describe("a card's history", () => {
  it('is known to be empty on a new card', async () => {
    const history = await historyOf(makeImage());
    expect(history).toMatchObject({ head: null, supplies: [], isComplete: true, trouble: 'none' });
    expect(supplyFacts(history, asOf)).toEqual([known([], 'card', asOf)]);
  });

  it('tells each active supply, its last day, and who supplied how much', async () => {
    const history = await historyOf(two);
    expect(history.supplies).toEqual([
      {
        repeatCode: 9001,
        endsOn: '2026-05-01',
        days: 90,
        quantity: 90,
        providerId: 'P-200',
      },
      { repeatCode: 9002, endsOn: '2026-04-08', days: 30, quantity: 30, providerId: 'P-100' },
    ]);
    expect(history.trouble).toBe('none');
    expect(supplyFacts(history, asOf)).toEqual([known(history.supplies, 'card', asOf)]);
  });

  it('needs one record for the supplies, however long the history is', async () => {
    const history = await historyOf(two, { maxRecords: 1 });
    expect(history.entries).toHaveLength(1);
    expect(history.supplies.map(({ repeatCode }) => repeatCode)).toEqual([9001, 9002]);
    expect(history.supplies[0]?.providerId).toBeNull();
    expect(history.isComplete).toBe(true);
  });

  it('lists entries newest first, by item code', async () => {
    const { entries, head } = await historyOf(two);
    expect(entries.map(({ seq, date, type, providerId }) => [seq, date, type, providerId])).toEqual(
      [
        [2, '2026-03-10', 'dispense', 'P-100'],
        [1, '2026-02-01', 'dispense', 'P-200'],
      ],
    );
    expect(entries[1]?.lines).toEqual([{ cardCode: 501, qty: 90, days: 90 }]);
    expect(entries.every(({ isVerified }) => isVerified)).toBe(true);
    expect(head?.seq).toBe(2);
  });

  it('starts at record 2 when the newest record is torn', async () => {
    const history = await historyOf(withRecord(two, 0, tear), { maxRecords: 1 });
    expect(history.trouble).toBe('torn');
    expect(history.head?.seq).toBe(1);
    expect(history.supplies.map(({ repeatCode }) => repeatCode)).toEqual([9001]);
    expect(supplyFacts(history, asOf)).toHaveLength(1);
  });

  it('is empty when the very first record was torn', async () => {
    const image = makeImage({ history: [dispensing('2026-03-01', pharmacy)] });
    const history = await historyOf(withRecord(image, 0, tear));
    expect(history).toMatchObject({ trouble: 'torn', supplies: [], isComplete: true, head: null });
  });

  it('uses the last complete group where a later one was not finished', async () => {
    const lines = Array.from({ length: 6 }, (_, i) => line({ repeatCode: 9100 + i }));
    const image = makeImage({
      history: [dispensing('2026-02-01', pharmacy), dispensing('2026-03-01', pharmacy, ...lines)],
    });
    const unfinished = { ...image, ledger: image.ledger.slice(1) };
    const history = await historyOf(unfinished, { maxRecords: 1 });
    expect(history.trouble).toBe('torn');
    expect(history.supplies.map(({ repeatCode }) => repeatCode)).toEqual([9001]);
  });

  it('counts supplies of an unknown terminal and doubts what they would allow', async () => {
    const history = await historyOf(two, { findTerminalKey: knows(otherPharmacy) });
    expect(history.trouble).toBe('unverified');
    expect(history.supplies).toHaveLength(2);
    expect(history.entries.map(({ isVerified }) => isVerified)).toEqual([false, true]);
    const doubted = [known(history.supplies, 'card', asOf), unknown('unverified', 'card')];
    expect(supplyFacts(history, asOf)).toEqual(doubted);
  });

  it.each([
    ['revoked', { revoked: true }, false],
    ['ended the day before', { to: calendarDate('2026-03-09') }, false],
    ['ended on the day', { to: calendarDate('2026-03-10') }, true],
    ['began on the day', { from: calendarDate('2026-03-10') }, true],
    ['began the day after', { from: calendarDate('2026-03-11') }, false],
  ])('with a terminal key that %s is verified: %3$s', async (_name, change, isVerified) => {
    const terminal = makeTerminal('P-300', change);
    const image = makeImage({ history: [dispensing('2026-03-10', terminal)] });
    const history = await historyOf(image, { findTerminalKey: knows(terminal) });
    expect(history.isVerified).toBe(isVerified);
    expect(history.entries[0]?.providerId).toBe('P-300');
  });

  it('keeps a forged record as evidence and doubts what the rest would allow', async () => {
    const impostor = makeTerminal('P-100');
    const forging = { ...pharmacy, sign: impostor.sign };
    const image = makeImage({
      history: [dispensing('2026-02-01', otherPharmacy), dispensing('2026-03-10', forging)],
    });
    const history = await historyOf(image);
    expect(history.trouble).toBe('forged');
    expect(history.evidence).toEqual([image.ledger[0]]);
    expect(history.head?.seq).toBe(1);
    expect(history.isComplete).toBe(false);
    expect(supplyFacts(history, asOf)).toContainEqual(unknown('unverified', 'card'));
  });

  it('knows when a record is missing between two others', async () => {
    const image = makeImage({
      history: ['2026-01-01', '2026-02-01', '2026-03-01'].map((day) => dispensing(day, pharmacy)),
    });
    const [newest, , oldest] = image.ledger;
    if (newest === undefined || oldest === undefined) throw new Error('three records');
    const history = await historyOf({ ...image, ledger: [newest, oldest] });
    expect(history.trouble).toBe('forged');
    expect(history.evidence).toEqual([newest, oldest]);
  });

  it('does not take records of another card', async () => {
    const other = makeImage({ cardNumber: '9760000000000025' });
    const history = await historyOf({ ...other, ledger: two.ledger });
    expect(history.trouble).toBe('forged');
    expect(history.entries).toEqual([]);
  });

  it('is not read from a card that took the place of the one that proved itself', async () => {
    expect(await tryReadHistory(two, {}, makeImage())).toEqual(failWith(failure('card-changed')));
  });

  it('keeps no more records than the chip has room for', async () => {
    const history = Array.from({ length: 5 }, (_, i) => dispensing(`2026-03-0${i + 1}`, pharmacy));
    const image = makeImage({ history, ledgerCapacity: 3 });
    expect((await historyOf(image)).entries.map(({ seq }) => seq)).toEqual([5, 4, 3]);
  });
});
