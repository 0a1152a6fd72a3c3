/** One thing that takes too long for every run of the tests: `npm run nightly -- NAME`. */
export interface Nightly {
  /** What it does, in one line of the list. */
  readonly about: string;
  /** Does it. What goes on is told through `say`, which writes to standard error; what follows the name is its own. */
  run(say: (line: string) => void, rest: readonly string[]): Promise<NightlyReport>;
}

export interface NightlyReport {
  /** Where not, the command fails. */
  readonly isSound: boolean;
  /** What is printed: what was done, counted, and what was found. */
  readonly lines: readonly string[];
}
