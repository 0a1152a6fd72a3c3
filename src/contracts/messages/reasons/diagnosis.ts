import type { ReasonText } from './text.ts';

/** What the checks of the diagnosis say. */
export const diagnosisReasons = {
  'diagnosis-excluded': {
    short: { ar: 'تشخيص مستثنى، على المريض', en: 'Diagnosis excluded, patient pays' },
    sentence: {
      ar: 'يستثني العقد هذا التشخيص: {diagnosis}.',
      en: 'The contract excludes this diagnosis: {diagnosis}.',
    },
  },
  'diagnosis-missing': {
    short: { ar: 'التشخيص غير مذكور', en: 'Diagnosis not stated' },
    sentence: {
      ar: 'أدخل التشخيص، فالعقد يطلبه لهذا البند.',
      en: 'Enter the diagnosis: the contract asks for one.',
    },
  },
  'diagnosis-unreadable': {
    short: { ar: 'رمز التشخيص غير معروف', en: 'Diagnosis code not known' },
    sentence: {
      ar: 'ليس {diagnosis} من رموز التصنيف الدولي للأمراض.',
      en: '{diagnosis} is not a code of the International Classification of Diseases.',
    },
  },
  'diagnosis-women-only': {
    short: { ar: 'تشخيص للنساء، على الجهة الطبية', en: 'Women’s diagnosis, provider bears' },
    sentence: {
      ar: 'هذا التشخيص للنساء فقط، والمنتفع ذكر: {diagnosis}.',
      en: 'This diagnosis is for women only, and the member is male: {diagnosis}.',
    },
  },
  'diagnosis-men-only': {
    short: { ar: 'تشخيص للرجال، على الجهة الطبية', en: 'Men’s diagnosis, provider bears' },
    sentence: {
      ar: 'هذا التشخيص للرجال فقط، والمنتفعة أنثى: {diagnosis}.',
      en: 'This diagnosis is for men only, and the member is female: {diagnosis}.',
    },
  },
  'sex-unknown-for-diagnosis': {
    short: { ar: 'الجنس غير مؤكَّد', en: 'Sex not certain' },
    sentence: {
      ar: 'هذا التشخيص لأحد الجنسين، وجنس المنتفع غير مؤكَّد في سجلّه. اطلب تصحيحه: {diagnosis}.',
      en: 'This diagnosis is for one sex, and the member’s is not certain in the record. Ask for a correction: {diagnosis}.',
    },
  },
  'diagnosis-too-young': {
    short: { ar: 'دون العمر، على الجهة الطبية', en: 'Too young, provider bears' },
    sentence: {
      ar: 'يقبل العقد هذا التشخيص ابتداءً من عمر {from}: {diagnosis}.',
      en: 'The contract accepts this diagnosis from the age of {from}: {diagnosis}.',
    },
  },
  'diagnosis-too-old': {
    short: { ar: 'فوق العمر، على الجهة الطبية', en: 'Too old, provider bears' },
    sentence: {
      ar: 'يقبل العقد هذا التشخيص حتى عمر {to}: {diagnosis}.',
      en: 'The contract accepts this diagnosis up to the age of {to}: {diagnosis}.',
    },
  },
  'age-unknown-for-diagnosis': {
    short: { ar: 'العمر غير مؤكَّد', en: 'Age not certain' },
    sentence: {
      ar: 'لهذا التشخيص حدّ للعمر، وتاريخ الميلاد المعروف لا يكفي للبتّ. اطلب تصحيحه: {diagnosis}.',
      en: 'This diagnosis has an age limit, and the known date of birth does not settle it. Ask for a correction: {diagnosis}.',
    },
  },
  'condition-pre-existing': {
    short: { ar: 'مرض سابق للتغطية، على المريض', en: 'Began before cover, patient pays' },
    sentence: {
      ar: 'بدأ المرض في {onset}، قبل التغطية التي بدأت في {start}، فلا يُغطّى قبل {from}: {diagnosis}.',
      en: 'The illness began on {onset}, before the cover did on {start}, and is covered from {from}: {diagnosis}.',
    },
  },
  'third-party-liable': {
    short: { ar: 'قد يكون غيره مسؤولاً', en: 'Somebody else may be liable' },
    sentence: {
      ar: 'سبب الإصابة مما قد يُسأل عنه طرف آخر ({accident})، فيُحال إلى المؤمِّن: {diagnosis}.',
      en: 'Somebody else may be liable for it ({accident}), so it goes to the insurer: {diagnosis}.',
    },
  },
  'accident-not-said': {
    short: { ar: 'هل هو حادث؟ غير مذكور', en: 'Accident or not, not stated' },
    sentence: {
      ar: 'اذكر أكان هذا نتيجة حادث، وأي حادث: {diagnosis}.',
      en: 'State whether this comes from an accident, and which: {diagnosis}.',
    },
  },
  'onset-unknown': {
    short: { ar: 'بداية المرض غير مذكورة', en: 'Onset not stated' },
    sentence: {
      ar: 'اذكر متى بدأ المرض، فالعقد يفرّق بين ما قبل التغطية وما بعدها: {diagnosis}.',
      en: 'State when the illness began: the contract tells apart what began before the cover: {diagnosis}.',
    },
  },
  'referral-missing': {
    short: { ar: 'تلزم إحالة طبية', en: 'Referral needed' },
    sentence: {
      ar: 'يشترط العقد إحالة طبية لهذا التشخيص: {diagnosis}.',
      en: 'The contract asks for a referral with this diagnosis: {diagnosis}.',
    },
  },
  'report-missing': {
    short: { ar: 'يلزم تقرير طبي', en: 'Medical report needed' },
    sentence: {
      ar: 'يشترط العقد تقريراً طبياً لهذا التشخيص: {diagnosis}.',
      en: 'The contract asks for a medical report with this diagnosis: {diagnosis}.',
    },
  },
  'specialist-needed': {
    short: { ar: 'يلزم طبيب مختصّ', en: 'Specialist needed' },
    sentence: {
      ar: 'يشترط العقد طبيباً مختصّاً لهذا التشخيص: {diagnosis}.',
      en: 'The contract asks for a specialist for this diagnosis: {diagnosis}.',
    },
  },
  'diagnosis-needs-approval': {
    short: { ar: 'تشخيص يحتاج موافقة مسبقة', en: 'Diagnosis needs prior approval' },
    sentence: {
      ar: 'يشترط العقد موافقة مسبقة لهذا التشخيص: {diagnosis}.',
      en: 'The contract asks for a prior approval with this diagnosis: {diagnosis}.',
    },
  },
} as const satisfies Record<string, ReasonText>;
