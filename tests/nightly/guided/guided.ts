import { execFile, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Nightly, NightlyReport } from '../nightly.ts';
import { findOwnLibrary, isLibraryOldHere, loadOwnLibrary } from './c-library.ts';

/** The same spoilt answers, drawn by an engine that looks at which code they reach. */
export const guided: Nightly = {
  about:
    'the same, guided by coverage, for so many seconds (600): installs @jazzer.js/core at first',
  async run(say, [seconds = '600']) {
    try {
      const launcher = await prepare(say);
      const target = await bundleTarget();
      say(`For ${seconds} seconds.`);
      return await fuzz(launcher, target, seconds);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      return { isSound: false, lines: [`Nothing was fuzzed. ${words}`] };
    }
  },
};

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(root, '.cache/guided');
const engine = join(folder, 'node_modules/@jazzer.js/core/dist/cli.js');

/** A program and its first arguments, by which a script is run. */
type Launcher = readonly [string, ...string[]];

/** Installs the engine, by a lock file of its own, and answers what can run it. */
async function prepare(say: (line: string) => void): Promise<Launcher> {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(engine)) {
    say('Installing the engine …');
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(new URL(`engine/${file}`, import.meta.url), join(folder, file));
    // Its binaries lie inside the package: nothing is fetched or compiled at installation.
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
  }
  if (!isLibraryOldHere()) return [process.execPath];
  const place = join(folder, 'c-library');
  if (findOwnLibrary(place) === null) {
    say('Its binary needs a newer C library than this system has: fetching Debian’s …');
    await loadOwnLibrary(place);
  }
  const own = findOwnLibrary(place);
  if (own === null) throw new Error('The C library that was fetched is not where it should be.');
  return [own.loader, '--library-path', own.folder, process.execPath];
}

/** The engine instruments what it loads as CommonJS: the target is bundled for it. */
async function bundleTarget(): Promise<string> {
  const file = join(folder, 'target.cjs');
  await run(
    join(root, 'node_modules/.bin/esbuild'),
    [
      'tests/card/fuzz/guided-target.ts',
      ...['--bundle', '--platform=node', '--format=cjs', `--outfile=${file}`, '--log-level=error'],
    ],
    { cwd: root },
  );
  return file;
}

/** What was reached is kept beside the engine: the next night goes on from there. */
function fuzz(
  [program, ...first]: Launcher,
  target: string,
  seconds: string,
): Promise<NightlyReport> {
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus, { recursive: true });
  return new Promise((resolve) => {
    const child = spawn(
      program,
      [
        ...[...first, engine, target, corpus, '-i', 'target.cjs', '--'],
        ...[`-max_total_time=${seconds}`, '-max_len=512'],
      ],
      { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      told = (told + part).slice(-20_000);
    });
    child.once('error', ({ message }) => resolve({ isSound: false, lines: [message] }));
    child.once('close', (code) => resolve(report(code, told, seconds)));
  });
}

function report(code: number | null, told: string, seconds: string): NightlyReport {
  const runs = /^Done (\d+) runs in /m.exec(told)?.[1];
  const reached = /cov: (\d+)(?!.*cov: )/s.exec(told)?.[1];
  if (code === 0 && runs !== undefined && reached !== undefined) {
    const lines = [
      `${runs} inputs in ${seconds} seconds reached ${reached} places: nothing was found.`,
    ];
    return { isSound: true, lines };
  }
  return {
    isSound: false,
    lines: [`Something was found, or the engine ended by itself (${code}):`, told.slice(-4000)],
  };
}
