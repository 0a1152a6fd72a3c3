import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAmount } from '#contracts/messages/format.ts';
import { parseAmount, parseWhole } from '../../renderer/parts/typed-numbers.ts';

describe('a typed quantity', () => {
  test.each([
    ['30', 30],
    ['٣٠', 30],
    [' 1 ', 1],
    ['100000', 100_000],
    ['100001', null],
    ['0', null],
    ['-3', null],
    ['3.5', null],
    ['', null],
  ])('%j is read as %s', (text, value) => {
    expect(parseWhole(text, 1, 100_000)).toBe(value);
  });
});

describe('a typed amount', () => {
  test.each([
    ['6.60', 2, 660],
    ['٦٫٦٠', 2, 660],
    ['6,6', 2, 660],
    ['١٬٢٣٤٫٥', 2, 123_450],
    ['12', 3, 12_000],
    ['0', 2, 0],
    ['6.601', 2, null],
    ['six', 2, null],
    ['-1', 2, null],
    ['', 2, null],
  ])('%j with %i decimals is %s minor units', (text, exponent, minor) => {
    expect(parseAmount(text, exponent)).toBe(minor);
  });

  test('reads back every amount that the program writes in Arabic', () => {
    const currency = { code: 'SYP', exponent: 2 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (minor) => {
        expect(parseAmount(formatAmount(minor, currency, 'ar'), 2)).toBe(minor);
      }),
    );
  });
});
