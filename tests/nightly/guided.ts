import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Nightly, NightlyReport } from './nightly.ts';

/** The same spoilt answers, drawn by an engine that looks at which code they reach. */
export const guided: Nightly = {
  about: 'the same, guided by coverage: needs @jazzer.js/core, which is not installed by itself',
  async run(say, [seconds = '600']) {
    const missing = whatIsMissing();
    if (missing !== null) return { isSound: false, lines: [missing] };
    const target = bundleTarget();
    say(`For ${seconds} seconds.`);
    return await fuzz(target, seconds);
  },
};

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.cache/guided');
const version = '4.0.0';

/** In a sentence, and what to do; null where the engine can be loaded. */
function whatIsMissing(): string | null {
  const install = `npm install --no-save @jazzer.js/core@${version}`;
  const require = createRequire(join(root, 'package.json'));
  try {
    require.resolve('@jazzer.js/core');
  } catch {
    return `Nothing was fuzzed: @jazzer.js/core is not installed. Add it with: ${install}`;
  }
  try {
    // In a process of its own: what it loads is native, and may end whoever loads it.
    execFileSync(process.execPath, ['-e', "require('@jazzer.js/fuzzer')"], {
      ...{ cwd: root, stdio: 'pipe', encoding: 'utf8' },
    });
    return null;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    const line = words.split('\n').find((each) => each.startsWith('Error:')) ?? 'unknown';
    return `Nothing was fuzzed: the engine's binary cannot be loaded here. ${line}`;
  }
}

/** The engine instruments what it loads as CommonJS: the target is bundled for it. */
function bundleTarget(): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'target.cjs');
  execFileSync(
    join(root, 'node_modules/.bin/esbuild'),
    [
      'tests/card/fuzz/guided-target.ts',
      ...['--bundle', '--platform=node', '--format=cjs', `--outfile=${file}`, '--log-level=error'],
    ],
    { cwd: root, stdio: 'inherit' },
  );
  return file;
}

const fuzz = (target: string, seconds: string): Promise<NightlyReport> =>
  new Promise((resolve) => {
    const engine = join(root, 'node_modules/.bin/jazzer');
    const child = spawn(
      process.execPath,
      [engine, target, ...['-i', 'target.cjs'], '--', `-max_total_time=${seconds}`],
      { cwd: folder, stdio: 'inherit' },
    );
    child.once('error', ({ message }) => resolve({ isSound: false, lines: [message] }));
    child.once('exit', (code) =>
      resolve({
        isSound: code === 0,
        lines: [code === 0 ? `Nothing was found in ${seconds} seconds.` : 'Something was found.'],
      }),
    );
  });
