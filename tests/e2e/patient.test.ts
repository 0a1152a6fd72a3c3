import { describe, it } from 'vitest';
import { systemClock } from '#agent/system-clock.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { patientTexts } from '#contracts/messages/screens-patient.ts';
import { presenceTexts } from '#contracts/messages/screens-presence.ts';
import { addDays } from '#domain/dates.ts';
import { addItem, insertCard, signIn, walkTo } from './by-keyboard.ts';
import { oneLanguage, openWalk } from './walk.ts';

const language = oneLanguage;
const titles = {
  samir: { ar: 'سمير الحلبي، دواء قبل موعده', en: 'Samir Al-Halabi, a medicine too early' },
  george: { ar: 'جورج الخوري، الخطة الذهبية', en: 'George Khoury, gold plan' },
  rana: { ar: 'رنا عبّود، متابعة حمل', en: 'Rana Abboud, pregnancy care' },
};
const collector = { ar: 'ليلى سمير الحلبي', en: 'Layla Samir Al-Halabi' };

describe(`the Patient screen's other ways by keyboard alone (${language})`, () => {
  const walk = openWalk('patient', language);

  const dialog = () => walk.page.getByRole('dialog');
  const note = (text: string) => walk.page.getByRole('article').getByText(text).first();

  /** Opens the dialog and chooses a way by arrow keys, so many below the first. */
  const openWay = async (way: number) => {
    await walk.page.keyboard.press('F10');
    // The dialog takes the focus to its first field once it stands.
    await dialog().locator('[data-autofocus]:focus').waitFor();
    await walkTo(walk.page, dialog().getByRole('radio').and(walk.page.locator(':checked')));
    for (let step = 0; step < way; step += 1) await walk.page.keyboard.press('ArrowDown');
    await walk.page.keyboard.press('Tab');
  };

  /** Confirms the person and asks for a medicine that the contract pays. */
  const confirmAndAsk = async (item: string) => {
    await walk.page.keyboard.press('F9');
    await addItem(walk.page, item);
    await walk.row(decisionTexts.approved[language]).waitFor();
  };

  const setAside = async () => {
    await walk.page.keyboard.press('F4');
    await walk.page.getByRole('article').waitFor();
    await walk.page.keyboard.press('F8');
    await walk.page.getByRole('article').waitFor({ state: 'detached' });
  };

  it('finds a member whose card was forgotten by number', async () => {
    await signIn(walk.page, 'pharmacist');
    await walk.page.getByRole('heading', { name: patientTexts.insertCard[language] }).waitFor();
    await walk.shot('1-no-card');
    await openWay(0);
    await walk.page.keyboard.type('1042778155');
    await walk.shot('2-by-number');
    await walk.page.keyboard.press('F9');
    await note(presenceTexts.cameWithoutCard[language]).waitFor();
    await walk.shot('3-found-by-number');
    await confirmAndAsk('MET-850');
    await walk.shot('4-dispense-without-card');
    await setAside();
  });

  it('takes in an emergency, and stops when this is not the person', async () => {
    await openWay(2);
    await walk.page.keyboard.type('1050220314');
    await walk.page.keyboard.press('Enter');
    await note(presenceTexts.cameInEmergency[language]).waitFor();
    await walk.shot('5-emergency');
    await walk.page.keyboard.press('F8');
    await walk.page.getByRole('alert').waitFor();
    await walk.shot('6-stopped');
    await walk.page.keyboard.press('F8');
    await walk.page.getByRole('heading', { name: patientTexts.insertCard[language] }).waitFor();
  });

  it('hands to a collector what the contract lets be collected', async () => {
    await insertCard(walk.page, titles.samir[language]);
    await walk.page.getByText(presenceTexts.bloodGroup[language]).waitFor();
    await walk.shot('7-with-card');
    await openWay(0);
    await walk.page.keyboard.type(collector[language]);
    await walk.page.keyboard.press('Tab');
    for (const _ of ['spouse', 'parent', 'child']) await walk.page.keyboard.press('ArrowDown');
    await walk.page.keyboard.press('Tab');
    await walk.page.keyboard.type('04110023115');
    await walk.shot('8-collected-by');
    await walk.page.keyboard.press('F9');
    await addItem(walk.page, 'TRM-50');
    await walk.row(decisionTexts.declined[language]).waitFor();
    await addItem(walk.page, 'MET-850');
    await walk.row(decisionTexts.approved[language]).waitFor();
    await walk.shot('9-collected');
    await walk.page.keyboard.press('F4');
    await note(collector[language]).waitFor();
    await walk.shot('10-collected-patient');
    await setAside();
  });

  it("serves a child on its guardian's card", async () => {
    await insertCard(walk.page, titles.george[language]);
    await walk.page.getByRole('article').waitFor();
    await openWay(1);
    await walk.page.keyboard.type('1050220348');
    await walk.shot('11-child');
    await walk.page.keyboard.press('F9');
    const [guarded = ''] = presenceTexts.cameWithGuardian[language].split(' {');
    await note(guarded).waitFor();
    await walk.shot('12-child-patient');
    await confirmAndAsk('PAR-SYR');
    await setAside();
  });

  it("serves a newborn on its mother's card", async () => {
    await insertCard(walk.page, titles.rana[language]);
    await walk.page.getByRole('article').waitFor();
    await openWay(2);
    const [year, month, day] = addDays(systemClock().today(), -3).split('-');
    await walk.page.keyboard.type(`${day}/${month}/${year}`);
    await walkTo(walk.page, dialog().getByLabel(patientTexts.sex[language]));
    for (const _ of ['female', 'male']) await walk.page.keyboard.press('ArrowDown');
    await walk.shot('13-newborn');
    await walk.page.keyboard.press('F9');
    await note(presenceTexts.cameWithMother[language]).waitFor();
    await walk.shot('14-newborn-patient');
    await confirmAndAsk('PAR-SYR');
    await setAside();
  });
});
