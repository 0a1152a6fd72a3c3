import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureTexts } from '#contracts/messages/failures.ts';
import type { Text } from '#contracts/messages/language.ts';
import { claimsTexts } from '#contracts/messages/screens-claims.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { paperTexts } from '#contracts/messages/screens-paper.ts';
import { addItem, insertCard, signIn, walkTo } from './by-keyboard.ts';
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

const early = {
  ar: 'سمير الحلبي، دواء قبل موعده',
  en: 'Samir Al-Halabi, a medicine too early',
};
const patient = { ar: 'سمير عدنان الحلبي', en: 'Samir Adnan Al-Halabi' };

describe.each(['ar', 'en'] as const)('a saved claim by keyboard alone (%s)', (language) => {
  const other = language === 'ar' ? 'en' : 'ar';
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

  const print = (name: string) => keepPrint(page, `${name}-${language}`);
  const paper = () => page.locator('.paper').innerText();
  const leavePaper = async () => {
    await page.keyboard.press('Escape');
    await page.locator('.paper').waitFor({ state: 'detached' });
  };
  const choosePaper = async (kind: 'form' | 'refusal') => {
    await page.getByRole('button', { name: paperTexts[kind][language] }).press('Enter');
    await page.locator('.paper', { hasText: paperTexts[kind][language] }).waitFor();
  };
  const heading = (text: Text) => page.getByRole('heading', { name: text[language], exact: true });

  it('has nothing to print before there is a claim, and says so', async () => {
    await signIn(page, 'pharmacist');
    await page.getByRole('navigation').waitFor();
    await page.keyboard.press('F7');
    await page.getByText(claimsTexts.none[language]).waitFor();
    await page.keyboard.press('F9');
    await page.getByText(failureTexts['paper-empty'].happened[language]).waitFor();
  });

  it('is saved, and its receipt is offered at once', async () => {
    await page.keyboard.press('F4');
    await insertCard(page, early[language]);
    await page.getByRole('article').waitFor();
    await page.keyboard.press('F9');
    for (const code of ['PAR-500', 'ATO-20']) await addItem(page, code);
    await page.keyboard.press('F9');
    await heading(linesTexts.saved).waitFor();
    await page.keyboard.press('F10');
    await page.locator('.paper').waitFor();
    await shot('10-receipt');
    const text = await paper();
    expect(text).toContain(paperTexts.receipt[language]);
    expect(text).toContain(patient[language]);
    expect(text).toMatch(/C-\d{6}-0001/);
    expect(text).not.toContain(paperTexts.diagnoses[language]);
    if (language === 'ar') expect(text).not.toContain(',');
    await print('receipt');
    await page.keyboard.press('F10');
    await page.locator('.paper', { hasText: patient[other] }).waitFor();
    await leavePaper();
  });

  it('is found, and one of its two lines reversed: the other stays', async () => {
    await page.keyboard.press('F7');
    await heading(claimsTexts.todaysClaims).waitFor();
    await page.keyboard.press('F2');
    await expect.poll(() => page.locator('input:focus').count()).toBe(1);
    await page.keyboard.type('par-5');
    await page.getByRole('row', { selected: true }).waitFor();
    const lines = page.getByRole('article').getByRole('row');
    await lines.nth(2).waitFor();
    await page.keyboard.press('F8');
    const amounts = page.locator('.void input');
    await amounts.nth(1).waitFor();
    const typed = () =>
      amounts.evaluateAll((all) => all.map((one) => Reflect.get(one, 'value') as string));
    const [none, pack] = language === 'ar' ? ['٠', '٢٠'] : ['0', '20'];
    expect(await typed()).toEqual([none, none]);
    await page.getByText(claimsTexts.nothingYet[language]).waitFor();
    await page.keyboard.press('F9');
    await expect.poll(() => amounts.first().evaluate(isFocused)).toBe(true);
    await page.keyboard.type(pack);
    const promise = claimsTexts.willGiveBack[language].split(/[{…]/)[0] ?? '';
    await page.getByText(new RegExp(`${promise}.*\\p{Nd}`, 'u')).waitFor();
    expect(await typed()).toEqual([pack, none]);
    await shot('11-reverse');
    await page.keyboard.press('F9');
    await page.getByText(claimsTexts.takenBack[language]).waitFor();
    await page.keyboard.press('F9');
    await expect.poll(() => lines.locator('.taken').allInnerTexts()).toHaveLength(1);
    expect(await lines.nth(1).innerText()).toContain(pack);
    expect(await lines.nth(2).locator('.taken').count()).toBe(0);
    await page.getByText(claimsTexts['partly-reversed'][language]).first().waitFor();
    await shot('12-claims');
  });

  it('is printed with what was given back, in a form, and in a letter', async () => {
    await page.keyboard.press('F9');
    await page.locator('.paper').waitFor();
    expect(await paper()).toContain(paperTexts.refund[language]);
    await choosePaper('form');
    expect(await paper()).toContain(paperTexts.diagnoses[language]);
    await shot('13-form');
    await print('form');
    await choosePaper('refusal');
    expect(await paper()).toContain(paperTexts.clause[language]);
    await shot('14-refusal');
    await print('refusal');
    await leavePaper();
  });

  it('is looked for by its day, stepped and typed in the window’s language', async () => {
    const day = page.getByRole('textbox', { name: claimsTexts.day[language] });
    const here = await day.inputValue();
    if (language === 'ar') expect(here).not.toMatch(/[0-9a-z]/i);
    await walkTo(page, day);
    await page.keyboard.press('ArrowDown');
    await heading(claimsTexts.daysClaims).waitFor();
    expect(await day.inputValue()).not.toBe(here);
    await page.keyboard.type('29/2/2024');
    await page.keyboard.press('Enter');
    await expect.poll(() => day.inputValue()).toMatch(language === 'ar' ? /٢٠٢٤/ : /29 Feb 2024/);
    await page.getByText(claimsTexts.noneInState[language]).waitFor();
    await page.getByRole('button', { name: claimsTexts.showLatest[language] }).press('Enter');
    await page.getByRole('button', { name: claimsTexts.showToday[language] }).press('Enter');
    await heading(claimsTexts.todaysClaims).waitFor();
  });

  it('stands in the day’s summary', async () => {
    await page.keyboard.press('F10');
    await page.locator('.paper', { hasText: paperTexts.day[language] }).waitFor();
    await shot('15-day');
    await print('day');
    await leavePaper();
  });
});

const isFocused = (element: Element) => element === document.activeElement;
