// npm start: sets up what is missing, then opens the terminal on the demo insurer.
import { cache, findBrowser, findElectron, findNode, hasDisplay, inClone } from './places.mjs';
import { runHere, say } from './run.mjs';
import { setUp } from './setup.mjs';

try {
  await setUp('start');
} catch (error) {
  say(error.message);
  process.exit(1);
}

const electron = hasDisplay() ? findElectron() : null;
const env = {
  // Each shell keeps its database key in its own way, so the two do not share a database.
  MEDEXA_FOLDER:
    process.env.MEDEXA_FOLDER || cache(electron === null ? 'terminal' : 'terminal-desktop'),
  MEDEXA_NODE: findNode(),
  MEDEXA_BROWSER: findBrowser() ?? '',
};
process.exitCode =
  electron === null
    ? await runHere(findNode(), [inClone('src/shells/loopback/main.ts')], { env })
    : await runHere(electron, [...asRoot(), inClone('dist/desktop/main.mjs')], { env });

/** Chromium refuses its sandbox to root: a terminal in use runs as a user of its own. */
function asRoot() {
  if (process.getuid?.() !== 0) return [];
  say('Running as root: the window runs without Chromium’s sandbox.');
  return ['--no-sandbox'];
}
