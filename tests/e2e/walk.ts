import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Language } from '#contracts/messages/language.ts';
import { nearestTexts } from '#contracts/messages/nearest.ts';
import { insertCard, walkTo } from './by-keyboard.ts';
import {
  findOverflowing,
  type Host,
  type HostProgram,
  keepScreenshot,
  openBrowser,
  openWindow,
  removeFolder,
  startHost,
} from './open-window.ts';

/** The language of a walk that is taken in one; `MEDEXA_E2E_LANGUAGE` names the other. */
export const oneLanguage = (process.env.MEDEXA_E2E_LANGUAGE ?? 'ar') as Language;

/** A walk through the window, before a terminal and in a browser of its own. */
export interface Walk {
  readonly page: Page;
  readonly host: Host;
  /** Looks at the screen at both sizes: keeps the pictures, and nothing may stick out of its card. */
  shot(name: string): Promise<void>;
  /** Puts a card in, confirms its holder, and goes on to the lines. */
  receive(title: string): Promise<void>;
  /** From the explanation to the button that makes the nearest change. */
  takeNearest(kind: keyof typeof nearestTexts): Promise<void>;
  /** The rows of the lines that say this. */
  row(text: string): ReturnType<Page['locator']>;
}

/** Upper bounds for a loaded machine, in milliseconds: of opening and closing, and of one step. */
const opening = 240_000;
const step = 60_000;

const sizes = [
  ['-small', 1024, 700],
  ['', 1366, 768],
] as const;

/** Called where a walk is described: opens it before the first step, and closes it after the last. */
export function openWalk(name: string, language: Language, program?: HostProgram): Walk {
  let browser: Browser;
  let host: Host;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    host = await startHost(undefined, program);
    ({ page } = await openWindow(browser, host.link, { language }));
    page.setDefaultTimeout(step);
  }, opening);

  afterAll(async () => {
    await browser.close();
    await host.stop();
    removeFolder(host.folder);
  }, opening);

  return {
    get page() {
      return page;
    },
    get host() {
      return host;
    },
    async shot(what) {
      for (const [suffix, width, height] of sizes) {
        await page.setViewportSize({ width, height });
        await keepScreenshot(page, `${name}-${what}-${language}${suffix}`);
        expect(await findOverflowing(page)).toEqual([]);
      }
    },
    async receive(title) {
      await insertCard(page, title);
      await page.getByRole('article').waitFor();
      await page.keyboard.press('F9');
      await page.locator('#item-finder').waitFor();
    },
    async takeNearest(kind) {
      const action = nearestTexts[kind].action?.[language] ?? '';
      const button = page.getByRole('complementary').getByRole('button', { name: action });
      await button.waitFor();
      await page.keyboard.press('F3');
      await walkTo(page, button);
      await page.keyboard.press('Enter');
    },
    row: (text) => page.getByRole('row').filter({ hasText: text }),
  };
}
