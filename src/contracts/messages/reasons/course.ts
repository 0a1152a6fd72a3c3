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
  'referral-not-entered': {
    short: { ar: 'تلزم إحالة', en: 'Referral needed' },
    sentence: {
      ar: 'لا يُدفع هذا دون إحالة إلى اختصاص {to}. أدخل الإحالة المقدَّمة: {item}.',
      en: 'This is paid for only upon a referral to {to}. Enter the one that was presented: {item}.',
    },
  },
  'referrer-unknown': {
    short: { ar: 'المُحيل غير معروف', en: 'Referrer not known' },
    sentence: {
      ar: 'لا يُقرأ في الإحالة ترخيص من أحال: {item}.',
      en: 'The referral does not show the licence of whoever referred: {item}.',
    },
  },
  'referral-to-other-specialty': {
    short: { ar: 'إحالة إلى غيره، على الجهة الطبية', en: 'Other specialty, provider bears' },
    sentence: {
      ar: 'الإحالة إلى {told}، والمطلوب إحالة إلى {to}: {item}.',
      en: 'The referral is to {told}; one to {to} is needed: {item}.',
    },
  },
  'referrer-not-entitled': {
    short: { ar: 'ليس مخوّلاً بالإحالة، على الجهة الطبية', en: 'May not refer, provider bears' },
    sentence: {
      ar: 'لا يقبل العقد إحالة من اختصاص {from} إلى {to}: {item}.',
      en: 'The contract does not accept a referral from {from} to {to}: {item}.',
    },
  },
  'referral-not-yet-valid': {
    short: { ar: 'إحالة بتاريخ لاحق، على الجهة الطبية', en: 'Referral too new, provider bears' },
    sentence: {
      ar: 'كُتبت الإحالة في {on}، بعد يوم الخدمة: {item}.',
      en: 'The referral was written on {on}, after the day of the service: {item}.',
    },
  },
  'referral-expired': {
    short: { ar: 'إحالة منتهية، على الجهة الطبية', en: 'Referral expired, provider bears' },
    sentence: {
      ar: 'كُتبت الإحالة في {on} وانتهت في {until}: {item}.',
      en: 'The referral of {on} was valid until {until}: {item}.',
    },
  },
  'referral-for-other-illness': {
    short: { ar: 'إحالة لمرض آخر', en: 'Referred for another illness' },
    sentence: {
      ar: 'الإحالة لتشخيص {diagnosis}، وليس من تشخيصات هذا البند: {item}.',
      en: 'The referral is for {diagnosis}, which is not among the diagnoses of this: {item}.',
    },
  },
  'controlled-patient-only': {
    short: { ar: 'للمريض وحده، على الجهة الطبية', en: 'Patient only, provider bears' },
    sentence: {
      ar: 'دواء خاضع للرقابة لا يُسلَّم إلا للمريض نفسه: {item}.',
      en: 'A controlled medicine that is handed to the patient alone: {item}.',
    },
  },
  'collector-not-listed': {
    short: { ar: 'مستلِم غير مسجَّل، على الجهة الطبية', en: 'Not listed, provider bears' },
    sentence: {
      ar: 'لم يسجّل المؤمِّن {name} مستلِماً لهذا المريض، فلا يُسلَّم إليه دواء خاضع للرقابة: {item}.',
      en: 'The insurer does not list {name} as a collector for this patient, and this medicine is controlled: {item}.',
    },
  },
  'batch-expired': {
    short: { ar: 'منتهي الصلاحية، على الجهة الطبية', en: 'Batch expired, provider bears' },
    sentence: {
      ar: 'انتهت صلاحية الطبخة {batch} في {to}. لا تصرف منها: {item}.',
      en: 'Batch {batch} expired on {to}. Do not hand it out: {item}.',
    },
  },
  'batch-recalled': {
    short: { ar: 'طبخة مسحوبة، على الجهة الطبية', en: 'Batch called back, provider bears' },
    sentence: {
      ar: 'سُحبت الطبخة {batch} من السوق. لا تصرف منها: {item}.',
      en: 'Batch {batch} was called back. Do not hand it out: {item}.',
    },
  },
  'special-number-used': {
    short: {
      ar: 'وصفة خاصّة مستعملة، على الجهة الطبية',
      en: 'Special prescription used, provider bears',
    },
    sentence: {
      ar: 'صُرف {item} في {on} بالوصفة الخاصّة {number}، وهي تُستعمل مرة واحدة.',
      en: 'Special prescription {number} was used for {item} on {on}; it is good for one supply.',
    },
  },
  'special-uses-unknown': {
    short: { ar: 'استعمال الوصفة الخاصّة مجهول', en: 'Use of prescription not known' },
    sentence: {
      ar: 'لا يُعرف هل استُعملت الوصفة الخاصّة من قبل، فأرسل {item} للموافقة.',
      en: 'Whether the special prescription was used before is not known: send {item} for approval.',
    },
  },
  'special-number-missing': {
    short: { ar: 'رقم الوصفة الخاصّة ناقص', en: 'Special prescription missing' },
    sentence: {
      ar: 'أدخل رقم الوصفة الخاصّة، فهذا دواء خاضع للرقابة: {item}.',
      en: 'Enter the number of the special prescription: this medicine is controlled: {item}.',
    },
  },
  'taker-id-missing': {
    short: { ar: 'رقم هوية المستلِم ناقص', en: 'Id of whoever takes it missing' },
    sentence: {
      ar: 'أدخل رقم هوية المريض الذي يستلم، فهذا دواء خاضع للرقابة: {item}.',
      en: 'Enter the id number of the patient who takes it: this medicine is controlled: {item}.',
    },
  },
  'batch-missing': {
    short: { ar: 'الطبخة غير مذكورة', en: 'Batch not stated' },
    sentence: {
      ar: 'أدخل رقم الطبخة وتاريخ انتهائها، فهذا دواء خاضع للرقابة: {item}.',
      en: 'Enter the batch and its expiry: this medicine is controlled: {item}.',
    },
  },
  'collectors-unknown': {
    short: { ar: 'المستلِمون المسجَّلون غير معروفين', en: 'Listed collectors not known' },
    sentence: {
      ar: 'لا يُعرف هنا من سجّله المؤمِّن مستلِماً لهذا المريض: {item}.',
      en: 'It is not known here whom the insurer lists as collectors for this patient: {item}.',
    },
  },
  'recalls-unknown': {
    short: { ar: 'الطبخات المسحوبة غير معروفة', en: 'Recalls not known' },
    sentence: {
      ar: 'لا يُعرف هنا أسُحبت الطبخة {batch} من السوق أم لا: {item}.',
      en: 'It is not known here whether batch {batch} was called back: {item}.',
    },
  },
  'not-enrolled': {
    short: { ar: 'غير مسجَّل في البرنامج، على المريض', en: 'Not enrolled, patient pays' },
    sentence: {
      ar: 'يُدفع هذا للمسجَّلين في {programme} فقط، والمنتفع غير مسجَّل فيه في هذا اليوم: {item}.',
      en: 'This is paid for in {programme} only, in which the member is not enrolled on this day: {item}.',
    },
  },
  'medicine-not-in-programme': {
    short: { ar: 'ليس من أدوية برنامجه، على المريض', en: 'Not in programme, patient pays' },
    sentence: {
      ar: 'المنتفع مسجَّل في {programme}، ولم يُعتمد له فيه هذا الدواء: {item}.',
      en: 'The member is enrolled in {programme}, where this medicine is not approved for them: {item}.',
    },
  },
  'other-pharmacy-chosen': {
    short: { ar: 'اختار صيدلية أخرى، على الجهة الطبية', en: 'Other pharmacy, provider bears' },
    sentence: {
      ar: 'اختار المنتفع في {programme} أن يُصرف له لدى {provider}: {item}.',
      en: 'In {programme} the member chose to be supplied by {provider}: {item}.',
    },
  },
  'programme-too-early': {
    short: { ar: 'قبل موعده، على الجهة الطبية', en: 'Not due yet, provider bears' },
    sentence: {
      ar: 'موعد الصرف التالي في {programme} هو {from}: {item}.',
      en: 'In {programme} it is next due on {from}: {item}.',
    },
  },
  'programme-month-used': {
    short: { ar: 'صُرفت كمية الشهر، على الجهة الطبية', en: 'Month used, provider bears' },
    sentence: {
      ar: 'كمية الشهر في {programme} هي {monthly}، ولم يبقَ منها شيء: {item}.',
      en: 'In {programme} {monthly} a month are approved, and none are left: {item}.',
    },
  },
  'programme-month-nearly-used': {
    short: { ar: 'فوق كمية الشهر، على الجهة الطبية', en: 'Above the month, provider bears' },
    sentence: {
      ar: 'المطلوب {asked}، وبقي {left} من كمية الشهر في {programme} البالغة {monthly}: {item}.',
      en: '{asked} are asked for; of {monthly} a month in {programme} {left} are left: {item}.',
    },
  },
  'programme-below-unit': {
    short: { ar: 'الباقي أقلّ من عبوة', en: 'Rest below smallest pack' },
    sentence: {
      ar: 'بقي {left} من كمية الشهر في {programme} البالغة {monthly}، أقلّ مما يُباع: {item}.',
      en: 'Of {monthly} a month in {programme} {left} are left, less than can be sold: {item}.',
    },
  },
  'enrolment-unknown': {
    short: { ar: 'التسجيل غير معروف', en: 'Enrolment not known' },
    sentence: {
      ar: 'لا يُعرف هنا أمسجَّل المنتفع في {programme} أم لا: {item}.',
      en: 'It is not known here whether the member is enrolled in {programme}: {item}.',
    },
  },
  'programme-history-unknown': {
    short: { ar: 'ما صُرف هذا الشهر غير معروف', en: 'Month’s supplies not known' },
    sentence: {
      ar: 'تعذّرت معرفة ما صُرف هذا الشهر في {programme}: {item}.',
      en: 'What was supplied this month in {programme} could not be learned: {item}.',
    },
  },
} as const satisfies Record<string, ReasonText>;
