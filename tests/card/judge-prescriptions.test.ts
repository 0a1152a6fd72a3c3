import { describe, expect, it } from 'vitest';
import { judgePrescriptions, type PrescriptionQuestion } from '#card/judge-prescriptions.ts';
import { prescriptionIdOf } from '#card/plan-prescription.ts';
import { isIntact } from '#card/profile/ledger-codec.ts';
import { calendarDate } from '#domain/dates.ts';
import { at, knows, line, makeTerminal, otherPharmacy, pharmacy } from './card-builders.ts';
import { cardNumber, growLedger, orderedLine } from './ledger-writer.ts';

const clinic = makeTerminal('P-300');
const stranger = makeTerminal('P-900');

const read = (stored: readonly Uint8Array[], change: Partial<PrescriptionQuestion> = {}) =>
  judgePrescriptions(stored, cardNumber, {
    findTerminalKey: knows(clinic, pharmacy, otherPharmacy),
    since: calendarDate('2025-07-01'),
    isWhole: true,
    unwritten: [],
    // 501 and 502 are brands of one medicine.
    isSameMedicine: (a, b) => a === b || (Math.min(a, b) === 501 && Math.max(a, b) === 502),
    ...change,
  });

const filledOf = (reading: ReturnType<typeof read>) =>
  reading.prescriptions.map(({ lines }) => lines.map(({ filled }) => filled));

describe('a prescription on the card', () => {
  it('tells who ordered what, when, and by which name it goes for good', () => {
    const { prescriptions, doubt } = read(growLedger().prescribe(clinic).stored());
    const name = { at: at('2026-03-01'), terminalKeyId: clinic.keyId };
    expect(prescriptions).toMatchObject([
      {
        ...{ prescriptionId: prescriptionIdOf(name), seq: 1, licence: 'SY-1', validDays: 30 },
        ...{ on: '2026-03-01', providerId: 'P-300', isVerified: true, diagnoses: ['J02.9'] },
        lines: [{ cardCode: 501, quantity: 30, filled: 0 }],
      },
    ]);
    expect(doubt).toBeNull();
  });

  it.each([
    ['not filled', growLedger().prescribe(clinic), [[0]]],
    ['filled in part', growLedger().prescribe(clinic).fill(pharmacy), [[10]]],
    [
      'filled by two pharmacies in turn',
      growLedger().prescribe(clinic).fill(pharmacy).fill(otherPharmacy, { quantity: 20 }),
      [[30]],
    ],
    [
      'filled with another brand',
      growLedger().prescribe(clinic).fill(pharmacy, { cardCode: 502 }),
      [[10]],
    ],
    [
      'filled with none of what it orders',
      growLedger().prescribe(clinic).fill(pharmacy, { cardCode: 777 }),
      [[null]],
    ],
    [
      'filled with the most that a record states',
      growLedger().prescribe(clinic).fill(pharmacy, { quantity: 1023 }),
      [[1023]],
    ],
    [
      'filled with one more than a record states',
      growLedger().prescribe(clinic).fill(pharmacy, { quantity: 1024 }),
      [[null]],
    ],
    [
      'filled by a terminal that is not known here',
      growLedger().prescribe(clinic).fill(stranger),
      [[null]],
    ],
    [
      'filled, and taken back in part',
      growLedger().prescribe(clinic).fill(pharmacy).takeBack(pharmacy, { quantity: 4 }),
      [[6]],
    ],
    [
      'filled, and taken back whole',
      growLedger().prescribe(clinic).fill(pharmacy).takeBack(pharmacy),
      [[0]],
    ],
    [
      'filled, taken back and filled once more elsewhere',
      growLedger().prescribe(clinic).fill(pharmacy).takeBack(pharmacy).fill(otherPharmacy, {
        quantity: 30,
        on: '2026-03-07',
      }),
      [[30]],
    ],
    [
      'of which one unit more was taken back than was filled',
      growLedger().prescribe(clinic).fill(pharmacy).takeBack(pharmacy, { quantity: 11 }),
      [[null]],
    ],
    [
      'of which a terminal took back that is not known here',
      growLedger().prescribe(clinic).fill(pharmacy).takeBack(stranger),
      [[null]],
    ],
    [
      'beside a correction of something else',
      growLedger().prescribe(clinic).fill(pharmacy).takeBack(pharmacy, { rx: 0, bits: 0 }),
      [[10]],
    ],
    [
      'beside a dispensing that does not name it',
      growLedger().prescribe(clinic).dispense(pharmacy, [line()]),
      [[0]],
    ],
    [
      'of two medicines, one of which is filled',
      growLedger()
        .prescribe(clinic, [orderedLine(), orderedLine({ cardCode: 600 })])
        .fill(pharmacy, { cardCode: 600, bits: 2 }),
      [[0, 10]],
    ],
    [
      'of two medicines, both filled in one record',
      growLedger()
        .prescribe(clinic, [orderedLine(), orderedLine({ cardCode: 600 })])
        .dispense(pharmacy, [line({ quantity: 5 }), line({ quantity: 6, cardCode: 600 })], {
          ...{ seq: 1, lines: 0b11 },
        }),
      [[5, 6]],
    ],
    [
      'beside another one, each with its own fillings',
      growLedger().prescribe(clinic).prescribe(clinic, undefined, '2026-03-02').fill(pharmacy, {
        rx: 3,
      }),
      [[10], [0]],
    ],
  ])('%s: what was dispensed on it is counted, or not known', (_, ledger, filled) => {
    expect(filledOf(read(ledger.stored()))).toEqual(filled);
  });

  it('of which a filling lacks a part: how much was filled is not known', () => {
    const lines = Array.from({ length: 5 }, () => line({ quantity: 2 }));
    const ledger = growLedger().prescribe(clinic).dispense(pharmacy, lines, { seq: 1, lines: 1 });
    expect(filledOf(read(ledger.stored()))).toEqual([[10]]);
    expect(filledOf(read(ledger.dropNewest().stored()))).toEqual([[null]]);
  });

  it('gives back what this terminal took back and could not write yet, once', () => {
    const ledger = growLedger().prescribe(clinic).fill(pharmacy).takeBack(pharmacy);
    const unwritten = ledger.stored().slice(0, 1);
    expect(filledOf(read(ledger.stored(), { unwritten }))).toEqual([[0]]);
    expect(filledOf(read(ledger.dropNewest().stored(), { unwritten }))).toEqual([[0]]);
  });

  it('counts what this terminal dispensed and could not write, once', () => {
    const ledger = growLedger().prescribe(clinic).fill(pharmacy);
    const unwritten = ledger.stored().slice(0, 1);
    expect(filledOf(read(ledger.stored(), { unwritten }))).toEqual([[10]]);
    expect(filledOf(read(ledger.dropNewest().stored(), { unwritten }))).toEqual([[10]]);
  });
});

