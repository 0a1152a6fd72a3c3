import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '#contracts/messages/language.ts';
import { nearestTexts } from '#contracts/messages/nearest.ts';
import { claimsTexts } from '#contracts/messages/screens-claims.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { requestStateTexts, requestTexts } from '#contracts/messages/screens-requests.ts';
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
const george = { ar: 'جورج الخوري، الخطة الذهبية', en: 'George Khoury, gold plan' };

describe(`a line sent for approval, by keyboard alone (${language})`, () => {
  let browser: Browser;
  let host: Host;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    host = await startHost();
    ({ page } = await openWindow(browser, host.link, { language }));
    page.setDefaultTimeout(60_000);
  }, 120_000);

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
      await keepScreenshot(page, `approval-${name}-${language}${size === '' ? '' : `-${size}`}`);
      expect(await findOverflowing(page)).toEqual([]);
    }
  };

  const row = (text: string) => page.getByRole('row').filter({ hasText: text });
  /** Confirms the person, and goes on to the lines. */
  const openVisit = async () => {
    await page.getByRole('article').waitFor();
    await page.keyboard.press('F9');
    await page.locator('#item-finder').waitFor();
  };

  /** Asks for the MRI, and enters the diagnosis that it wants before anything else. */
  const askForMri = async () => {
    await addItem(page, 'IMG-MRIK');
    const button = page.getByRole('button', {
      name: nearestTexts['enter-diagnosis'].action?.[language] ?? '',
    });
    await button.waitFor();
    await page.keyboard.press('F3');
    await walkTo(page, button);
    await page.keyboard.press('Enter');
    // Enter comes before the answer, as from a scanner: what the code's beginning found must not be taken.
    await page.keyboard.type('M54.5', { delay: 60 });
    await page.keyboard.press('Enter');
    await button.waitFor({ state: 'detached' });
  };

  it('refers an MRI and sends it by itself, and the visit goes on', async () => {
    await signIn(page, 'doctor');
    await page.getByRole('navigation').waitFor();
    await insertCard(page, george[language]);
    await openVisit();
    await askForMri();
    await row(decisionTexts.referred[language]).waitFor();
    await page.getByRole('button', { name: requestTexts.send[language] }).waitFor();
    await shot('1-referred');
    await page.keyboard.press('F10');
    await page.getByRole('status').filter({ hasText: 'R-' }).waitFor();
    await row(decisionTexts.referred[language]).waitFor({ state: 'detached' });
    await addItem(page, 'LAB-CBC');
    await shot('2-goes-on');
    await page.keyboard.press('F9');
    await page.getByTestId('receipt-number').waitFor();
    await page.keyboard.press('F9');
  }, 180_000);

  it('says quietly that the centre answered, and shows the approval among the requests', async () => {
    const notice = page
      .getByRole('status')
      .filter({ hasText: requestStateTexts.approved[language] });
    await notice.waitFor({ timeout: 280_000 });
    await shot('3-answered');
    await page.keyboard.press('F7');
    await page.getByRole('article', { name: requestTexts.openRequest[language] }).waitFor();
    await row(requestStateTexts.approved[language]).waitFor();
    await shot('4-approved');
    const states = page.getByRole('group', { name: claimsTexts.states[language] });
    await walkTo(page, states.getByRole('button').first());
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: claimsTexts.openClaim[language] }).waitFor();
  }, 300_000);

  it('passes the next visit on it', async () => {
    await page.keyboard.press('F4');
    // The card is still in: a new visit for it.
    await page.keyboard.press('F9');
    await openVisit();
    await askForMri();
    await row(decisionTexts.approved[language]).waitFor();
    await page.getByText(linesTexts.allApproved[language]).waitFor();
    await page.keyboard.press('F3');
    await shot('5-passes');
    await page.keyboard.press('F9');
    await page.getByTestId('receipt-number').waitFor();
  }, 180_000);
});
