/** One part of the terminal that can be measured: `npm run bench -- NAME`. */
export interface Bench {
  /** What it measures, in one line of the list. */
  readonly about: string;
  /** Measures. What takes long is told through `say`, which writes to standard error. */
  run(size: BenchSize, say: (line: string) => void): Promise<BenchReport>;
}

/** `tiny` only proves that the bench runs: its figures mean nothing. */
export type BenchSize = 'full' | 'tiny';

export interface BenchReport {
  /** Whether what was measured did what it must; where not, the figures are void and the command fails. */
  readonly isSound: boolean;
  readonly tables: readonly BenchTable[];
  /** What `--json` prints, as its only line. */
  readonly json: Readonly<Record<string, unknown>>;
}

export interface BenchTable {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
