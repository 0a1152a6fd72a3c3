import type { Text } from './language.ts';
import type { CountText } from './screens-frame.ts';

/** Words for verdicts, wherever one is shown. */
export const decisionTexts = {
  approved: { ar: 'موافَق عليه', en: 'Approved' },
  reduced: { ar: 'مخفَّض', en: 'Reduced' },
  referred: { ar: 'يحتاج موافقة', en: 'Needs approval' },
  incomplete: { ar: 'غير مكتمل', en: 'Incomplete' },
  declined: { ar: 'مرفوض', en: 'Declined' },
  ownApproved: { ar: 'هنا: موافَق', en: 'Here: approved' },
  ownReduced: { ar: 'هنا: مخفَّض', en: 'Here: reduced' },
  ownReferred: { ar: 'هنا: تلزم موافقة', en: 'Here: needs approval' },
  ownDeclined: { ar: 'هنا: مرفوض', en: 'Here: declined' },
  paidForSure: { ar: 'مضمون الدفع', en: 'Paid for sure' },
  notSure: { ar: 'غير مضمون الدفع', en: 'Payment not sure' },
  bearerProvider: { ar: 'على الجهة الطبية', en: 'on the provider' },
  bearerMember: { ar: 'على المنتفع', en: 'on the member' },

  why: { ar: 'لماذا؟', en: 'Why?' },
  whyTitle: { ar: 'سبب القرار', en: 'Why this verdict' },
  noLineChosen: { ar: 'اختر بنداً لترى سبب قراره.', en: 'Choose a line to see why.' },
  passedCheck: { ar: 'اجتاز هذا الفحص.', en: 'This check passed.' },
  everythingPassed: { ar: 'اجتاز كل الفحوص.', en: 'It passed every check.' },
  nearest: { ar: 'أقرب تغيير يُقبل:', en: 'Nearest change that passes:' },
  arithmetic: { ar: 'الحساب', en: 'Arithmetic' },
  facts: { ar: 'الوقائع ومصدرها', en: 'Facts and where they come from' },
  factUnknown: { ar: 'غير معروف', en: 'unknown' },
  clause: { ar: 'بند العقد', en: 'Contract clause' },
  checks: { ar: 'الفحوص', en: 'Checks' },
  checksPassed: { ar: 'فحوص اجتازت', en: 'Checks that passed' },
  observed: { ar: 'للملاحظة فقط', en: 'observed only' },
  warned: { ar: 'تنبيه', en: 'warning' },

  claimed: { ar: 'المطالَب به', en: 'Claimed' },
  insurer: { ar: 'المؤمِّن', en: 'Insurer' },
  insurerSure: { ar: 'المؤمِّن، مضمون', en: 'Insurer, for sure' },
  patient: { ar: 'المريض', en: 'Patient' },
  patientPays: { ar: 'يدفع المريض، {currency}', en: 'Patient pays, {currency}' },
  otherPayers: { ar: 'دفعه غير المؤمِّن', en: 'Paid by others' },
  notPayable: { ar: 'غير مستحق', en: 'Not payable' },
  cashDue: { ar: 'نقداً {amount}', en: 'in cash {amount}' },
  outsideIncomplete: { ar: 'خارج المجموع حتى يكتمل', en: 'Outside the total until complete' },
  outsideTotal: { ar: 'خارج المجموع حتى الموافقة', en: 'Outside the total until approved' },
  outsideSum: { ar: 'خارج المجموع: {amount}', en: 'Outside the total: {amount}' },
} as const satisfies Record<string, Text>;

export const decisionCounts = {
  passed: {
    ar: {
      zero: 'لا فحص اجتاز',
      one: 'اجتاز فحص واحد',
      two: 'اجتاز فحصان',
      few: 'اجتازت # فحوص',
      many: 'اجتاز # فحصاً',
      other: 'اجتاز # فحص',
    },
    en: { one: '# check passed', other: '# checks passed' },
  },
} as const satisfies Record<string, CountText>;
