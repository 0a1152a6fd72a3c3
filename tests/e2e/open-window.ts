import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Language } from '#contracts/messages/language.ts';
import { layDatabase } from '#tests/server/made-database.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Where the screenshots of the last run are kept. */
export const screenshots = join(root, '.cache', 'screenshots');

/** A terminal as `npm start` runs it: the loopback host in a process of its own. */
export interface Host {
  readonly folder: string;
  readonly process: ChildProcess;
  /** The address that opens the terminal once. */
  readonly link: string;
  stop(): Promise<void>;
}

/** The usual one, or with the insurer of `changed-insurer.ts`. */
export type HostProgram = keyof typeof programs;
const programs = {
  usual: 'src/shells/loopback/main.ts',
  changed: 'tests/e2e/changed-host.ts',
} as const;

export async function startHost(
  folder = mkdtempSync(join(tmpdir(), 'medexa-e2e-')),
  program: HostProgram = 'usual',
): Promise<Host> {
  layDatabase(join(folder, 'server'));
  const child = spawn(process.execPath, [join(root, programs[program])], {
    cwd: tmpdir(),
    env: {
      ...process.env,
      MEDEXA_FOLDER: folder,
      MEDEXA_PORT: '0',
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const link = await readLink(child);
  const stop = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  return { folder, process: child, link, stop };
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.MEDEXA_BROWSER ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export interface Look {
  readonly language: Language;
  readonly scheme?: 'light' | 'dark';
  readonly size?: { readonly width: number; readonly height: number };
}

/** Opens the terminal's window in a fresh browser profile, in a language. */
export async function openWindow(
  browser: Browser,
  link: string,
  { language, scheme = 'light', size = { width: 1366, height: 768 } }: Look,
): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await browser.newContext({ viewport: size, colorScheme: scheme });
  const page = await context.newPage();
  await page.goto(link);
  await page.locator('html[lang]').waitFor();
  if ((await page.locator('html').getAttribute('lang')) !== language) {
    await page.getByRole('button', { name: language === 'en' ? 'English' : 'العربية' }).click();
    await page.locator(`html[lang="${language}"]`).waitFor();
  }
  return { page, context };
}

/** Names of controls that stick out of the card they stand in. */
export const findOverflowing = (page: Page): Promise<string[]> =>
  page.locator('.card button, .card input').evaluateAll((controls) =>
    controls
      .filter((control) => {
        const card = control.closest('.card')?.getBoundingClientRect();
        const { left, right, width } = control.getBoundingClientRect();
        return card !== undefined && width > 0 && (left < card.left - 1 || right > card.right + 1);
      })
      .map((control) => control.textContent || control.getAttribute('aria-label') || control.id),
  );

/** Keeps what the window shows, by name and language. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  // A theme that was just changed fades in: what is looked at is where it ends.
  await page.screenshot({ path: join(screenshots, `${name}.png`), animations: 'disabled' });
}

/** Prints what the preview shows, as the print dialog would into a file, and keeps it by name and language. */
export async function keepPrint(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  const path = join(screenshots, `${name}.pdf`);
  const bytes = await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
  if (bytes.length < 5_000) throw new Error(`${name} was printed empty`);
}

function readLink(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the terminal ended with ${code}`)));
    if (child.stdout === null) return reject(new Error('the terminal has no output'));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [link] = /http:\/\/127\.0\.0\.1:\d+\/enter\?token=\S+/.exec(line) ?? [];
      if (link !== undefined) resolve(link);
    });
  });
}
