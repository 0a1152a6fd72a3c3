import type { ReasonText } from './text.ts';

/** What `cover` says. */
export const coverReasons = {
  'policy-cancelled': {
    short: { ar: 'العقد ملغى، على المريض', en: 'Policy cancelled, patient pays' },
    sentence: {
      ar: 'أُلغي عقد التأمين الذي يتبعه المنتفع.',
      en: 'The policy to which the member belongs has been cancelled.',
    },
  },
  'policy-suspended': {
    short: { ar: 'العقد موقوف، على المريض', en: 'Policy suspended, patient pays' },
    sentence: {
      ar: 'عقد التأمين موقوف حالياً، فلا تُقبل خدمات عليه حتى يُعاد تفعيله.',
      en: 'The policy is suspended; nothing is covered under it until it is reinstated.',
    },
  },
  'cover-not-started': {
    short: { ar: 'التغطية لم تبدأ، على المريض', en: 'Cover not started, patient pays' },
    sentence: {
      ar: 'تبدأ تغطية المنتفع في {from}.',
      en: 'The member’s cover begins on {from}.',
    },
  },
  'cover-ended': {
    short: { ar: 'التغطية انتهت، على المريض', en: 'Cover ended, patient pays' },
    sentence: {
      ar: 'انتهت تغطية المنتفع في {to}.',
      en: 'The member’s cover ended on {to}.',
    },
  },
  'cover-unknown': {
    short: { ar: 'العضوية غير معروفة هنا', en: 'Membership not known here' },
    sentence: {
      ar: 'لم تصل بيانات العضوية إلى هذه الطرفية، فلا يمكن البتّ الآن.',
      en: 'Membership data have not reached this terminal, so this cannot be decided now.',
    },
  },
  'membership-too-old': {
    short: { ar: 'بيانات العضوية أقدم من الحدّ', en: 'Membership data too old' },
    sentence: {
      ar: 'عمر بيانات العضوية {age}، والحدّ {limit}. هذا ليس رفضاً.',
      en: 'The membership data are {age} old; the limit is {limit}. This is not a refusal.',
    },
  },
  'member-not-found': {
    short: { ar: 'المنتفع ليس في البيانات', en: 'Member not in the data' },
    sentence: {
      ar: 'ليس المنتفع في بيانات العضوية الموجودة هنا، وقد يكون انضم بعد صدورها.',
      en: 'The membership data here do not contain this member, who may have joined since.',
    },
  },
  'cover-may-be-renewed': {
    short: { ar: 'قد تكون التغطية جُدّدت', en: 'Cover may have been renewed' },
    sentence: {
      ar: 'تنتهي التغطية المعروفة هنا في {to}، لكن البيانات أقدم من ذلك، وقد تكون جُدّدت.',
      en: 'The cover known here ended on {to}, but these data are older: it may have been renewed.',
    },
  },
  'plan-unknown': {
    short: { ar: 'خطة المنتفع غير معروفة', en: 'Member’s plan not known' },
    sentence: {
      ar: 'ليست الخطة {plan} في قواعد المؤمِّن الموجودة هنا.',
      en: 'The insurer’s rules here do not contain the plan {plan}.',
    },
  },
  'plan-of-day-unknown': {
    short: { ar: 'خطة ذلك اليوم غير معروفة', en: 'Plan of that day not known' },
    sentence: {
      ar: 'المنتفع في الخطة {plan} منذ {since}، ولا يُعرف هنا في أيّ خطة كان في {on}.',
      en: 'The member has been in the plan {plan} since {since}; in which plan they were on {on} is not known here.',
    },
  },
  'stay-beyond-cover': {
    short: { ar: 'الإقامة تتجاوز نهاية التغطية', en: 'Stay goes beyond the cover' },
    sentence: {
      ar: 'تنتهي التغطية في {to}، وتمتدّ الإقامة بعدها أكثر مما يدفع العقد.',
      en: 'The cover ends on {to}, and the stay goes on for longer after it than the contract pays.',
    },
  },
  'other-cover-not-said': {
    short: { ar: 'لم يُذكر أهناك تأمين آخر', en: 'Other insurance not stated' },
    sentence: {
      ar: 'يسأل العقد عن تأمين آخر قد يدفع أولاً، ولم يُذكر شيء عنه.',
      en: 'The contract asks whether another insurance pays first, which was not stated.',
    },
  },
  'other-cover-pays-first': {
    short: { ar: 'تأمين آخر يدفع أولاً', en: 'Another insurance pays first' },
    sentence: {
      ar: 'يدفع {payer} أولاً، ولا يُعرف ما دفعه من هذا البند.',
      en: '{payer} pays first, and what it paid of this line is not known.',
    },
  },
  'liable-pays-first': {
    short: { ar: 'المسؤول عن الحادث يدفع أولاً', en: 'Whoever is liable pays first' },
    sentence: {
      ar: 'يدفع المسؤول أولاً ({payer})، ولا يُعرف ما دفعه من هذا البند.',
      en: 'Whoever is liable pays first ({payer}), and what was paid of this line is not known.',
    },
  },
} as const satisfies Record<string, ReasonText>;
