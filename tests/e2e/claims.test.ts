import { describe, expect, it } from 'vitest';
import { failureTexts } from '#contracts/messages/failures.ts';
import type { Text } from '#contracts/messages/language.ts';
import { claimsTexts } from '#contracts/messages/screens-claims.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { paperTexts } from '#contracts/messages/screens-paper.ts';
import { addItem, signIn, walkTo } from './by-keyboard.ts';
import { keepPrint } from './open-window.ts';
import { openWalk } from './walk.ts';

const early = {
  ar: 'سمير الحلبي، دواء قبل موعده',
  en: 'Samir Al-Halabi, a medicine too early',
};
const patient = { ar: 'سمير عدنان الحلبي', en: 'Samir Adnan Al-Halabi' };

describe.each(['ar', 'en'] as const)('a saved claim by keyboard alone (%s)', (language) => {
  const other = language === 'ar' ? 'en' : 'ar';
  const walk = openWalk('claim', language);

  const print = (name: string) => keepPrint(walk.page, `${name}-${language}`);
  const paper = () => walk.page.locator('.paper').innerText();
  const leavePaper = async () => {
    await walk.page.keyboard.press('Escape');
    await walk.page.locator('.paper').waitFor({ state: 'detached' });
  };
  const choosePaper = async (kind: 'form' | 'refusal') => {
    await walk.page.getByRole('button', { name: paperTexts[kind][language] }).press('Enter');
    await walk.page.locator('.paper', { hasText: paperTexts[kind][language] }).waitFor();
  };
  const heading = (text: Text) =>
    walk.page.getByRole('heading', { name: text[language], exact: true });

  it('has nothing to print before there is a claim, and says so', async () => {
    await signIn(walk.page, 'pharmacist');
    await walk.page.getByRole('navigation').waitFor();
    await walk.page.keyboard.press('F7');
    await walk.page.getByText(claimsTexts.none[language]).waitFor();
    await walk.page.keyboard.press('F9');
    await walk.page.getByText(failureTexts['paper-empty'].happened[language]).waitFor();
  });

  it('is saved, and its receipt is offered at once', async () => {
    await walk.page.keyboard.press('F4');
    await walk.receive(early[language]);
    for (const code of ['PAR-500', 'ATO-20']) await addItem(walk.page, code);
    await walk.page.keyboard.press('F9');
    await heading(linesTexts.saved).waitFor();
    await walk.page.keyboard.press('F10');
    await walk.page.locator('.paper').waitFor();
    await walk.shot('10-receipt');
    const text = await paper();
    expect(text).toContain(paperTexts.receipt[language]);
    expect(text).toContain(patient[language]);
    expect(text).toMatch(/C-\d{6}-0001/);
    expect(text).not.toContain(paperTexts.diagnoses[language]);
    if (language === 'ar') expect(text).not.toContain(',');
    await print('receipt');
    await walk.page.keyboard.press('F10');
    await walk.page.locator('.paper', { hasText: patient[other] }).waitFor();
    await leavePaper();
  });

  it('is found, and one of its two lines reversed: the other stays', async () => {
    await walk.page.keyboard.press('F7');
    await heading(claimsTexts.todaysClaims).waitFor();
    await walk.page.keyboard.press('F2');
    await expect.poll(() => walk.page.locator('input:focus').count()).toBe(1);
    await walk.page.keyboard.type('par-5');
    await walk.page.getByRole('row', { selected: true }).waitFor();
    const lines = walk.page.getByRole('article').getByRole('row');
    await lines.nth(2).waitFor();
    await walk.page.keyboard.press('F8');
    const amounts = walk.page.locator('.void input');
    await amounts.nth(1).waitFor();
    const typed = () =>
      amounts.evaluateAll((all) => all.map((one) => Reflect.get(one, 'value') as string));
    const [none, pack] = language === 'ar' ? ['٠', '٢٠'] : ['0', '20'];
    expect(await typed()).toEqual([none, none]);
    await walk.page.getByText(claimsTexts.nothingYet[language]).waitFor();
    await walk.page.keyboard.press('F9');
    await expect.poll(() => amounts.first().evaluate(isFocused)).toBe(true);
    await walk.page.keyboard.type(pack);
    const promise = claimsTexts.willGiveBack[language].split(/[{…]/)[0] ?? '';
    await walk.page.getByText(new RegExp(`${promise}.*\\p{Nd}`, 'u')).waitFor();
    expect(await typed()).toEqual([pack, none]);
    await walk.shot('11-reverse');
    await walk.page.keyboard.press('F9');
    await walk.page.getByText(claimsTexts.takenBack[language]).waitFor();
    await walk.page.keyboard.press('F9');
    await expect.poll(() => lines.locator('.taken').allInnerTexts()).toHaveLength(1);
    expect(await lines.nth(1).innerText()).toContain(pack);
    expect(await lines.nth(2).locator('.taken').count()).toBe(0);
    await walk.page.getByText(claimsTexts['partly-reversed'][language]).first().waitFor();
    await walk.shot('12-claims');
  });

  it('is printed with what was given back, in a form, and in a letter', async () => {
    await walk.page.keyboard.press('F9');
    await walk.page.locator('.paper').waitFor();
    expect(await paper()).toContain(paperTexts.refund[language]);
    await choosePaper('form');
    expect(await paper()).toContain(paperTexts.diagnoses[language]);
    await walk.shot('13-form');
    await print('form');
    await choosePaper('refusal');
    expect(await paper()).toContain(paperTexts.clause[language]);
    await walk.shot('14-refusal');
    await print('refusal');
    await leavePaper();
  });

  it('is looked for by its day, stepped and typed in the window’s language', async () => {
    const day = walk.page.getByRole('textbox', { name: claimsTexts.day[language] });
    const here = await day.inputValue();
    if (language === 'ar') expect(here).not.toMatch(/[0-9a-z]/i);
    await walkTo(walk.page, day);
    await walk.page.keyboard.press('ArrowDown');
    await heading(claimsTexts.daysClaims).waitFor();
    expect(await day.inputValue()).not.toBe(here);
    await walk.page.keyboard.type('29/2/2024');
    await walk.page.keyboard.press('Enter');
    await expect.poll(() => day.inputValue()).toMatch(language === 'ar' ? /٢٠٢٤/ : /29 Feb 2024/);
    await walk.page.getByText(claimsTexts.noneInState[language]).waitFor();
    await walk.page.getByRole('button', { name: claimsTexts.showLatest[language] }).press('Enter');
    await walk.page.getByRole('button', { name: claimsTexts.showToday[language] }).press('Enter');
    await heading(claimsTexts.todaysClaims).waitFor();
  });

  it('stands in the day’s summary', async () => {
    await walk.page.keyboard.press('F10');
    await walk.page.locator('.paper', { hasText: paperTexts.day[language] }).waitFor();
    await walk.shot('15-day');
    await print('day');
    await leavePaper();
  });
});

const isFocused = (element: Element) => element === document.activeElement;
