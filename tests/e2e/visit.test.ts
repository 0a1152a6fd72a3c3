import { describe, expect, it } from 'vitest';
import { reasonTexts } from '#contracts/messages/reasons.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { paperTexts } from '#contracts/messages/screens-paper.ts';
import { visitTexts } from '#contracts/messages/screens-visit.ts';
import { addItem, signIn, untilFound } from './by-keyboard.ts';
import { keepPrint } from './open-window.ts';
import { oneLanguage, openWalk } from './walk.ts';

const language = oneLanguage;
const samir = { ar: 'سمير الحلبي، دواء قبل موعده', en: 'Samir Al-Halabi, a medicine too early' };

describe(`a doctor's visit by keyboard alone (${language})`, () => {
  const walk = openWalk('visit', language);

  const why = () => walk.page.getByRole('complementary');

  it('opens with the doctor', async () => {
    await signIn(walk.page, 'doctor');
    await walk.page.getByRole('navigation').waitFor();
    await walk.receive(samir[language]);
  });

  it('leads from a line without a diagnosis to the field where it is entered', async () => {
    await addItem(walk.page, 'IMG-LIMB');
    await walk.shot('1-diagnosis-missing');
    await walk.takeNearest('enter-diagnosis');
    await walk.page.keyboard.type('S93.4', { delay: 60 });
    await untilFound(walk.page);
    await walk.page.keyboard.press('Enter');
  });

  it('leads on to the accident, which an injury asks for', async () => {
    await walk.takeNearest('state-accident');
    const field = walk.page.getByRole('dialog').getByLabel(visitTexts.accident[language]);
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    await walk.page.keyboard.press('ArrowDown');
    await walk.page.keyboard.press('ArrowDown');
    await walk.shot('2-encounter');
    await walk.page.keyboard.press('F9');
    await walk.page.getByRole('dialog').waitFor({ state: 'detached' });
    await walk.page
      .getByRole('row')
      .filter({ hasText: decisionTexts.approved[language] })
      .waitFor();
  });

  it('asks for a clinician where the contract wants a specialty, and keeps whom it was told', async () => {
    await addItem(walk.page, 'PRO-GAS');
    await walk.takeNearest('enter-clinician');
    const known = walk.page.getByRole('dialog').getByLabel(visitTexts.clinicianKnown[language]);
    await expect.poll(() => known.evaluate((one) => one === document.activeElement)).toBe(true);
    await walk.page.keyboard.press('ArrowDown');
    await walk.page.keyboard.press('Tab');
    await walk.page.keyboard.press('Tab');
    await walk.page.keyboard.type('SY-4471');
    await walk.page.keyboard.press('Tab');
    await walk.page.keyboard.press('ArrowDown');
    await walk.shot('3-clinician');
    await walk.page.keyboard.press('F9');
    await walk.page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect
      .poll(() => walk.row(decisionTexts.approved[language]).count(), { timeout: 60_000 })
      .toBe(2);
    await walk.shot('4-all-approved');
  });

  it('tells two knees apart', async () => {
    await addItem(walk.page, 'IMG-LIMB');
    await walk.row(decisionTexts.declined[language]).waitFor();
    await walk.shot('5-duplicate');
    await walk.takeNearest('enter-place');
    await walk.page.keyboard.type('R');
    await walk.page.keyboard.press('Enter');
    await walk.shot('6-place');
  });

  it('puts what the contract excludes on the patient by signature only', async () => {
    await addItem(walk.page, 'PRO-BOT');
    await why().getByRole('button', { name: visitTexts.consentSign[language] }).waitFor();
    await walk.shot('7-signature-needed');
    await walk.page.keyboard.press('F10');
    await why().getByRole('button', { name: visitTexts.consentTakeBack[language] }).waitFor();
    await walk.shot('8-signed');
  });

  it('takes down the number of an approval that was told by telephone', async () => {
    await addItem(walk.page, 'IMG-CTH');
    await walk.takeNearest('request-approval');
    await walk.page.keyboard.type('A-20417', { delay: 60 });
    await walk.page.keyboard.press('Enter');
    await walk.page.getByText(reasonTexts['approval-unverified'].short[language]).first().waitFor();
    await walk.shot('9-approval-number');
  });

  it('ends with a slip that names what is allowed, and no diagnosis', async () => {
    await walk.page.keyboard.press('F9');
    await walk.page
      .getByRole('heading', { name: linesTexts.saved[language], exact: true })
      .waitFor();
    await walk.page.keyboard.press('F10');
    const paper = walk.page.locator('.paper', { hasText: paperTexts.slip[language] });
    await paper.waitFor();
    const text = await paper.innerText();
    expect(text).toContain(decisionTexts.approved[language]);
    expect(text).toContain('SY-4471');
    expect(text).not.toContain('S93.4');
    await walk.shot('10-slip');
    await keepPrint(walk.page, `slip-${language}`);
    await walk.page.keyboard.press('F10');
    const other = language === 'ar' ? 'en' : 'ar';
    await walk.page.locator('.paper', { hasText: paperTexts.slip[other] }).waitFor();
    await keepPrint(walk.page, `slip-${other}`);
  });
});
