import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { listTerms } from '#domain/adjudication/arithmetic.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { money } from '#domain/money.ts';
import { input, line, rulePack, signed } from './builders.ts';
import { decree, paracetamol, priced } from './terms.ts';

/** The last of the lines, decided: thirty tablets whose list price is one pound, a fifth the member's. */
function decide(pack: RulePack, changes: Partial<ClaimLine>, before: readonly ClaimLine[] = []) {
  const lines = [...before, paracetamol(changes)];
  const decided = adjudicate(input({ lines }), compilePack(pack)).lines.at(-1);
  if (decided === undefined) throw new Error('no line');
  return decided;
}

describe('a price that is held below the list', () => {
  it('by decree leaves the rest to the provider, and the arithmetic says so', () => {
    const decided = decide(rulePack({ decrees: [decree(80)] }), { unitPrice: money(100) });
    expect(decided.amounts).toMatchObject({
      claimed: 3_000,
      insurer: 1_920,
      providerWriteOff: 600,
    });
    expect(decided.steps.map(({ step, amount }) => [step, amount])).toEqual([
      ['claimed', 3_000],
      ['list-price', 100],
      ['decree-price', 80],
      ['allowed', 2_400],
      ['co-insurance', 480],
      ['insurer', 1_920],
    ]);
    expect(listTerms(decided).map(({ kind, amount }) => [kind, amount])).toEqual([
      ['claimed', 3_000],
      ['above-price', -600],
      ['member-share', -480],
    ]);
  });

  it('is what is claimed where nobody asked a price: nothing is written off', () => {
    const decided = decide(priced({ discountPercent: 10 }), {});
    expect(decided.amounts).toMatchObject({ claimed: 2_700, insurer: 2_160, providerWriteOff: 0 });
  });

  it.each([
    [5, 95],
    [33, 67],
    [99, 1],
    [100, 0],
  ])('by a discount of %i percent is %i of 100', (discountPercent, price) => {
    expect(decide(priced({ discountPercent }), {}).amounts.claimed).toBe(30 * price);
  });

  it('as a part of another price is a part of what was allowed for that', () => {
    const whole = (unitPrice: number) =>
      line({
        lineId: 'whole',
        itemCode: 'CONSULTATION',
        quantity: 1,
        daysSupply: null,
        unitPrice: money(unitPrice),
      });
    const pack = {
      ...priced({ percentOf: { item: 'CONSULTATION', percent: 1 } }),
      prices: rulePack().prices.map((row) =>
        row.item === 'PARACETAMOL-500' ? { ...row, unitPrice: money(1_000) } : row,
      ),
    };
    // The list price of the consultation is 200.00, whatever is asked above it.
    expect(decide(pack, {}, [whole(30_000)]).amounts.claimed).toBe(30 * 200);
    expect(decide(pack, {}, [whole(15_000)]).amounts.claimed).toBe(30 * 150);
  });
});

describe('a reference price', () => {
  const pack = priced({ reference: money(70) });

  it('leaves what lies above to the member who signed', () => {
    const decided = decide(pack, { consent: signed() });
    expect(decided.amounts).toEqual({
      claimed: 3_000,
      insurer: 1_680,
      memberShare: 420,
      memberPrivate: 900,
      providerWriteOff: 0,
    });
    expect(listTerms(decided).map(({ kind, amount }) => [kind, amount])).toEqual([
      ['claimed', 3_000],
      ['above-reference', -900],
      ['member-share', -420],
    ]);
  });

  it('leaves it to nobody without a signature', () => {
    const decided = decide(pack, {});
    expect(decided).toMatchObject({ ownPart: 900, amounts: { providerWriteOff: 900 } });
    expect(listTerms(decided)[1]).toMatchObject({ kind: 'above-reference-unsigned', amount: -900 });
  });

  it('takes nothing where the contract only observes it', () => {
    const decided = decide({ ...pack, modes: { 'reference-price': 'observe' } }, {});
    expect(decided.amounts.insurer).toBe(2_400);
  });
});
