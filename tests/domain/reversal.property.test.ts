import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { Amounts } from '#domain/adjudication/decision.ts';
import { type Remainder, remainderOf, type Taken } from '#domain/adjudication/reversal.ts';
import { add } from '#domain/money.ts';
import { anyInput, anyPack } from './arbitraries.ts';

/** A decided claim and voids of it: some whole, some of lines that may not exist or more than was claimed. */
const anyReversal = fc
  .tuple(
    anyInput.filter(({ claim }) => claim.lines.length > 0),
    anyPack,
  )
  .map(([claimed, pack]) => ({
    claim: claimed.claim,
    lines: adjudicate(claimed, compilePack(pack)).lines,
  }))
  .chain(({ claim, lines }) => {
    const lineId = fc.constantFrom(...claim.lines.map((one) => one.lineId), 'no-such-line');
    const part = fc.record({ lineId, quantity: fc.integer({ min: 1, max: 400 }) });
    const taken: fc.Arbitrary<Taken> = fc.record({
      lines: fc.option(fc.array(part, { minLength: 1, maxLength: 3 }), { freq: 4 }),
    });
    return fc.record({
      claim: fc.constant(claim),
      lines: fc.constant(lines),
      voids: fc.array(taken, { maxLength: 5 }),
    });
  });

type Reversal = typeof anyReversal extends fc.Arbitrary<infer R> ? R : never;

const holds = (property: (reversal: Reversal) => void) =>
  fc.assert(fc.property(anyReversal, property), { numRuns: 300 });

function expectExact({ claimed, ...parts }: Amounts) {
  expect(add(...Object.values(parts))).toBe(claimed);
  for (const part of Object.values(parts)) expect(part).toBeGreaterThanOrEqual(0);
}

const nothingIsLeft = ({ lines, totals, reversal }: Remainder) => {
  expect(lines).toEqual([]);
  expect(Object.values(totals).every((amount) => amount === 0)).toBe(true);
  expect(reversal).toBe('whole');
};

describe('what voids leave of a claim', () => {
  it('is nothing once all is taken back, whatever was taken before and after', () => {
    holds(({ claim, lines, voids }) => {
      const all: Taken = { lines: null };
      nothingIsLeft(remainderOf(claim, lines, [all, ...voids]));
      nothingIsLeft(remainderOf(claim, lines, [...voids, all]));
      nothingIsLeft(remainderOf(claim, lines, [all, all]));
      const each = claim.lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
      nothingIsLeft(remainderOf(claim, lines, [{ lines: each }]));
    });
  });

  it('does not depend on the order in which they come', () => {
    holds(({ claim, lines, voids }) => {
      const forwards = remainderOf(claim, lines, voids);
      expect(remainderOf(claim, lines, voids.toReversed())).toEqual(forwards);
    });
  });

  it('adds up exactly, and never exceeds what was there before', () => {
    holds(({ claim, lines, voids }) => {
      for (let count = 0; count < voids.length; count += 1) {
        const [before, after] = [count, count + 1].map((end) =>
          remainderOf(claim, lines, voids.slice(0, end)),
        ) as [Remainder, Remainder];
        expectExact(after.totals);
        for (const one of after.lines) expectExact(one.amounts);
        for (const name of Object.keys(after.totals) as (keyof Amounts)[])
          expect(after.totals[name]).toBeLessThanOrEqual(before.totals[name] ?? 0);
      }
    });
  });

  it('is the claim itself while nothing of it was named', () => {
    holds(({ claim, lines }) => {
      const other: Taken = { lines: [{ lineId: 'no-such-line', quantity: 1 }] };
      for (const voids of [[], [other]])
        expect(remainderOf(claim, lines, voids)).toMatchObject({ lines, reversal: 'none' });
    });
  });
});
