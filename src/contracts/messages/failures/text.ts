import type { Text } from '../language.ts';

/** A failure as it is told: what happened, what was kept, and what to do now. */
export interface FailureText {
  readonly happened: Text;
  readonly kept: Text;
  readonly action: Text;
}

/** Nothing was at stake: the failed step had not changed anything yet. */
export const nothingChanged: Text = {
  ar: 'لم يتغيّر شيء، وكل ما أُدخل محفوظ على الشاشة.',
  en: 'Nothing was changed, and everything entered is still on the screen.',
};

/** The visit stays open as it stands. */
export const visitKept: Text = {
  ar: 'الزيارة مفتوحة كما هي، ولم يضع شيء مما أُدخل.',
  en: 'The visit stays open as it is; nothing entered is lost.',
};

/** Saved claims wait here and go out by themselves. */
export const claimsWaiting: Text = {
  ar: 'المطالبات محفوظة هنا، والعمل مستمر بلا اتصال.',
  en: 'Claims are safe here, and work goes on offline.',
};
