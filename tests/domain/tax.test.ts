import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { listTerms, sumOf } from '#domain/adjudication/arithmetic.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import { takenByLine } from '#domain/adjudication/counters.ts';
import { remainderOf } from '#domain/adjudication/reversal.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { money } from '#domain/money.ts';
import { day, input, signed } from './builders.ts';
import {
  ceiling,
  deductible,
  maximum,
  paracetamol,
  taxed,
  taxRate,
  use,
  withBenefit,
} from './terms.ts';

/** Thirty tablets at one pound, 30.00 in all, a fifth the member's; a tenth is tax. */
function decide(pack: RulePack, changes: Partial<ClaimLine> = {}, on = '2026-11-22') {
  const usage = [
    use(0),
    use(0, null, { ceilingId: 'DEDUCTIBLE' }),
    use(0, null, { ceilingId: 'MAXIMUM' }),
  ];
  const claim = input({ lines: [paracetamol(changes)], usage, on: day(on) });
  const [line] = adjudicate(claim, compilePack(pack)).lines;
  if (line === undefined) throw new Error('no line');
  return line;
}

const priced = (unitPrice: number, quantity = 1) => ({ unitPrice: money(unitPrice), quantity });

describe('a tax on top of the price', () => {
  it('is claimed with it, and shared as it is', () => {
    const line = decide(taxed());
    expect(line.amounts).toMatchObject({ claimed: 3_300, insurer: 2_640, memberShare: 660 });
    expect(line.tax).toMatchObject({
      claimed: 300,
      insurer: 240,
      member: 60,
      perTenThousand: 1_000,
    });
    expect(line.steps.map(({ step, amount }) => [step, amount])).toEqual([
      ['claimed', 3_000],
      ['tax-claimed', 300],
      ['list-price', 100],
      ['allowed', 3_000],
      ['tax-payable', 300],
      ['co-insurance', 660],
      ['insurer', 2_640],
    ]);
    expect(listTerms(line).map(({ kind, amount }) => [kind, amount])).toEqual([
      ['claimed', 3_000],
      ['tax-claimed', 300],
      ['member-share', -660],
    ]);
  });

  it.each([
    ['exactly a half', 10, 500, 1],
    ['one under', 9, 500, 0],
    ['one over', 11, 500, 1],
    ['one and a half', 30, 500, 2],
    ['one under that', 29, 500, 1],
    ['a rate with two decimals, exactly at a half', 40, 125, 1],
    ['the same, one under', 39, 125, 0],
  ])('is rounded half up once a line: %s', (_, price, rate, tax) => {
    const line = decide(taxed({ rates: [taxRate(rate)] }), priced(price));
    expect(line.amounts.claimed).toBe(price + tax);
    expect(line.tax?.claimed).toBe(tax);
  });

  it.each([
    ['2026-11-21', 300],
    ['2026-11-22', 330],
    ['2026-11-23', 330],
  ])('is due by the rate of the service date: %s', (on, tax) => {
    const rates = [taxRate(1_000, '2026-01-01', '2026-11-21'), taxRate(1_100, '2026-11-22')];
    expect(decide(taxed({ rates }), {}, on).tax?.claimed).toBe(tax);
  });

  it.each([
    [
      'insurer',
      { insurer: 2_700, memberShare: 600, providerWriteOff: 0 },
      { insurer: 300, member: 0 },
    ],
    [
      'member',
      { insurer: 2_400, memberShare: 900, providerWriteOff: 0 },
      { insurer: 0, member: 300 },
    ],
    [
      'provider',
      { insurer: 2_400, memberShare: 600, providerWriteOff: 300 },
      { insurer: 0, member: 0 },
    ],
    [
      'shared',
      { insurer: 2_640, memberShare: 660, providerWriteOff: 0 },
      { insurer: 240, member: 60 },
    ],
  ] as const)('is borne by the %s as the contract says', (bearer, amounts, parts) => {
    const line = decide(taxed({ bearer, isSharedWithPrice: false }));
    expect(line.amounts).toMatchObject({ claimed: 3_300, ...amounts });
    expect(line.tax).toMatchObject(parts);
    expect(sumOf(listTerms(line))).toBe(line.amounts.insurer);
  });

  it.each([
    // 10.00 are the member's before anything is shared, and a fifth of the rest.
    ['looked at', true, 1_840],
    ['not looked at', false, 1_760],
  ])('is %s by a deductible', (_, isSharedWithPrice, insurer) => {
    const deductibles = [deductible({ limit: 1_000 })];
    const line = decide(taxed({ isSharedWithPrice }, { deductibles }));
    expect(line.deductible).toBe(1_000);
    expect(line.amounts.insurer).toBe(insurer);
  });

  it('is no part of what a maximum counts where it is not shared as the price', () => {
    const pack = taxed(
      { bearer: 'member', isSharedWithPrice: false },
      { outOfPocket: [maximum({ limit: 500 })] },
    );
    const line = decide(pack);
    expect(line.amounts).toMatchObject({ insurer: 2_500, memberShare: 800 });
    expect(takenByLine(line, 'out-of-pocket')).toBe(500);
  });

  it.each([
    [
      'what is above the list',
      { unitPrice: money(120) },
      { claimed: 3_960, insurer: 2_640, memberShare: 660, providerWriteOff: 660 },
    ],
    [
      'less tax than is due',
      { tax: money(200) },
      { claimed: 3_200, insurer: 2_560, memberShare: 640, providerWriteOff: 0 },
    ],
    [
      'more tax than is due',
      { tax: money(500) },
      { claimed: 3_500, insurer: 2_640, memberShare: 660, providerWriteOff: 200 },
    ],
  ])('is paid on what is paid for: %s', (_, changes, amounts) => {
    const line = decide(taxed(), changes);
    expect(line.amounts).toMatchObject(amounts);
    expect(sumOf(listTerms(line))).toBe(line.amounts.insurer);
  });

  it('follows the member’s own part, once it is signed for', () => {
    const pack = taxed({}, { ...taxed(), ceilings: [ceiling({ limit: 1_000 })] });
    const line = decide(pack, { consent: signed() });
    expect(line.amounts).toMatchObject({ insurer: 1_000, memberShare: 660, memberPrivate: 1_640 });
  });
});

