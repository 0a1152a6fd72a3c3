import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatNumber } from '#contracts/messages/format.ts';
import type { Language } from '#contracts/messages/language.ts';
import { reasonTexts } from '#contracts/messages/reasons.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { patientTexts } from '#contracts/messages/screens-patient.ts';
import { prescriptionTexts } from '#contracts/messages/screens-prescription.ts';
import { addItem, insertCard, signIn, untilFound, walkTo } from './by-keyboard.ts';
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
/** An upper bound for a loaded machine, in milliseconds. */
const patience = 240_000;
const amoxicillin = { ar: 'أموكسيسيلين ٥٠٠ ملغ', en: 'Amoxicillin 500 mg' };
const nour = { ar: 'نور الخوري، مولودة في ٢٩ شباط', en: 'Nour Khoury, born on 29 February' };

describe(`a prescription by keyboard alone (${language})`, () => {
  let browser: Browser;
  let host: Host;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    host = await startHost();
    ({ page } = await openWindow(browser, host.link, { language }));
    page.setDefaultTimeout(60_000);
  }, patience);

  afterAll(async () => {
    await browser.close();
    await host.stop();
    removeFolder(host.folder);
  }, patience);

  /** Looks at the screen at both sizes: keeps the pictures, and nothing may stick out of its card. */
  const shot = async (name: string) => {
    for (const [size, width, height] of [
      ['-small', 1024, 700],
      ['', 1366, 768],
    ] as const) {
      await page.setViewportSize({ width, height });
      await keepScreenshot(page, `prescription-${name}-${language}${size}`);
      expect(await findOverflowing(page)).toEqual([]);
    }
  };

  const panel = (name: 'order' | 'open') =>
    page.getByRole('region', { name: prescriptionTexts[name][language], exact: true });
  const open = () => panel('open').getByRole('listitem');
  const expectCount = (name: 'ordered' | 'filled' | 'left', value: number) =>
    open()
      .filter({
        hasText: `${prescriptionTexts[name][language]} ${formatNumber(value, language)}`,
      })
      .waitFor();
  const row = (outcome: 'approved' | 'declined') =>
    page.getByRole('row').filter({ hasText: decisionTexts[outcome][language] });

  const fillButton = () =>
    panel('open').getByRole('button', {
      name: prescriptionTexts.fillItem[language].replace('{item}', amoxicillin[language]),
    });
  /** Enter opens the chosen line's quantity. */
  const changeQuantity = async (quantity: number) => {
    await walkTo(page, page.getByRole('row', { selected: true }));
    await page.keyboard.press('Enter');
    await page.keyboard.type(`${quantity}`);
    await page.keyboard.press('Enter');
    await page.locator('.qty').getByText(formatNumber(quantity, language)).waitFor();
  };

  /** Looks for a medicine by Ctrl+O; Enter takes it, and once more the dose that is proposed. */
  const order = async (code: string) => {
    const medicines = panel('order').getByRole('listitem');
    const before = await medicines.count();
    await page.keyboard.press('Control+o');
    await page.locator('#order-finder:focus').waitFor();
    await page.keyboard.type(code, { delay: 60 });
    await untilFound(page);
    await page.keyboard.press('Enter');
    await panel('order').getByLabel(prescriptionTexts.dose[language]).waitFor();
    if (before === 0) await shot('1-dose');
    await page.keyboard.press('Enter');
    await expect.poll(() => medicines.count()).toBe(before + 1);
  };

  /** The card goes in, and its holder is confirmed. */
  const receive = async () => {
    await insertCard(page, nour[language]);
    await page.getByRole('article').waitFor();
    await page.keyboard.press('F9');
    await page.locator('#item-finder').waitFor();
  };

  const save = async (heading: 'saved' | 'orderSaved') => {
    await page.keyboard.press('F9');
    await page.getByRole('heading', { name: linesTexts[heading][language] }).waitFor();
    await page.getByText(linesTexts.cardWritten[language]).waitFor();
    await shot(heading);
    await page.keyboard.press('F9');
    await page.getByRole('heading', { name: patientTexts.cardIn[language] }).waitFor();
    // A card that is in comes out when it is chosen.
    await insertCard(page, nour[language]);
    await page.getByRole('heading', { name: patientTexts.insertCard[language] }).waitFor();
  };

  it(
    'is written by the doctor, who sees at once what will be refused, and why',
    async () => {
      await signIn(page, 'doctor');
      await page.getByRole('navigation').waitFor();
      await receive();
      await order('AMX-500');
      await order('TAM-04');
      await shot('2-ordered');
      const ordered = panel('order').getByRole('listitem');
      await ordered.filter({ hasText: decisionTexts.approved[language] }).waitFor();
      await ordered
        .filter({ hasText: decisionTexts.declined[language] })
        .getByText(reasonTexts['item-men-only'].short[language])
        .waitFor();
      await save('orderSaved');
    },
    patience,
  );

  it(
    'is filled in part by the pharmacist',
    async () => {
      await walkTo(page, page.getByRole('button', { name: frameTexts.signOut[language] }));
      await page.keyboard.press('Enter');
      await signIn(page, 'pharmacist');
      await page.getByRole('navigation').waitFor();
      await receive();
      await page.keyboard.press('F6');
      await open().first().waitFor();
      await shot('4-open');
      await expectCount('left', 20);
      await walkTo(page, fillButton());
      await page.keyboard.press('Enter');
      await row('approved').waitFor();
      await changeQuantity(10);
      await shot('5-filling');
      await save('saved');
    },
    patience,
  );

  it(
    'gives the rest when the card comes again',
    async () => {
      await receive();
      await page.keyboard.press('F6');
      await expectCount('filled', 10);
      await expectCount('left', 10);
      await walkTo(page, fillButton());
      await page.keyboard.press('Enter');
      await row('approved').waitFor();
      await save('saved');
    },
    patience,
  );

  it(
    'is filled at the third attempt, and says so',
    async () => {
      await receive();
      await page.keyboard.press('F6');
      await open().first().waitFor();
      expect(await open().filter({ hasText: amoxicillin[language] }).count()).toBe(0);
      await addItem(page, 'AMX-500');
      await row('declined')
        .filter({ hasText: reasonTexts['prescription-filled'].short[language] })
        .waitFor();
      await shot('6-filled');
    },
    patience,
  );
});
