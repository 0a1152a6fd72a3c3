import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { listTerms, sumOf, type Term, type TermKind } from '#domain/adjudication/arithmetic.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import { anyTermsInput, anyTermsPack } from './term-arbitraries.ts';

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
});
