import type { ReasonText } from './text.ts';

/** What the checks of quantities, ceilings and offline risk say. */
export const limitReasons = {
  'quantity-above-limit': {
    short: { ar: 'فوق الكمية، على الجهة الطبية', en: 'Above quantity, provider bears' },
    sentence: {
      ar: 'المطلوب {asked}، ويُدفع ثمن {allowed} بعبوات كاملة: {item}.',
      en: '{asked} are asked for; {allowed} in whole packs are paid for: {item}.',
    },
  },
  'quantity-below-unit': {
    short: { ar: 'الباقي أقلّ من عبوة', en: 'Rest below smallest pack' },
    sentence: {
      ar: 'المطلوب {asked}، والمسموح {left}، أقلّ مما يُباع: {item}.',
      en: '{asked} are asked for; {left} are allowed, less than can be sold: {item}.',
    },
  },
  'quantity-history-unknown': {
    short: { ar: 'الكميات السابقة غير معروفة', en: 'Earlier quantities not known' },
    sentence: {
      ar: 'تعذّرت معرفة الكميات السابقة، والعقد يحدّها في المدة: {item}.',
      en: 'Earlier quantities could not be learned, and the contract limits them over time: {item}.',
    },
  },
  'days-missing-for-quantity': {
    short: { ar: 'عدد أيام الكمية ناقص', en: 'Days of supply missing' },
    sentence: {
      ar: 'أدخل عدد الأيام التي تكفيها الكمية، فالعقد يحدّ الجرعة أو المدة: {item}.',
      en: 'Enter how many days this lasts: the contract limits the dose or the days: {item}.',
    },
  },
  'frequency-reached': {
    short: { ar: 'بلغ العدد، على المريض', en: 'Number reached, patient pays' },
    sentence: {
      ar: 'يدفع العقد ثمن {limit} في المدة، ولم يبقَ منها شيء: {item}.',
      en: 'The contract pays for {limit} in the period, and none is left: {item}.',
    },
  },
  'frequency-nearly-reached': {
    short: { ar: 'فوق العدد، على المريض', en: 'Above number, patient pays' },
    sentence: {
      ar: 'يدفع العقد ثمن {limit} في المدة، وبقي منها {left}: {item}.',
      en: 'The contract pays for {limit} in the period, and {left} are left: {item}.',
    },
  },
  'frequency-below-unit': {
    short: { ar: 'الباقي أقلّ من عبوة', en: 'Rest below smallest pack' },
    sentence: {
      ar: 'يدفع العقد ثمن {limit} في المدة، وبقي {left}، أقلّ مما يُباع: {item}.',
      en: 'The contract pays for {limit} in the period; {left} are left, less than can be sold: {item}.',
    },
  },
  'frequency-history-unknown': {
    short: { ar: 'عدد المرات السابقة غير معروف', en: 'Earlier number not known' },
    sentence: {
      ar: 'يدفع العقد ثمن {limit} في المدة، وتعذّرت معرفة ما مضى منها: {item}.',
      en: 'The contract pays for {limit} in the period, and how many were used could not be learned: {item}.',
    },
  },
  'ceiling-used-up': {
    short: { ar: 'السقف استُنفد، على المريض', en: 'Ceiling used up, patient pays' },
    sentence: {
      ar: 'سقف «{ceiling}» وقدره {limit}، وبقي منه {left}.',
      en: 'The ceiling “{ceiling}” is {limit}, of which {left} is left.',
    },
  },
  'ceiling-nearly-used': {
    short: { ar: 'فوق السقف، على المريض', en: 'Above ceiling, patient pays' },
    sentence: {
      ar: 'سقف «{ceiling}» وقدره {limit}، وبقي منه {left}، وما زاد على المريض.',
      en: 'The ceiling “{ceiling}” is {limit}, of which {left} is left; the patient pays what exceeds it.',
    },
  },
  'ceiling-use-unknown': {
    short: { ar: 'المستهلك من السقف غير معروف', en: 'Use of ceiling not known' },
    sentence: {
      ar: 'سقف «{ceiling}» وقدره {limit}، ولا يُعرف هنا ما استُهلك منه.',
      en: 'The ceiling “{ceiling}” is {limit}, and what was used of it is not known here.',
    },
  },
  'ceiling-allowance-used': {
    short: { ar: 'فوق المسموح دون اتصال', en: 'Above the offline allowance' },
    sentence: {
      ar: 'سقف «{ceiling}» وقدره {limit}، ولا يُعرف ما استُهلك منه، وبقي من المسموح لهذه الطرفية {left}.',
      en: 'The ceiling “{ceiling}” is {limit}; what was used of it is not known, and of this terminal’s allowance {left} is left.',
    },
  },
  'ceiling-plan-since-unknown': {
    short: { ar: 'بداية الخطة غير معروفة', en: 'Start of the plan not known' },
    sentence: {
      ar: 'سقف «{ceiling}» وقدره {limit}، ويبدأ حسابه من تغيير الخطة، ولا يُعرف متى كان.',
      en: 'The ceiling “{ceiling}” is {limit} and counts from a change of plan; since when the patient has been in the plan is not known.',
    },
  },
  'diagnosis-ceiling-used-up': {
    short: { ar: 'سقف التشخيص استُنفد، على المريض', en: 'Diagnosis ceiling used, patient pays' },
    sentence: {
      ar: 'سقف التشخيص «{ceiling}» وقدره {limit}، وبقي منه {left}.',
      en: 'The diagnosis’ ceiling “{ceiling}” is {limit}, of which {left} is left.',
    },
  },
  'diagnosis-ceiling-nearly-used': {
    short: { ar: 'فوق سقف التشخيص، على المريض', en: 'Above diagnosis ceiling, patient pays' },
    sentence: {
      ar: 'سقف التشخيص «{ceiling}» وقدره {limit}، وبقي منه {left}، وما زاد على المريض.',
      en: 'The diagnosis’ ceiling “{ceiling}” is {limit}, of which {left} is left; the patient pays what exceeds it.',
    },
  },
  'diagnosis-ceiling-use-unknown': {
    short: { ar: 'المستهلك من سقف التشخيص مجهول', en: 'Use of diagnosis ceiling unknown' },
    sentence: {
      ar: 'سقف التشخيص «{ceiling}» وقدره {limit}، ولا يُعرف هنا ما استُهلك منه.',
      en: 'The diagnosis’ ceiling “{ceiling}” is {limit}, and what was used of it is not known here.',
    },
  },
  'diagnosis-ceiling-allowance-used': {
    short: { ar: 'فوق المسموح دون اتصال', en: 'Above the offline allowance' },
    sentence: {
      ar: 'سقف التشخيص «{ceiling}» وقدره {limit}، ولا يُعرف ما استُهلك منه، وبقي من المسموح لهذه الطرفية {left}.',
      en: 'The diagnosis’ ceiling “{ceiling}” is {limit}; what was used of it is not known, and of this terminal’s allowance {left} is left.',
    },
  },
  'diagnosis-ceiling-plan-since-unknown': {
    short: { ar: 'بداية الخطة غير معروفة', en: 'Start of the plan not known' },
    sentence: {
      ar: 'سقف التشخيص «{ceiling}» وقدره {limit}، ويبدأ حسابه من تغيير الخطة، ولا يُعرف متى كان.',
      en: 'The diagnosis’ ceiling “{ceiling}” is {limit} and counts from a change of plan; since when the patient has been in the plan is not known.',
    },
  },
  'deductible-use-unknown': {
    short: { ar: 'المدفوع من مبلغ التحمّل غير معروف', en: 'Deductible borne so far not known' },
    sentence: {
      ar: '«{counter}» {limit}، ولا يُعرف كم دفع المريض منه.',
      en: '“{counter}” is {limit}, and how much of it the patient has borne is not known.',
    },
  },
  'deductible-allowance-used': {
    short: { ar: 'فوق ما يُحصَّل دون اتصال', en: 'Above what may be charged offline' },
    sentence: {
      ar: '«{counter}» {limit}، ولا يُعرف كم دفع المريض منه، وبقي مما يُحصَّل هنا دون اتصال {left}.',
      en: '“{counter}” is {limit}; how much of it was borne is not known, and of what may be charged here offline {left} is left.',
    },
  },
  'deductible-plan-since-unknown': {
    short: { ar: 'بداية الخطة غير معروفة', en: 'Start of the plan not known' },
    sentence: {
      ar: '«{counter}» {limit}، ويبدأ حسابه من تغيير الخطة، ولا يُعرف متى كان.',
      en: '“{counter}” is {limit} and counts from a change of plan; since when the patient has been in the plan is not known.',
    },
  },
  'out-of-pocket-use-unknown': {
    short: { ar: 'ما دفعه المريض سابقاً غير معروف', en: 'Paid so far not known' },
    sentence: {
      ar: '«{counter}» {limit}، ولا يُعرف كم دفع المريض حتى الآن.',
      en: '“{counter}” is {limit}, and how much the patient has paid so far is not known.',
    },
  },
  'out-of-pocket-allowance-used': {
    short: { ar: 'فوق ما يُحصَّل دون اتصال', en: 'Above what may be charged offline' },
    sentence: {
      ar: '«{counter}» {limit}، ولا يُعرف كم دفع المريض حتى الآن، وبقي مما يُحصَّل هنا دون اتصال {left}.',
      en: '“{counter}” is {limit}; how much was paid so far is not known, and of what may be charged here offline {left} is left.',
    },
  },
  'out-of-pocket-plan-since-unknown': {
    short: { ar: 'بداية الخطة غير معروفة', en: 'Start of the plan not known' },
    sentence: {
      ar: '«{counter}» {limit}، ويبدأ حسابه من تغيير الخطة، ولا يُعرف متى كان.',
      en: '“{counter}” is {limit} and counts from a change of plan; since when the patient has been in the plan is not known.',
    },
  },
  'rules-too-old': {
    short: { ar: 'القواعد والأسعار أقدم من الحدّ', en: 'Rules and prices too old' },
    sentence: {
      ar: 'عمر القواعد والأسعار {age}، والحدّ {limit}. هذا ليس رفضاً.',
      en: 'Rules and prices are {age} old; the limit is {limit}. This is not a refusal.',
    },
  },
  'rules-age-unknown': {
    short: { ar: 'عمر القواعد غير معروف', en: 'Age of rules not known' },
    sentence: {
      ar: 'لا يُعرف متى صدرت القواعد والأسعار الموجودة هنا.',
      en: 'It is not known when the rules and prices here were published.',
    },
  },
  'offline-floor-exceeded': {
    short: { ar: 'فوق حدّ المطالبة دون اتصال', en: 'Above the offline claim limit' },
    sentence: {
      ar: 'حصة المؤمِّن من هذه المطالبة {claim}، والحدّ دون اتصال {floor}. هذا ليس رفضاً.',
      en: 'The insurer’s share of this claim is {claim}; the limit while offline is {floor}. This is not a refusal.',
    },
  },
  'offline-member-limit': {
    short: { ar: 'بلغ المنتفع حدّه دون اتصال', en: 'Member’s offline limit reached' },
    sentence: {
      ar: 'بلغت مطالبات هذا المنتفع التي لم تصل إلى المركز حدّها. هذا ليس رفضاً.',
      en: 'This member’s claims that the centre has not received have reached their limit. This is not a refusal.',
    },
  },
  'offline-terminal-limit': {
    short: { ar: 'بلغت الطرفية حدّها دون اتصال', en: 'Terminal’s offline limit reached' },
    sentence: {
      ar: 'بلغت مطالبات هذه الطرفية التي لم تصل إلى المركز حدّها. هذا ليس رفضاً.',
      en: 'This terminal’s claims that the centre has not received have reached their limit. This is not a refusal.',
    },
  },
  'offline-drawn': {
    short: { ar: 'اختيرت للمراجعة عشوائياً', en: 'Drawn for review' },
    sentence: {
      ar: 'اختيرت هذه المطالبة عشوائياً ليراها المؤمِّن أولاً. هذا ليس رفضاً.',
      en: 'This claim was drawn at random for the insurer to see first. This is not a refusal.',
    },
  },
  'offline-totals-unknown': {
    short: { ar: 'حدود دون الاتصال غير معروفة', en: 'Offline totals not known' },
    sentence: {
      ar: 'لا يُعرف ما قبلته هذه الطرفية دون اتصال، فلا يُعرف أبقي من حدّها.',
      en: 'What this terminal let through while offline is not known, so neither is what is left of its limit.',
    },
  },
  'clock-ahead': {
    short: { ar: 'ساعة الجهاز متقدّمة', en: 'Clock runs ahead' },
    sentence: {
      ar: 'ساعة الجهاز {wall}، وهي متقدّمة أكثر من {limit} على آخر وقت مؤكَّد. صحّحها.',
      en: 'The clock says {wall}, more than {limit} ahead of the last time that is certain. Correct it.',
    },
  },
  'clock-changes-price': {
    short: { ar: 'ساعة الجهاز تغيّر السعر', en: 'Clock changes the price' },
    sentence: {
      ar: 'ساعة الجهاز {wall}، وهي متأخرة عن الوقت المؤكَّد، والسعر في اليومين مختلف. صحّحها.',
      en: 'The clock says {wall}, behind the time that is certain, and the two days have different prices. Correct it.',
    },
  },
  'day-already-closed': {
    short: { ar: 'يوم أُغلق سابقاً', en: 'Day already closed' },
    sentence: {
      ar: 'أُغلق يوم {day} هنا، فيلزم مشرف ومراجعة المؤمِّن.',
      en: 'The day {day} was closed here: it takes a supervisor, and the insurer looks at it.',
    },
  },
  'service-in-future': {
    short: { ar: 'تاريخ الخدمة لم يأتِ', en: 'Service date lies ahead' },
    sentence: {
      ar: 'لم يأتِ تاريخ الخدمة بعد: {day}.',
      en: 'The service date has not come yet: {day}.',
    },
  },
  'clock-unknown': {
    short: { ar: 'الوقت غير مؤكَّد', en: 'Time not certain' },
    sentence: {
      ar: 'لا تعرف هذه الطرفية وقتاً مؤكَّداً تقيس به ساعتها.',
      en: 'This terminal knows no certain time by which to measure its clock.',
    },
  },
} as const satisfies Record<string, ReasonText>;
