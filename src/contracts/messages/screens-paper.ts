import type { VoidReason } from '../events/void.ts';
import type { Text } from './language.ts';

/** What is said on paper, and around its preview. */
export const paperTexts = {
  preview: { ar: 'معاينة الطباعة', en: 'Print preview' },
  print: { ar: 'اطبع', en: 'Print' },
  close: { ar: 'رجوع', en: 'Back' },
  inArabic: { ar: 'بالعربية', en: 'In Arabic' },
  inEnglish: { ar: 'بالإنكليزية', en: 'In English' },
  papers: { ar: 'الأوراق', en: 'Papers' },
  receipt: { ar: 'إيصال', en: 'Receipt' },
  form: { ar: 'استمارة المطالبة', en: 'Claim form' },
  refusal: { ar: 'كتاب الرفض', en: 'Refusal letter' },
  day: { ar: 'ملخّص اليوم', en: 'Day summary' },

  receiptNumber: { ar: 'رقم الإيصال', en: 'Receipt no.' },
  date: { ar: 'التاريخ', en: 'Date' },
  serviceDate: { ar: 'تاريخ الخدمة', en: 'Service date' },
  member: { ar: 'المنتفع', en: 'Member' },
  memberNumber: { ar: 'رقم المنتفع', en: 'Member no.' },
  contract: { ar: 'العقد', en: 'Contract' },
  insurer: { ar: 'المؤمِّن', en: 'Insurer' },
  provider: { ar: 'الجهة الطبية', en: 'Provider' },
  diagnoses: { ar: 'التشخيص', en: 'Diagnosis' },
  item: { ar: 'الصنف', en: 'Item' },
  quantity: { ar: 'الكمية', en: 'Quantity' },
  decision: { ar: 'القرار', en: 'Decision' },
  claimed: { ar: 'المطالَب به', en: 'Claimed' },
  insurerPays: { ar: 'يدفع المؤمِّن', en: 'Insurer pays' },
  patientPays: { ar: 'يدفع المريض', en: 'Patient pays' },
  notPayable: { ar: 'غير مستحق', en: 'Not payable' },
  total: { ar: 'المجموع', en: 'Total' },
  paidInCash: { ar: 'المدفوع نقداً', en: 'Paid in cash' },
  takenBack: { ar: 'أُلغي {time}: {reason}', en: 'Reversed {time}: {reason}' },
  refund: { ar: 'أُعيد إلى المريض نقداً', en: 'Given back in cash' },
  record: { ar: 'السجلّ الموقَّع', en: 'Signed record' },
  signature: { ar: 'توقيع المنتفع', en: 'Member’s signature' },
  stamp: { ar: 'ختم الجهة الطبية وتوقيعها', en: 'Provider’s stamp and signature' },
  keep: {
    ar: 'احتفظ بهذا الإيصال: به تُعاد الأدوية وتُراجَع المطالبة.',
    en: 'Keep this receipt: medicines are returned and the claim is looked up by it.',
  },
  refusalIntro: {
    ar: 'طُلب ما يأتي للمنتفع {name}، ولم يُقبل كلّه أو لم يُبتّ فيه. لكلّ بند سببه، وما يستند إليه، وما يمكن فعله.',
    en: 'The following was asked for {name} and was not allowed in full, or not decided. For each line: the reason, what it rests on, and what can be done.',
  },
  restsOn: { ar: 'يستند إلى', en: 'It rests on' },
  clause: { ar: 'بند العقد', en: 'Clause of the contract' },
  canDo: { ar: 'ما يمكن فعله', en: 'What can be done' },
  canAsk: {
    ar: 'يمكن طلب المراجعة من المؤمِّن مع إرفاق هذا الكتاب.',
    en: 'A review can be asked of the insurer, with this letter.',
  },
  factUnknown: { ar: 'غير معروف', en: 'unknown' },
  state: { ar: 'الحالة', en: 'State' },
  claims: { ar: 'المطالبات', en: 'Claims' },
  sure: { ar: 'منها مضمون الدفع', en: 'of which sure' },
  closedAt: { ar: 'أُقفل اليوم {time}', en: 'Day closed {time}' },
  stillOpen: { ar: 'لم يُقفل اليوم بعد', en: 'The day is still open' },
} as const satisfies Record<string, Text>;

export const voidReasonTexts: Readonly<Record<VoidReason, Text>> = {
  returned: { ar: 'أُعيد الدواء', en: 'medicine returned' },
  'not-collected': { ar: 'لم يُستلم', en: 'not collected' },
  'entered-wrongly': { ar: 'أُدخلت خطأً', en: 'entered by mistake' },
  'other-member': { ar: 'حُفظت لغير صاحبها', en: 'saved for another member' },
};
