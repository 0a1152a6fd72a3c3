import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CborMalformed, CborReader, encodeCborArray } from '#card/profile/cbor.ts';
import { crc16 } from '#card/profile/crc16.ts';
import { decodeDay, decodeMoment, encodeDay, encodeMoment } from '#card/profile/days.ts';
import { findDigits, packDigits } from '#card/profile/digits.ts';
import { shortenNames } from '#card/profile/names.ts';
import { calendarDate, type Instant } from '#domain/dates.ts';

const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const sizeOf = (text: string) => new TextEncoder().encode(text).length;

describe('CRC-16', () => {
  it('gives the published check value', () => {
    expect(crc16(new TextEncoder().encode('123456789'))).toBe(0x29b1);
  });
});

describe('CBOR', () => {
  it.each([
    ['0', [0], '8100'],
    ['the last one-byte integer', [23], '8117'],
    ['the first two-byte one', [24], '811818'],
    ['255', [255], '8118ff'],
    ['256', [256], '81190100'],
    ['65536', [65_536], '811a00010000'],
    ['the largest', [0xffff_ffff], '811affffffff'],
    ['-1', [-1], '8120'],
    ['-25', [-25], '813818'],
    ['text', ['ا'], '8162d8a7'],
    ['bytes', [Uint8Array.of(1, 2)], '81420102'],
    ['null', [null], '81f6'],
  ])('writes %s as RFC 8949 does', (_name, items, hex) => {
    expect(Buffer.from(encodeCborArray(items)).toString('hex')).toBe(hex);
  });

  it.each([
    ['an integer in a longer head than it needs', '811817'],
    ['a two-byte integer that fits one', '811900ff'],
    ['a four-byte integer that fits two', '811a0000ffff'],
    ['an indefinite array', '9f00ff'],
    ['an eight-byte integer', '811b0000000000000001'],
    ['a float', '81f90000'],
    ['a tag', '81c000'],
    ['nothing', ''],
    ['an array of another length', '820000'],
  ])('refuses %s', (_name, hex) => {
    const reader = new CborReader(bytesOf(hex));
    expect(() => {
      reader.array(1);
      reader.integer();
    }).toThrow(CborMalformed);
  });

  it('refuses text that is not UTF-8, and strings that run past the end', () => {
    expect(() => new CborReader(bytesOf('61ff')).text(9)).toThrow(CborMalformed);
    expect(() => new CborReader(bytesOf('4501')).bytes(0, 9)).toThrow(CborMalformed);
  });

  it('reads back every integer that it writes', () => {
    const whole = fc.integer({ min: -0x8000_0000, max: 0xffff_ffff });
    fc.assert(
      fc.property(whole, (value) => {
        const reader = new CborReader(encodeCborArray([value]));
        reader.array(1);
        expect(reader.integer()).toBe(value);
      }),
    );
  });
});

describe('digits', () => {
  it('packs an odd one with F', () => {
    expect(packDigits('12345', 8)).toEqual(bytesOf('12345f'));
  });

  it('reads back whatever digits it packs, leading zeros included', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,20}$/), (digits) => {
        expect(findDigits(packDigits(digits, 10))).toBe(digits);
      }),
    );
  });

  it.each(['', 'f', 'a1', '1f1f', 'ff'])('finds none in %j', (hex) => {
    expect(findDigits(bytesOf(hex))).toBeNull();
  });
});

describe('dates on the card', () => {
  it.each([
    ['1970-01-01', 0],
    ['2026-03-15', 20_527],
    ['2149-06-06', 0xffff],
  ])('writes %s as day %i', (text, day) => {
    expect(encodeDay(calendarDate(text))).toBe(day);
    expect(decodeDay(day)).toBe(text);
  });

  it.each(['1969-12-31', '2149-06-07'])('cannot hold %s', (text) => {
    expect(() => encodeDay(calendarDate(text))).toThrow(RangeError);
  });

  it('cuts moments to whole seconds', () => {
    const seconds = encodeMoment('2026-03-15T09:30:00.999Z' as Instant);
    expect(decodeMoment(seconds)).toBe('2026-03-15T09:30:00.000Z');
  });
});

describe('names on the card', () => {
  it('keeps names that fit, in single spaces', () => {
    const names = { nameAr: ' ليلى  الحسن', nameLatin: 'Layla Al-Hasan ' };
    expect(shortenNames(names)).toEqual({ nameAr: 'ليلى الحسن', nameLatin: 'Layla Al-Hasan' });
  });

  it('takes words from the middle of the Latin name first', () => {
    const nameAr = 'محمد عبد الرحمن الخطيب';
    const nameLatin = 'Mohammad Abdul Rahman Ibrahim Al-Khatib';
    const short = shortenNames({ nameAr, nameLatin });
    expect(short).toEqual({ nameAr, nameLatin: 'Mohammad Abdul Al-Khatib' });
  });

  it.each([
    [68, 'aaaa bbbb'],
    [67, 'aaaa'],
  ])('fits names of 68 bytes into %i', (limit, nameLatin) => {
    const nameAr = 'ا'.repeat(29);
    expect(sizeOf(nameAr) + sizeOf('aaaa bbbb')).toBe(67);
    expect(shortenNames({ nameAr, nameLatin: 'aaaa bbbb' }, limit - 1).nameLatin).toBe(nameLatin);
  });

  it('fits any names, never leaves one empty and never cuts a letter in half', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(name, name, (nameAr, nameLatin) => {
        fc.pre(nameAr.trim() !== '' && nameLatin.trim() !== '');
        const short = shortenNames({ nameAr, nameLatin });
        expect(sizeOf(short.nameAr) + sizeOf(short.nameLatin)).toBeLessThanOrEqual(68);
        expect(short.nameAr.length * short.nameLatin.length).toBeGreaterThan(0);
        expect(`${short.nameAr}${short.nameLatin}`.isWellFormed()).toBe(true);
      }),
    );
  });
});
