import { describe, expect, it } from 'vitest';
import { collectTests } from './collect-tests.ts';
import { explain } from './explain-survivors.ts';
import { readReport } from './mutant.ts';
import { listFileScores, scoreOf, tableOf } from './mutant-scores.ts';
import { readWishes } from './mutant-wishes.ts';
import { learnOrder, type TestOrder } from './test-order.ts';

const source = 'const a =\n  b <\n  c;\n';
const place = (line: number, column: number, toLine: number, toColumn: number) => ({
  start: { line, column },
  end: { line: toLine, column: toColumn },
});
const report = (...statuses: readonly string[]) =>
  JSON.stringify({
    files: {
      'src/domain/adjudication/ages.ts': {
        source,
        mutants: statuses.map((status, at) => ({
          ...{ mutatorName: 'EqualityOperator', location: place(2, 3, 3, 4), status },
          replacement: `b ${at === 0 ? '<=' : '>='}\n c`,
        })),
      },
    },
  });

describe('a report of mutants', () => {
  it('is read with what each changes, on one line', () => {
    expect(readReport(report('Killed'))).toEqual([
      {
        ...{ file: 'ages.ts', line: 2, mutator: 'EqualityOperator', fate: 'killed' },
        ...{ original: 'b < c', replacement: 'b <= c' },
      },
    ]);
  });

  it('counts what timed out as killed, what no test reaches as alive, and leaves out what could not be tried', () => {
    const mutants = readReport(
      report('Killed', 'Timeout', 'Survived', 'NoCoverage', 'CompileError', 'Killed'),
    );
    expect(scoreOf(mutants)).toEqual({
      ...{ killed: 2, timeout: 1, survived: 1, 'not-reached': 1, percent: 60 },
    });
    expect(tableOf(listFileScores(mutants), scoreOf(mutants))[2]).toMatch(
      /^all +2 +1 +1 +1 +60\.00 %$/,
    );
  });

  it('never rounds a score up', () => {
    expect(scoreOf(readReport(report('Killed', 'Killed', 'Survived'))).percent).toBe(66.66);
  });
});

describe('a reason for a survivor', () => {
  const about = { file: 'ages.ts', mutator: 'EqualityOperator', original: 'b < c', why: 'Equal.' };

  it('is printed below what it is about, and only there', () => {
    const mutants = readReport(report('Survived', 'Survived'));
    const { lines, unexplained, stale } = explain(mutants, [{ ...about, replacement: 'b <= c' }]);
    expect(lines).toEqual([
      'ages.ts:2 EqualityOperator: b < c -> b <= c\n    Equal.',
      'ages.ts:2 EqualityOperator: b < c -> b >= c\n    No reason is known.',
    ]);
    expect({ unexplained, stale }).toEqual({ unexplained: 1, stale: [] });
  });

  it('is stale once nothing of it survives, but only where the file was tried', () => {
    const mutants = readReport(report('Killed'));
    const elsewhere = { ...about, file: 'places.ts' };
    expect(explain(mutants, [about, elsewhere]).stale).toEqual(['ages.ts EqualityOperator b < c']);
  });
});

describe('tests that are collected', () => {
  it('bear the names of the blocks around them, one each', () => {
    const { vitest, tests } = collectTests();
    const { describe: block, it: test } = vitest;
    block('a', () => {
      test('b', () => undefined);
      test.each([
        ['c', 1],
        ['c', 2],
      ])('is %s', () => undefined);
    });
    expect(tests.map(({ id }) => id)).toEqual(['a > b', 'a > is c', 'a > is c #2']);
  });

  it('get their row', () => {
    const { vitest, tests } = collectTests();
    const rows: unknown[] = [];
    vitest.it.each([['c', 1]])('is %s', (...row) => rows.push(...row));
    tests[0]?.run();
    expect(rows).toEqual(['c', 1]);
  });
});

it('what is asked of a run is read whole or not at all', () => {
  expect(readWishes([])).toEqual({
    ...{ files: ['**/*.ts'], concurrency: 1, isIncremental: false, isJson: false },
  });
  expect(readWishes(['--file', 'ages.ts', '--file', 'places.ts'])?.files).toHaveLength(2);
  expect(readWishes(['--concurrency', '0'])).toBeNull();
  expect(readWishes(['--nonsense'])).toBeNull();
});

describe('the order in which tests try a mutant', () => {
  const test = (id: string, file: string) => ({ id, file, run: () => undefined });
  const own = test('cover > passes', 'tests/domain/checks.test.ts');
  const ownFile = test('an age', 'tests/domain/cover.test.ts');
  const slow = test('slow', 'tests/domain/money.test.ts');
  const quick = test('quick', 'tests/domain/money.test.ts');
  const all = [slow, quick, own, ownFile];
  const idsOf = (order: TestOrder, mutated: string) => order.sort(all, mutated).map(({ id }) => id);

  it('begins with the file’s own, and of the others with the quickest', () => {
    const order = learnOrder();
    order.took('slow', 20);
    order.took('quick', 1);
    order.took('an age', 1);
    order.took('cover > passes', 2);
    expect(idsOf(order, 'checks/cover.ts')).toEqual(['an age', 'cover > passes', 'quick', 'slow']);
    expect(idsOf(order, 'checks/dental.ts')).toEqual(['quick', 'an age', 'cover > passes', 'slow']);
  });

  it('puts first what killed another of the file, the last of all first', () => {
    const order = learnOrder();
    order.killed('quick', 'checks/cover.ts');
    order.killed('slow', 'checks/cover.ts');
    expect(idsOf(order, 'checks/cover.ts').slice(0, 2)).toEqual(['slow', 'quick']);
    order.killed('quick', 'checks/cover.ts');
    expect(idsOf(order, 'checks/cover.ts').slice(0, 2)).toEqual(['quick', 'slow']);
    expect(idsOf(order, 'checks/dental.ts')[0]).toBe('slow');
  });
});
