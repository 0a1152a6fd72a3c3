import { type FailureText, nothingChanged, visitKept } from './text.ts';

/** The program itself. */
export const shellFailures = {
  'port-taken': {
    happened: {
      ar: 'برنامج آخر يشغل المنفذ {port} في هذا الجهاز.',
      en: 'Another program on this computer uses port {port}.',
    },
    kept: nothingChanged,
    action: {
      ar: 'أغلق النسخة الأخرى من البرنامج، أو اختر منفذاً آخر، ثم أعد التشغيل.',
      en: 'Close the other copy of this program or choose another port, then start again.',
    },
  },
  'session-refused': {
    happened: {
      ar: 'هذه النافذة غير مصرّح لها بالعمل على الطرفية.',
      en: 'This window is not allowed to use the terminal.',
    },
    kept: visitKept,
    action: {
      ar: 'أغلقها وافتح الطرفية من جديد من أيقونتها.',
      en: 'Close it and open the terminal again from its icon.',
    },
  },
  'input-malformed': {
    happened: {
      ar: 'قيمة مُدخلة غير مقبولة: {where}.',
      en: 'A value that was entered is not acceptable: {where}.',
    },
    kept: visitKept,
    action: {
      ar: 'صحّح القيمة ثم أعد المحاولة. ({why})',
      en: 'Correct it and try again. ({why})',
    },
  },
  'internal-error': {
    happened: { ar: 'حدث خطأ غير متوقع في البرنامج.', en: 'Something went wrong in the program.' },
    kept: {
      ar: 'كل ما حُفظ قبل الآن سليم.',
      en: 'Everything saved before is safe.',
    },
    action: {
      ar: 'أعد المحاولة. إن تكرر ذلك فأعطِ الدعم الفني هذا الرقم: {reference}',
      en: 'Try again. If it happens again, give support this number: {reference}',
    },
  },
} as const satisfies Record<string, FailureText>;
