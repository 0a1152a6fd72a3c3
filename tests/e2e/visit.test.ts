import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '#contracts/messages/language.ts';
import { nearestTexts } from '#contracts/messages/nearest.ts';
import { reasonTexts } from '#contracts/messages/reasons.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { paperTexts } from '#contracts/messages/screens-paper.ts';
import { visitTexts } from '#contracts/messages/screens-visit.ts';
import { addItem, insertCard, signIn, untilFound, walkTo } from './by-keyboard.ts';
import {
  findOverflowing,
  type Host,
  keepPrint,
  keepScreenshot,
  openBrowser,
  openWindow,
  removeFolder,
  startHost,
} from './open-window.ts';

const language = (process.env.MEDEXA_E2E_LANGUAGE ?? 'ar') as Language;
const samir = { ar: 'سمير الحلبي، دواء قبل موعده', en: 'Samir Al-Halabi, a medicine too early' };

describe(`a doctor's visit by keyboard alone (${language})`, () => {
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

  /** Looks at the screen at both sizes: keeps the pictures, and nothing may stick out of its card. */
  const shot = async (name: string) => {
    for (const [size, width, height] of [
      ['small', 1024, 700],
      ['', 1366, 768],
    ] as const) {
      await page.setViewportSize({ width, height });
      await keepScreenshot(page, `visit-${name}-${language}${size === '' ? '' : `-${size}`}`);
      expect(await findOverflowing(page)).toEqual([]);
    }
  };

  const why = () => page.getByRole('complementary');
  /** From the explanation to the button that makes the nearest change. */
  const takeNearest = async (kind: keyof typeof nearestTexts) => {
    const action = nearestTexts[kind].action?.[language] ?? '';
    const button = why().getByRole('button', { name: action });
    await button.waitFor();
    await page.keyboard.press('F3');
    await walkTo(page, button);
    await page.keyboard.press('Enter');
  };
  const row = (code: string) => page.getByRole('row').filter({ hasText: code });

  it('opens with the doctor', async () => {
    await signIn(page, 'doctor');
    await page.getByRole('navigation').waitFor();
    await insertCard(page, samir[language]);
    await page.getByRole('article').waitFor();
    await page.keyboard.press('F9');
    await page.locator('#item-finder').waitFor();
  });

  it('leads from a line without a diagnosis to the field where it is entered', async () => {
    await addItem(page, 'IMG-LIMB');
    await shot('1-diagnosis-missing');
    await takeNearest('enter-diagnosis');
    await page.keyboard.type('S93.4', { delay: 60 });
    await untilFound(page);
    await page.keyboard.press('Enter');
  });

  it('leads on to the accident, which an injury asks for', async () => {
    await takeNearest('state-accident');
    const field = page.getByRole('dialog').getByLabel(visitTexts.accident[language]);
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await shot('2-encounter');
    await page.keyboard.press('F9');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('row').filter({ hasText: decisionTexts.approved[language] }).waitFor();
  });

  it('asks for a clinician where the contract wants a specialty, and keeps whom it was told', async () => {
    await addItem(page, 'PRO-GAS');
    await takeNearest('enter-clinician');
    const known = page.getByRole('dialog').getByLabel(visitTexts.clinicianKnown[language]);
    await expect.poll(() => known.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('SY-4471');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await shot('3-clinician');
    await page.keyboard.press('F9');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect
      .poll(() => row(decisionTexts.approved[language]).count(), { timeout: 60_000 })
      .toBe(2);
    await shot('4-all-approved');
  });

  it('tells two knees apart', async () => {
    await addItem(page, 'IMG-LIMB');
    await row(decisionTexts.declined[language]).waitFor();
    await shot('5-duplicate');
    await takeNearest('enter-place');
    await page.keyboard.type('R');
    await page.keyboard.press('Enter');
    await shot('6-place');
  });

  it('puts what the contract excludes on the patient by signature only', async () => {
    await addItem(page, 'PRO-BOT');
    await why().getByRole('button', { name: visitTexts.consentSign[language] }).waitFor();
    await shot('7-signature-needed');
    await page.keyboard.press('F10');
    await why().getByRole('button', { name: visitTexts.consentTakeBack[language] }).waitFor();
    await shot('8-signed');
  });

  it('takes down the number of an approval that was told by telephone', async () => {
    await addItem(page, 'IMG-CTH');
    await takeNearest('request-approval');
    await page.keyboard.type('A-20417', { delay: 60 });
    await page.keyboard.press('Enter');
    await page.getByText(reasonTexts['approval-unverified'].short[language]).first().waitFor();
    await shot('9-approval-number');
  });

  it('ends with a slip that names what is allowed, and no diagnosis', async () => {
    await page.keyboard.press('F9');
    await page.getByRole('heading', { name: linesTexts.saved[language], exact: true }).waitFor();
    await page.keyboard.press('F10');
    const paper = page.locator('.paper', { hasText: paperTexts.slip[language] });
    await paper.waitFor();
    const text = await paper.innerText();
    expect(text).toContain(decisionTexts.approved[language]);
    expect(text).toContain('SY-4471');
    expect(text).not.toContain('S93.4');
    await shot('10-slip');
    await keepPrint(page, `slip-${language}`);
    await page.keyboard.press('F10');
    const other = language === 'ar' ? 'en' : 'ar';
    await page.locator('.paper', { hasText: paperTexts.slip[other] }).waitFor();
    await keepPrint(page, `slip-${other}`);
  });
});
