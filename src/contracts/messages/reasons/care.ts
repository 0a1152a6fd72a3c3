import type { ReasonText } from './text.ts';

/** What the checks of pregnancies, teeth and eyes say. */
export const careReasons = {
  'pregnancy-none': {
    short: { ar: 'لا حمل، على الجهة الطبية', en: 'Not pregnant, provider bears' },
    sentence: {
      ar: 'ذُكر أنه لا حمل، وهذا للحامل أو النفساء وحدها: {item}.',
      en: 'It was stated that there is no pregnancy; this is only for a pregnancy or childbirth: {item}.',
    },
  },
  'pregnancy-not-said': {
    short: { ar: 'لم يُذكر الحمل', en: 'Pregnancy not stated' },
    sentence: {
      ar: 'اذكر الحمل وأول يوم من آخر دورة: {item}.',
      en: 'State the pregnancy and the first day of the last period: {item}.',
    },
  },
  'last-period-unknown': {
    short: { ar: 'آخر دورة غير معروفة', en: 'Last period not known' },
    sentence: {
      ar: 'يحسب العقد من أول يوم من آخر دورة، وهو غير معروف أو بعد يوم الخدمة: {item}.',
      en: 'The contract counts from the first day of the last period, which is not known, or after the service: {item}.',
    },
  },
  'pregnancy-before-cover': {
    short: { ar: 'حمل قبل الأوان، على المريض', en: 'Pregnancy before cover, patient pays' },
    sentence: {
      ar: 'بدأ الحمل بدورة {lastPeriod}، ويشمل العقد ما بدأ في {from} أو بعده: {item}.',
      en: 'The pregnancy began with the period of {lastPeriod}; the contract covers what began on {from} or later: {item}.',
    },
  },
  'pregnancy-cover-unknown': {
    short: { ar: 'بداية التغطية غير معروفة', en: 'Start of cover not known' },
    sentence: {
      ar: 'لا تُعرف هنا بداية تغطية المنتفع، ومنها تُحسب مدة انتظار الحمل: {item}.',
      en: 'The start of the member’s cover is not known here, and a pregnancy’s waiting counts from it: {item}.',
    },
  },
  'pregnancy-too-early': {
    short: { ar: 'قبل أسبوعه، على الجهة الطبية', en: 'Before its week, provider bears' },
    sentence: {
      ar: 'مضى من الحمل {week}، وهذه الخدمة من {from} إلى {to}: {item}.',
      en: '{week} of the pregnancy have passed; this service is for {from} to {to}: {item}.',
    },
  },
  'pregnancy-too-late': {
    short: { ar: 'بعد أسبوعه، على الجهة الطبية', en: 'After its week, provider bears' },
    sentence: {
      ar: 'مضى من الحمل {week}، وهذه الخدمة من {from} إلى {to} فقط: {item}.',
      en: '{week} of the pregnancy have passed; this service is for {from} to {to} only: {item}.',
    },
  },
  'delivery-not-said': {
    short: { ar: 'لم يُذكر نوع الولادة', en: 'Kind of birth not stated' },
    sentence: {
      ar: 'يختلف ما يُدفع بنوع الولادة، ولم يُذكر: {item}.',
      en: 'What is paid depends on how the child was born, which was not stated: {item}.',
    },
  },
  'delivery-not-covered': {
    short: { ar: 'ولادة غير مشمولة، على المريض', en: 'Birth not covered, patient pays' },
    sentence: {
      ar: 'لا يشمل العقد هذه الخدمة في {delivery}: {item}.',
      en: 'The contract does not pay for this with {delivery}: {item}.',
    },
  },
  'tooth-unknown': {
    short: { ar: 'رقم السن ناقص', en: 'Tooth not stated' },
    sentence: {
      ar: 'اذكر رقم السن بالترقيم العالمي ذي الخانتين: {item}.',
      en: 'State the tooth by its FDI number, such as 36: {item}.',
    },
  },
  'tooth-not-for-service': {
    short: { ar: 'ليس لهذا السن، على الجهة الطبية', en: 'Other tooth, provider bears' },
    sentence: {
      ar: 'لا تُدفع هذه الخدمة للسن {tooth}، فهي لنوع آخر من الأسنان: {item}.',
      en: 'This is not paid for tooth {tooth}: it is for another kind of tooth: {item}.',
    },
  },
  'surfaces-unknown': {
    short: { ar: 'سطوح السن ناقصة', en: 'Surfaces not stated' },
    sentence: {
      ar: 'اذكر سطوح السن {tooth} بحروفها: {item}.',
      en: 'State the surfaces of tooth {tooth} by their letters, such as MO: {item}.',
    },
  },
  'surfaces-differ': {
    short: { ar: 'سطوح أخرى، على الجهة الطبية', en: 'Other surfaces, provider bears' },
    sentence: {
      ar: 'ذُكر من سطوح السن {tooth} {stated}، وهذه الخدمة لعدد {paid}: {item}.',
      en: 'Of tooth {tooth} {stated} surfaces are stated; this service is for {paid}: {item}.',
    },
  },
  'tooth-removed': {
    short: { ar: 'سن مقلوع، على الجهة الطبية', en: 'Tooth removed, provider bears' },
    sentence: {
      ar: 'قُلع السن {tooth} في {on}: {item}.',
      en: 'Tooth {tooth} was removed on {on}: {item}.',
    },
  },
  'tooth-treated-before': {
    short: { ar: 'مرة لكل سن، على الجهة الطبية', en: 'Once per tooth, provider bears' },
    sentence: {
      ar: 'تُدفع هذه الخدمة مرة واحدة لكل سن، وقُدّمت للسن {tooth} في {on}: {item}.',
      en: 'This is paid once for each tooth, and tooth {tooth} had it on {on}: {item}.',
    },
  },
  'tooth-history-unknown': {
    short: { ar: 'ما جرى للسن غير معروف', en: 'History of tooth not known' },
    sentence: {
      ar: 'تعذّرت معرفة ما جرى للسن {tooth} من قبل: {item}.',
      en: 'What was done to tooth {tooth} before could not be learned: {item}.',
    },
  },
  'lenses-too-early': {
    short: { ar: 'عدسات قبل أوانها، على المريض', en: 'Lenses too early, patient pays' },
    sentence: {
      ar: 'صُرفت عدسات في {last}، وتُدفع غيرها من {from}: {item}.',
      en: 'Lenses were given on {last}; others are paid for from {from}: {item}.',
    },
  },
  'lenses-unchanged': {
    short: { ar: 'لم يتغيّر النظر كفايةً، على المريض', en: 'Eyes little changed, patient pays' },
    sentence: {
      ar: 'تغيّر النظر منذ {last} بمقدار {change}، وتُدفع عدسات جديدة عند {threshold} أو من {from}: {item}.',
      en: 'Since {last} the eyes changed by {change}; new lenses are paid for at {threshold}, or from {from}: {item}.',
    },
  },
  'refraction-unknown': {
    short: { ar: 'قياس النظر ناقص', en: 'Eye measurement missing' },
    sentence: {
      ar: 'صُرفت عدسات في {last}، وقبل {from} يلزم تغيّر قدره {threshold}: أدخل القياسين، الحالي والسابق: {item}.',
      en: 'Lenses were given on {last}; before {from} a change of {threshold} is needed: enter both measurements, now and before: {item}.',
    },
  },
  'lenses-history-unknown': {
    short: { ar: 'العدسات السابقة غير معروفة', en: 'Earlier lenses not known' },
    sentence: {
      ar: 'تعذّرت معرفة آخر عدسات صُرفت: {item}.',
      en: 'When lenses were last given could not be learned: {item}.',
    },
  },
} as const satisfies Record<string, ReasonText>;