describe('what the card cannot tell of prescriptions', () => {
  it.each([
    ['nothing, on a card without any', growLedger(), {}, null],
    ['nothing, read to the first record', growLedger().prescribe(clinic), {}, null],
    [
      'what lies beyond the records read',
      growLedger().prescribe(clinic).fill(pharmacy).dropNewest(0),
      { isWhole: false, cut: 1 },
      'not-present',
    ],
    [
      'what has been flushed out of the file',
      growLedger().prescribe(clinic).fill(pharmacy),
      { cut: 1 },
      'not-present',
    ],
    [
      'nothing, where all older ones are of no use',
      growLedger().prescribe(clinic).fill(pharmacy),
      { isWhole: false, cut: 1, since: calendarDate('2026-03-06') },
      null,
    ],
    [
      'one whose closing record is missing',
      growLedger().prescribe(clinic).dropNewest(),
      {},
      'unreadable',
    ],
    [
      'whether the record torn at its head was one',
      growLedger().prescribe(clinic).fill(pharmacy).tearNewest(),
      {},
      'unreadable',
    ],
    [
      'one of a doctor’s terminal that is not known here',
      growLedger().prescribe(stranger),
      {},
      'unverified',
    ],
  ] as const)(
    '%s',
    (_, ledger, {
      cut = 0,
      ...change
    }: { cut?: number } & Partial<PrescriptionQuestion>, doubt) => {
      const stored = ledger.stored();
      expect(read(stored.slice(0, stored.length - cut), change).doubt).toBe(doubt);
    },
  );

  it('a torn head: how much of the others was filled', () => {
    const ledger = growLedger().prescribe(clinic).fill(pharmacy).tearNewest();
    expect(ledger.stored().map(isIntact)).toEqual([false, true, true]);
    expect(filledOf(read(ledger.stored()))).toEqual([[null]]);
  });

  it('a forged record: nothing that it says is believed', () => {
    const forger = { ...makeTerminal('P-300'), keyId: clinic.keyId };
    const reading = read(growLedger().prescribe(clinic).fill(forger).stored());
    expect(reading.doubt).toBe('unverified');
    expect(reading.prescriptions.map(({ isVerified }) => isVerified)).toEqual([false]);
  });
});
