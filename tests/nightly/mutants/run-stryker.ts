import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineFolder, type Mutant, readReport } from './mutant.ts';
import type { Wishes } from './mutant-wishes.ts';

/** What became of the mutants of the wished files; or in a sentence why none was tried. */
export async function runStryker(
  wishes: Wishes,
  say: (line: string) => void,
): Promise<
  | { readonly ok: true; readonly mutants: readonly Mutant[] }
  | { readonly ok: false; readonly trouble: string }
> {
  if (!existsSync(program)) {
    return { ok: false, trouble: 'Nothing was tried: Stryker is not installed. Run: npm ci' };
  }
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const settings = join(folder, 'stryker.json');
  writeFileSync(settings, JSON.stringify(settingsFor(wishes), null, 2));
  say(`Breaking ${wishes.files.join(', ')} of ${engineFolder}`);
  const code = await run([program, 'run', settings]);
  if (code !== 0 || !existsSync(report)) {
    return { ok: false, trouble: `Stryker ended with ${code} and tried nothing.` };
  }
  return { ok: true, mutants: readReport(readFileSync(report, 'utf8')) };
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(root, '.cache/mutants');
const report = join(folder, 'report.json');
const program = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');

const settingsFor = ({ concurrency, files, isIncremental }: Wishes) => ({
  mutate: files.map((file) => `${engineFolder}${file}`),
  plugins: [join(root, 'tests/nightly/mutants/table-runner.ts')],
  testRunner: 'tables',
  coverageAnalysis: 'perTest',
  concurrency,
  incremental: isIncremental,
  incrementalFile: '.cache/mutants/incremental.json',
  // What never ends is found by how often it comes by, and soon. Time says so only where it does not come by at all:
  // so late, in milliseconds, that a busy machine is never taken for a mutant that was killed.
  timeoutMS: 120_000,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: '.cache/mutants/report.json' },
  tempDirName: '.cache/mutants/copies',
  ignorePatterns: ['.cache', 'dist', 'docs', 'native', 'renderer'],
  disableTypeChecks: false,
  checkers: [],
});

/** Answers its exit code; all it says goes where progress goes. */
const run = (args: readonly string[]): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
    child.once('error', () => resolve(-1));
    child.once('exit', (code) => resolve(code ?? -1));
  });
