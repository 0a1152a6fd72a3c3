import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { checks } from '#domain/adjudication/checks/index.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { ItemScope } from '#domain/adjudication/contract-terms.ts';
import { isInScope } from '#domain/adjudication/item-terms.ts';
import { rosterOf } from '#domain/adjudication/roster.ts';
import { indexByScope } from '#domain/adjudication/scope-index.ts';
import { input, line, rulePack } from './builders.ts';
import { anyTermsInput, anyTermsPack } from './term-arbitraries.ts';

const { items } = rulePack();

describe('what is remembered of a pack', () => {
  it('never changes a decision: a pack that has decided other claims decides as a fresh one', () => {
    fc.assert(
      fc.property(anyTermsPack, fc.array(anyTermsInput, { maxLength: 4 }), (pack, inputs) => {
        const used = compilePack(pack);
        for (const one of [...inputs, ...inputs.toReversed()]) {
          expect(adjudicate(one, used)).toEqual(adjudicate(one, compilePack(pack)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is one agenda for all codes that the pack does not know, so that claims cannot make it grow', () => {
    const { agenda } = rosterOf(compilePack(rulePack()), checks);
    expect(agenda('STRANGER-1', 'SILVER')).toBe(agenda('STRANGER-2', 'SILVER'));
    expect(agenda('STRANGER-1', null)).not.toBe(agenda('STRANGER-1', 'SILVER'));
  });
});

describe('a check that asks nothing of an item', () => {
  const { findings } = rosterOf(compilePack(rulePack()), checks).agenda('UNPRICED', 'SILVER');
  const silent = findings.flatMap((finding) => (finding === null ? [] : [finding]));

  it('still leaves its finding, the same on every line', () => {
    expect(silent.map(({ check }) => check)).toContain('item-sex');
    const [decided] = adjudicate(
      input({ lines: [line({ itemCode: 'UNPRICED' })] }),
      compilePack(rulePack()),
    ).lines;
    expect(decided?.findings).toEqual(expect.arrayContaining(silent));
  });

  it('says so in a finding that nobody can change', () => {
    for (const finding of silent) expect(Object.isFrozen(finding)).toBe(true);
  });
});

describe('an index by scope', () => {
  const scope: fc.Arbitrary<ItemScope> = fc.oneof(
    fc.constantFrom(...items).map(({ code }) => ({ item: code })),
    fc.subarray(items.map(({ code }) => code)).map((codes) => ({ items: codes })),
    fc.constantFrom('', 'C', 'C10', 'C10AA05', 'N02').map((atc) => ({ atc })),
    fc.constantFrom('medicines', 'dental').map((benefit) => ({ benefit })),
    fc.constantFrom('medicine' as const, 'consultation' as const).map((kind) => ({ kind })),
  );

  it('finds what reading the whole list finds, in its order', () => {
    fc.assert(
      fc.property(fc.array(scope), fc.constantFrom(...items), (scopes, item) => {
        const find = indexByScope(scopes, (one) => one);
        expect(find(item)).toEqual(scopes.filter((one) => isInScope(item, one)));
      }),
    );
  });
});
