import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import fc from 'fast-check';
import { collectTests, type Declared } from './collect-tests.ts';
import { learnOrder, type TestOrder } from './test-order.ts';

/**
 * Runs the engine's tables for Stryker in one process: bundled once with every mutant in them, and loaded
 * afresh only around a mutant in what runs while they load. The engine keeps what it works out in the pack that it
 * compiled, and each table compiles its own: no mutant outlives its tables.
 */
class TableRunner {
  #bundle = '';
  #load: Load = () => [];
  #loaded: readonly Declared[] | null = null;
  readonly #order = learnOrder();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    this.#bundle = await bundleTables();
    this.#load = loaderOf(withoutCounting(this.#bundle));
  }

  async dryRun(): Promise<DryRun> {
    const coverage: Coverage = { static: {}, perTest: {} };
    stryker.mutantCoverage = coverage;
    const tests: TestRun[] = [];
    for (const test of loaderOf(this.#bundle)()) {
      stryker.currentTestId = test.id;
      const ran = await runOne(test);
      this.#order.took(test.id, ran.timeSpentMs);
      tests.push(ran);
      stryker.currentTestId = undefined;
    }
    return { status: 'complete', tests, mutantCoverage: coverage };
  }

  async mutantRun({
    activeMutant,
    hitLimit,
    mutantActivation,
    testFilter,
  }: MutantRunOptions): Promise<MutantRun> {
    Object.assign(stryker, { activeMutant: undefined, hitCount: 0, hitLimit });
    const isStatic = mutantActivation === 'static';
    if (isStatic) stryker.activeMutant = activeMutant.id;
    try {
      const declared = isStatic ? this.#load() : (this.#loaded ?? this.#load());
      this.#loaded = isStatic ? null : declared;
      stryker.activeMutant = activeMutant.id;
      const wanted = testFilter === undefined ? null : new Set(testFilter);
      const chosen = declared.filter(({ id }) => wanted?.has(id) ?? true);
      return await runUntilKilled(this.#order, chosen, activeMutant.fileName);
    } catch (error) {
      // Tables that do not even load are as red as one that fails.
      return { status: 'killed', killedBy: [], failureMessage: String(error), nrOfTests: 0 };
    } finally {
      stryker.activeMutant = undefined;
    }
  }
}

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'tables', injectableClass: TableRunner },
] as const;

/** Every test of the engine that draws nothing by lot: what survives is then the same each time. */
const listFiles = (): readonly string[] =>
  globSync('tests/domain/**/*.test.ts')
    .filter((file) => !file.endsWith('.property.test.ts'))
    .sort();

async function bundleTables(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: listFiles()
        .map((file) => `begin('${file}'); require('./${file}');`)
        .join('\n'),
      resolveDir: process.cwd(),
    },
    ...{ bundle: true, write: false, platform: 'node', format: 'cjs', packages: 'external' },
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** Which test reaches which mutant is counted once, in the dry run: it costs every later run as much again. */
const withoutCounting = (bundle: string): string =>
  bundle.replaceAll(/function (stryCov\w*)\(\) \{/g, '$& return;');

function loaderOf(bundle: string): Load {
  const script = new Script(`(require, module, exports, begin) => {${bundle}\n}`, {
    filename: resolve('tables.cjs'),
  });
  const require = createRequire(resolve('package.json'));
  // What some tables still draw is the same each time, and little.
  fc.configureGlobal({ seed: 1, numRuns: 6 });
  return () => {
    const { vitest, tests, begin } = collectTests();
    const module = { exports: {} };
    const run: (...given: readonly unknown[]) => void = script.runInThisContext();
    const find = (name: string) => (name === 'vitest' ? vitest : require(name));
    run(find, module, module.exports, begin);
    return tests;
  };
}

async function runUntilKilled(
  order: TestOrder,
  tests: readonly Declared[],
  mutated: string,
): Promise<MutantRun> {
  for (const [at, test] of order.sort(tests, mutated).entries()) {
    const { status, failureMessage = '', timeSpentMs } = await runOne(test);
    order.took(test.id, timeSpentMs);
    const { hitCount = 0, hitLimit } = stryker;
    if (hitLimit !== undefined && hitCount > hitLimit) {
      return { status: 'timeout', reason: `Hit limit reached (${hitCount}/${hitLimit})` };
    }
    if (status === failed) {
      order.killed(test.id, mutated);
      return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests: at + 1 };
    }
  }
  return { status: 'survived', nrOfTests: tests.length };
}

async function runOne({ id, run }: Declared): Promise<TestRun> {
  const since = performance.now();
  const done = (): Pick<TestRun, 'id' | 'name' | 'timeSpentMs'> => ({
    ...{ id, name: id, timeSpentMs: performance.now() - since },
  });
  try {
    await run();
    return { ...done(), status: passed };
  } catch (error) {
    return { ...done(), status: failed, failureMessage: String(error) };
  }
}

type Load = () => readonly Declared[];

// What Stryker hands over and expects; its own types are not there before its packages are.

interface MutantRunOptions {
  readonly activeMutant: { readonly id: string; readonly fileName: string };
  readonly hitLimit?: number;
  readonly mutantActivation: 'static' | 'runtime';
  readonly testFilter?: readonly string[];
}

/** Its own numbers. */
const passed = 0;
const failed = 1;

interface TestRun {
  readonly id: string;
  readonly name: string;
  readonly timeSpentMs: number;
  readonly status: typeof passed | typeof failed;
  readonly failureMessage?: string;
}

interface Coverage {
  readonly static: object;
  readonly perTest: object;
}

interface DryRun {
  readonly status: 'complete';
  readonly tests: readonly TestRun[];
  readonly mutantCoverage: Coverage;
}

type MutantRun =
  | { readonly status: 'survived'; readonly nrOfTests: number }
  | {
      readonly status: 'killed';
      readonly killedBy: readonly string[];
      readonly failureMessage: string;
      readonly nrOfTests: number;
    }
  | { readonly status: 'timeout'; readonly reason: string }
  | { readonly status: 'error'; readonly errorMessage: string };

/** Through it the code that Stryker put in asks which mutant is alive, and notes what was reached. */
const stryker: {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number;
  hitLimit?: number | undefined;
  mutantCoverage?: Coverage;
} = Object.assign(globalThis, { __stryker__: {} }).__stryker__;
