// The PC/SC binding is compiled here, against the pinned Node's own headers.
import { existsSync } from 'node:fs';
import { cache, findNode, findNodeHeaders, inClone } from './places.mjs';
import { runQuietly } from './run.mjs';

const folder = inClone('node_modules/smartcard');

/** Whether the pinned Node can load the binding. Loading opens no reader. */
export async function canLoadBinding() {
  if (!existsSync(inClone('node_modules/smartcard/build/Release/smartcard_napi.node')))
    return false;
  const { code } = await runQuietly(findNode(), ['-e', "require('smartcard')"]);
  return code === 0;
}

/** Compiles it, about half a minute; answers {code, output}. */
export function compileBinding() {
  const headers = findNodeHeaders();
  return runQuietly(
    findNode(),
    [
      inClone('node_modules/node-gyp/bin/node-gyp.js'),
      ...['rebuild', '--jobs=2', `--devdir=${cache('node-gyp')}`],
      ...(headers === null ? [] : [`--nodedir=${headers}`]),
    ],
    // The binding's own set-up asks `node` for a folder: it must be the pinned one.
    {
      cwd: folder,
      env: { PATH: `${inClone('node_modules/.bin')}:${process.env.PATH}` },
      timeout: 240_000,
    },
  );
}
