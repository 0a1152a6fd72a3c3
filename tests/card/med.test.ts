import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bloodGroups, decodeMed, encodeMed, isMedSignedBy, type Med } from '#card/profile/med.ts';
import { generateP256Key, openSigner, terminalKeyIdOf } from '#card/profile/p256.ts';
import { calendarDate, fromEpochDay } from '#domain/dates.ts';
import { med, order } from './card-builders.ts';

const writer = openSigner(generateP256Key());
const { cardNumber } = order();

const written = (change: Partial<Med> = {}): Med => ({
  version: 1,
  writerKeyId: terminalKeyIdOf(writer.publicKey),
  ...med(),
  ...change,
});

const someMed: fc.Arbitrary<Med> = fc.record({
  version: fc.integer({ min: 1, max: 0xffff }),
  writtenOn: fc.nat(0xffff).map(fromEpochDay),
  writerKeyId: fc.stringMatching(/^[0-9a-f]{16}$/),
  bloodGroup: fc.option(fc.constantFrom(...bloodGroups)),
  conditions: fc.array(fc.constantFrom('E11.9', 'I10', 'J45.0', 'S72.0111'), { maxLength: 4 }),
  allergies: fc.array(
    fc.record({
      to: fc.constantFrom('substance' as const, 'class' as const),
      name: fc.constantFrom('J01CA', 'penicillin', 'لاتكس', 'N02BA01'),
    }),
    { maxLength: 3 },
  ),
  standingMedicines: fc.array(fc.integer({ min: 1, max: 0xff_ffff }), { maxLength: 8 }),
  emergencyContact: fc.option(
    fc.record({
      name: fc.constantFrom('Sami Al-Hasan', 'سامي الحسن'),
      phone: fc.stringMatching(/^\+?[0-9][0-9 ]{3,15}$/),
    }),
  ),
});

describe('MED', () => {
  it('reads back as it was written, in 252 bytes, signed for its card alone', () => {
    fc.assert(
      fc.property(someMed, (some) => {
        const record = encodeMed(some, cardNumber, writer.sign);
        expect(record.length).toBe(252);
        const read = decodeMed(record);
        if (!read.ok) throw new Error(JSON.stringify(read.failure));
        expect(read.value.med).toEqual(some);
        expect(isMedSignedBy(read.value, cardNumber, writer.publicKey)).toBe(true);
        expect(isMedSignedBy(read.value, '9760000000000025', writer.publicKey)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('survives arbitrary bytes', () => {
    const whole = fc.uint8Array({ minLength: 252, maxLength: 252 });
    fc.assert(
      fc.property(
        fc.oneof(fc.uint8Array({ maxLength: 300 }), whole),
        fc.boolean(),
        (bytes, isArray) => {
          if (isArray) bytes[0] = 0x88;
          expect(decodeMed(bytes).ok).toBe(false);
        },
      ),
    );
  });

  it('reads no record of which one byte was changed as the same', () => {
    const record = encodeMed(written(), cardNumber, writer.sign);
    const original = decodeMed(record);
    fc.assert(
      fc.property(fc.nat(251), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = record.slice();
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect(decodeMed(changed)).not.toEqual(original);
      }),
    );
  });

  it.each<[string, Partial<Med>]>([
    ['version 0', { version: 0 }],
    ['a condition that is no ICD-10 code', { conditions: ['diabetes'] }],
    ['13 conditions', { conditions: Array(13).fill('I10') }],
    ['an allergy of 25 bytes', { allergies: [{ to: 'substance', name: 'a'.repeat(25) }] }],
    ['a medicine without a code', { standingMedicines: [0] }],
    ['a telephone with letters', { emergencyContact: { name: 'Sami', phone: '09x' } }],
    [
      'more than 188 bytes',
      { conditions: Array(12).fill('S72.0111'), standingMedicines: Array(16).fill(0xff_ffff) },
    ],
    ['a day that the card cannot hold', { writtenOn: calendarDate('1969-12-31') }],
  ])('cannot be written with %s', (_name, change) => {
    expect(() => encodeMed(written(change), cardNumber, writer.sign)).toThrow(RangeError);
  });
});
