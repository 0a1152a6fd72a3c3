import { describe, expect, it } from 'vitest';
import { addItem, expectText, insertCard, signIn, switchServer } from './by-keyboard.ts';
import { findOverflowing, keepScreenshot } from './open-window.ts';
import { openWalk } from './walk.ts';

/** What the window says at each step, in its two languages. */
const words = {
  ar: {
    cover: 'التغطية سارية',
    samir: 'سمير عدنان الحلبي',
    years: '٥٨',
    sex: 'ذكر',
    tooEarly: /صُرف أتورفاستاتين ٢٠ ملغ .* من صيدلية الربوة/,
    declined: 'مرفوض',
    approved: 'موافَق عليه',
    saved: 'حُفظت المطالبة',
    accepted: 'قُبلت',
    adjusted: 'عُدّلت',
    waiting: 'تنتظر',
    offline: 'غير متصل',
    online: 'متصل',
    refused: 'لا تُقدَّم خدمة على هذه البطاقة',
    lost: 'آمنة العلي، بطاقة مفقودة',
    early: 'سمير الحلبي، دواء قبل موعده',
    george: 'جورج الخوري، الخطة الذهبية',
  },
  en: {
    cover: 'Cover is active',
    samir: 'Samir Adnan Al-Halabi',
    years: '58',
    sex: 'Male',
    tooEarly: /Atorvastatin 20 mg .* Al-Rabwa Pharmacy/,
    declined: 'Declined',
    approved: 'Approved',
    saved: 'The claim is saved',
    accepted: 'Accepted',
    adjusted: 'Adjusted',
    waiting: 'waiting',
    offline: 'Offline',
    online: 'Online',
    refused: 'No service on this card',
    lost: 'Amina Al-Ali, a lost card',
    early: 'Samir Al-Halabi, a medicine too early',
    george: 'George Khoury, gold plan',
  },
} as const;

/** For a loaded machine, in milliseconds: a stopped server opens its database anew. */
const serverStart = 120_000;

describe.each(['ar', 'en'] as const)('the counter by keyboard alone (%s)', (language) => {
  const say = words[language];
  const walk = openWalk('counter', language);

  /** Looks at the screen: keeps the picture, and nothing may stick out of its card. */
  const shot = async (name: string) => {
    await keepScreenshot(walk.page, `${name}-${language}`);
    expect(await findOverflowing(walk.page)).toEqual([]);
  };

  /** The same at the smallest window and at a large, dark one. */
  const shotAtAllSizes = async (name: string) => {
    await shot(name);
    await walk.page.setViewportSize({ width: 1024, height: 700 });
    await shot(`${name}-small`);
    await walk.page.setViewportSize({ width: 1920, height: 1080 });
    await walk.page.emulateMedia({ colorScheme: 'dark' });
    await shot(`${name}-large-dark`);
    await walk.page.emulateMedia({ colorScheme: 'light' });
    await walk.page.setViewportSize({ width: 1366, height: 768 });
  };

  it('lets a pharmacist in by PIN', async () => {
    await shot('1-sign-in');
    await signIn(walk.page, 'pharmacist');
    await walk.page.getByRole('navigation').waitFor();
    await shot('2-insert-a-card');
  });

  it('shows who this is and whether they are covered', async () => {
    await insertCard(walk.page, say.early);
    await walk.page.getByRole('heading', { name: say.cover }).waitFor();
    const holder = walk.page.getByRole('article');
    await expectText(holder, say.samir);
    await expectText(holder, say.years);
    await expectText(holder, say.sex);
    await shotAtAllSizes('3-patient');
    await walk.page.keyboard.press('F9');
    await walk.page.getByRole('grid').or(walk.page.locator('#item-finder')).first().waitFor();
  });

  it('decides each line with its money, and says what another pharmacy dispensed', async () => {
    await walk.page.keyboard.press('F6');
    await addItem(walk.page, 'MET-850');
    await walk.page.getByRole('row').filter({ hasText: say.approved }).waitFor();
    await addItem(walk.page, language === 'ar' ? 'أتورفا' : 'atorva');
    await walk.page.getByRole('row').filter({ hasText: say.declined }).waitFor();
    await walk.page.keyboard.press('F3');
    await walk.page.getByRole('complementary').getByText(say.tooEarly).waitFor();
    await shotAtAllSizes('4-dispense');
  });

  it('saves, sends, and shows the verdict of the centre', async () => {
    await walk.page.keyboard.press('F9');
    await walk.page.getByRole('heading', { name: say.saved }).waitFor();
    await shot('5-saved');
    await walk.page.keyboard.press('F7');
    const row = walk.page.getByRole('row').filter({ hasText: say.samir });
    await row.getByText(say.accepted).waitFor();
    await shotAtAllSizes('6-claims');
  });

  it('goes on without the server, and catches up', async () => {
    await switchServer(walk.page);
    await walk.page.getByRole('banner').getByText(say.offline).waitFor();
    await insertCard(walk.page, say.george);
    await walk.page.getByRole('heading', { name: say.cover }).waitFor();
    await walk.page.keyboard.press('F9');
    await walk.page.keyboard.press('F6');
    await addItem(walk.page, 'MET-850');
    await walk.page.getByRole('row').filter({ hasText: say.approved }).waitFor();
    await walk.page.keyboard.press('F9');
    await walk.page.getByRole('heading', { name: say.saved }).waitFor();
    await walk.page.keyboard.press('F7');
    await walk.page.getByRole('banner').getByText(say.waiting).waitFor();
    await shot('7-offline');

    await switchServer(walk.page);
    await expect
      .poll(() => walk.page.getByText(say.accepted, { exact: true }).count(), {
        timeout: serverStart,
      })
      .toBeGreaterThan(1);
    await walk.page.getByRole('banner').getByText(say.online, { exact: true }).waitFor();
    await shot('8-caught-up');
  }, 180_000);

  it('refuses a lost card and says what to do now', async () => {
    await walk.page.keyboard.press('F4');
    await insertCard(walk.page, say.lost);
    await walk.page.getByRole('alert').getByText(say.refused).waitFor();
    await shotAtAllSizes('9-refused');
  });
});
