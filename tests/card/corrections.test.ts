import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planAppend } from '#card/append-records.ts';
import { isOfThisCard } from '#card/corrections/check-correction.ts';
import type { Correction } from '#card/corrections/correction.ts';
import { findOnCard } from '#card/corrections/find-on-card.ts';
import { planCorrection } from '#card/corrections/plan-correction.ts';
import { openCorrection, sealCorrection } from '#card/corrections/seal-correction.ts';
import { judgeLedger } from '#card/judge-ledger.ts';
import { findLedgerState } from '#card/ledger-state.ts';
import { emptyLedger, type LedgerWriter } from '#card/profile/ledger-builder.ts';
import { hashOfRecord } from '#card/profile/ledger-codec.ts';
import { calendarDate } from '#domain/dates.ts';
import { at, knows, line, makeTerminal, otherPharmacy, pharmacy } from './card-builders.ts';
import { cardNumber } from './ledger-writer.ts';

const third = makeTerminal('P-300');
const findTerminalKey = knows(pharmacy, otherPharmacy, third);
const header = { headVersion: 1, medVersion: 3, terminalCounter: 1 };
const baskets = { year: 2026, numbers: [1] };
const noFilling = { seq: 0, lines: 0 };

/** A card with an earlier supply of another's, and behind it a claim of so many medicines, ten pounds each. */
function claimOf(lines: number) {
  const before = planAppend(emptyLedger(cardNumber), {
    ...{ ...header, type: 'dispense', at: at('2026-03-01'), writer: otherPharmacy, baskets },
    lines: [line({ days: 10, uses: [{ basket: 1, units: 7 }] })],
  });
  const claim = planAppend(before.ledger, {
    ...{ ...header, type: 'dispense', at: at('2026-03-05'), writer: pharmacy, baskets },
    lines: Array.from({ length: lines }, (_, i) =>
      line({ cardCode: 501 + i, repeatCode: 9001 + i, uses: [{ basket: 1, units: 10 }] }),
    ),
  });
  const correction: Correction = {
    records: claim.records.map((bytes, i) => ({ seq: 2 + i, hash: hashOfRecord(bytes) })),
    ...{ number: 1, baskets, left: [], uses: [{ basket: 1, units: -10 * lines }] },
    groups: [
      {
        fills: noFilling,
        lines: Array.from({ length: lines }, (_, i) => ({ cardCode: 501 + i, quantity: 30 })),
      },
    ],
    gone: Array.from({ length: lines }, (_, i) => ({
      ...{ repeatCode: 9001 + i, days: 30, endsOn: calendarDate('2026-04-03') },
    })),
  };
  return { correction, stored: [...before.records, ...claim.records].toReversed() };
}

/** The records that whoever has the card would append. */
function toAppend(
  stored: readonly Uint8Array[],
  correction: Correction,
  writer: LedgerWriter = otherPharmacy,
): readonly Uint8Array[] {
  const state = findLedgerState(stored, cardNumber, { trouble: 'none' });
  if (state === null) throw new Error('the ledger is believed');
  const { before, onCard } = findOnCard(stored, correction);
  const earlier = before?.supplies ?? null;
  const event = { at: at('2026-03-06'), writer, headVersion: 1, terminalCounter: 9 };
  return planCorrection(state, correction, { onCard, earlier }, event).records;
}

const behind = (stored: readonly Uint8Array[], records: readonly Uint8Array[]) => [
  ...records.toReversed(),
  ...stored,
];

const judge = (stored: readonly Uint8Array[]) => judgeLedger(stored, cardNumber, findTerminalKey);

/** Units that newer corrections took back, by item. */
function takenBack(stored: readonly Uint8Array[]): Map<number, number> {
  const taken = new Map<number, number>();
  for (const { lines, type } of judge(stored).entries) {
    if (type !== 'correction') continue;
    for (const { cardCode, qty } of lines) taken.set(cardCode, (taken.get(cardCode) ?? 0) + qty);
  }
  return taken;
}

describe('a correction', () => {
  it.each([1, 4, 5, 13, 30])(
    'of a claim of %i lines is appended once, whoever goes on with it wherever it was cut',
    (lines) => {
      const { correction, stored } = claimOf(lines);
      const whole = toAppend(stored, correction);
      for (let cut = 0; cut <= whole.length; cut += 1) {
        const begun = behind(stored, whole.slice(0, cut));
        const ended = behind(begun, toAppend(begun, correction, third));
        expect(toAppend(ended, correction)).toEqual([]);
        const { ceilings, supplies, trouble } = judge(ended);
        expect(trouble).toBe('none');
        expect(ceilings?.used).toEqual([{ basket: 1, used: 7 }]);
        // What the claim had replaced counts again.
        expect(supplies).toMatchObject([{ repeatCode: 9001, endsOn: '2026-03-10' }]);
        expect([...takenBack(ended).values()]).toEqual(Array(lines).fill(30));
      }
    },
  );

  it('of a second void is another one, and neither is appended twice', () => {
    const { correction, stored } = claimOf(1);
    const half = {
      ...correction,
      groups: [{ fills: noFilling, lines: [{ cardCode: 501, quantity: 15 }] }],
    };
    const first = behind(stored, toAppend(stored, { ...half, uses: [] }));
    const second = behind(first, toAppend(first, { ...half, number: 2 }));
    expect(second).toHaveLength(4);
    expect(toAppend(second, half)).toEqual([]);
    expect(toAppend(second, { ...half, number: 2 })).toEqual([]);
    expect(takenBack(second).get(501)).toBe(30);
  });

  it('says nothing of days that a supply would last', () => {
    const { correction, stored } = claimOf(2);
    const [newest] = judge(behind(stored, toAppend(stored, correction))).entries;
    expect(newest).toMatchObject({ type: 'correction', lines: [{ days: 0 }, { days: 0 }] });
  });

  it('leaves the table in doubt where what it had replaced is no longer on the card', () => {
    const { correction, stored } = claimOf(1);
    const cut = stored.slice(0, 1);
    const [record] = toAppend(cut, correction);
    expect(judge([...(record === undefined ? [] : [record]), ...cut]).isComplete).toBe(false);
  });
});

