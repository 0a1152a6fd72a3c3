import { describe, expect, it } from 'vitest';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { Counter } from '#domain/adjudication/counter-terms.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { listOwnServices, listOwnUse, takenOn } from '#domain/adjudication/own-use.ts';
import type { CompiledPack, RulePack } from '#domain/adjudication/rule-pack.ts';
import { listSpecialUses } from '#domain/adjudication/special-uses.ts';
import { day, membership, rulePack, today } from './builders.ts';
import { days, decide, on, verdicts } from './day-stories.ts';
import { ceiling, deductible, use } from './terms.ts';

const november = { from: day('2026-11-01'), to: day('2026-11-30') };
const december = { from: day('2026-12-01'), to: day('2026-12-31') };

describe('what is counted of lines of several days', () => {
  const insurers = (given: AdjudicationInput, pack: RulePack) =>
    decide(given, pack).lines.map(({ amounts }) => amounts.insurer);

  it.each<[string, AdjudicationInput, RulePack, readonly number[]]>([
    [
      'by the day: each day has its own',
      days([{}, on('2026-11-23'), on('2026-11-23')], {
        usage: [
          use(0, null, { period: { from: today, to: today } }),
          use(0, null, { period: { from: day('2026-11-23'), to: day('2026-11-23') } }),
        ],
      }),
      rulePack({ ceilings: [ceiling({ per: 'day', limit: 3_000 })] }),
      [2_400, 2_400, 600],
    ],
    [
      'by the year: all together',
      days([{}, on('2026-11-23')], { usage: [use(0)] }),
      rulePack({ ceilings: [ceiling({ limit: 3_000 })] }),
      [2_400, 600],
    ],
    [
      'by the month: each with its own use',
      days([on('2026-11-30'), on('2026-12-01'), on('2026-11-30')], {
        usage: [use(400, null, { period: november }), use(1_000, null, { period: december })],
      }),
      rulePack({ ceilings: [ceiling({ per: 'month', limit: 3_000 })] }),
      [2_400, 2_000, 200],
    ],
    [
      'by the visit: the claim is one',
      days([{}, on('2026-12-01')]),
      rulePack({ deductibles: [deductible({ per: 'visit', limit: 3_500 })] }),
      [0, 2_000],
    ],
    [
      'in a lifetime: all together',
      days([{}, on('2026-12-01')], { usage: [use(0, null, { period: null })] }),
      rulePack({ ceilings: [ceiling({ per: 'lifetime', limit: 3_000 })] }),
      [2_400, 600],
    ],
  ])('%s', (_, given, pack, expected) => {
    expect(insurers(given, pack)).toEqual(expected);
  });

  it('refers where the use of its period is not known', () => {
    const given = days([{}, on('2026-12-01')], { usage: [use(0, null, { period: november })] });
    const pack = rulePack({ ceilings: [ceiling({ per: 'month', limit: 3_000 })] });
    expect(verdicts(given, pack)).toEqual(['approved', 'ceiling-use-unknown']);
  });
});

const counterOf = ({ pack }: CompiledPack): Counter => pack.ceilings[0] ?? ceiling();

describe('what is known of a claim of several days afterwards', () => {
  const given = days([{}, on('2026-12-01', { controlled: { prescriptionNumber: 'N-1' } })]);
  const claim = { input: given, decision: decide(given) };

  it('is of each line’s own day', () => {
    expect(listOwnServices([claim])).toMatchObject([{ on: today }, { on: day('2026-12-01') }]);
    expect(listSpecialUses(claim)).toMatchObject([{ on: day('2026-12-01') }]);
  });

  it.each([
    ['visits', 1, 1],
    ['units', 30, 30],
    ['net', 2_400, 2_400],
  ] as const)('of %s, a month has what fell into it', (basis, first, second) => {
    const pack = compilePack(rulePack({ ceilings: [ceiling({ per: 'month', basis })] }));
    expect(takenOn(pack, counterOf(pack), claim, today)).toBe(basis === 'visits' ? 1 : first * 2);
    const usedOn = (text: string) =>
      listOwnUse(pack, [claim], membership(), day(text)).map(({ used }) => used);
    expect(usedOn('2026-11-30')).toEqual([first]);
    expect(usedOn('2026-12-31')).toEqual([second]);
    expect(usedOn('2027-01-01')).toEqual([0]);
  });
});
