// The checks that read the code instead of running it; each counts as one test.
import { findNode, inClone } from './places.mjs';
import { runQuietly, say, secondsSince } from './run.mjs';

const bin = (path) => inClone('node_modules', path);
// TypeScript 7 checks in an eighth of the time; 6 stays for what reads code through its programming interface.
const checks = [
  ['types', bin('typescript-native/bin/tsc'), ['-p', '.']],
  ['types of the domain alone', bin('typescript-native/bin/tsc'), ['-p', 'src/domain']],
  ['lint and format', bin('@biomejs/biome/bin/biome'), ['check', '--diagnostic-level=error', '.']],
  [
    'directions between rooms',
    bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
    ['--config', '.dependency-cruiser.cjs', 'src', 'native', 'renderer', 'fixtures', 'tests'],
  ],
];

/** Runs all of them, two at a time; answers how many passed. */
export async function runChecks() {
  const waiting = [...checks];
  const results = [];
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      results.push(await runCheck(...check));
    }
  };
  await Promise.all([work(), work()]);
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed, skipped: 0 };
}

async function runCheck(name, program, args) {
  const seconds = secondsSince();
  const { code, output } = await runQuietly(findNode(), [program, ...args]);
  say(code === 0 ? `  ✓ ${name}: ${seconds()} s` : `  ✗ ${name}\n${output.trimEnd()}`);
  return code === 0;
}
