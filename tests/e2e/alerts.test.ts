import { describe, expect, it } from 'vitest';
import { acknowledgementNames, alertTexts } from '#contracts/messages/alerts.ts';
import { fill } from '#contracts/messages/format.ts';
import { alertsTexts } from '#contracts/messages/screens-alerts.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { addItem, signIn, walkTo } from './by-keyboard.ts';
import { openWalk } from './walk.ts';

/** A pharmacist meets an allergy and an interaction, answers for both by key, and finds that again. */

const patience = 180_000;
const rana = { ar: 'رنا عبّود', en: 'Rana Abboud' };
const ibuprofen = { ar: 'إيبوبروفين ٤٠٠ ملغ', en: 'Ibuprofen 400 mg' };

describe.each(['ar', 'en'] as const)('clinical alerts, by keyboard in %s', (language) => {
  const walk = openWalk('alerts', language);
  const strip = () => walk.page.getByRole('region', { name: alertsTexts.title[language] });
  const dialog = () => walk.page.getByRole('dialog');
  const sentence = (code: keyof typeof alertTexts, item: string, allergy: string) =>
    fill(alertTexts[code].sentence[language], { item, allergy });

  it(
    'stand apart from the verdict, which stays what it is',
    async () => {
      await signIn(walk.page, 'pharmacist');
      await walk.page.getByRole('navigation').waitFor();
      await walk.receive(rana[language]);
      await addItem(walk.page, 'IBU-400');
      await strip().getByText('M01AE01', { exact: false }).first().waitFor();
      expect(sentence('allergy-substance', ibuprofen[language], '')).toContain(ibuprofen[language]);
      await walk.shot('1-strip');
    },
    patience,
  );

  it(
    'are asked for before saving, and answered by arrow keys',
    async () => {
      await walk.page.keyboard.press('F9');
      await dialog().waitFor();
      await dialog().getByRole('radio').first().waitFor();
      await walkTo(walk.page, dialog().getByRole('radio').first());
      await walk.page.keyboard.press('Space');
      await dialog().getByText(acknowledgementNames['benefit-outweighs'][language]).waitFor();
      await walk.shot('2-dialog');
      await walk.page.keyboard.press('F9');
      await dialog().waitFor({ state: 'detached' });
      await strip()
        .getByText(acknowledgementNames['benefit-outweighs'][language], { exact: false })
        .waitFor();
      await walk.shot('3-acknowledged');
      await walk.page.keyboard.press('F9');
      await walk.page.getByRole('heading', { name: linesTexts.saved[language] }).waitFor();
    },
    patience,
  );

  it(
    'are found again with the claim',
    async () => {
      await walk.page.keyboard.press('F7');
      await strip()
        .getByText(acknowledgementNames['benefit-outweighs'][language], { exact: false })
        .waitFor();
      await walk.shot('4-claim');
    },
    patience,
  );
});
