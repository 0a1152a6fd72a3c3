// Where things are in this clone. Everything here runs on Node 20, before anything is installed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const inClone = (...parts) => join(root, ...parts);
export const cache = (...parts) => inClone('.cache', ...parts);

const platform = process.platform === 'win32' ? 'win' : process.platform;
const nodeFolder = inClone('node_modules', `node-${platform}-${process.arch}`);

/** The project's own Node; where its platform has no package, the one that runs this, if new enough. */
export function findNode() {
  const own = join(nodeFolder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : null;
}

/** The folder whose `include/node` holds the headers of that Node, or null. */
export const findNodeHeaders = () =>
  existsSync(join(nodeFolder, 'include', 'node', 'node_api.h')) ? nodeFolder : null;

/** Electron's program where its binary was downloaded, or null. */
export function findElectron() {
  const program = {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  }[process.platform];
  const path = inClone('node_modules/electron/dist', program ?? 'electron');
  return existsSync(path) ? path : null;
}

/** A Chromium that can show the window, or null. */
export function findBrowser() {
  const named = process.env.MEDEXA_BROWSER;
  if (named) return named;
  const usual = {
    linux: ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'].map(
      (name) => `/usr/bin/${name}`,
    ),
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
  };
  return (usual[process.platform] ?? []).find((path) => existsSync(path)) ?? null;
}

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
