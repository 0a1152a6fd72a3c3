import { parseArgs } from 'node:util';

/** What is asked of a run. */
export interface Wishes {
  /** Paths inside the engine's folder, with stars where wanted. */
  readonly files: readonly string[];
  /** Keep of the last such run what neither a change of the code nor a new test can have changed. */
  readonly isIncremental: boolean;
  /** How many processes try mutants at once. */
  readonly concurrency: number;
  /** Whether one line for machines comes last. */
  readonly isJson: boolean;
}

/** Null where it cannot be read. */
export function readWishes(args: readonly string[]): Wishes | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        file: { type: 'string', multiple: true, default: ['**/*.ts'] },
        incremental: { type: 'boolean', default: false },
        concurrency: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
      },
    });
    const { file: files, incremental: isIncremental, json: isJson } = values;
    const concurrency = Number(values.concurrency);
    if (!Number.isInteger(concurrency) || concurrency < 1) return null;
    return { files, isIncremental, concurrency, isJson };
  } catch {
    return null;
  }
}
