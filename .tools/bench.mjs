// npm run bench -- NAME: measures one part of the terminal, on the project's own Node.
import { findNode, inClone } from './places.mjs';
import { runHere } from './run.mjs';

const node = findNode();
if (node === null) {
  process.stderr.write('Nothing is installed yet: run `npm run setup` first.\n');
  process.exitCode = 1;
} else {
  process.exitCode = await runHere(node, [
    '--expose-gc',
    inClone('tests/benchmarks/main.ts'),
    ...process.argv.slice(2),
  ]);
}
