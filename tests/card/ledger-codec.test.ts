import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc16 } from '#card/profile/crc16.ts';
import { decodeRecord, encodeRecord, isRecordSignedBy } from '#card/profile/ledger-codec.ts';
import type {
  CheckpointRecord,
  LedgerRecord,
  PrescriptionRecord,
} from '#card/profile/ledger-record.ts';
import { generateP256Key, openSigner } from '#card/profile/p256.ts';
import { fromEpochDay, type Instant } from '#domain/dates.ts';

const signer = openSigner(generateP256Key());
const cardNumber = '9760000000000017';
const byte = fc.nat(0xff);
const code = fc.integer({ min: 1, max: 0xff_ffff });
const eight = fc.stringMatching(/^[0-9a-f]{16}$/);

const header = {
  seq: code,
  at: fc.nat(0xffff_ffff).map((seconds) => new Date(seconds * 1000).toISOString() as Instant),
  terminalKeyId: eight,
  terminalCounter: fc.nat(0xffff_ffff),
  prevHash: eight,
};

const lastGroup = fc.integer({ min: 1, max: 15 }).map((count) => ({ index: count - 1, count }));

const checkpoint: fc.Arbitrary<CheckpointRecord> = fc.record({
  ...header,
  group: lastGroup,
  type: fc.constantFrom('dispense', 'service', 'correction', 'checkpoint', 'anchor'),
  lines: fc.array(
    fc.record({ cardCode: code, quantity: fc.nat(1023), days: byte, isCapped: fc.boolean() }),
    { maxLength: 4 },
  ),
  headVersion: fc.nat(0xffff),
  medVersion: fc.nat(0xffff),
  fills: fc.record({ seq: fc.nat(0xff_ffff), lines: fc.nat(0xffff) }),
  tables: fc.record({
    ceilings: fc.oneof(
      fc.constant({ year: null, used: [] }),
      fc.record({
        year: fc.integer({ min: 2001, max: 2255 }),
        used: fc.array(
          fc.record({
            basket: fc.integer({ min: 1, max: 255 }),
            used: fc.option(fc.nat(0xff_fffe)),
          }),
          { minLength: 1, maxLength: 6 },
        ),
      }),
    ),
    supplies: fc.array(
      fc.record({ repeatCode: code, endsOn: fc.nat(0xffff).map(fromEpochDay), days: byte }),
      { maxLength: 14 },
    ),
    hasMoreSupplies: fc.boolean(),
  }),
});

const prescription: fc.Arbitrary<PrescriptionRecord> = fc.record({
  ...header,
  group: fc.constant({ index: 0, count: 2 }),
  type: fc.constant('prescription'),
  licence: fc.stringMatching(/^[A-Z0-9-]{0,8}$/),
  specialty: byte,
  validDays: byte,
  diagnoses: fc.array(fc.constantFrom('E11.9', 'I10', 'S72.01', 'J45.0'), { maxLength: 3 }),
  episode: fc.nat(0xffff_ffff),
  flags: byte,
  lines: fc.array(
    fc.record({
      cardCode: code,
      quantity: fc.nat(0xffff),
      dose: fc.nat(0xffff),
      timesPerDay: byte,
      days: byte,
      refills: byte,
      flags: byte,
    }),
    { maxLength: 6 },
  ),
});

const encode = (record: LedgerRecord) => encodeRecord(record, cardNumber, signer.sign);

/** The bytes with a change, and a checksum that holds again. */
function resealed(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const changed = bytes.slice();
  changed[at] = value;
  const crc = crc16(changed.subarray(0, 238));
  changed.set([crc >> 8, crc & 0xff], 238);
  return changed;
}

describe('a ledger record', () => {
  it.each([
    ['checkpoint', checkpoint],
    ['prescription', prescription],
  ])('of the %s layout reads back as it was written', (_name, some) => {
    fc.assert(
      fc.property<[LedgerRecord]>(some, (record) => {
        const bytes = encode(record);
        expect(bytes.length).toBe(240);
        expect(decodeRecord(bytes)).toEqual({ ok: true, value: record });
      }),
    );
  });

  it('is refused when any one byte is changed', () => {
    const [bytes] = fc.sample(checkpoint, 1).map(encode);
    if (bytes === undefined) throw new Error('no sample');
    fc.assert(
      fc.property(fc.nat(239), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect(decodeRecord(changed).ok).toBe(false);
      }),
    );
  });

  it('survives arbitrary bytes with a checksum that holds', () => {
    const bytes = fc.uint8Array({ minLength: 240, maxLength: 240 });
    fc.assert(
      fc.property(bytes, byte, (some, first) => {
        const decoded = decodeRecord(resealed(some, 0, first % 2));
        expect(typeof decoded.ok).toBe('boolean');
      }),
    );
  });

  it('reads nothing that it would write in another way', () => {
    const [record] = fc.sample(checkpoint, 1);
    if (record === undefined) throw new Error('no sample');
    const bytes = encode({ ...record, lines: [] });
    fc.assert(
      fc.property(fc.nat(173), byte, (at, value) => {
        const decoded = decodeRecord(resealed(bytes, at, value));
        if (!decoded.ok) return;
        expect(encode(decoded.value).subarray(0, 174)).toEqual(
          resealed(bytes, at, value).subarray(0, 174),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('cannot be moved to another card', () => {
    const [bytes] = fc.sample(checkpoint, 1).map(encode);
    if (bytes === undefined) throw new Error('no sample');
    expect(isRecordSignedBy(bytes, cardNumber, signer.publicKey)).toBe(true);
    expect(isRecordSignedBy(bytes, '9760000000000018', signer.publicKey)).toBe(false);
    expect(isRecordSignedBy(bytes, cardNumber, openSigner(generateP256Key()).publicKey)).toBe(
      false,
    );
  });

  it.each([
    ['quantity', { lines: [{ cardCode: 1, quantity: 1024, days: 1, isCapped: false }] }],
    [
      'five lines',
      { lines: Array(5).fill({ cardCode: 1, quantity: 1, days: 1, isCapped: false }) },
    ],
    ['tables before the last of a group', { group: { index: 0, count: 2 } }],
    ['sequence 0', { seq: 0 }],
  ])('cannot be written with more than it holds: %s', (_name, change) => {
    const [record] = fc.sample(checkpoint, 1);
    if (record === undefined) throw new Error('no sample');
    expect(() => encode({ ...record, ...change })).toThrow(RangeError);
  });
});
