import { describe, expect, it } from 'vitest';
import { nearestTexts } from '#contracts/messages/nearest.ts';
import { frameTexts } from '#contracts/messages/screens-frame.ts';
import { contractWords, visitTexts } from '#contracts/messages/screens-visit.ts';
import { addItem, signIn, walkTo } from './by-keyboard.ts';
import { oneLanguage, openWalk } from './walk.ts';

const language = oneLanguage;
const samir = { ar: 'سمير الحلبي، دواء قبل موعده', en: 'Samir Al-Halabi, a medicine too early' };

describe(`what a paper says, entered where a line asks for it (${language})`, () => {
  const walk = openWalk('course', language);

  const nameOf = (specialty: string) => contractWords[specialty]?.[language] ?? specialty;
  const why = () => walk.page.getByRole('complementary');
  const nearest = (kind: keyof typeof nearestTexts) =>
    why().getByRole('button', { name: nearestTexts[kind].action?.[language] ?? '' });

  it('takes down a referral, and asks for it no more', async () => {
    await signIn(walk.page, 'doctor');
    await walk.page.getByRole('navigation').waitFor();
    await walk.receive(samir[language]);
    await addItem(walk.page, 'CON-PSY');
    await walk.takeNearest('present-referral');
    const dialog = walk.page.getByRole('dialog');
    const from = dialog.getByLabel(visitTexts.referredFrom[language]);
    await expect.poll(() => from.evaluate((one) => one === document.activeElement)).toBe(true);
    await from.selectOption(nameOf('general-practice'));
    await dialog.getByLabel(visitTexts.referrerLicence[language]).fill('D-1182');
    await dialog.getByLabel(visitTexts.referredTo[language]).selectOption(nameOf('psychiatry'));
    await walk.shot('1-unfinished');
    const on = dialog.getByLabel(visitTexts.referredOn[language]);
    await on.fill(new Date().toISOString().slice(0, 10));
    await walk.page.keyboard.press('Enter');
    await dialog.getByText(visitTexts.unfinishedReferral[language]).waitFor({ state: 'detached' });
    await walk.shot('2-referral');
    await walk.page.keyboard.press('F9');
    await dialog.waitFor({ state: 'detached' });
    await nearest('present-referral').waitFor({ state: 'detached' });
    await walk.shot('3-taken');
  });

  it('takes down a controlled medicine’s hand-over, field by field', async () => {
    await walk.page.keyboard.press('Escape');
    await walkTo(walk.page, walk.page.getByRole('button', { name: frameTexts.signOut[language] }));
    await walk.page.keyboard.press('Enter');
    await signIn(walk.page, 'pharmacist');
    await walk.page.getByRole('navigation').waitFor();
    await walk.receive(samir[language]);
    await addItem(walk.page, 'MOR-10');
    await walk.takeNearest('enter-controlled');
    const number = walk.page.getByLabel(visitTexts.specialPrescription[language]);
    await expect.poll(() => number.evaluate((one) => one === document.activeElement)).toBe(true);
    await walk.page.keyboard.type('N-77');
    await walk.page.keyboard.press('Tab');
    await walk.page.keyboard.type('01020304');
    await walk.page.keyboard.press('Tab');
    await walk.page.keyboard.type('M-300');
    await walk.page.keyboard.press('Tab');
    await walk.page.getByLabel(visitTexts.batchExpiry[language]).fill('2031-06-30');
    await walk.page.keyboard.press('Enter');
    await walk.shot('4-hand-over');
    await nearest('enter-controlled').waitFor({ state: 'detached' });
  });
});
