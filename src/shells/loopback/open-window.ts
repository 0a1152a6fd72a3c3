import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

export interface WindowPlace {
  /** A Chromium; null where there is none or no display to show it on. */
  readonly browser: string | null;
  /** Where this browser window keeps its own profile. */
  readonly folder: string;
}

/** Where a window can be opened: the browser that the starter found, and a display to show it on. */
export function findWindowPlace(environment: NodeJS.ProcessEnv, folder: string): WindowPlace {
  const { MEDEXA_BROWSER, DISPLAY, WAYLAND_DISPLAY } = environment;
  const hasDisplay = process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
  return { browser: (hasDisplay && MEDEXA_BROWSER) || null, folder: join(folder, 'window') };
}

/** Opens a browser window without tabs or address on the URL; it outlives neither a crash nor our end. */
export function openWindow(
  { browser, folder }: WindowPlace,
  url: string,
  onLost: () => void,
): void {
  if (browser === null) return;
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  const child = spawn(
    browser,
    [
      `--app=${url}`,
      `--user-data-dir=${folder}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-sync',
      // Chromium refuses its sandbox to root; the only page here is our own, under its strict policy.
      ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    ],
    // What a browser keeps in a person's home beside its profile, it keeps in this folder too.
    { stdio: 'ignore', env: { ...process.env, HOME: folder } },
  );
  child.once('error', onLost);
  process.once('exit', () => child.kill());
}
