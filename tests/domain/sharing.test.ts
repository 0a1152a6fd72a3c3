import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { CoPayment } from '#domain/adjudication/contract-terms.ts';
import type { DecidedLine, MoneyStep } from '#domain/adjudication/decision.ts';
import type { CeilingUse } from '#domain/adjudication/input.ts';
import { listOwnUse } from '#domain/adjudication/own-use.ts';
import { remainderOf } from '#domain/adjudication/reversal.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { money } from '#domain/money.ts';
import { input, membership, rulePack, today } from './builders.ts';
import { asking, ceiling, deductible, maximum, paracetamol, use, withBenefit } from './terms.ts';

/** Lines of so many tablets at one pound each; the plan leaves the member a fifth. */
const claiming = (quantities: readonly number[], usage: readonly CeilingUse[] = []) =>
  input({
    lines: quantities.map((quantity, at) => paracetamol({ lineId: `line-${at + 1}`, quantity })),
    usage,
  });

const decide = (
  pack: Partial<RulePack>,
  quantities: readonly number[],
  usage: readonly CeilingUse[] = [],
): readonly DecidedLine[] =>
  adjudicate(claiming(quantities, usage), compilePack(rulePack(pack))).lines;

const paidOf = (lines: readonly DecidedLine[]) =>
  lines.map(({ amounts: { insurer, memberShare } }) => [insurer, memberShare]);

const stepsOf = (lines: readonly DecidedLine[]): readonly [MoneyStep['step'], number][] =>
  (lines[0]?.steps ?? []).map(({ step, amount }) => [step, amount]);

const owed = (total: number) => [use(total, null, { ceilingId: 'DEDUCTIBLE' })];
const paid = (total: number) => [use(total, null, { ceilingId: 'MAXIMUM' })];

describe('a deductible', () => {
  it.each([
    [10_001, 2_400, 600], // more than all of it
    [10_000, 2_400, 600], // all of it
    [9_999, 2_399, 601],
    [7_001, 1, 2_999],
    [7_000, 0, 3_000], // exactly as much is left as is payable
    [6_999, 0, 3_000],
    [0, 0, 3_000],
  ])(
    'of which %i was borne leaves the insurer %i and the member %i of 30.00',
    (borne, ...parts) => {
      expect(paidOf(decide({ deductibles: [deductible()] }, [30], owed(borne)))).toEqual([parts]);
    },
  );

  it('that swallows the line leaves nothing to pay, and the line is approved all the same', () => {
    const [line] = decide({ deductibles: [deductible()] }, [30], owed(0));
    expect(line).toMatchObject({ outcome: 'approved', guaranteed: true, deductible: 3_000 });
    expect(stepsOf(line === undefined ? [] : [line])).toEqual([
      ['claimed', 3_000],
      ['list-price', 100],
      ['allowed', 3_000],
      ['deductible', 3_000],
      ['co-insurance', 0],
      ['insurer', 0],
    ]);
  });

  it('of a visit is borne once, over all its lines', () => {
    const pack = { deductibles: [deductible({ per: 'visit', limit: 4_000 })] };
    expect(paidOf(decide(pack, [30, 30, 30]))).toEqual([
      [0, 3_000],
      [1_600, 1_400],
      [2_400, 600],
    ]);
  });

  it('of the year is used up by earlier lines of the claim', () => {
    const lines = decide({ deductibles: [deductible()] }, [30, 30], owed(6_000));
    expect(lines.map(({ deductible: part }) => part)).toEqual([3_000, 1_000]);
  });

  it('comes to the same over a claim, whatever the order of its lines', () => {
    const pack = { deductibles: [deductible({ per: 'visit', limit: 4_500 })] };
    const sum = (quantities: readonly number[]) =>
      decide(pack, quantities).reduce((all, { deductible: part = 0 }) => all + part, 0);
    expect([sum([10, 20, 30]), sum([30, 20, 10]), sum([20, 30, 10])]).toEqual([
      4_500, 4_500, 4_500,
    ]);
  });

  it('of member and family is met once either is', () => {
    const pack = {
      deductibles: [deductible(), deductible({ ceilingId: 'FAMILY', of: 'family', limit: 20_000 })],
    };
    const usage = [...owed(2_000), use(19_000, null, { ceilingId: 'FAMILY' })];
    expect(decide(pack, [30], usage)[0]?.deductible).toBe(1_000);
  });

  it('is taken before the co-insurance’s least, and the ceiling counts what is left', () => {
    const pack = {
      deductibles: [deductible({ per: 'visit', limit: 1_000 })],
      ceilings: [ceiling({ per: 'visit', limit: 1_500 })],
    };
    const [line] = decide(pack, [30]);
    expect(stepsOf(line === undefined ? [] : [line]).slice(3)).toEqual([
      ['deductible', 1_000],
      ['co-insurance', 400],
      ['over-ceiling', 100],
      ['insurer', 1_500],
    ]);
  });

  it('is given back by a void in proportion', () => {
    const pack = { deductibles: [deductible({ per: 'visit', limit: 1_000 })] };
    const [line] = decide(pack, [30]);
    const given = claiming([30]);
    const voids = [{ lines: [{ lineId: 'line-1', quantity: 10 }] }];
    const { lines } = remainderOf(given.claim, line === undefined ? [] : [line], voids);
    expect(lines[0]?.deductible).toBe(667);
  });
});

