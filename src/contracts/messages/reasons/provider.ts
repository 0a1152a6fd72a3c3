import type { ReasonText } from './text.ts';

/** What the checks of provider, setting and waiting say. */
export const providerReasons = {
  'provider-contract-not-started': {
    short: { ar: 'العقد لم يبدأ، على الجهة الطبية', en: 'Contract not begun, provider bears' },
    sentence: {
      ar: 'يبدأ عقد {provider} مع المؤمِّن في {from}.',
      en: 'The insurer’s contract with {provider} begins on {from}.',
    },
  },
  'provider-contract-ended': {
    short: { ar: 'العقد انتهى، على الجهة الطبية', en: 'Contract ended, provider bears' },
    sentence: {
      ar: 'انتهى عقد {provider} مع المؤمِّن في {to}.',
      en: 'The insurer’s contract with {provider} ended on {to}.',
    },
  },
  'provider-outside-network': {
    short: { ar: 'خارج الشبكة، على الجهة الطبية', en: 'Outside network, provider bears' },
    sentence: {
      ar: 'ليست شبكة {provider} من شبكات الخطة «{plan}».',
      en: 'The plan {plan} does not use the network of {provider}.',
    },
  },
  'provider-not-licensed': {
    short: { ar: 'بلا ترخيص، على الجهة الطبية', en: 'Not licensed, provider bears' },
    sentence: {
      ar: 'ليس هذا ضمن ترخيص {provider}: {item}.',
      en: '{provider} is not licensed for this: {item}.',
    },
  },
  'clinician-not-entitled': {
    short: { ar: 'اختصاص آخر، على الجهة الطبية', en: 'Other specialty, provider bears' },
    sentence: {
      ar: 'يشترط العقد لهذا البند اختصاصاً آخر للطبيب: {item}.',
      en: 'The contract asks for a clinician of another specialty for this: {item}.',
    },
  },
  'provider-unknown': {
    short: { ar: 'الجهة الطبية غير معروفة', en: 'Provider not known' },
    sentence: {
      ar: 'ليست الجهة {provider} في قواعد المؤمِّن الموجودة هنا.',
      en: 'The insurer’s rules here do not contain the provider {provider}.',
    },
  },
  'network-unknown': {
    short: { ar: 'شبكة الخطة غير معروفة', en: 'Plan’s network not known' },
    sentence: {
      ar: 'لا تُعرف خطة المنتفع، فلا يُعرف أتشمل {provider}.',
      en: 'The member’s plan is not known, so neither is whether it includes {provider}.',
    },
  },
  'clinician-unknown': {
    short: { ar: 'الطبيب غير مذكور', en: 'Clinician not stated' },
    sentence: {
      ar: 'اذكر الطبيب وترخيصه، فالعقد يشترط اختصاصه لهذا البند: {item}.',
      en: 'State the clinician and the licence: the contract asks for a specialty for this: {item}.',
    },
  },
  'setting-not-licensed': {
    short: { ar: 'غير مجهّز لذلك، على الجهة الطبية', en: 'Not equipped, provider bears' },
    sentence: {
      ar: 'لا يشمل عقد {provider} هذا النوع من الرعاية: {setting}.',
      en: 'The contract of {provider} does not include this kind of care: {setting}.',
    },
  },
  'setting-not-covered': {
    short: { ar: 'ليس هنا، على الجهة الطبية', en: 'Wrong setting, provider bears' },
    sentence: {
      ar: 'لا يُدفع ثمن هذا البند في هذا النوع من الرعاية ({setting}): {item}.',
      en: 'This is not paid for in this kind of care ({setting}): {item}.',
    },
  },
  'stay-unknown': {
    short: { ar: 'مدة الإقامة غير مذكورة', en: 'Days of stay missing' },
    sentence: {
      ar: 'أدخل أول يوم الإقامة وآخره ودرجة الغرفة.',
      en: 'Enter the first and last day of the stay and the class of room.',
    },
  },
  'stay-too-long': {
    short: { ar: 'إقامة أطول من الحدّ', en: 'Stay longer than allowed' },
    sentence: {
      ar: 'مدة الإقامة {asked}، والحدّ دون موافقة {limit}.',
      en: 'The stay is {asked} long; without an approval the limit is {limit}.',
    },
  },
  'room-above-plan': {
    short: { ar: 'درجة الغرفة فوق الخطة', en: 'Room above the plan' },
    sentence: {
      ar: 'لا تشمل خطة المنتفع درجة الغرفة {room}.',
      en: 'The member’s plan does not include the room class {room}.',
    },
  },
  waiting: {
    short: { ar: 'مدة الانتظار، على المريض', en: 'Waiting period, patient pays' },
    sentence: {
      ar: 'بدأت تغطية المنتفع في {start}، ولا يُغطّى هذا البند قبل {from}: {item}.',
      en: 'The member’s cover began on {start}; this is covered from {from}: {item}.',
    },
  },
  'waiting-start-unknown': {
    short: { ar: 'بداية التغطية غير معروفة', en: 'Start of cover not known' },
    sentence: {
      ar: 'لا تُعرف بداية تغطية المنتفع، فلا يُعرف أانقضت مدة الانتظار لهذا البند: {item}.',
      en: 'It is not known when the member’s cover began, so neither is whether the waiting period for this has passed: {item}.',
    },
  },
  'waiting-accident-not-said': {
    short: { ar: 'أهو حادث؟ فلا انتظار', en: 'Accident? Then no waiting' },
    sentence: {
      ar: 'اذكر أكان هذا نتيجة حادث: بدأت تغطية المنتفع في {start}، ولا يُغطّى هذا البند قبل {from} إلا بعد حادث: {item}.',
      en: 'State whether this comes from an accident: the member’s cover began on {start}, and before {from} this is covered only after an accident: {item}.',
    },
  },
  'waiting-diagnosis-missing': {
    short: { ar: 'أدخل التشخيص للانتظار', en: 'Diagnosis for the waiting' },
    sentence: {
      ar: 'أدخل التشخيص: بدأت تغطية المنتفع في {start}، ومن التشخيصات ما لا يُغطّى له هذا البند قبل {from}: {item}.',
      en: 'Enter the diagnosis: the member’s cover began on {start}, and for some diagnoses this is covered only from {from}: {item}.',
    },
  },
  'day-case-overnight': {
    short: { ar: 'رعاية يوم واحد بأكثر منه', en: 'Day case over a night' },
    sentence: {
      ar: 'رعاية اليوم الواحد تبدأ وتنتهي في يوم واحد. صحّح نوع الرعاية أو الأيام.',
      en: 'A day case begins and ends on one day. Correct the kind of care, or the days.',
    },
  },
  'room-upgraded': {
    short: { ar: 'درجة أعلى، الفرق على المريض', en: 'Better room, patient pays difference' },
    sentence: {
      ar: 'درجة الغرفة {room} فوق الخطة. يُدفع عن اليوم {price}، والفرق على المريض.',
      en: 'Room class {room} is above the plan. {price} a day is paid; the patient pays the difference.',
    },
  },
  'bed-days-beyond-stay': {
    short: { ar: 'أيام زائدة، على الجهة الطبية', en: 'Days beyond stay, provider bears' },
    sentence: {
      ar: 'المطلوب {asked}، والباقي من أيام الإقامة {left}.',
      en: '{asked} are asked for; of the stay {left} are left.',
    },
  },
  'bed-price-changes': {
    short: { ar: 'يتغيّر سعر السرير أثناء الإقامة', en: 'Bed’s price changes in between' },
    sentence: {
      ar: 'يبقى السعر نفسه {days}، ثم يتغيّر. قدّم ما بعدها في مطالبة أخرى.',
      en: 'The price stays the same for {days}, then it changes. Claim what follows by itself.',
    },
  },
  'bed-period-changes': {
    short: { ar: 'تبدأ مدة حساب جديدة أثناء الإقامة', en: 'Counting begins anew in between' },
    sentence: {
      ar: 'تُحسب {days} على المدة الجارية، ثم تبدأ مدة جديدة. قدّم ما بعدها في مطالبة أخرى.',
      en: 'Of these days, {days} count in this period, then a new one begins. Claim the days after it by themselves.',
    },
  },
  'stay-overlaps': {
    short: { ar: 'إقامة أخرى في الأيام نفسها', en: 'Another stay on these days' },
    sentence: {
      ar: 'إقامة أخرى بدأت في {on} تشمل بعض هذه الأيام.',
      en: 'Another stay, which began on {on}, covers some of these days.',
    },
  },
} as const satisfies Record<string, ReasonText>;
