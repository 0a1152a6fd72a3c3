import type { ReasonText } from './text.ts';

/** What is said of a consultation, medicine or service by its place in a course of care. */
export const courseReasons = {
  'follow-up-included': {
    short: { ar: 'مراجعة مجانية، على الجهة الطبية', en: 'Free follow-up, provider bears' },
    sentence: {
      ar: 'هذه مراجعة للاستشارة في {on}، وأجرها داخل في أجر تلك حتى {to}، فلا يدفع المنتفع ولا المؤمِّن شيئاً: {item}.',
      en: 'This follows up the consultation of {on}, whose fee contains it until {to}: neither member nor insurer pays anything. {item}.',
    },
  },
  'follow-up-unsure': {
    short: { ar: 'قد تكون مراجعة', en: 'May be a follow-up' },
    sentence: {
      ar: 'سُجّلت استشارة في {on} دون طبيبها أو تشخيصها، فلا يُعرف أهذه مراجعتها: {item}.',
      en: 'A consultation of {on} was recorded without its clinician or diagnosis, so it is not known whether this follows it up: {item}.',
    },
  },
  'follow-up-clinician-unknown': {
    short: { ar: 'الطبيب غير مذكور', en: 'Clinician not stated' },
    sentence: {
      ar: 'اذكر الطبيب وترخيصه واختصاصه: كانت استشارة في {on}، وقد تكون هذه مراجعتها المجانية. {item}.',
      en: 'State the clinician, licence and specialty: there was a consultation on {on}, which this may follow up free of charge. {item}.',
    },
  },
  'follow-up-diagnosis-unknown': {
    short: { ar: 'التشخيص غير مذكور', en: 'Diagnosis not stated' },
    sentence: {
      ar: 'أدخل التشخيص: كانت استشارة في {on}، وقد تكون هذه مراجعتها المجانية. {item}.',
      en: 'Enter the diagnosis: there was a consultation on {on}, which this may follow up free of charge. {item}.',
    },
  },
  'follow-up-history-unknown': {
    short: { ar: 'الاستشارات السابقة غير معروفة', en: 'Earlier consultations not known' },
    sentence: {
      ar: 'تعذّرت معرفة الاستشارات السابقة، فلا يُعرف أهذه مراجعة مجانية: {item}.',
      en: 'Earlier consultations could not be learned, so it is not known whether this is a free follow-up: {item}.',
    },
  },
} as const satisfies Record<string, ReasonText>;
