import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { listTerms } from '#domain/adjudication/arithmetic.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { DecidedLine } from '#domain/adjudication/decision.ts';
import { remainderOf } from '#domain/adjudication/reversal.ts';
import { money } from '#domain/money.ts';
import { input, line, now, rulePack } from './builders.ts';
import { ceiling, paracetamol, withItemRule } from './terms.ts';

describe('the arithmetic that is shown', () => {
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

  it('names the member’s whole share of what a void left, where its steps no longer say it', () => {
    const given = input({ lines: [paracetamol()] });
    const { lines } = adjudicate(given, compilePack(rulePack()));
    const voids = [{ lines: [{ lineId: 'line-1', quantity: 20 }] }];
    const [left] = remainderOf(given.claim, lines, voids).lines;
    expect(left === undefined ? [] : listTerms(left)).toEqual([
      {
        ...{ kind: 'claimed', amount: 1_000 },
        shown: { quantity: { kind: 'units', value: 30 }, unitPrice: { kind: 'money', value: 100 } },
      },
      {
        ...{ kind: 'member-share', amount: -200 },
        shown: { percent: { kind: 'percent', value: 20 } },
      },
    ]);
  });
});
