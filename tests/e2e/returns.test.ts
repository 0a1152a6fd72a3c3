import { describe, it } from 'vitest';
import { claimsTexts } from '#contracts/messages/screens-claims.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { returnsTexts } from '#contracts/messages/screens-returns.ts';
import { addItem, insertCard, signIn } from './by-keyboard.ts';
import { oneLanguage, openWalk } from './walk.ts';

/** What was dispensed comes back while its card is away: whoever meets the card again is told so. */

const language = oneLanguage;
/** An upper bound for a loaded machine, in milliseconds. */
const patience = 180_000;
const samir = { ar: 'سمير الحلبي، دواء قبل موعده', en: 'Samir Al-Halabi, a medicine too early' };

describe(`something that came back, by keyboard alone (${language})`, () => {
  const walk = openWalk('returns', language);
  const told = (what: keyof typeof returnsTexts) =>
    walk.page.getByRole('article').getByRole('status').getByText(returnsTexts[what][language]);

  it(
    'dispenses, writes the card, and takes the claim back once the card is out',
    async () => {
      await signIn(walk.page, 'pharmacist');
      await walk.page.getByRole('navigation').waitFor();
      await walk.receive(samir[language]);
      await addItem(walk.page, 'MET-850');
      await walk.row(decisionTexts.approved[language]).waitFor();
      await walk.page.keyboard.press('F9');
      await walk.page.getByText(linesTexts.cardWritten[language]).waitFor();
      // Chosen once more, a demo card leaves the reader.
      await insertCard(walk.page, samir[language]);
      await walk.page.getByText(frameTexts.readerEmpty[language]).first().waitFor();
      await walk.page.keyboard.press('F7');
      await walk.page.getByRole('article').getByRole('row').nth(1).waitFor();
      await walk.page.keyboard.press('F8');
      await walk.page.locator('.void input').first().waitFor();
      await walk.page.keyboard.press('F8');
      const promise = claimsTexts.willGiveBack[language].split(/[{…]/)[0] ?? '';
      await walk.page.getByText(new RegExp(`${promise}.*\\p{Nd}`, 'u')).waitFor();
      await walk.shot('0-reverse');
      await walk.page.keyboard.press('F9');
      await walk.page.getByText(claimsTexts.takenBack[language]).waitFor();
      await walk.page.keyboard.press('F9');
    },
    patience,
  );

  it(
    'says on the Patient screen that it came back, and that the card knows it now',
    async () => {
      await walk.page.keyboard.press('F4');
      await insertCard(walk.page, samir[language]);
      await told('appended').waitFor();
      await walk.shot('1-appended');
    },
    patience,
  );
});
