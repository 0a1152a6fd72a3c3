import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, money, proportion, roundToCashStep, subtract, times } from '#domain/money.ts';

const amount = fc.nat(1_000_000_000_000).map(money);

describe('money', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %d', (minor) => {
    expect(() => money(minor)).toThrow(RangeError);
  });

  it.each([
    [1, 1, 2, 1],
    [1, 49, 100, 0],
    [1, 51, 100, 1],
    [-1, 1, 2, -1],
    [-1, 49, 100, 0],
    [333, 1, 3, 111],
    [334, 1, 3, 111],
    [335, 1, 3, 112],
  ])('%i x %i / %i is %i, half away from zero', (of, numerator, denominator, expected) => {
    expect(proportion(money(of), numerator, denominator) + 0).toBe(expected);
  });

  it('divides exactly where floating point would not', () => {
    expect(proportion(money(9_007_199_254_740_991), 99, 100)).toBe(8_917_127_262_193_581);
  });

  it('is the same in plain numbers as in arbitrary precision', () => {
    const exact = (of: number, numerator: number, denominator: number): number => {
      const doubled = 2n * BigInt(of) * BigInt(numerator) + BigInt(denominator);
      return Number(doubled / (2n * BigInt(denominator)));
    };
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.nat(100), fc.integer({ min: 1, max: 100 }), (of, a, b) => {
        const [numerator, denominator] = a <= b ? [a, b] : [b, a];
        expect(proportion(money(of), numerator, denominator)).toBe(
          exact(of, numerator, denominator),
        );
      }),
    );
  });

  it('gives a share and its rest that add up again', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 100 }), (whole, percent) => {
        const share = proportion(whole, percent, 100);
        expect(add(share, subtract(whole, share))).toBe(whole);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(whole);
      }),
    );
  });

  it.each([
    [0, 0],
    [1_249, 0],
    [1_250, 2_500],
    [3_749, 2_500],
    [3_750, 5_000],
  ])('rounds %i to the cash step of 2500: %i', (due, paid) => {
    expect(roundToCashStep(money(due), 2_500)).toBe(paid);
  });

  it('multiplies as repeated addition', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(50), (price, quantity) => {
        const all = Array.from({ length: quantity }, () => money(price));
        expect(times(money(price), quantity)).toBe(add(...all));
      }),
    );
  });
});
