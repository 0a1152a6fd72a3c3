import { describe, it } from 'vitest';
import { visitTexts } from '#contracts/messages/screens-visit.ts';
import { addItem, signIn } from './by-keyboard.ts';
import { oneLanguage, openWalk } from './walk.ts';

const language = oneLanguage;
const rana = { ar: 'رنا عبّود، متابعة حمل', en: 'Rana Abboud, pregnancy care' };

describe(`the rarer kinds of care, entered where a line asks for them (${language})`, () => {
  const walk = openWalk('rarer', language);
  const dialog = () => walk.page.getByRole('dialog');

  const choose = (label: string, value: string) => dialog().getByLabel(label).selectOption(value);

  it('takes down which tooth it was', async () => {
    await signIn(walk.page, 'doctor');
    await walk.page.getByRole('navigation').waitFor();
    await walk.receive(rana[language]);
    await addItem(walk.page, 'DEN-FIL');
    await walk.takeNearest('enter-place');
    await walk.page.keyboard.type('36');
    await walk.page.keyboard.press('Enter');
    await walk.shot('1-tooth');
  });

  it('takes down a stay and a birth', async () => {
    await addItem(walk.page, 'PRO-CES');
    await walk.takeNearest('enter-encounter');
    await choose(visitTexts.kind[language], 'inpatient');
    await choose(visitTexts.room[language], 'first');
    await walk.shot('2-stay');
    await choose(visitTexts.pregnancy[language], 'pregnant');
    await choose(visitTexts.delivery[language], 'caesarean');
    await walk.shot('3-birth');
    await walk.page.keyboard.press('F9');
    await dialog().waitFor({ state: 'detached' });
    await walk.shot('4-said');
  });
});
