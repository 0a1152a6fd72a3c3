import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAmount } from '#packs/amount-text.ts';

test.each([
  ['0', 2, 0],
  ['12', 2, 1200],
  ['12.5', 2, 1250],
  ['12.50', 2, 1250],
  ['0.01', 2, 1],
  ['4.20', 2, 420],
  ['1.005', 3, 1005],
  ['7', 0, 7],
  ['90071992547409.91', 2, Number.MAX_SAFE_INTEGER],
])('reads "%s" with exponent %i as %i minor units', (text, exponent, minor) => {
  expect(parseAmount(text, exponent)).toBe(minor);
});

test.each([
  ['12.505', 2, 'one decimal too many'],
  ['12.0', 0, 'a decimal where the currency has none'],
  ['1.0050', 3, 'one decimal too many, even a zero'],
  ['90071992547409.92', 2, 'beyond exact integers'],
  ['-1', 2, 'negative'],
  ['+1', 2, 'a sign'],
  ['1e3', 2, 'an exponent'],
  ['1,000', 2, 'a thousands separator'],
  ['007', 2, 'leading zeros'],
  ['.5', 2, 'no whole part'],
  ['5.', 2, 'no decimals after the point'],
  ['١٢', 2, 'Arabic digits'],
  [' 1', 2, 'a space'],
  ['', 2, 'nothing'],
])('refuses "%s" with exponent %i: %s', (text, exponent) => {
  expect(parseAmount(text, exponent)).toBeNull();
});

test('reads back exactly what is written, for every amount and exponent', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.integer({ min: 0, max: 4 }), (minor, exponent) => {
      const digits = String(minor).padStart(exponent + 1, '0');
      const whole = digits.slice(0, digits.length - exponent);
      const text = exponent === 0 ? whole : `${whole}.${digits.slice(-exponent)}`;
      expect(parseAmount(text, exponent)).toBe(minor);
    }),
  );
});
