import type { Text } from './language.ts';

/** Texts of the holder's PIN. */
export const pinTexts = {
  wanted: {
    ar: 'السجلّ الأقدم يفتحه صاحب البطاقة برقمه السري.',
    en: 'The holder opens the older history with a PIN.',
  },
  blocked: {
    ar: 'الرقم السري مقفل: يفتحه صاحبه برقم جديد بعد أن يأذن المؤمِّن. السجلّ الأقدم مغلق.',
    en: 'The PIN is blocked: the holder sets a new one once the insurer has allowed it. The older history is closed.',
  },
  notSet: {
    ar: 'لم يُحدَّد رقم سري بعد: يحدّده صاحب البطاقة بعد أن يأذن المؤمِّن. السجلّ الأقدم مغلق.',
    en: 'No PIN is set yet: the holder sets one once the insurer has allowed it. The older history is closed.',
  },
  verified: {
    ar: 'فتحه صاحب البطاقة برقمه السري.',
    en: 'Opened by the holder’s PIN.',
  },
  enter: { ar: 'الرقم السري', en: 'PIN' },
  title: { ar: 'الرقم السري للبطاقة', en: 'The card’s PIN' },
  show: { ar: 'فتح السجلّ', en: 'Open the history' },
  showHint: {
    ar: 'أدِر لوحة المفاتيح إلى صاحب البطاقة ليُدخله بنفسه.',
    en: 'Turn the keyboard to the holder, who enters it.',
  },
  change: { ar: 'تغيير الرقم', en: 'Change the PIN' },
  changeHint: {
    ar: 'يُدخل صاحب البطاقة رقمه الحالي ثم الجديد: من ٤ إلى ١٢ رقماً، مرتين.',
    en: 'The holder enters the present PIN, then the new one twice: 4 to 12 digits.',
  },
  triesLeft: { ar: 'المحاولات الباقية: {tries}', en: 'Tries left: {tries}' },
  length: {
    ar: 'الرقم السري من ٤ إلى ١٢ رقماً ولا شيء غير الأرقام. أعِد إدخاله.',
    en: 'A PIN is 4 to 12 digits and nothing else. Enter it again.',
  },
  differ: {
    ar: 'الرقمان الجديدان مختلفان. أعِد إدخالهما.',
    en: 'The two new PINs are not the same. Enter them again.',
  },
  unblock: { ar: 'رقم جديد عن طريق المؤمِّن', en: 'New PIN through the insurer' },
  unblockHint: {
    ar: 'بعد اتصال صاحب البطاقة بالمؤمِّن وإذنه: يُدخل رقماً جديداً مرتين، من ٤ إلى ١٢ رقماً. لا يراه المؤمِّن. اترك البطاقة في القارئ.',
    en: 'Once the holder has called the insurer and been allowed: they enter a new PIN twice, 4 to 12 digits. The insurer does not see it. Leave the card in the reader.',
  },
  onPad: {
    ar: 'بعد «متابعة» يُدخل صاحب البطاقة رقمه على أزرار القارئ نفسه، والجديد مرتين.',
    en: 'After “Go on” the holder types on the reader’s own keys; a new PIN twice.',
  },
  again: { ar: 'الرقم الجديد ثانيةً', en: 'The new PIN again' },
  present: { ar: 'الرقم الحالي', en: 'Present PIN' },
  next: { ar: 'الرقم الجديد', en: 'New PIN' },
} satisfies Record<string, Text>;
