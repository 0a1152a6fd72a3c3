import type { ReasonText } from './text.ts';

/** What the contract's own conditions say; `text` is the rule's. */
export const conditionReasons = {
  'condition-provider-bears': {
    short: { ar: 'شرط في العقد، على الجهة الطبية', en: 'Contract condition, provider bears' },
    sentence: {
      ar: 'يستثنيه شرط في العقد، والكلفة على الجهة الطبية: {text}.',
      en: 'A condition of the contract rules it out, and the provider bears it: {text}.',
    },
  },
  'condition-member-pays': {
    short: { ar: 'شرط في العقد، على المريض', en: 'Contract condition, patient pays' },
    sentence: {
      ar: 'يستثنيه شرط في العقد، والكلفة على المريض: {text}.',
      en: 'A condition of the contract rules it out, and the patient pays: {text}.',
    },
  },
  'condition-reduces-provider': {
    short: { ar: 'شرط يخفّض، على الجهة الطبية', en: 'Condition reduces, provider bears' },
    sentence: {
      ar: 'يدفع العقد جزءاً منه، والباقي على الجهة الطبية: {text}.',
      en: 'The contract pays a part of it, and the provider bears the rest: {text}.',
    },
  },
  'condition-reduces-member': {
    short: { ar: 'شرط يخفّض، على المريض', en: 'Condition reduces, patient pays' },
    sentence: {
      ar: 'يدفع العقد جزءاً منه، والباقي على المريض: {text}.',
      en: 'The contract pays a part of it, and the patient pays the rest: {text}.',
    },
  },
  'condition-refers': {
    short: { ar: 'شرط في العقد، تلزم موافقة', en: 'Contract condition, approval needed' },
    sentence: {
      ar: 'يشترط العقد موافقة المؤمِّن هنا: {text}.',
      en: 'Here the contract asks for the insurer’s approval: {text}.',
    },
  },
  'condition-fact-unknown': {
    short: { ar: 'معلومة يسأل عنها العقد ناقصة', en: 'What a condition needs is unknown' },
    sentence: {
      ar: 'يسأل شرط العقد {condition} عن {fact}، وهو غير معروف: {text}.',
      en: 'Condition {condition} of the contract asks for {fact}, which is not known: {text}.',
    },
  },
  'condition-not-evaluable': {
    short: { ar: 'شرط لا يمكن احتسابه هنا', en: 'Condition cannot be worked out' },
    sentence: {
      ar: 'تعذّر احتساب شرط العقد {condition} لهذا البند: {text}.',
      en: 'Condition {condition} of the contract could not be worked out for this line: {text}.',
    },
  },
} as const satisfies Record<string, ReasonText>;
