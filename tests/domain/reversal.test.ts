import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import { remainderOf, returnedOf } from '#domain/adjudication/reversal.ts';
import { input, line, rulePack } from './builders.ts';

describe('what voids leave of a claim', () => {
  it.each([
    [0, 30],
    [1, 29],
    [29, 1],
    [30, 0],
    [31, 0],
  ])('of a line of 30, %i taken back leave %i', (quantity, left) => {
    const { claim } = input({ lines: [line({ quantity: 30, daysSupply: 30 })] });
    const [one] = claim.lines;
    if (one === undefined) throw new Error('the claim has a line');
    const voids = quantity === 0 ? [] : [{ lines: [{ lineId: one.lineId, quantity }] }];
    expect(one.quantity - returnedOf(one, voids)).toBe(left);
    const { lines } = adjudicate(input({ lines: [one] }), compilePack(rulePack()));
    const kept = remainderOf(claim, lines, voids).lines[0];
    expect(kept?.allowedQuantity ?? 0).toBe(left);
    expect(kept?.allowedDays ?? 0).toBe(left);
  });
});
