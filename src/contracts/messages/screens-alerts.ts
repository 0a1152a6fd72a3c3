import type { Text } from './language.ts';
import type { CountText } from './screens-frame.ts';

/** Texts of clinical alerts wherever they are shown. */
export const alertsTexts = {
  title: { ar: 'تنبيهات سريرية', en: 'Clinical alerts' },
  notCover: { ar: 'ليست من قرار التغطية', en: 'no part of the cover' },
  acknowledge: { ar: 'أقرّ', en: 'Acknowledge' },
  acknowledgeOne: { ar: 'أقرّ بالتنبيه: {alert}', en: 'Acknowledge: {alert}' },
  change: { ar: 'غيّر الإقرار', en: 'Change' },
  acknowledged: { ar: 'أقرّ به {user} الساعة {time}: {reason}', en: '{user}, {time}: {reason}' },
  formerUser: { ar: 'مستخدم سابق', en: 'a former user' },
  unacknowledged: { ar: 'لم يُقرّ به أحد', en: 'nobody acknowledged it' },
  reason: { ar: 'لماذا تمضي مع ذلك؟', en: 'Why go on all the same?' },
  note: { ar: 'بكلماتك (إلزامي مع «سبب آخر»)', en: 'In your words (needed with “another reason”)' },
  notes: { ar: 'ما لا يُعرف', en: 'What is not known' },
  nothing: { ar: 'لا شيء', en: 'none' },
} as const satisfies Record<string, Text>;

export const alertsCounts = {
  /** Some still have to be answered for. */
  waiting: {
    ar: {
      zero: 'لا تنبيه ينتظر الإقرار',
      one: 'تنبيه واحد ينتظر الإقرار',
      two: 'تنبيهان ينتظران الإقرار',
      few: '# تنبيهات تنتظر الإقرار',
      many: '# تنبيهاً ينتظر الإقرار',
      other: '# تنبيه ينتظر الإقرار',
    },
    en: { one: '# waits to be acknowledged', other: '# wait to be acknowledged' },
  },
  /** To those who may not see what it is. */
  forAnother: {
    ar: {
      zero: 'لا تنبيه ينتظر طبيباً أو صيدلياً',
      one: 'تنبيه واحد ينتظر طبيباً أو صيدلياً، ولا يُحفظ شيء قبله',
      two: 'تنبيهان ينتظران طبيباً أو صيدلياً، ولا يُحفظ شيء قبلهما',
      few: '# تنبيهات تنتظر طبيباً أو صيدلياً، ولا يُحفظ شيء قبلها',
      many: '# تنبيهاً ينتظر طبيباً أو صيدلياً، ولا يُحفظ شيء قبلها',
      other: '# تنبيه ينتظر طبيباً أو صيدلياً، ولا يُحفظ شيء قبلها',
    },
    en: {
      one: '# waits for a doctor or pharmacist; nothing is saved before',
      other: '# wait for a doctor or pharmacist; nothing is saved before',
    },
  },
} as const satisfies Record<string, CountText>;
