import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#agent/system-clock.ts';
import type { Language } from '#contracts/messages/language.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { patientTexts } from '#contracts/messages/screens-patient.ts';
import { presenceTexts } from '#contracts/messages/screens-presence.ts';
import { addDays } from '#domain/dates.ts';
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
const titles = {
  samir: { ar: 'سمير الحلبي، دواء قبل موعده', en: 'Samir Al-Halabi, a medicine too early' },
  george: { ar: 'جورج الخوري، الخطة الذهبية', en: 'George Khoury, gold plan' },
  rana: { ar: 'رنا عبّود، متابعة حمل', en: 'Rana Abboud, pregnancy care' },
};
const collector = { ar: 'ليلى سمير الحلبي', en: 'Layla Samir Al-Halabi' };

describe(`the Patient screen's other ways by keyboard alone (${language})`, () => {
  let browser: Browser;
  let host: Host;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    host = await startHost();
    ({ page } = await openWindow(browser, host.link, { language }));
    page.setDefaultTimeout(20_000);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await host.stop();
    removeFolder(host.folder);
  });

  /** Looks at the screen at both sizes: keeps the pictures, and nothing may stick out of its card. */
  const shot = async (name: string) => {
    for (const [size, width, height] of [
      ['-small', 1024, 700],
      ['', 1366, 768],
    ] as const) {
      await page.setViewportSize({ width, height });
      await keepScreenshot(page, `patient-${name}-${language}${size}`);
      expect(await findOverflowing(page)).toEqual([]);
    }
  };

  const dialog = () => page.getByRole('dialog');
  const row = (text: string) => page.getByRole('row').filter({ hasText: text });
  const note = (text: string) => page.getByRole('article').getByText(text).first();

  /** Opens the dialog and chooses a way by arrow keys, so many below the first. */
  const openWay = async (way: number) => {
    await page.keyboard.press('F10');
    // The dialog takes the focus to its first field once it stands.
    await dialog().locator('[data-autofocus]:focus').waitFor();
    await walkTo(page, dialog().getByRole('radio').and(page.locator(':checked')));
    for (let step = 0; step < way; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
  };

  /** Confirms the person and asks for a medicine that the contract pays. */
  const confirmAndAsk = async (item: string) => {
    await page.keyboard.press('F9');
    await addItem(page, item);
    await row(decisionTexts.approved[language]).waitFor();
  };

  const setAside = async () => {
    await page.keyboard.press('F4');
    await page.getByRole('article').waitFor();
    await page.keyboard.press('F8');
    await page.getByRole('article').waitFor({ state: 'detached' });
  };

  it('finds a member whose card was forgotten by number', async () => {
    await signIn(page, 'pharmacist');
    await page.getByRole('heading', { name: patientTexts.insertCard[language] }).waitFor();
    await shot('1-no-card');
    await openWay(0);
    await page.keyboard.type('1042778155');
    await shot('2-by-number');
    await page.keyboard.press('F9');
    await note(presenceTexts.cameWithoutCard[language]).waitFor();
    await shot('3-found-by-number');
    await confirmAndAsk('MET-850');
    await shot('4-dispense-without-card');
    await setAside();
  });

  it('takes in an emergency, and stops when this is not the person', async () => {
    await openWay(2);
    await page.keyboard.type('1050220314');
    await page.keyboard.press('Enter');
    await note(presenceTexts.cameInEmergency[language]).waitFor();
    await shot('5-emergency');
    await page.keyboard.press('F8');
    await page.getByRole('alert').waitFor();
    await shot('6-stopped');
    await page.keyboard.press('F8');
    await page.getByRole('heading', { name: patientTexts.insertCard[language] }).waitFor();
  });

  it('hands to a collector what the contract lets be collected', async () => {
    await insertCard(page, titles.samir[language]);
    await page.getByText(presenceTexts.bloodGroup[language]).waitFor();
    await shot('7-with-card');
    await openWay(0);
    await page.keyboard.type(collector[language]);
    await page.keyboard.press('Tab');
    for (const _ of ['spouse', 'parent', 'child']) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('04110023115');
    await shot('8-collected-by');
    await page.keyboard.press('F9');
    await addItem(page, 'TRM-50');
    await row(decisionTexts.declined[language]).waitFor();
    await addItem(page, 'MET-850');
    await row(decisionTexts.approved[language]).waitFor();
    await shot('9-collected');
    await page.keyboard.press('F4');
    await note(collector[language]).waitFor();
    await shot('10-collected-patient');
    await setAside();
  });

  it("serves a child on its guardian's card", async () => {
    await insertCard(page, titles.george[language]);
    await page.getByRole('article').waitFor();
    await openWay(1);
    await page.keyboard.type('1050220348');
    await shot('11-child');
    await page.keyboard.press('F9');
    const [guarded = ''] = presenceTexts.cameWithGuardian[language].split(' {');
    await note(guarded).waitFor();
    await shot('12-child-patient');
    await confirmAndAsk('PAR-SYR');
    await setAside();
  });

  it("serves a newborn on its mother's card", async () => {
    await insertCard(page, titles.rana[language]);
    await page.getByRole('article').waitFor();
    await openWay(2);
    const [year, month, day] = addDays(systemClock().today(), -3).split('-');
    await page.keyboard.type(`${month}${day}${year}`);
    await walkTo(page, dialog().getByLabel(patientTexts.sex[language]));
    for (const _ of ['female', 'male']) await page.keyboard.press('ArrowDown');
    await shot('13-newborn');
    await page.keyboard.press('F9');
    await note(presenceTexts.cameWithMother[language]).waitFor();
    await shot('14-newborn-patient');
    await confirmAndAsk('PAR-SYR');
    await setAside();
  });
});
