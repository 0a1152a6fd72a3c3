import type { Fate, Mutant } from './mutant.ts';

/** How many mutants met which end. */
export interface Score extends Readonly<Record<CountedFate, number>> {
  /** Killed or timed out, of all that counts; in hundredths, cut off. */
  readonly percent: number;
}

export interface FileScore extends Score {
  readonly file: string;
}

type CountedFate = Exclude<Fate, 'impossible'>;

export function scoreOf(mutants: readonly Mutant[]): Score {
  const count = (wanted: Fate) => mutants.filter(({ fate }) => fate === wanted).length;
  const killed = count('killed');
  const survived = count('survived');
  const timeout = count('timeout');
  const notReached = count('not-reached');
  const all = killed + survived + timeout + notReached;
  const percent = all === 0 ? 100 : Math.floor(((killed + timeout) / all) * 10_000) / 100;
  return { killed, survived, timeout, 'not-reached': notReached, percent };
}

/** In the order in which the mutants come. */
export function listFileScores(mutants: readonly Mutant[]): readonly FileScore[] {
  const byFile = Map.groupBy(mutants, ({ file }) => file);
  return [...byFile].map(([file, own]) => ({ file, ...scoreOf(own) }));
}

/** One row for each file, and the sum. */
export function tableOf(files: readonly FileScore[], total: Score): readonly string[] {
  const rows = [heads, ...files.map(rowOf), rowOf({ file: 'all', ...total })];
  const widest = Math.max(...rows.map(([file = '']) => file.length));
  return rows.map(([file = '', ...cells]) =>
    [file.padEnd(widest), ...cells.map((cell) => cell.padStart(12))].join(''),
  );
}

const heads = ['file', 'killed', 'survived', 'timeout', 'not reached', 'score'];

const rowOf = ({ file, killed, percent, survived, timeout, ...rest }: FileScore) => [
  file,
  ...[killed, survived, timeout, rest['not-reached']].map(String),
  `${percent.toFixed(2)} %`,
];
