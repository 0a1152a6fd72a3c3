// Makes a fresh clone ready to start or to test; does nothing when it is.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { bundleDesktop } from './bundle-desktop.mjs';
import { canLoadBinding, compileBinding } from './card-binding.mjs';
import { fingerprint, isDone, markDone } from './fingerprint.mjs';
import { areNpmPackagesInstalled, installNpmPackages } from './npm-packages.mjs';
import { cache, findBrowser, findElectron, findNode, hasDisplay, inClone } from './places.mjs';
import { lastLines, runQuietly, say, secondsSince } from './run.mjs';
import { describeMissing, installPackages, listMissingPackages } from './system-packages.mjs';

/**
 * Does what `goal` ('start' or 'test') still needs, showing each step.
 * Answers the parts that cannot be had, or throws where nothing can run without the part.
 */
export async function setUp(goal) {
  rmSync(cache('setup.log'), { force: true });
  const missing = await systemStep(goal);
  await npmStep();
  missing.push(...(await bindingStep()));
  if (goal === 'start') missing.push(...(await electronStep()));
  await rendererStep();
  if (goal === 'test' || findElectron() !== null) await desktopStep();
  for (const { part, command, instead } of missing) {
    say(`  Not here: ${part}; ${instead}.\n    To install it: ${command}`);
  }
  return missing;
}

/** Says a step's name, does it, says how long it took. */
async function step(title, work) {
  say(`  ${title} …`);
  const seconds = secondsSince();
  const result = await work();
  say(`  ${title}: ${seconds()} s`);
  return result;
}

const lockMark = () =>
  createHash('sha256')
    .update(readFileSync(inClone('package-lock.json')))
    .digest('hex');

async function systemStep(goal) {
  const absent = await listMissingPackages(goal);
  if (absent.length === 0) return [];
  // A start tries once; a test, and asking for the set-up itself, try each time.
  const mark = `${absent} ${lockMark()}`;
  if (goal === 'start' && isDone('system-tried', mark)) return absent.map(describeMissing);
  await step(`System packages (${absent.join(', ')})`, () => installPackages(absent));
  const still = await listMissingPackages(goal);
  markDone('system-tried', `${still} ${lockMark()}`);
  return still.map(describeMissing);
}

async function npmStep() {
  const mark = lockMark();
  if (existsSync(inClone('node_modules')) && isDone('npm', mark)) return;
  if (!areNpmPackagesInstalled()) {
    const { code, output } = await step('npm packages (about a minute)', installNpmPackages);
    if (code !== 0) throw new Error(`npm ci failed:\n${lastLines(output)}`);
  }
  if (findNode() === null)
    throw new Error('This platform has no Node 24 package: run with Node 24.');
  markDone('npm', mark);
}

async function bindingStep() {
  const mark = `${lockMark()} ${existsSync('/usr/include/PCSC/winscard.h')}`;
  const built = inClone('node_modules/smartcard/build/Release/smartcard_napi.node');
  if (existsSync(built) && isDone('binding', mark)) return [];
  if (!(await canLoadBinding())) {
    await step('Card reader binding (compiled here)', compileBinding);
  }
  if (await canLoadBinding()) {
    markDone('binding', mark);
    return [];
  }
  return [
    {
      part: 'the card reader binding',
      command:
        'sudo apt-get install -y build-essential python3 pcscd libpcsclite-dev && npm run setup',
      instead: `an in-process reader with demo cards is used (why: ${cache('setup.log')})`,
    },
  ];
}

/** Electron comes without its binary: tried once per version, and only where a window can be shown. */
async function electronStep() {
  if (!hasDisplay() || findElectron() !== null) return [];
  const mark = lockMark();
  const command = 'node node_modules/electron/install.js';
  if (!isDone('electron-tried', mark)) {
    await step('Electron', () =>
      runQuietly(process.execPath, [inClone('node_modules/electron/install.js')], {
        env: { electron_config_cache: cache('electron') },
        timeout: 120_000,
      }),
    );
    markDone('electron-tried', mark);
  }
  if (findElectron() !== null) return [];
  const instead = findBrowser() === null ? 'the address is printed' : 'a browser window opens';
  return [{ part: "Electron's binary", command, instead }];
}

const pageSources = ['renderer', 'src/contracts', 'src/domain', 'package-lock.json'];

async function rendererStep() {
  const mark = fingerprint(pageSources.map((path) => inClone(path)));
  if (existsSync(inClone('dist/renderer/index.html')) && isDone('renderer', mark)) return;
  const { code, output } = await step('The window', () =>
    runQuietly(findNode(), [
      inClone('node_modules/vite/bin/vite.js'),
      ...['build', '--config', 'renderer/vite.config.ts', '--logLevel', 'warn'],
    ]),
  );
  if (code !== 0) throw new Error(`The window does not build:\n${lastLines(output)}`);
  markDone('renderer', mark);
}

async function desktopStep() {
  const mark = fingerprint(
    ['src', 'fixtures', 'native', 'package-lock.json'].map((path) => inClone(path)),
  );
  if (existsSync(inClone('dist/desktop/main.mjs')) && isDone('desktop', mark)) return;
  const problem = await step("The desktop's program", bundleDesktop);
  if (problem !== null) throw new Error(`The desktop's program does not bundle:\n${problem}`);
  markDone('desktop', mark);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  // Asked for by itself: everything is tried again.
  rmSync(cache('marks'), { recursive: true, force: true });
  try {
    const missing = await setUp(process.argv[2] === 'test' ? 'test' : 'start');
    say(missing.length === 0 ? 'Everything is here.' : 'Ready, without the parts named above.');
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}
