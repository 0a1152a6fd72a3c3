import type { Text } from './language.ts';
import type { CountText } from './screens-frame.ts';

/** Texts of the Claims screen. */
export const claimsTexts = {
  todaysClaims: { ar: 'مطالبات اليوم', en: 'Today’s claims' },
  latestClaims: { ar: 'أحدث المطالبات', en: 'Latest claims' },
  showLatest: { ar: 'كل الأيام', en: 'All days' },
  showToday: { ar: 'اليوم فقط', en: 'Today only' },
  states: { ar: 'الحالة', en: 'State' },
  all: { ar: 'الكل', en: 'All' },
  queued: { ar: 'تنتظر الإرسال', en: 'Waiting' },
  sent: { ar: 'وصلت', en: 'Received' },
  accepted: { ar: 'قُبلت', en: 'Accepted' },
  adjusted: { ar: 'عُدّلت', en: 'Adjusted' },
  rejected: { ar: 'رُفضت', en: 'Rejected' },
  pended: { ar: 'قيد المراجعة', en: 'In review' },
  'partly-reversed': { ar: 'أُلغي جزء', en: 'Partly reversed' },
  reversed: { ar: 'أُلغيت', en: 'Reversed' },
  insurersShare: { ar: 'حصة المؤمِّن {amount}', en: 'Insurer’s share {amount}' },
  ofThese: {
    ar: 'من المطالبات المعروضة، دون المرفوضة',
    en: 'of the claims shown, without rejected ones',
  },

  goByThemselves: {
    ar: 'تُرسل وحدها عند عودة الاتصال.',
    en: 'They go by themselves when the connection is back.',
  },
  goingNow: { ar: 'تُرسل الآن.', en: 'They are on their way.' },
  lastContactNow: { ar: 'آخر اتصال الآن', en: 'last contact just now' },
  lastContact: { ar: 'آخر اتصال قبل {age}', en: 'last contact {age} ago' },
  neverContact: { ar: 'لم يتصل بالمركز بعد', en: 'never in contact yet' },
  tryNow: { ar: 'حاول الآن', en: 'Try now' },

  claims: { ar: 'المطالبات', en: 'Claims' },
  number: { ar: 'الرقم', en: 'No.' },
  member: { ar: 'المنتفع', en: 'Member' },
  amountIn: { ar: 'المبلغ، {currency}', en: '{currency}' },
  saved: { ar: 'حُفظت', en: 'Saved' },
  received: { ar: 'وصلت', en: 'Received' },
  decision: { ar: 'القرار', en: 'Decision' },
  waiting: { ar: 'بالانتظار', en: 'waiting' },
  none: { ar: 'لا مطالبات هنا بعد', en: 'No claims here yet' },
  noneHint: {
    ar: 'تظهر المطالبة هنا حال حفظها من الزيارة أو الصرف.',
    en: 'A claim appears here as soon as it is saved from Visit or Dispense.',
  },
  noneInState: { ar: 'لا مطالبة في هذه الحالة.', en: 'No claim is in this state.' },

  openClaim: { ar: 'المطالبة المفتوحة', en: 'Opened claim' },
  chooseClaim: {
    ar: 'اختر مطالبة لترى طريقها وبنودها.',
    en: 'Choose a claim to see its way and its lines.',
  },
  claim: { ar: 'المطالبة', en: 'Claim' },
  savedAt: { ar: 'حُفظت {time}', en: 'Saved {time}' },
  record: { ar: 'هنا، السجل', en: 'here, record' },
  receivedAt: { ar: 'وصلت {time}', en: 'Received {time}' },
  notReceived: { ar: 'لم تصل بعد', en: 'Not received yet' },
  custody: { ar: 'في عهدة المركز', en: 'the centre has custody' },
  safeHere: { ar: 'محفوظة هنا', en: 'safe here' },
  decisionAt: { ar: 'القرار {time}', en: 'Decision {time}' },
  noDecision: { ar: 'القرار لم يصل', en: 'No decision yet' },
  version: { ar: 'الإصدار {version}', en: 'version {version}' },
  ownOnly: { ar: 'قرار الطرفية فقط', en: 'this terminal’s own only' },
  insurerPays: { ar: 'يدفع المؤمِّن {amount}', en: 'The insurer pays {amount}' },
  differs: {
    ar: '{item}: قرار المركز يختلف في «{check}».',
    en: '{item}: the centre differs on “{check}”.',
  },
  differsSure: {
    ar: '{item}: علم المركز ما لم يكن معروفاً هنا، لكن موافقتك مضمونة وتُدفع.',
    en: '{item}: the centre knew more, but your approval was sure and is paid.',
  },
  lines: { ar: 'بنود المطالبة', en: 'Claim lines' },
  line: { ar: 'البند', en: 'Line' },
  hereCentre: { ar: 'هنا، المركز', en: 'Here, centre' },
  claimed: { ar: 'المطالَب به', en: 'Claimed' },
  allowed: { ar: 'المقبول', en: 'Allowed' },
} as const satisfies Record<string, Text>;

export const claimsCounts = {
  safe: {
    ar: {
      one: 'مطالبة واحدة محفوظة هنا.',
      two: 'مطالبتان محفوظتان هنا.',
      few: '# مطالبات محفوظة هنا.',
      many: '# مطالبة محفوظة هنا.',
      other: '# مطالبة محفوظة هنا.',
    },
    en: { one: '# claim is safe here.', other: '# claims are safe here.' },
  },
} as const satisfies Record<string, CountText>;