describe('a correction of another terminal', () => {
  const question = { cardNumber, findTerminalKey, repeatCodeOf: (code: number) => 8500 + code };
  const isOf = (change: Partial<Correction>) => {
    const { correction, stored } = claimOf(2);
    return isOfThisCard({ ...correction, ...change }, stored, question);
  };
  const group = (cardCode: number, quantity: number, seq = 0) => ({
    groups: [{ fills: { seq, lines: seq === 0 ? 0 : 1 }, lines: [{ cardCode, quantity }] }],
  });
  const row = (repeatCode: number, endsOn: string) => ({
    gone: [{ repeatCode, days: 30, endsOn: calendarDate(endsOn) }],
  });

  it.each<[string, Partial<Correction>, boolean]>([
    ['all of the claim', {}, true],
    ['as much of an item as the claim has', group(501, 30), true],
    ['one unit more of it', group(501, 31), false],
    ['an item that it does not have', group(777, 1), false],
    ['of a prescription that it does not fill', group(501, 30, 5), false],
    ['its own row, to its last day', row(9001, '2026-04-03'), true],
    ['a row that lasts a day longer', row(9001, '2026-04-04'), false],
    ['a row of another medicine', row(9999, '2026-04-03'), false],
    ['as much of a ceiling as it took', { uses: [{ basket: 1, units: -20 }] }, true],
    ['one unit more of that', { uses: [{ basket: 1, units: -21 }] }, false],
    ['a ceiling that it did not touch', { uses: [{ basket: 2, units: -1 }] }, false],
    ['what is not there', { records: [{ seq: 2, hash: 'ab'.repeat(8) }] }, false],
  ])('that takes back %s', (_, change, expected) => {
    expect(isOf(change)).toBe(expected);
  });

  it('takes no more back although it names a record twice', () => {
    const { correction, stored } = claimOf(1);
    const [place] = correction.records;
    if (place === undefined) throw new Error('the claim has a record');
    const twice = { ...correction, records: [place, place] };
    expect(isOfThisCard({ ...twice, ...group(501, 60) }, stored, question)).toBe(false);
    expect(isOfThisCard({ ...twice, ...group(501, 30) }, stored, question)).toBe(false);
  });

  it('takes no more back than earlier corrections left', () => {
    const { correction, stored } = claimOf(1);
    const first = behind(stored, toAppend(stored, { ...correction, ...group(501, 20), uses: [] }));
    const isSecond = (quantity: number) =>
      isOfThisCard({ ...correction, ...group(501, quantity), number: 2 }, first, question);
    expect([isSecond(10), isSecond(11)]).toEqual([true, false]);
  });

  it('corrects nothing that two wrote, or somebody whose key is not known', () => {
    const { correction, stored } = claimOf(1);
    const [claim, earlier] = stored.map(hashOfRecord);
    const both = [
      { seq: 2, hash: claim ?? '' },
      { seq: 1, hash: earlier ?? '' },
    ];
    expect(isOfThisCard({ ...correction, records: both }, stored, question)).toBe(false);
    const unknown = { ...question, findTerminalKey: knows(otherPharmacy) };
    expect(isOfThisCard(correction, stored, unknown)).toBe(false);
  });
});

describe('the seal of a correction', () => {
  const [record] = claimOf(1).stored;
  if (record === undefined) throw new Error('the claim has a record');
  const place = { cardNumber, record };
  const content = new TextEncoder().encode('{"number":1}');
  const open = (sealed: Uint8Array, change: Partial<typeof place> = {}, writer = pharmacy) =>
    openCorrection(sealed, { ...place, ...change }, writer.publicKey);

  it('opens by the record that is corrected, for whoever trusts its writer', () => {
    const sealed = sealCorrection(content, place, pharmacy.sign);
    expect(open(sealed)).toEqual(content);
    expect(open(sealed, { cardNumber: '9760000000000018' })).toBeNull();
    expect(open(sealed, { record: record.with(0, 2) })).toBeNull();
    expect(open(sealed, {}, otherPharmacy)).toBeNull();
    expect(open(sealCorrection(content, place, otherPharmacy.sign))).toBeNull();
  });

  it('holds against any change, and any bytes', () => {
    const sealed = sealCorrection(content, place, pharmacy.sign);
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (where, flip) => {
        expect(open(sealed.with(where, (sealed[where] ?? 0) ^ flip))).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(open(bytes)).toBeNull();
      }),
    );
  });
});
