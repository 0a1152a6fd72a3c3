import type { Text } from './language.ts';

/** Texts of the technician's screen. */
export const readersTexts = {
  readers: { ar: 'القارئ', en: 'Readers' },
  title: { ar: 'القارئ والبطاقة', en: 'Reader and card' },
  readerName: { ar: 'القارئ', en: 'Reader' },
  state: { ar: 'الحالة', en: 'State' },
  noName: { ar: 'لا قارئ', en: 'no reader' },
  virtual: { ar: 'قارئ تجريبي داخل البرنامج', en: 'demo reader inside the program' },
  system: { ar: 'خدمة البطاقات في نظام التشغيل', en: 'the system’s card service' },
  source: { ar: 'المصدر', en: 'Served by' },
  inspect: { ar: 'افحص البطاقة', en: 'Inspect the card' },
  inspecting: { ar: 'تُفحص البطاقة…', en: 'Inspecting the card…' },
  hint: {
    ar: 'تُقرأ البطاقة ولا يُكتب عليها شيء. لا يظهر هنا اسم ولا رقم ولا تاريخ.',
    en: 'The card is read and nothing is written to it. No name, number or date is shown here.',
  },
  card: { ar: 'البطاقة', en: 'Card' },
  kind: { ar: 'النوع', en: 'Kind' },
  unknownKind: { ar: 'غير معروف', en: 'unknown' },
  files: { ar: 'الملفات', en: 'Files' },
  version: { ar: '{file}، الإصدار {version}', en: '{file}, version {version}' },
  noFiles: { ar: 'لم تُقرأ ملفات', en: 'none read' },
  issuerKey: { ar: 'مفتاح المُصدِر', en: 'Issuer key' },
  none: { ar: 'لا يوجد', en: 'none' },
  authentication: { ar: 'نتيجة التحقّق', en: 'Authentication' },
  atr: { ar: 'جواب التهيئة ATR', en: 'Answer to reset' },
  atrBroken: { ar: 'أطواله لا تتوافق', en: 'its lengths do not add up' },
  protocols: { ar: 'البروتوكولات', en: 'Protocols' },
  convention: { ar: 'الاصطلاح', en: 'Convention' },
  direct: { ar: 'مباشر', en: 'direct' },
  inverse: { ar: 'معكوس', en: 'inverse' },
  interfaceBytes: { ar: 'بايتات الواجهة', en: 'Interface bytes' },
  historical: { ar: 'البايتات التاريخية', en: 'Historical bytes' },
  check: { ar: 'بايت التحقّق', en: 'Check byte' },
  checkRight: { ar: '{value} صحيح', en: '{value}, right' },
  checkWrong: { ar: '{value} خاطئ', en: '{value}, wrong' },
  trace: { ar: 'الأوامر والأجوبة، محجوبة', en: 'Commands and answers, masked' },
  command: { ar: 'الأمر', en: 'Command' },
  answer: { ar: 'الجواب', en: 'Answer' },
  statusWord: { ar: 'الحالة', en: 'Status' },
} satisfies Record<string, Text>;

/** What a card proved, as the technician reads it; other results are failures and have their own words. */
export const proofTexts = {
  genuine: { ar: 'أصلية: وقّعها المُصدِر وأثبتت مفتاحها', en: 'genuine: signed, and proved its key' },
  'copy-suspected': {
    ar: 'قد تكون نسخة: لم تُثبت مفتاحها',
    en: 'may be a copy: did not prove its key',
  },
  forged: { ar: 'توقيع المُصدِر خاطئ', en: 'the issuer’s signature is wrong' },
  'issuer-unknown': { ar: 'المُصدِر غير معروف هنا', en: 'issuer not known here' },
  unauthenticated: {
    ar: 'بطاقة من نظام آخر: لا تُثبت شيئاً',
    en: 'of another scheme: proves nothing',
  },
} satisfies Record<string, Text>;
