import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acknowledgementNames, alertTexts } from '#contracts/messages/alerts.ts';
import { fill } from '#contracts/messages/format.ts';
import { alertsTexts } from '#contracts/messages/screens-alerts.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { addItem, insertCard, signIn, walkTo } from './by-keyboard.ts';
import {
  findOverflowing,
  type Host,
  keepScreenshot,
  openBrowser,
  openWindow,
  removeFolder,
  startHost,
} from './open-window.ts';

/** A pharmacist meets an allergy and an interaction, answers for both by key, and finds that again. */

const patience = 180_000;
const rana = { ar: 'رنا عبّود', en: 'Rana Abboud' };
const ibuprofen = { ar: 'إيبوبروفين ٤٠٠ ملغ', en: 'Ibuprofen 400 mg' };
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(['ar', 'en'] as const)('clinical alerts, by keyboard in %s', (language) => {
  let host: Host;
  let page: Page;
  let context: BrowserContext;

  beforeAll(async () => {
    host = await startHost();
    ({ page, context } = await openWindow(browser, host.link, { language }));
  }, patience);
  afterAll(async () => {
    await context.close();
    await host.stop();
    removeFolder(host.folder);
  });

  const shot = async (name: string) => {
    expect(await findOverflowing(page)).toEqual([]);
    await keepScreenshot(page, `alerts-${name}-${language}`);
  };
  const strip = () => page.getByRole('region', { name: alertsTexts.title[language] });
  const dialog = () => page.getByRole('dialog');
  const sentence = (code: keyof typeof alertTexts, item: string, allergy: string) =>
    fill(alertTexts[code].sentence[language], { item, allergy });

  it(
    'stand apart from the verdict, which stays what it is',
    async () => {
      await signIn(page, 'pharmacist');
      await page.getByRole('navigation').waitFor();
      await insertCard(page, rana[language]);
      await page.getByRole('article').waitFor();
      await page.keyboard.press('F9');
      await addItem(page, 'IBU-400');
      await strip().getByText('M01AE01', { exact: false }).first().waitFor();
      expect(sentence('allergy-substance', ibuprofen[language], '')).toContain(ibuprofen[language]);
      await shot('1-strip');
    },
    patience,
  );

  it(
    'are asked for before saving, and answered by arrow keys',
    async () => {
      await page.keyboard.press('F9');
      await dialog().waitFor();
      await dialog().getByRole('radio').first().waitFor();
      await walkTo(page, dialog().getByRole('radio').first());
      await page.keyboard.press('Space');
      await dialog().getByText(acknowledgementNames['benefit-outweighs'][language]).waitFor();
      await shot('2-dialog');
      await page.keyboard.press('F9');
      await dialog().waitFor({ state: 'detached' });
      await strip()
        .getByText(acknowledgementNames['benefit-outweighs'][language], { exact: false })
        .waitFor();
      await shot('3-acknowledged');
      await page.keyboard.press('F9');
      await page.getByRole('heading', { name: linesTexts.saved[language] }).waitFor();
    },
    patience,
  );

  it(
    'are found again with the claim',
    async () => {
      await page.keyboard.press('F7');
      await strip()
        .getByText(acknowledgementNames['benefit-outweighs'][language], { exact: false })
        .waitFor();
      await shot('4-claim');
    },
    patience,
  );
});
