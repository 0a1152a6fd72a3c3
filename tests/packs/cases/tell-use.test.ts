import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { openCases } from '#packs/cases/open-cases.ts';
import { type ToldUse, tellUse } from '#packs/cases/tell-use.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { day } from '#tests/domain/builders.ts';
import { readShortPack } from './short-pack.ts';

/** An insurer of the tables, with what is given of every claim. */
function openInsurer(file: string) {
  const { topics, given } = parse(
    readFileSync(new URL(`insurers/${file}.yaml`, import.meta.url), 'utf8'),
  );
  const pack = preparePack(readShortPack(topics));
  const read = openCases(pack);
  return (changes: object) => {
    // As JSON: dates are text there.
    const input = read(JSON.parse(JSON.stringify({ ...given, ...changes })));
    if (!input.ok) throw new Error(JSON.stringify(input.failure));
    const decision = adjudicate(input.value, pack);
    return { decision, used: tellUse(decision, input.value, pack) };
  };
}

const year = { from: day('2026-01-01'), to: day('2026-12-31') };

describe('what a claim took', () => {
  it('is told of every counter of the plan over time, and of none of another plan or of a visit', () => {
    const decide = openInsurer('gulf-visits');
    const { used } = decide({
      claim: { date: '2026-03-01', lines: [{ item: 'LAB', quantity: 3 }] },
    });
    expect(used).toEqual([{ ceiling: 'YEAR', used: '750.00', period: year }]);
  });

  it('is a count where the ceiling counts, each in the period of its day', () => {
    const decide = openInsurer('national-funds');
    const lines = [
      { item: 'DIALYSIS' },
      { item: 'DIALYSIS', date: '2026-03-03' },
      { item: 'DIALYSIS', date: '2026-03-09' },
    ];
    expect(decide({ claim: { date: '2026-03-02', lines } }).used).toEqual([
      { ceiling: 'WEEK', used: 2, period: { from: '2026-03-02', to: '2026-03-08' } },
      { ceiling: 'WEEK', used: 1, period: { from: '2026-03-09', to: '2026-03-15' } },
    ]);
  });

  it('is nothing of what was refused', () => {
    const decide = openInsurer('national-funds');
    const usage = [{ ceiling: 'WEEK', used: 2 }];
    const claim = { date: '2026-03-06', lines: [{ item: 'DIALYSIS' }] };
    expect(decide({ usage, claim }).used).toEqual([]);
  });

  it('is, added up, what the next claim finds: a year of a deductible, a quarter, and a most', () => {
    const decide = openInsurer('pharmacy-benefits');
    const months = ['2026-01-05', '2026-02-04', '2026-03-06', '2026-04-05', '2026-05-05'];
    let usage: readonly ToldUse[] = [];
    let supplies: readonly object[] = [];
    const shares = months.map((date) => {
      const line = { item: 'DEAR', quantity: 30, days: 30 };
      const history = { services: [], supplies, prescriptions: [], approvals: [] };
      const { decision, used } = decide({ usage, history, claim: { date, lines: [line] } });
      usage = added(usage, used);
      supplies = [...supplies, { ...line, date }];
      return decision.totals.memberShare;
    });
    expect(shares).toEqual([94_252, 50_002, 50_002, 5_744, 0]);
  });
});

/** Amounts of one ceiling and period, added. */
function added(before: readonly ToldUse[], taken: readonly ToldUse[]): readonly ToldUse[] {
  const sum = (ceiling: string) =>
    [...before, ...taken].reduce(
      (all, one) => (one.ceiling === ceiling ? all + Math.round(Number(one.used) * 100) : all),
      0,
    );
  return [...new Set([...before, ...taken].map(({ ceiling }) => ceiling))].map((ceiling) => ({
    ceiling,
    used: (sum(ceiling) / 100).toFixed(2),
    period: year,
  }));
}
