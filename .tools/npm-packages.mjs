import { existsSync, readFileSync } from 'node:fs';
import { cache, inClone } from './places.mjs';
import { runQuietly } from './run.mjs';

/** Whether node_modules holds the versions of the lock file. */
export function areNpmPackagesInstalled() {
  const installedFile = inClone('node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = readPackages(inClone('package-lock.json'));
  const installed = readPackages(installedFile);
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    const found = installed[path];
    // Optional ones are absent where they are for another platform.
    return found === undefined ? optional === true : found.version === version;
  });
}

/** Installs them. No install script runs: what must be compiled is compiled by the steps after this. */
export const installNpmPackages = () =>
  runQuietly(
    'npm',
    [
      ...['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier'],
      ...['--loglevel=error', '--include=dev', '--include=optional', `--cache=${cache('npm')}`],
    ],
    { env: { NODE_ENV: '' } },
  );

const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
