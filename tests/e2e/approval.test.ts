import { describe, it } from 'vitest';
import { nearestTexts } from '#contracts/messages/nearest.ts';
import { claimsTexts } from '#contracts/messages/screens-claims.ts';
import { decisionTexts } from '#contracts/messages/screens-decision.ts';
import { linesTexts } from '#contracts/messages/screens-lines.ts';
import { requestStateTexts, requestTexts } from '#contracts/messages/screens-requests.ts';
import { addItem, signIn, walkTo } from './by-keyboard.ts';
import { oneLanguage, openWalk } from './walk.ts';

const language = oneLanguage;
const george = { ar: 'جورج الخوري، الخطة الذهبية', en: 'George Khoury, gold plan' };

describe(`a line sent for approval, by keyboard alone (${language})`, () => {
  const walk = openWalk('approval', language);

  /** Confirms the person, and goes on to the lines. */
  const openVisit = async () => {
    await walk.page.getByRole('article').waitFor();
    await walk.page.keyboard.press('F9');
    await walk.page.locator('#item-finder').waitFor();
  };

  /** Asks for the MRI, and enters the diagnosis that it wants before anything else. */
  const askForMri = async () => {
    await addItem(walk.page, 'IMG-MRIK');
    const button = walk.page.getByRole('button', {
      name: nearestTexts['enter-diagnosis'].action?.[language] ?? '',
    });
    await button.waitFor();
    await walk.page.keyboard.press('F3');
    await walkTo(walk.page, button);
    await walk.page.keyboard.press('Enter');
    // Enter comes before the answer, as from a scanner: what the code's beginning found must not be taken.
    await walk.page.keyboard.type('M54.5', { delay: 60 });
    await walk.page.keyboard.press('Enter');
    await button.waitFor({ state: 'detached' });
  };

  it('refers an MRI and sends it by itself, and the visit goes on', async () => {
    await signIn(walk.page, 'doctor');
    await walk.page.getByRole('navigation').waitFor();
    await walk.receive(george[language]);
    await askForMri();
    await walk.row(decisionTexts.referred[language]).waitFor();
    await walk.page.getByRole('button', { name: requestTexts.send[language] }).waitFor();
    await walk.shot('1-referred');
    await walk.page.keyboard.press('F10');
    await walk.page.getByRole('status').filter({ hasText: 'R-' }).waitFor();
    await walk.row(decisionTexts.referred[language]).waitFor({ state: 'detached' });
    await addItem(walk.page, 'LAB-CBC');
    await walk.shot('2-goes-on');
    await walk.page.keyboard.press('F9');
    await walk.page.getByTestId('receipt-number').waitFor();
    await walk.page.keyboard.press('F9');
  }, 180_000);

  it('says quietly that the centre answered, and shows the approval among the requests', async () => {
    const notice = walk.page
      .getByRole('status')
      .filter({ hasText: requestStateTexts.approved[language] });
    await notice.waitFor({ timeout: 280_000 });
    await walk.shot('3-answered');
    await walk.page.keyboard.press('F7');
    await walk.page.getByRole('article', { name: requestTexts.openRequest[language] }).waitFor();
    await walk.row(requestStateTexts.approved[language]).waitFor();
    await walk.shot('4-approved');
    const states = walk.page.getByRole('group', { name: claimsTexts.states[language] });
    await walkTo(walk.page, states.getByRole('button').first());
    await walk.page.keyboard.press('Enter');
    await walk.page.getByRole('article', { name: claimsTexts.openClaim[language] }).waitFor();
  }, 300_000);

  it('passes the next visit on it', async () => {
    await walk.page.keyboard.press('F4');
    // The card is still in: a new visit for it.
    await walk.page.keyboard.press('F9');
    await openVisit();
    await askForMri();
    await walk.row(decisionTexts.approved[language]).waitFor();
    await walk.page.getByText(linesTexts.allApproved[language]).waitFor();
    await walk.page.keyboard.press('F3');
    await walk.shot('5-passes');
    await walk.page.keyboard.press('F9');
    await walk.page.getByTestId('receipt-number').waitFor();
  }, 180_000);
});
