import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addItem, expectText, insertCard, signIn, switchServer } from './by-keyboard.ts';
import {
  findOverflowing,
  type Host,
  keepScreenshot,
  openBrowser,
  openWindow,
  removeFolder,
  startHost,
} from './open-window.ts';

/** What the window says at each step, in its two languages. */
const words = {
  ar: {
    cover: 'التغطية سارية',
    samir: 'سمير عدنان الحلبي',
    years: '٥٨',
    sex: 'ذكر',
    tooEarly: /صُرف أتورفاستاتين ٢٠ ملغ .* من صيدلية الربوة/,
    declined: 'مرفوض',
    approved: 'موافَق عليه',
    saved: 'حُفظت المطالبة',
    accepted: 'قُبلت',
    adjusted: 'عُدّلت',
    waiting: 'تنتظر',
    offline: 'غير متصل',
    online: 'متصل',
    refused: 'لا تُقدَّم خدمة على هذه البطاقة',
    lost: 'آمنة العلي، بطاقة مفقودة',
    early: 'سمير الحلبي، دواء قبل موعده',
    george: 'جورج الخوري، الخطة الذهبية',
  },
  en: {
    cover: 'Cover is active',
    samir: 'Samir Adnan Al-Halabi',
    years: '58',
    sex: 'Male',
    tooEarly: /Atorvastatin 20 mg .* Al-Rabwa Pharmacy/,
    declined: 'Declined',
    approved: 'Approved',
    saved: 'The claim is saved',
    accepted: 'Accepted',
    adjusted: 'Adjusted',
    waiting: 'waiting',
    offline: 'Offline',
    online: 'Online',
    refused: 'No service on this card',
    lost: 'Amina Al-Ali, a lost card',
    early: 'Samir Al-Halabi, a medicine too early',
    george: 'George Khoury, gold plan',
  },
} as const;

/** For a loaded machine, in milliseconds: a stopped server opens its database anew. */
const serverStart = 120_000;

describe.each(['ar', 'en'] as const)('the counter by keyboard alone (%s)', (language) => {
  const say = words[language];
  let browser: Browser;
  let host: Host;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    host = await startHost();
    ({ page } = await openWindow(browser, host.link, { language }));
    page.setDefaultTimeout(60_000);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await host.stop();
    removeFolder(host.folder);
  });

  /** Looks at the screen: keeps the picture, and nothing may stick out of its card. */
  const shot = async (name: string) => {
    await keepScreenshot(page, `${name}-${language}`);
    expect(await findOverflowing(page)).toEqual([]);
  };

  /** The same at the smallest window and at a large, dark one. */
  const shotAtAllSizes = async (name: string) => {
    await shot(name);
    await page.setViewportSize({ width: 1024, height: 700 });
    await shot(`${name}-small`);
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await shot(`${name}-large-dark`);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1366, height: 768 });
  };

  it('lets a pharmacist in by PIN', async () => {
    await shot('1-sign-in');
    await signIn(page, 'pharmacist');
    await page.getByRole('navigation').waitFor();
    await shot('2-insert-a-card');
  });

  it('shows who this is and whether they are covered', async () => {
    await insertCard(page, say.early);
    await page.getByRole('heading', { name: say.cover }).waitFor();
    const holder = page.getByRole('article');
    await expectText(holder, say.samir);
    await expectText(holder, say.years);
    await expectText(holder, say.sex);
    await shotAtAllSizes('3-patient');
    await page.keyboard.press('F9');
    await page.getByRole('grid').or(page.locator('#item-finder')).first().waitFor();
  });

  it('decides each line with its money, and says what another pharmacy dispensed', async () => {
    await page.keyboard.press('F6');
    await addItem(page, 'MET-850');
    await page.getByRole('row').filter({ hasText: say.approved }).waitFor();
    await addItem(page, language === 'ar' ? 'أتورفا' : 'atorva');
    await page.getByRole('row').filter({ hasText: say.declined }).waitFor();
    await page.keyboard.press('F3');
    await page.getByRole('complementary').getByText(say.tooEarly).waitFor();
    await shotAtAllSizes('4-dispense');
  });

  it('saves, sends, and shows the verdict of the centre', async () => {
    await page.keyboard.press('F9');
    await page.getByRole('heading', { name: say.saved }).waitFor();
    await shot('5-saved');
    await page.keyboard.press('F7');
    const row = page.getByRole('row').filter({ hasText: say.samir });
    await row.getByText(say.accepted).waitFor();
    await shotAtAllSizes('6-claims');
  });

  it('goes on without the server, and catches up', async () => {
    await switchServer(page);
    await page.getByRole('banner').getByText(say.offline).waitFor();
    await insertCard(page, say.george);
    await page.getByRole('heading', { name: say.cover }).waitFor();
    await page.keyboard.press('F9');
    await page.keyboard.press('F6');
    await addItem(page, 'MET-850');
    await page.getByRole('row').filter({ hasText: say.approved }).waitFor();
    await page.keyboard.press('F9');
    await page.getByRole('heading', { name: say.saved }).waitFor();
    await page.keyboard.press('F7');
    await page.getByRole('banner').getByText(say.waiting).waitFor();
    await shot('7-offline');

    await switchServer(page);
    await expect
      .poll(() => page.getByText(say.accepted, { exact: true }).count(), { timeout: serverStart })
      .toBeGreaterThan(1);
    await page.getByRole('banner').getByText(say.online, { exact: true }).waitFor();
    await shot('8-caught-up');
  }, 180_000);

  it('refuses a lost card and says what to do now', async () => {
    await page.keyboard.press('F4');
    await insertCard(page, say.lost);
    await page.getByRole('alert').getByText(say.refused).waitFor();
    await shotAtAllSizes('9-refused');
  });
});