describe('a fixed co-payment', () => {
  const each = (per: CoPayment['per'], amount = 500): Partial<RulePack> =>
    withBenefit('medicines', { coPayment: { amount: money(amount), per } });

  it.each([
    [4, 0, 400], // less is payable than is fixed
    [5, 0, 500], // exactly
    [6, 80, 520], // one tablet more, of which the insurer pays four fifths
  ])('of 5.00 a line takes of %i tablets first, and leaves the insurer %i', (units, ...parts) => {
    expect(paidOf(decide(each('line'), [units]))).toEqual([parts]);
  });

  it('is due on each line, or once a visit', () => {
    const parts = (per: CoPayment['per']) =>
      decide(each(per), [30, 30]).map(({ coPayment: part = 0 }) => part);
    expect(parts('line')).toEqual([500, 500]);
    expect(parts('visit')).toEqual([500, 0]);
  });

  it('of a visit that a small line could not bear is borne by the next', () => {
    const lines = decide(each('visit'), [2, 30]);
    expect(lines.map(({ coPayment: part = 0 }) => part)).toEqual([200, 300]);
  });

  it('of a day is due in full where none was taken, and what is left of it where some was', () => {
    const id = 'co-payment/SILVER/medicines';
    const period = { from: today, to: today };
    const having = (own: number) =>
      decide(each('day'), [30], [use(null, own, { ceilingId: id, period })]);
    expect(having(0)[0]).toMatchObject({ outcome: 'approved', coPayment: 500 });
    expect(having(200)[0]).toMatchObject({ outcome: 'approved', coPayment: 300 });
    expect(having(500)[0]?.coPayment).toBeUndefined();
  });
});

describe('the most that a member pays', () => {
  it.each([
    [9_399, 2_400, 600],
    [9_400, 2_400, 600], // exactly what is left
    [9_401, 2_401, 599],
    [9_999, 2_999, 1],
    [10_000, 3_000, 0],
    [10_001, 3_000, 0],
  ])('after %i leaves the insurer %i and the member %i of 30.00', (before, ...parts) => {
    expect(paidOf(decide({ outOfPocket: [maximum()] }, [30], paid(before)))).toEqual([parts]);
  });

  it('counts what earlier lines of the claim took, deductible and co-payment included', () => {
    const pack = {
      outOfPocket: [maximum({ limit: 3_500 })],
      deductibles: [deductible({ per: 'visit', limit: 3_000 })],
    };
    const lines = decide(pack, [30, 30], paid(0));
    expect(paidOf(lines)).toEqual([
      [0, 3_000],
      [2_500, 500],
    ]);
    expect(stepsOf(lines.slice(1))).toContainEqual(['out-of-pocket', -100]);
  });

  it('of a visit begins anew with each, and its lines share it', () => {
    const pack = { outOfPocket: [maximum({ per: 'visit', limit: 1_000 })] };
    expect(paidOf(decide(pack, [30, 30]))).toEqual([
      [2_400, 600],
      [2_600, 400],
    ]);
  });

  it('spares the member nothing of what lies above a ceiling', () => {
    const pack = { outOfPocket: [maximum()], ceilings: [ceiling({ per: 'line', limit: 2_000 })] };
    const [line] = decide(pack, [30], paid(10_000));
    expect(line).toMatchObject({ ownPart: 1_000, amounts: { insurer: 2_000, memberShare: 0 } });
  });
});

describe('what a claim leaves behind', () => {
  it('counts the deductible, the co-payment and the member’s share for the next', () => {
    const given = asking({}, { usage: [...owed(8_000), ...paid(0)] });
    const pack = compilePack(
      rulePack({
        deductibles: [deductible()],
        outOfPocket: [maximum()],
        ...withBenefit('medicines', { coPayment: { amount: money(100), per: 'day' } }),
      }),
    );
    const withDay = {
      ...given,
      usage: [
        ...(given.usage ?? []),
        use(0, 0, {
          ceilingId: 'co-payment/SILVER/medicines',
          period: { from: today, to: today },
        }),
      ],
    };
    const claim = { input: withDay, decision: adjudicate(withDay, pack) };
    const used = listOwnUse(pack, [claim], membership(), today).map(
      ({ counter: { ceilingId }, used: amount }) => [ceilingId, amount],
    );
    // 30.00: 20.00 deductible, 1.00 fixed, and a fifth of the remaining 9.00.
    expect(used).toEqual([
      ['DEDUCTIBLE', 2_000],
      ['MAXIMUM', 2_280],
      ['co-payment/SILVER/medicines', 100],
    ]);
  });
});
