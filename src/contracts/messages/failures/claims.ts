import { type FailureText, nothingChanged } from './text.ts';

/** Saved claims: taking them back, printing them, closing their day. */
export const claimFailures = {
  'claim-voided': {
    happened: {
      ar: 'المطالبة {receipt} ملغاة كلّها من قبل.',
      en: 'Claim {receipt} was already reversed, all of it.',
    },
    kept: {
      ar: 'لم يُلغَ شيء مرّة ثانية، ولم يتغيّر أي مبلغ.',
      en: 'Nothing was reversed a second time, and no amount has changed.',
    },
    action: {
      ar: 'افتح المطالبة لترى متى أُلغيت وكم أُعيد إلى المريض.',
      en: 'Open the claim to see when it was reversed and what the patient got back.',
    },
  },
  'void-needs-manager': {
    happened: {
      ar: 'المطالبة {receipt} ليست من مطالباتك المفتوحة اليوم، وإلغاؤها من صلاحية المدير.',
      en: 'Claim {receipt} is not one that you saved today; only a manager may reverse it.',
    },
    kept: nothingChanged,
    action: {
      ar: 'اطلب من المدير أن يسجّل الدخول على هذه الطرفية ويلغيها.',
      en: 'Ask a manager to sign in at this terminal and reverse it.',
    },
  },
  'void-exceeds': {
    happened: {
      ar: 'الكمية المُعادة من {item} أكبر مما بقي منه في المطالبة، وهو {left}.',
      en: 'More of {item} was to be taken back than is left of it in the claim, which is {left}.',
    },
    kept: nothingChanged,
    action: {
      ar: 'اكتب كمية لا تزيد على الباقي.',
      en: 'Enter no more than what is left.',
    },
  },
  'day-closed': {
    happened: { ar: 'اليوم {day} مقفل من قبل.', en: 'The day {day} is already closed.' },
    kept: {
      ar: 'إقفاله الأول هو المعتمد، والمطالبات في مكانها.',
      en: 'Its first close stands, and the claims are in their place.',
    },
    action: {
      ar: 'اطبع ملخّص ذلك اليوم إن احتجت إليه.',
      en: 'Print that day’s summary if you need it.',
    },
  },
  'day-ahead': {
    happened: { ar: 'اليوم {day} لم يأتِ بعد.', en: 'The day {day} has not come yet.' },
    kept: nothingChanged,
    action: {
      ar: 'أقفل يوماً انتهى العمل فيه، وتحقق من ساعة الحاسوب.',
      en: 'Close a day whose work is done, and check the computer’s clock.',
    },
  },
  'paper-empty': {
    happened: { ar: 'لا شيء يُطبع هنا.', en: 'There is nothing to print here.' },
    kept: nothingChanged,
    action: {
      ar: 'اختر مطالبة، أو نوعاً آخر من الأوراق.',
      en: 'Choose a claim, or another kind of paper.',
    },
  },
} as const satisfies Record<string, FailureText>;
