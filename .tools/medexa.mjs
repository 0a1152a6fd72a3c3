// npm run -s medexa -- COMMAND: the command line, on the project's own Node.
import { findNode, inClone } from './places.mjs';
import { runHere } from './run.mjs';

const node = findNode();
if (node === null) {
  process.stderr.write('Nothing is installed yet: run `npm run setup` first.\n');
  process.exitCode = 1;
} else {
  process.exitCode = await runHere(
    node,
    [inClone('src/shells/cli/main.ts'), ...process.argv.slice(2)],
    // Paths on the command line are meant from where the person stands.
    { cwd: process.env.INIT_CWD ?? process.cwd() },
  );
}
