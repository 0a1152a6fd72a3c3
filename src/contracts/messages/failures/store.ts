import { type FailureText, nothingChanged } from './text.ts';

const restoredFromMirror = {
  ar: 'للمطالبات المحفوظة نسخة ثانية على هذا الجهاز، ولم يُحذف شيء.',
  en: 'Saved claims have a second copy on this computer; nothing was deleted.',
};

/** What is saved on this terminal. */
export const storeFailures = {
  'database-locked': {
    happened: {
      ar: 'ملف الطرفية مفتوح في نافذة أو برنامج آخر.',
      en: 'The terminal’s file is open in another window or program.',
    },
    kept: nothingChanged,
    action: {
      ar: 'أغلق النسخة الأخرى من البرنامج ثم أعد المحاولة.',
      en: 'Close the other copy of this program, then try again.',
    },
  },
  'database-corrupt': {
    happened: { ar: 'الملف {file} تالف.', en: 'The file {file} is damaged.' },
    kept: restoredFromMirror,
    action: {
      ar: 'لا تحذف أي ملف. اتصل بالدعم الفني لاسترجاع البيانات من النسخة الثانية.',
      en: 'Delete no file. Call support to restore from the second copy.',
    },
  },
  'database-newer': {
    happened: {
      ar: 'بيانات هذا الجهاز كتبها إصدار أحدث من البرنامج (الصيغة {found}، وهذا الإصدار يعرف حتى {known}).',
      en: 'A newer version of the program wrote this computer’s data (format {found}; this version knows up to {known}).',
    },
    kept: { ar: 'لم يُفتح الملف ولم يُمسّ.', en: 'The file was neither opened nor touched.' },
    action: {
      ar: 'ثبّت الإصدار الأحدث من البرنامج ثم افتحه من جديد.',
      en: 'Install the newer version of the program, then open it again.',
    },
  },
  'database-key-wrong': {
    happened: {
      ar: 'تعذّر فتح بيانات الطرفية بمفتاح هذا الجهاز.',
      en: 'The terminal’s data cannot be opened with this computer’s key.',
    },
    kept: { ar: 'البيانات مشفّرة ولم تُمسّ.', en: 'The data are encrypted and were not touched.' },
    action: {
      ar: 'سجّل الدخول إلى الجهاز بالحساب المعتاد. إن كان الجهاز جديداً فاتصل بالدعم الفني.',
      en: 'Log in to the computer with the usual account. If the computer is new, call support.',
    },
  },
  'disk-full': {
    happened: { ar: 'امتلأ قرص هذا الجهاز.', en: 'This computer’s disk is full.' },
    kept: {
      ar: 'كل ما حُفظ قبل الآن سليم، أما العملية الأخيرة فلم تُحفظ وما زالت على الشاشة.',
      en: 'Everything saved before is safe; the last step was not saved and is still on the screen.',
    },
    action: {
      ar: 'أفرغ مساحة على القرص ثم احفظ من جديد.',
      en: 'Free some space on the disk, then save again.',
    },
  },
  'mirror-diverged': {
    happened: {
      ar: 'النسختان المحفوظتان على هذا الجهاز لا تتطابقان عند السجل {sequence}.',
      en: 'The two copies on this computer differ at record {sequence}.',
    },
    kept: { ar: 'النسختان محفوظتان كما هما.', en: 'Both copies are kept as they are.' },
    action: {
      ar: 'أوقف إدخال المطالبات واتصل بالدعم الفني، ولا تحذف أي ملف.',
      en: 'Stop entering claims and call support; delete no file.',
    },
  },
  'event-too-large': {
    happened: {
      ar: 'المطالبة أكبر مما يُرسل دفعة واحدة ({bytes} بايت، والحدّ {limit}).',
      en: 'The claim is larger than can be sent at once ({bytes} bytes; the limit is {limit}).',
    },
    kept: nothingChanged,
    action: {
      ar: 'وزّع بنودها على مطالبتين واحفظ كلاً منهما.',
      en: 'Divide its lines between two claims and save each.',
    },
  },
} as const satisfies Record<string, FailureText>;
