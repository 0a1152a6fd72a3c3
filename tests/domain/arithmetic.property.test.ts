import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { listTerms, sumOf, type Term, type TermKind } from '#domain/adjudication/arithmetic.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { DecidedLine } from '#domain/adjudication/decision.ts';
import { money } from '#domain/money.ts';
import { input, line, now, rulePack } from './builders.ts';
import { anyTermsInput, anyTermsPack } from './term-arbitraries.ts';
import { ceiling, paracetamol, withItemRule } from './terms.ts';

/** Adds anew what the terms say that each party bears. */
const borne = (terms: readonly Term[], ...kinds: readonly TermKind[]): number =>
  terms.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { amount }) => sum - amount, 0);

describe('the arithmetic that is shown', () => {
  it('adds up to what the insurer pays, and to what everybody else bears, exactly', () => {
    fc.assert(
      fc.property(anyTermsInput, anyTermsPack, (given, pack) => {
        for (const decided of adjudicate(given, compilePack(pack)).lines) {
          const { amounts } = decided;
          const terms = listTerms(decided);
          expect(sumOf(terms)).toBe(amounts.insurer);
          expect(terms[0]?.amount).toBe(amounts.claimed);
          const share = borne(terms, 'deductible', 'co-payment', 'member-share', 'out-of-pocket');
          expect(share).toBe(amounts.memberShare);
          const own = borne(
            terms,
            'own-units',
            'above-reference',
            'over-ceiling',
            'declined-member',
            'until-approved',
          );
          expect(own).toBe(amounts.memberPrivate);
          const lost = borne(
            terms,
            'above-list',
            'above-price',
            'above-reference-unsigned',
            'included',
            'units-beyond',
            'declined-provider',
            'over-ceiling-unsigned',
          );
          expect(lost).toBe(amounts.providerWriteOff);
          for (const { kind, amount } of terms.slice(1)) {
            // Only what a maximum spares the member is added.
            if (kind === 'out-of-pocket') expect(amount).toBeGreaterThan(0);
            else expect(amount).toBeLessThan(0);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  const only = (...given: Parameters<typeof adjudicate>): DecidedLine => {
    const [decided] = adjudicate(...given).lines;
    if (decided === undefined) throw new Error('no line');
    return decided;
  };
  const termsOf = (...given: Parameters<typeof adjudicate>) =>
    listTerms(only(...given)).map(({ kind, amount }) => [kind, amount]);

  it('takes the price above the list from all units asked, and units beyond at the list price', () => {
    const quantity = { perDispensing: 20, perDay: null, maximumDays: null, perPeriod: null };
    const dear = input({ lines: [paracetamol({ quantity: 30, unitPrice: money(150) })] });
    expect(termsOf(dear, compilePack(withItemRule({ quantity })))).toEqual([
      ['claimed', 4_500],
      ['above-list', -1_500],
      ['units-beyond', -1_000],
      ['member-share', -400],
    ]);
  });

  it('takes what lies above a ceiling after the share', () => {
    const pack = compilePack(
      rulePack({ ceilings: [ceiling({ per: 'line', basis: 'net', limit: 10_000 })] }),
    );
    const consent = { upTo: money(5_840), at: now, userId: 'u' };
    const unsigned = termsOf(input({ lines: [line()] }), pack);
    expect(unsigned.at(-1)).toEqual(['over-ceiling-unsigned', -5_840]);
    expect(termsOf(input({ lines: [line({ consent })] }), pack)).toEqual([
      ['claimed', 19_800],
      ['member-share', -3_960],
      ['over-ceiling', -5_840],
    ]);
  });

  it('says that nothing can be reckoned without a price', () => {
    const unpriced = input({ lines: [line({ itemCode: 'UNPRICED' })] });
    expect(termsOf(unpriced, compilePack(rulePack()))).toEqual([['unpriced', 0]]);
  });
});
