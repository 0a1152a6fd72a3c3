import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '#contracts/messages/language.ts';
import { nearestTexts } from '#contracts/messages/nearest.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { contractWords, visitTexts } from '#contracts/messages/screens-visit.ts';
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

const language = (process.env.MEDEXA_E2E_LANGUAGE ?? 'ar') as Language;
const samir = { ar: 'سمير الحلبي، دواء قبل موعده', en: 'Samir Al-Halabi, a medicine too early' };

describe(`what a paper says, entered where a line asks for it (${language})`, () => {
  let browser: Browser;
  let host: Host;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    host = await startHost();
    ({ page } = await openWindow(browser, host.link, { language }));
    page.setDefaultTimeout(20_000);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await host.stop();
    removeFolder(host.folder);
  });

  const shot = async (name: string) => {
    for (const [size, width, height] of [
      ['small', 1024, 700],
      ['', 1366, 768],
    ] as const) {
      await page.setViewportSize({ width, height });
      await keepScreenshot(page, `course-${name}-${language}${size === '' ? '' : `-${size}`}`);
      expect(await findOverflowing(page)).toEqual([]);
    }
  };
  const nameOf = (specialty: string) => contractWords[specialty]?.[language] ?? specialty;
  const why = () => page.getByRole('complementary');
  const nearest = (kind: keyof typeof nearestTexts) =>
    why().getByRole('button', { name: nearestTexts[kind].action?.[language] ?? '' });
  const takeNearest = async (kind: keyof typeof nearestTexts) => {
    await nearest(kind).waitFor();
    await page.keyboard.press('F3');
    await walkTo(page, nearest(kind));
    await page.keyboard.press('Enter');
  };
  const openVisit = async () => {
    await page.getByRole('article').waitFor();
    await page.keyboard.press('F9');
    await page.locator('#item-finder').waitFor();
  };

  it('takes down a referral, and asks for it no more', async () => {
    await signIn(page, 'doctor');
    await page.getByRole('navigation').waitFor();
    await insertCard(page, samir[language]);
    await openVisit();
    await addItem(page, 'CON-PSY');
    await takeNearest('present-referral');
    const dialog = page.getByRole('dialog');
    const from = dialog.getByLabel(visitTexts.referredFrom[language]);
    await expect.poll(() => from.evaluate((one) => one === document.activeElement)).toBe(true);
    await from.selectOption(nameOf('general-practice'));
    await dialog.getByLabel(visitTexts.referrerLicence[language]).fill('D-1182');
    await dialog.getByLabel(visitTexts.referredTo[language]).selectOption(nameOf('psychiatry'));
    await shot('1-unfinished');
    const on = dialog.getByLabel(visitTexts.referredOn[language]);
    await on.fill(new Date().toISOString().slice(0, 10));
    await page.keyboard.press('Enter');
    await dialog.getByText(visitTexts.unfinishedReferral[language]).waitFor({ state: 'detached' });
    await shot('2-referral');
    await page.keyboard.press('F9');
    await dialog.waitFor({ state: 'detached' });
    await nearest('present-referral').waitFor({ state: 'detached' });
    await shot('3-taken');
  });

  it('takes down a controlled medicine’s hand-over, field by field', async () => {
    await page.keyboard.press('Escape');
    await walkTo(page, page.getByRole('button', { name: frameTexts.signOut[language] }));
    await page.keyboard.press('Enter');
    await signIn(page, 'pharmacist');
    await page.getByRole('navigation').waitFor();
    await insertCard(page, samir[language]);
    await openVisit();
    await addItem(page, 'MOR-10');
    await takeNearest('enter-controlled');
    const number = page.getByLabel(visitTexts.specialPrescription[language]);
    await expect.poll(() => number.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type('N-77');
    await page.keyboard.press('Tab');
    await page.keyboard.type('01020304');
    await page.keyboard.press('Tab');
    await page.keyboard.type('M-300');
    await page.keyboard.press('Tab');
    await page.getByLabel(visitTexts.batchExpiry[language]).fill('2031-06-30');
    await page.keyboard.press('Enter');
    await shot('4-hand-over');
    await nearest('enter-controlled').waitFor({ state: 'detached' });
  });
});
