// npm test: set-up, static checks, then all tests. MEDEXA_STRICT=1: a missing part is a failure.
import { rmSync } from 'node:fs';
import { runChecks } from './checks.mjs';
import { cache, findBrowser, findNode, inClone } from './places.mjs';
import { ownHome, runHere, say, secondsSince } from './run.mjs';
import { setUp } from './setup.mjs';
import { readReport } from './test-report.mjs';

const isStrict = process.env.MEDEXA_STRICT === '1';
/** What all tests together may take, set-up aside, in seconds. */
const limit = 360;
/** After this long something hangs, in milliseconds. */
const hangs = 1_200_000;

const seconds = secondsSince();
const counts = { passed: 0, failed: 0, skipped: 0 };
const add = ({ passed, failed, skipped }) => {
  counts.passed += passed;
  counts.failed += failed;
  counts.skipped += skipped;
};

const isReady = await prepare();
if (isReady) {
  const setUpTook = seconds();
  add(await runChecks());
  add(await runTests());
  say(`Set-up ${setUpTook} s, tests ${seconds() - setUpTook} s`);
  // Said, not failed: a test that fails by the clock fails for the machine's load.
  if (seconds() - setUpTook > limit) say(`Slower than the ${limit} s that all tests may take.`);
}
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
say(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = counts.failed > 0 ? 1 : 0;

/** Sets up. Without a part that all need nothing is run; strictly, each missing part is a failure. */
async function prepare() {
  try {
    const missing = await setUp('test');
    if (isStrict) add({ passed: 0, failed: missing.length, skipped: 0 });
    return true;
  } catch (error) {
    say(error.message);
    add({ passed: 0, failed: 1, skipped: 0 });
    return false;
  }
}

async function runTests() {
  const report = cache('test-report.json');
  rmSync(report, { force: true });
  const code = await runHere(
    findNode(),
    [
      inClone('node_modules/vitest/vitest.mjs'),
      ...['run', '--config', 'tests/vitest.config.ts'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ...process.argv.slice(2),
    ],
    {
      timeout: hangs,
      env: {
        ...ownHome,
        MEDEXA_NODE: findNode(),
        MEDEXA_BROWSER: findBrowser() ?? '',
        MEDEXA_STRICT: isStrict ? '1' : '',
        PATH: `${inClone('node_modules/.bin')}:${process.env.PATH}`,
      },
    },
  );
  return readReport(report, code, isStrict);
}
