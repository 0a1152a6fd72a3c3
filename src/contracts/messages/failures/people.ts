import { type FailureText, nothingChanged, visitKept } from './text.ts';

/** Users and permissions. */
export const peopleFailures = {
  'pin-wrong': {
    happened: {
      ar: 'الرقم السري غير صحيح. المحاولات الباقية: {triesLeft}.',
      en: 'The PIN is wrong. Tries left: {triesLeft}.',
    },
    kept: nothingChanged,
    action: {
      ar: 'أعد إدخال الرقم السري، أو اطلب من المدير رقماً جديداً.',
      en: 'Enter the PIN again, or ask the manager for a new one.',
    },
  },
  'user-locked': {
    happened: {
      ar: 'أُقفل هذا الحساب بعد محاولات خاطئة حتى {until}.',
      en: 'This account is locked after wrong tries until {until}.',
    },
    kept: visitKept,
    action: {
      ar: 'انتظر حتى ذلك الوقت، أو اطلب من المدير فتح الحساب.',
      en: 'Wait until then, or ask the manager to unlock it.',
    },
  },
  'user-unknown': {
    happened: { ar: 'لا حساب بهذا الاسم في الطرفية.', en: 'This terminal has no such user.' },
    kept: nothingChanged,
    action: {
      ar: 'اختر اسمك من القائمة، أو اطلب من المدير إضافتك.',
      en: 'Choose your name from the list, or ask the manager to add you.',
    },
  },
  'not-signed-in': {
    happened: { ar: 'لم يسجّل أحد دخوله.', en: 'Nobody is signed in.' },
    kept: visitKept,
    action: { ar: 'سجّل دخولك برقمك السري.', en: 'Sign in with your PIN.' },
  },
  'not-permitted': {
    happened: {
      ar: 'عملك في الطرفية لا يشمل هذه الخطوة ({permission}).',
      en: 'Your role does not include this step ({permission}).',
    },
    kept: nothingChanged,
    action: {
      ar: 'اطلب ممن يملك هذه الصلاحية أن يسجّل دخوله ويكملها.',
      en: 'Ask somebody whose role includes it to sign in and do it.',
    },
  },
} as const satisfies Record<string, FailureText>;
