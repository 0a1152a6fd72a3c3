import { describe, expect, it } from 'vitest';
import { formatNumber } from '#contracts/messages/format.ts';
import { reasonTexts } from '#contracts/messages/reasons.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { patientTexts } from '#contracts/messages/screens-patient.ts';
import { prescriptionTexts } from '#contracts/messages/screens-prescription.ts';
import { addItem, insertCard, signIn, untilFound, walkTo } from './by-keyboard.ts';
import { oneLanguage, openWalk } from './walk.ts';

const language = oneLanguage;
/** An upper bound for a loaded machine, in milliseconds. */
const patience = 240_000;
const amoxicillin = { ar: 'أموكسيسيلين ٥٠٠ ملغ', en: 'Amoxicillin 500 mg' };
const nour = { ar: 'نور الخوري، مولودة في ٢٩ شباط', en: 'Nour Khoury, born on 29 February' };

describe(`a prescription by keyboard alone (${language})`, () => {
  const walk = openWalk('prescription', language);

  const panel = (name: 'order' | 'open') =>
    walk.page.getByRole('region', { name: prescriptionTexts[name][language], exact: true });
  const open = () => panel('open').getByRole('listitem');
  const expectCount = (name: 'ordered' | 'filled' | 'left', value: number) =>
    open()
      .filter({
        hasText: `${prescriptionTexts[name][language]} ${formatNumber(value, language)}`,
      })
      .waitFor();
  const row = (outcome: 'approved' | 'declined') =>
    walk.page.getByRole('row').filter({ hasText: decisionTexts[outcome][language] });

  const fillButton = () =>
    panel('open').getByRole('button', {
      name: prescriptionTexts.fillItem[language].replace('{item}', amoxicillin[language]),
    });
  /** Enter opens the chosen line's quantity. */
  const changeQuantity = async (quantity: number) => {
    await walkTo(walk.page, walk.page.getByRole('row', { selected: true }));
    await walk.page.keyboard.press('Enter');
    await walk.page.keyboard.type(`${quantity}`);
    await walk.page.keyboard.press('Enter');
    await walk.page.locator('.qty').getByText(formatNumber(quantity, language)).waitFor();
  };

  /** Looks for a medicine by Ctrl+O; Enter takes it, and once more the dose that is proposed. */
  const order = async (code: string) => {
    const medicines = panel('order').getByRole('listitem');
    const before = await medicines.count();
    await walk.page.keyboard.press('Control+o');
    await walk.page.locator('#order-finder:focus').waitFor();
    await walk.page.keyboard.type(code, { delay: 60 });
    await untilFound(walk.page);
    await walk.page.keyboard.press('Enter');
    await panel('order').getByLabel(prescriptionTexts.dose[language]).waitFor();
    if (before === 0) await walk.shot('1-dose');
    await walk.page.keyboard.press('Enter');
    await expect.poll(() => medicines.count()).toBe(before + 1);
  };

  const save = async (heading: 'saved' | 'orderSaved') => {
    await walk.page.keyboard.press('F9');
    await walk.page.getByRole('heading', { name: linesTexts[heading][language] }).waitFor();
    await walk.page.getByText(linesTexts.cardWritten[language]).waitFor();
    await walk.shot(heading);
    await walk.page.keyboard.press('F9');
    await walk.page.getByRole('heading', { name: patientTexts.cardIn[language] }).waitFor();
    // A card that is in comes out when it is chosen.
    await insertCard(walk.page, nour[language]);
    await walk.page.getByRole('heading', { name: patientTexts.insertCard[language] }).waitFor();
  };

  it(
    'is written by the doctor, who sees at once what will be refused, and why',
    async () => {
      await signIn(walk.page, 'doctor');
      await walk.page.getByRole('navigation').waitFor();
      await walk.receive(nour[language]);
      await order('AMX-500');
      await order('TAM-04');
      await walk.shot('2-ordered');
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
      await walkTo(
        walk.page,
        walk.page.getByRole('button', { name: frameTexts.signOut[language] }),
      );
      await walk.page.keyboard.press('Enter');
      await signIn(walk.page, 'pharmacist');
      await walk.page.getByRole('navigation').waitFor();
      await walk.receive(nour[language]);
      await walk.page.keyboard.press('F6');
      await open().first().waitFor();
      await walk.shot('4-open');
      await expectCount('left', 20);
      await walkTo(walk.page, fillButton());
      await walk.page.keyboard.press('Enter');
      await row('approved').waitFor();
      await changeQuantity(10);
      await walk.shot('5-filling');
      await save('saved');
    },
    patience,
  );

  it(
    'gives the rest when the card comes again',
    async () => {
      await walk.receive(nour[language]);
      await walk.page.keyboard.press('F6');
      await expectCount('filled', 10);
      await expectCount('left', 10);
      await walkTo(walk.page, fillButton());
      await walk.page.keyboard.press('Enter');
      await row('approved').waitFor();
      await save('saved');
    },
    patience,
  );

  it(
    'is filled at the third attempt, and says so',
    async () => {
      await walk.receive(nour[language]);
      await walk.page.keyboard.press('F6');
      await open().first().waitFor();
      expect(await open().filter({ hasText: amoxicillin[language] }).count()).toBe(0);
      await addItem(walk.page, 'AMX-500');
      await row('declined')
        .filter({ hasText: reasonTexts['prescription-filled'].short[language] })
        .waitFor();
      await walk.shot('6-filled');
    },
    patience,
  );
});