describe('a tax that counts towards ceilings, or does not', () => {
  it.each([
    ['counted, exactly at the ceiling', true, 2_640, 2_640, 'approved'],
    ['counted, one under', true, 2_639, 2_639, 'reduced'],
    ['not counted, exactly at the ceiling', false, 2_400, 2_640, 'approved'],
    ['not counted, one under: its tax goes along', false, 2_399, 2_639, 'reduced'],
  ])('%s', (_, isCounted, limit, insurer, outcome) => {
    const line = decide(taxed({ isCounted }, { ceilings: [ceiling({ limit })] }));
    expect(line.outcome).toBe(outcome);
    expect(line.amounts.insurer).toBe(insurer);
    expect(takenByLine(line, 'net')).toBeLessThanOrEqual(limit);
  });

  it.each([
    [true, 3_299, 'reduced'],
    [true, 3_300, 'approved'],
    [false, 2_999, 'reduced'],
    [false, 3_000, 'approved'],
  ])('of what is payable before sharing: %s, %i', (isCounted, limit, outcome) => {
    const line = decide(taxed({ isCounted }, { ceilings: [ceiling({ limit, basis: 'gross' })] }));
    expect(line.outcome).toBe(outcome);
    expect(takenByLine(line, 'gross')).toBeLessThanOrEqual(limit);
  });
});

describe('a tax that prices contain', () => {
  it('changes nothing of what is claimed, and is told', () => {
    const line = decide(taxed({ isInPrices: true }));
    expect(line.amounts).toMatchObject({ claimed: 3_000, insurer: 2_400, memberShare: 600 });
    expect(line.tax).toMatchObject({ claimed: 273, insurer: 218, member: 55 });
  });

  it('is taken out of what is paid where the provider bears it', () => {
    const line = decide(taxed({ isInPrices: true, bearer: 'provider', isSharedWithPrice: false }));
    expect(line.amounts).toMatchObject({
      claimed: 3_000,
      insurer: 2_182,
      memberShare: 545,
      providerWriteOff: 273,
    });
    expect(sumOf(listTerms(line))).toBe(2_182);
  });

  it('is reduced by what is stated beyond it', () => {
    const line = decide(taxed({ isInPrices: true }), { tax: money(373) });
    expect(line.amounts).toMatchObject({ claimed: 3_000, insurer: 2_320, providerWriteOff: 100 });
  });
});

describe('a taxed line that is not paid', () => {
  it('is the provider’s with its tax where it is declined', () => {
    const pack = taxed({}, withBenefit('medicines', { covered: false }));
    const line = decide(pack, { consent: signed() });
    expect(line.amounts).toMatchObject({ claimed: 3_300, insurer: 0, memberPrivate: 3_300 });
    expect(line.tax).toMatchObject({ claimed: 300, insurer: 0, member: 0 });
  });

  it('is cut in proportion by a void', () => {
    const decided = decide(taxed());
    const claim = { lines: [paracetamol()] };
    const { lines } = remainderOf(
      claim,
      [decided],
      [{ lines: [{ lineId: 'line-1', quantity: 15 }] }],
    );
    expect(lines[0]?.tax).toMatchObject({ claimed: 150, insurer: 120, member: 30 });
    expect(lines[0]?.amounts.claimed).toBe(1_650);
  });
});
