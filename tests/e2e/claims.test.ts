import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findOverflowing,
  type Host,
  keepScreenshot,
  openBrowser,
  openWindow,
  removeFolder,
  screenshots,
  startHost,
} from './open-window.ts';

const words = {
  ar: {
    early: 'سمير الحلبي، دواء قبل موعده',
    cover: 'التغطية سارية',
    saved: 'حُفظت المطالبة',
    reversed: 'أُلغي جزء',
    receipt: 'إيصال',
    form: 'استمارة المطالبة',
    refusal: 'كتاب الرفض',
    clause: 'بند العقد',
    day: 'ملخّص اليوم',
    patient: 'سمير عدنان الحلبي',
    takenBack: 'أُلغيت وحُفظ الإلغاء',
    refund: 'أُعيد إلى المريض نقداً',
    diagnosis: 'التشخيص',
  },
  en: {
    early: 'Samir Al-Halabi, a medicine too early',
    cover: 'Cover is active',
    saved: 'The claim is saved',
    reversed: 'Partly reversed',
    receipt: 'Receipt',
    form: 'Claim form',
    refusal: 'Refusal letter',
    clause: 'Clause of the contract',
    day: 'Day summary',
    patient: 'Samir Adnan Al-Halabi',
    takenBack: 'Reversed and saved',
    refund: 'Given back in cash',
    diagnosis: 'Diagnosis',
  },
} as const;

describe.each(['ar', 'en'] as const)('a saved claim by keyboard alone (%s)', (language) => {
  const say = words[language];
  const other = words[language === 'ar' ? 'en' : 'ar'];
  let browser: Browser;
  let host: Host;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    host = await startHost();
    ({ page } = await openWindow(browser, host.link, { language }));
    page.setDefaultTimeout(30_000);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await host.stop();
    removeFolder(host.folder);
  });

  const shot = async (name: string) => {
    for (const [width, height] of [
      [1024, 700],
      [1366, 768],
    ] as const) {
      await page.setViewportSize({ width, height });
      await keepScreenshot(page, `${name}-${width}-${language}`);
      expect(await findOverflowing(page)).toEqual([]);
    }
  };

  /** Prints what the preview shows, as the print dialog would into a file. */
  const print = async (name: string) => {
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    writeFileSync(join(screenshots, `${name}-${language}.pdf`), bytes);
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(bytes.length).toBeGreaterThan(5_000);
  };
  const paper = () => page.locator('.paper').innerText();

  it('is saved, and its receipt is offered at once', async () => {
    await signIn(page, '3333');
    await insertCard(page, say.early);
    await page.getByRole('heading', { name: say.cover }).waitFor();
    await page.keyboard.press('F9');
    for (const code of ['PAR-500', 'ATO-20']) await addItem(page, code);
    await page.keyboard.press('F9');
    await page.getByRole('heading', { name: say.saved }).waitFor();
    await page.keyboard.press('F10');
    await page.locator('.paper').waitFor();
    await shot('10-receipt');
    const text = await paper();
    expect(text).toContain(say.receipt);
    expect(text).toContain(say.patient);
    expect(text).toMatch(/C-\d{6}-0001/);
    expect(text).not.toContain(say.diagnosis);
    await print('receipt');
    await page.keyboard.press('F10');
    await page.locator('.paper', { hasText: other.patient }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.paper').waitFor({ state: 'detached' });
  });

  it('is found, reversed in part, and printed with what was given back', async () => {
    await page.keyboard.press('F7');
    await page.keyboard.press('F2');
    await page.keyboard.type('par-5');
    await page.getByRole('row', { selected: true }).waitFor();
    await page.keyboard.press('F8');
    const amount = page.locator('.void input').first();
    await amount.fill('4');
    await shot('11-reverse');
    await page.keyboard.press('F9');
    await page.getByText(say.takenBack).waitFor();
    await page.keyboard.press('F9');
    await page.getByText(say.reversed).first().waitFor();
    await shot('12-claims');
    await page.keyboard.press('F9');
    await page.locator('.paper').waitFor();
    expect(await paper()).toContain(say.refund);
    await page.getByRole('button', { name: say.form }).press('Enter');
    await page.locator('.paper', { hasText: say.diagnosis }).waitFor();
    await shot('13-form');
    await print('form');
    await page.getByRole('button', { name: say.refusal }).press('Enter');
    await page.locator('.paper', { hasText: say.clause }).waitFor();
    await shot('14-refusal');
    await print('refusal');
    await page.keyboard.press('Escape');
  });

  it('stands in the day’s summary', async () => {
    await page.keyboard.press('F10');
    await page.locator('.paper', { hasText: say.day }).waitFor();
    await shot('15-day');
    await print('day');
    await page.keyboard.press('Escape');
    await page.locator('.paper').waitFor({ state: 'detached' });
  });
});

async function signIn(page: Page, pin: string): Promise<void> {
  await page.getByRole('radio').first().waitFor();
  await walkTo(page, page.getByRole('radio').and(page.locator(':checked')));
  while ((await page.getByText(pin).count()) === 0) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
}

async function insertCard(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+d');
  const card = page.getByRole('dialog').getByRole('button').filter({ hasText: title });
  await card.waitFor();
  await walkTo(page, card);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Presses Tab until the control has the focus. */
async function walkTo(page: Page, control: ReturnType<Page['locator']>): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not reach it');
}

/** Searches as a person types, and takes the first match. */
async function addItem(page: Page, text: string): Promise<void> {
  await page.locator('#item-finder').waitFor();
  const rows = await page.getByRole('row').count();
  await page.keyboard.press('F2');
  await page.locator('#item-finder:focus').waitFor();
  await page.keyboard.type(text, { delay: 60 });
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(rows);
}
