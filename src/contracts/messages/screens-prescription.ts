import type { Text } from './language.ts';

/** Texts of prescriptions: what the doctor orders, and what the card holds open. */
export const prescriptionTexts = {
  order: { ar: 'الوصفة', en: 'Prescription' },
  orderMedicine: { ar: 'أضف دواءً إلى الوصفة', en: 'Prescribe a medicine' },
  orderHint: {
    ar: 'تُكتب على البطاقة مع حفظ الزيارة، وتصرفها أي صيدلية.',
    en: 'Written to the card when the visit is saved; any pharmacy fills it.',
  },
  dose: { ar: 'الجرعة', en: 'Dose' },
  timesPerDay: { ar: 'مرات في اليوم', en: 'Times a day' },
  days: { ar: 'الأيام', en: 'Days' },
  refills: { ar: 'مرات التكرار', en: 'Refills' },
  takes: { ar: '{dose} × {times} يومياً', en: '{dose} × {times} a day' },
  quantity: { ar: 'الكمية {quantity}', en: 'Quantity {quantity}' },
  removeMedicine: { ar: 'احذف {item} من الوصفة', en: 'Remove {item} from the prescription' },
  validUntil: { ar: 'صالحة حتى {date}', en: 'valid until {date}' },
  confirm: { ar: 'أضف إلى الوصفة', en: 'Add to the prescription' },

  open: { ar: 'وصفات مفتوحة على البطاقة', en: 'Open prescriptions on the card' },
  reading: { ar: 'تُقرأ الوصفات من البطاقة…', en: 'Reading prescriptions from the card…' },
  none: { ar: 'لا وصفة مفتوحة على البطاقة.', en: 'No open prescription on the card.' },
  unknown: {
    ar: 'لا تُعرف وصفات هذه البطاقة كلها، فما يلزمه وصفة يُحال إلى المؤمِّن.',
    en: 'Not all prescriptions of this card are known: what needs one is referred.',
  },
  by: { ar: '{provider}، {date}', en: '{provider}, {date}' },
  unknownProvider: { ar: 'طرفية غير معروفة هنا', en: 'A terminal not known here' },
  licence: { ar: 'ترخيص {licence}', en: 'licence {licence}' },
  ordered: { ar: 'الموصوف', en: 'Ordered' },
  filled: { ar: 'المصروف', en: 'Filled' },
  left: { ar: 'الباقي', en: 'Left' },
  notKnown: { ar: 'غير معروف', en: 'not known' },
  fill: { ar: 'اصرف', en: 'Fill' },
  fillItem: { ar: 'اصرف من الوصفة {item}', en: 'Fill {item} from the prescription' },
  fillAll: { ar: 'اصرف كل الباقي', en: 'Fill all that is left' },
  fromPrescription: { ar: 'من الوصفة', en: 'from prescription' },
} as const satisfies Record<string, Text>;
