import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import fc from 'fast-check';
import { collectTests, type Declared } from './collect-tests.ts';

/**
 * Runs the engine's tables for Stryker in one process: bundled once with every mutant in them, and loaded
 * afresh only around a mutant in what runs while they load. The engine keeps what it works out in the pack that it
 * compiled, and each table compiles its own: no mutant outlives its tables.
 */
class TableRunner {
  #load: Load = () => [];
  #loaded: readonly Declared[] | null = null;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    this.#load = await bundleTables();
  }

  async dryRun(): Promise<DryRun> {
    const coverage: Coverage = { static: {}, perTest: {} };
    stryker.mutantCoverage = coverage;
    const tests: TestRun[] = [];
    for (const test of this.#load()) {
      stryker.currentTestId = test.id;
      tests.push(await runOne(test));
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
      return await runUntilKilled(ownFirst(chosen, activeMutant.fileName));
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

async function bundleTables(): Promise<Load> {
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
  const text = outputFiles[0]?.text ?? '';
  const script = new Script(`(require, module, exports, begin) => {${text}\n}`, {
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

/** A file's own tests first, and the stories of its own check: they are likeliest to kill, and soonest. */
function ownFirst(tests: readonly Declared[], mutated: string): readonly Declared[] {
  const name = basename(mutated, '.ts');
  const isOwn = ({ id, file }: Declared) =>
    id.startsWith(`${name} > `) || basename(file, '.test.ts') === name;
  return [...tests.filter(isOwn), ...tests.filter((test) => !isOwn(test))];
}

async function runUntilKilled(tests: readonly Declared[]): Promise<MutantRun> {
  for (const [at, test] of tests.entries()) {
    const { status, failureMessage = '' } = await runOne(test);
    const { hitCount = 0, hitLimit } = stryker;
    if (hitLimit !== undefined && hitCount > hitLimit) {
      return { status: 'timeout', reason: `Hit limit reached (${hitCount}/${hitLimit})` };
    }
    if (status === failed) {
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
