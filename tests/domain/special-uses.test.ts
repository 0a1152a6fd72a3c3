import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import { asWritten, listSpecialUses, specialNumbersOf } from '#domain/adjudication/special-uses.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { input, line, rulePack } from './builders.ts';
import { paracetamol, today } from './terms.ts';

const numbered = (prescriptionNumber: string, changes: Partial<ClaimLine> = {}): ClaimLine =>
  paracetamol({ controlled: { prescriptionNumber }, ...changes });
const usesOf = (...lines: readonly ClaimLine[]) => {
  const given = input({ lines });
  const decision = adjudicate(given, compilePack(rulePack()));
  return listSpecialUses({ input: given, decision });
};

it('a number is written large, without what parts it', () => {
  expect(asWritten('n-77/4 b.1')).toBe('N774B1');
});

describe('the special prescriptions of a claim', () => {
  it('are told once each, as they are written', () => {
    const lines = [numbered('n-77'), paracetamol(), numbered('N 77'), numbered('N-78')];
    expect(specialNumbersOf(lines)).toEqual(['N77', 'N78']);
    expect(specialNumbersOf([paracetamol({ controlled: { takerId: '1' } })])).toEqual([]);
  });

  it('are used up by the lines that are paid for, and by no others', () => {
    const use = { on: today, itemCode: 'PARACETAMOL-500', providerId: 'NAFIS' };
    const refused = line({
      ...{ lineId: 'refused', itemCode: 'WHITENING', quantity: 1, daysSupply: null },
      controlled: { prescriptionNumber: 'N-79' },
    });
    expect(
      usesOf(
        paracetamol({ lineId: 'bare' }),
        refused,
        numbered('n-77', { lineId: 'a' }),
        numbered('N-78', { lineId: 'b' }),
      ),
    ).toEqual([
      { lineId: 'a', number: 'N77', ...use },
      { lineId: 'b', number: 'N78', ...use },
    ]);
  });

  it('are used up by no line that nobody decided, or of which nothing is left', () => {
    const given = input({ lines: [numbered('N-77')] });
    const { lines } = adjudicate(given, compilePack(rulePack()));
    const left = lines.map((one) => ({ ...one, allowedQuantity: 0 }));
    expect(listSpecialUses({ input: given, decision: { lines: [] } })).toEqual([]);
    expect(listSpecialUses({ input: given, decision: { lines: left } })).toEqual([]);
  });
});
