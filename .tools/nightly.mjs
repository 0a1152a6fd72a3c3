// npm run nightly -- NAME: what takes too long for every run of the tests, on the project's own Node.
import { findNode, inClone } from './places.mjs';
import { runHere } from './run.mjs';

const node = findNode();
if (node === null) {
  process.stderr.write('Nothing is installed yet: run `npm run setup` first.\n');
  process.exitCode = 1;
} else {
  process.exitCode = await runHere(node, [
    inClone('tests/nightly/main.ts'),
    ...process.argv.slice(2),
  ]);
}
