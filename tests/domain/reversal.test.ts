import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import {
  type Remainder,
  remainderOf,
  returnedOf,
  type Taken,
} from '#domain/adjudication/reversal.ts';
import { money } from '#domain/money.ts';
import { input, line, rulePack } from './builders.ts';
import { deductible, paracetamol, withBenefit } from './terms.ts';

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

  /** Three lines of thirty tablets at one pound: of each the member bears a deductible, a fixed amount and a fifth. */
  const pack = rulePack({
    deductibles: [deductible({ per: 'visit', limit: 1_000 })],
    ...withBenefit('medicines', { coPayment: { amount: money(300), per: 'line' } }),
  });
  const given = input({
    lines: ['a', 'b', 'c'].map((lineId) => paracetamol({ lineId, paidByOther: money(20) })),
  });
  const decide = () => adjudicate(given, compilePack(pack)).lines;
  const left = (...voids: readonly Taken[]) => remainderOf(given.claim, decide(), voids);
  const units = (lineId: string, quantity: number) => ({ lineId, quantity });

  it('is each part of a line’s money in proportion, half up, and their sum', () => {
    const { lines, reversal } = left({ lines: [units('a', 20)] });
    const decided = decide();
    expect(decided[0]).toMatchObject({ deductible: 1_000, coPayment: 300 });
    expect(decided[0]?.amounts).toEqual({
      ...{ claimed: 3_000, insurer: 1_360, memberShare: 1_620, memberPrivate: 0 },
      ...{ providerWriteOff: 0, otherPayers: 20 },
    });
    expect(lines[0]).toMatchObject({
      ...{ allowedQuantity: 10, allowedDays: 4, deductible: 333, coPayment: 100 },
      amounts: {
        ...{ claimed: 1_000, insurer: 453, memberShare: 540, memberPrivate: 0 },
        ...{ providerWriteOff: 0, otherPayers: 7 },
      },
    });
    expect(lines.slice(1)).toEqual(decided.slice(1));
    expect(reversal).toBe('part');
  });

  it('leaves out lines of which nothing is left, and adds up the others', () => {
    const { lines, reversal, totals } = left({ lines: [units('a', 30), units('b', 29)] });
    expect(lines.map(({ lineId }) => lineId)).toEqual(['b', 'c']);
    expect(totals.claimed).toBe(100 + 3_000);
    expect(reversal).toBe('part');
  });

  it.each<[string, readonly Taken[], Remainder['reversal']]>([
    ['nothing', [], 'none'],
    ['what it does not contain', [{ lines: [units('x', 30)] }], 'none'],
    ['one unit', [{ lines: [units('c', 1)] }], 'part'],
    ['all but one unit', [{ lines: [units('a', 30), units('b', 30), units('c', 29)] }], 'part'],
    ['each line', [{ lines: [units('a', 30), units('b', 30), units('c', 30)] }], 'whole'],
    [
      'each line in two voids',
      [{ lines: [units('a', 30), units('b', 10)] }, { lines: [units('b', 20), units('c', 30)] }],
      'whole',
    ],
    ['all after a part', [{ lines: [units('a', 1)] }, { lines: null }], 'whole'],
  ])('of which %s is taken back says so', (_, voids, reversal) => {
    expect(left(...voids).reversal).toBe(reversal);
  });

  it('invents no part that the line did not have', () => {
    const plain = input({ lines: [paracetamol({ daysSupply: null })] });
    const { lines } = adjudicate(plain, compilePack(rulePack()));
    const [kept] = remainderOf(plain.claim, lines, [{ lines: [units('line-1', 1)] }]).lines;
    expect(kept).not.toHaveProperty('deductible');
    expect(kept).not.toHaveProperty('coPayment');
    expect(kept?.amounts).not.toHaveProperty('otherPayers');
    expect(kept?.allowedDays).toBeNull();
  });
});
