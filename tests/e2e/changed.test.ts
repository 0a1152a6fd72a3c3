import { describe, expect, it } from 'vitest';
import { systemClock } from '#agent/system-clock.ts';
import { factNames } from '#contracts/messages/checks.ts';
import { formatDate } from '#contracts/messages/format.ts';
import type { Text } from '#contracts/messages/language.ts';
import { ceilingTexts } from '#contracts/messages/screens-ceilings.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { askedTexts, patientTexts } from '#contracts/messages/screens-patient.ts';
import { visitTexts } from '#contracts/messages/screens-visit.ts';
import { wordTexts } from '#contracts/messages/words.ts';
import { addDays } from '#domain/dates.ts';
import { addItem, insertCard, signIn, walkTo } from './by-keyboard.ts';
import { oneLanguage, openWalk } from './walk.ts';

/** What the demo contract says nothing of, with the contract and the people of `changed-insurer.ts`. */

const language = oneLanguage;
const titles = {
  huda: { ar: 'هدى الصباغ، دواء حان موعده', en: 'Huda Al-Sabbagh, a medicine due' },
  rana: { ar: 'رنا عبّود، متابعة حمل', en: 'Rana Abboud, pregnancy care' },
  samir: { ar: 'سمير الحلبي، دواء قبل موعده', en: 'Samir Al-Halabi, a medicine too early' },
};
/** An upper bound for a loaded machine, in milliseconds. */
const patience = 180_000;
const ago = (days: number) => formatDate(addDays(systemClock().today(), -days), language);
/** What stands before the first placeholder, and after the last. */
const ends = (text: Text) => {
  const parts = text[language].split(/\{\w+\}/);
  return [parts[0]?.trim() ?? '', parts.at(-1)?.trim() ?? ''] as const;
};

describe(`what other contracts ask, by keyboard alone (${language})`, () => {
  const walk = openWalk('changed', language, 'changed');

  const article = () => walk.page.getByRole('article');
  const setAside = async () => {
    await walk.page.keyboard.press('F8');
    await walk.page.keyboard.press('F8');
    await article().waitFor({ state: 'detached' });
  };
  const signInAs = async (role: 'pharmacist' | 'doctor') => {
    await signIn(walk.page, role);
    await walk.page.getByRole('navigation').waitFor();
  };

  it(
    'says that days of grace carry a cover that ended',
    async () => {
      await signInAs('pharmacist');
      await insertCard(walk.page, titles.huda[language]);
      const banner = walk.page
        .getByRole('status')
        .filter({ hasText: patientTexts.coverActive[language] });
      await banner.getByText(ago(3)).waitFor();
      await walk.shot('1-grace');
      await walk.page.keyboard.press('F3');
      await walk.page.getByRole('dialog').getByText(factNames['cover-grace'][language]).waitFor();
      await walk.page.keyboard.press('Escape');
      await walk.page.getByRole('dialog').waitFor({ state: 'detached' });
    },
    patience,
  );

  it(
    'asks the centre where a cover may have been renewed, and says when and what came',
    async () => {
      await insertCard(walk.page, titles.rana[language]);
      await walk.page.getByRole('alert').getByText(ago(6)).waitFor();
      const ask = walk.page.getByRole('button', { name: patientTexts.askNow[language] });
      await walk.page
        .getByRole('banner')
        .getByText(frameTexts.online[language], { exact: true })
        .waitFor();
      await walkTo(walk.page, ask);
      await walk.page.keyboard.press('Enter');
      const [before, after] = ends(askedTexts.same);
      const told = walk.page.getByRole('status').filter({ hasText: after });
      await told.waitFor();
      expect(await told.innerText()).toMatch(new RegExp(`${before}.*\\p{Nd}`, 'u'));
      expect(await ask.evaluate((button) => button === document.activeElement)).toBe(true);
      await walk.shot('2-asked');
    },
    patience,
  );

  it(
    'says since when a ceiling counts after a change of plan',
    async () => {
      await insertCard(walk.page, titles.samir[language]);
      await walk.page.getByText(ends(ceilingTexts.sincePlan)[0], { exact: false }).waitFor();
      await walk.page.getByText(ago(60), { exact: false }).first().waitFor();
      await walk.shot('3-plan-change');
    },
    patience,
  );

  it(
    'asks why a repeat comes early, and takes a reason that the contract accepts',
    async () => {
      await walk.page.keyboard.press('F9');
      await addItem(walk.page, 'ATO-20');
      await walk.row(decisionTexts.declined[language]).waitFor();
      const reason = walk.page.getByLabel(visitTexts.earlyReason[language]);
      await reason.waitFor();
      await walk.shot('4-early');
      await walkTo(walk.page, reason);
      for (const _ of ['owed', 'dose-change', 'travel'])
        await walk.page.keyboard.press('ArrowDown');
      await reason.getByText(wordTexts['early-travel'][language]).waitFor({ state: 'attached' });
      await walk.row(decisionTexts.approved[language]).waitFor();
      await walk.shot('5-early-said');
      await walk.page.keyboard.press('Home');
      await walk.row(decisionTexts.declined[language]).waitFor();
    },
    patience,
  );

  it(
    'takes the tax as billed, and says what of it is not due',
    async () => {
      await walk.page.keyboard.press('Escape');
      await walkTo(
        walk.page,
        walk.page.getByRole('button', { name: frameTexts.signOut[language] }),
      );
      await walk.page.keyboard.press('Enter');
      await signInAs('doctor');
      await walk.page.keyboard.press('F5');
      await addItem(walk.page, 'DEV-GLU');
      const tax = walk.page.getByLabel(visitTexts.statedTaxOf[language].split('} ')[1] ?? '');
      await walk.row(decisionTexts.approved[language]).waitFor();
      const price = walk.page.getByLabel(linesTexts.unitPrice[language].split(/[،,]/)[0] ?? '');
      const listed = await price.getAttribute('placeholder');
      await walkTo(walk.page, tax);
      await walk.page.keyboard.insertText('9000');
      await walk.page.keyboard.press('Enter');
      await walk.row(decisionTexts.reduced[language]).waitFor();
      expect(await price.getAttribute('placeholder')).toBe(listed);
      await walk.shot('6-tax');
    },
    patience,
  );

  it(
    'keeps every field of the chosen line in sight, and says what the visit still lacks',
    async () => {
      await addItem(walk.page, 'IMG-MRIK');
      await walk.page.setViewportSize({ width: 1024, height: 700 });
      const bottoms = () =>
        walk.page.evaluate(() =>
          ['[aria-selected=true] .edit', '.lines .body'].map(
            (part) => document.querySelector(part)?.getBoundingClientRect().bottom ?? 0,
          ),
        );
      await expect
        .poll(async () => (await bottoms()).reduce((edit, body) => edit - body))
        .toBeLessThan(1);
      await walk.shot('7-fields');
      await walk.page.keyboard.press('F8');
      await setAside();
    },
    patience,
  );
});
