import type { ReasonText } from './text.ts';

/** What the checks of one line say. */
export const lineReasons = {
  'item-excluded': {
    short: { ar: 'مستثنى من الخطة، على المريض', en: 'Excluded, patient pays' },
    sentence: {
      ar: 'تستثني الخطة «{plan}» هذا الصنف: {item}.',
      en: 'The plan {plan} excludes this item: {item}.',
    },
  },
  'benefit-not-covered': {
    short: { ar: 'خارج منافع الخطة، على المريض', en: 'Not covered, patient pays' },
    sentence: {
      ar: 'لا تشمل الخطة «{plan}» منفعة «{benefit}»، ومنها: {item}.',
      en: 'The plan {plan} does not cover {benefit}, to which this belongs: {item}.',
    },
  },
  'not-in-formulary': {
    short: { ar: 'خارج قائمة الخطة، على المريض', en: 'Not on plan’s list, patient pays' },
    sentence: {
      ar: 'تدفع الخطة «{plan}» من منفعة «{benefit}» ما في قائمتها فقط، وليس فيها: {item}.',
      en: 'For {benefit} the plan {plan} pays only what is on its list, which does not have {item}.',
    },
  },
  'item-unknown': {
    short: { ar: 'رمز غير معروف لدى المؤمِّن', en: 'Code not in insurer’s list' },
    sentence: {
      ar: 'ليس الرمز {code} في قائمة المؤمِّن، فلا يُعرف أهو مشمول.',
      en: 'The code {code} is not in the insurer’s list, so it is not known whether it is covered.',
    },
  },
  'plan-unknown-for-item': {
    short: { ar: 'خطة المنتفع غير معروفة', en: 'Member’s plan not known' },
    sentence: {
      ar: 'لا تُعرف خطة المنتفع، فلا يُعرف أيشمل التأمين هذا الصنف: {item}.',
      en: 'The member’s plan is not known, so neither is whether it covers this item: {item}.',
    },
  },
  'benefit-unknown': {
    short: { ar: 'الخطة لا تذكر هذه المنفعة', en: 'Plan silent on this benefit' },
    sentence: {
      ar: 'لا تذكر الخطة «{plan}» منفعة «{benefit}» التي يتبعها هذا الصنف: {item}.',
      en: 'The plan {plan} says nothing of {benefit}, to which this belongs: {item}.',
    },
  },
  'above-allowed-price': {
    short: { ar: 'فوق المسموح، على الجهة الطبية', en: 'Above allowed price, provider bears' },
    sentence: {
      ar: 'طُلب {asked} للوحدة، والمسموح {allowed}. الفرق على الجهة الطبية.',
      en: '{asked} per unit was asked, and {allowed} is allowed. The provider bears the difference.',
    },
  },
  'whole-not-claimed': {
    short: { ar: 'البند الأصلي ليس في المطالبة', en: 'Main item not on the claim' },
    sentence: {
      ar: 'سعر هذا البند جزء من سعر {other}، ولم يُقبل ذلك في المطالبة.',
      en: 'This line is priced as a part of {other}, which was not allowed on the claim.',
    },
  },
  'above-reference-price': {
    short: { ar: 'فوق المرجعي، على المريض', en: 'Above reference price, patient pays' },
    sentence: {
      ar: 'سعر الوحدة {price}، والعقد يدفع {reference} على الأكثر. الفرق على المريض إن وقّع.',
      en: 'A unit costs {price}, and the contract pays {reference} at most. The patient pays the difference if they sign.',
    },
  },
  'tax-above-due': {
    short: {
      ar: 'ضريبة فوق المستحق، على الجهة الطبية',
      en: 'Tax above due, provider bears',
    },
    sentence: {
      ar: 'طُلبت ضريبة {asked}، والمستحق {due}. الفرق على الجهة الطبية.',
      en: 'A tax of {asked} was asked, and {due} is due. The provider bears the difference.',
    },
  },
  'tax-rate-unknown': {
    short: { ar: 'نسبة الضريبة غير معروفة', en: 'Rate of tax unknown' },
    sentence: {
      ar: 'لا نسبة لهذه الضريبة في تاريخ الخدمة في قواعد المؤمِّن.',
      en: 'The insurer’s rules name no rate of this tax on the service date.',
    },
  },
  'currency-unknown': {
    short: { ar: 'عملة لا يعرفها العقد', en: 'Currency unknown to the contract' },
    sentence: {
      ar: 'ذُكرت المبالغ بعملة {stated}، والعقد يحسب بعملة {due}. لم تُقرأ المبالغ.',
      en: 'Amounts are stated in {stated}, and the contract counts in {due}. They were not read.',
    },
  },
  'currency-not-said': {
    short: { ar: 'لم تُذكر العملة', en: 'Currency not stated' },
    sentence: {
      ar: 'تغيّرت عملة العقد إلى {due}، ولم يُذكر بأي عملة المبالغ. لم تُقرأ المبالغ.',
      en: 'The contract’s currency became {due}, and in which one the amounts are was not said. They were not read.',
    },
  },
  'above-panel-price': {
    short: { ar: 'فوق سعر الباقة، على الجهة الطبية', en: 'Above panel price, provider bears' },
    sentence: {
      ar: 'هذا البند جزء من {panel}، وسعرها {price}، وبقي منه {left}. الباقي على الجهة الطبية.',
      en: 'This is a part of {panel}, which costs {price}; {left} of it is left, and the provider bears the rest.',
    },
  },
  'above-panel-price-member': {
    short: { ar: 'فوق سعر الباقة، على المريض', en: 'Above panel price, patient pays' },
    sentence: {
      ar: 'هذا البند جزء من {panel}، وسعرها {price}، وبقي منه {left}. الباقي على المريض إن وقّع.',
      en: 'This is a part of {panel}, which costs {price}; {left} of it is left. The patient pays the rest if they sign.',
    },
  },
  'panel-price-unknown': {
    short: { ar: 'سعر الباقة غير معروف', en: 'Panel’s price unknown' },
    sentence: {
      ar: 'هذا البند جزء من {panel}، ولا سعر لها هنا في تاريخ الخدمة.',
      en: 'This is a part of {panel}, which has no price here on the service date.',
    },
  },
  'panel-history-unknown': {
    short: { ar: 'أجزاء الباقة السابقة غير معروفة', en: 'Earlier parts unknown' },
    sentence: {
      ar: 'هذا البند جزء من {panel}، ولا يُعرف ما طُلب منها اليوم.',
      en: 'This is a part of {panel}, and what else of it was claimed that day is not known.',
    },
  },
  'within-global-period': {
    short: {
      ar: 'يشمله سعر آخر، على الجهة الطبية',
      en: 'Contained in another price, provider bears',
    },
    sentence: {
      ar: 'سعر {other} في {on} يشمل {item}، فلا يُدفع ثانيةً.',
      en: 'The price of {other} on {on} contains {item}; it is not paid again.',
    },
  },
  'global-period-unsure': {
    short: { ar: 'قد يشمله سعر آخر', en: 'May be contained in another price' },
    sentence: {
      ar: 'قد يشمل سعر {other} في {on} هذا البند: لم يُسجَّل من قدّمه.',
      en: 'The price of {other} on {on} may contain this: who provided it was not recorded.',
    },
  },
  'global-after-part': {
    short: { ar: 'بعد خدمة يشملها سعره', en: 'After what its price contains' },
    sentence: {
      ar: 'سعر {item} يشمل {other} التي طُلبت في {on}، ولا يُعرف ما دُفع منها.',
      en: 'The price of {item} contains {other}, claimed on {on}; what was paid of that is not known.',
    },
  },
  'global-history-unknown': {
    short: { ar: 'الخدمات السابقة غير معروفة', en: 'Earlier services unknown' },
    sentence: {
      ar: 'قد يشمل سعر خدمة أخرى {item}، والخدمات السابقة غير معروفة.',
      en: 'Another price may contain {item}, and earlier services are not known.',
    },
  },
  'above-list-price': {
    short: { ar: 'فوق اللائحة، على الجهة الطبية', en: 'Above list, provider bears' },
    sentence: {
      ar: 'سعر الوحدة المطلوب {asked} فوق سعر اللائحة {list}، والفرق على الجهة الطبية.',
      en: 'The unit price asked, {asked}, is above the list price of {list}; the provider bears the difference.',
    },
  },
  'price-unknown': {
    short: { ar: 'لا سعر له في اللائحة', en: 'No price in the list' },
    sentence: {
      ar: 'لا سعر لهذا البند في تاريخ الخدمة في لائحة {provider}.',
      en: 'The price list of {provider} has no price for this on the service date.',
    },
  },
  'repeat-in-claim': {
    short: { ar: 'مكرّر هنا، على الجهة الطبية', en: 'Repeated here, provider bears' },
    sentence: {
      ar: 'الدواء نفسه مقبول في بند سابق من هذه المطالبة: {item}.',
      en: 'An earlier line of this claim already supplies the same medicine: {item}.',
    },
  },
  'repeat-too-early': {
    short: { ar: 'قبل موعده، على الجهة الطبية', en: 'Too early, provider bears' },
    sentence: {
      ar: 'صُرف {item} في {last}، ومدته {supplied}، والباقي منها {remaining}. يُسمح بصرفه في {next} أو بعده.',
      en: '{item} was supplied on {last} for {supplied}; what is left lasts {remaining}. It is permitted on {next} or later.',
    },
  },
  'repeat-too-early-from-supplier': {
    short: { ar: 'قبل موعده، على الجهة الطبية', en: 'Too early, provider bears' },
    sentence: {
      ar: 'صُرف {item} في {last} من {supplier}، ومدته {supplied}، والباقي منها {remaining}. يُسمح بصرفه في {next} أو بعده.',
      en: '{item} was supplied on {last} for {supplied} by {supplier}; what is left lasts {remaining}. It is permitted on {next} or later.',
    },
  },
  'repeat-too-early-with-carried': {
    short: { ar: 'قبل موعده، على الجهة الطبية', en: 'Too early, provider bears' },
    sentence: {
      ar: 'صُرف {item} في {last}، ومع ما تبقّى من صرف سابق صار لدى المريض منه ما يكفي {atHand}، والباقي منها {remaining}. يُسمح بصرفه في {next} أو بعده.',
      en: 'With what was left from earlier supplies, that of {last} gave the patient {item} for {atHand}; what is left lasts {remaining}. It is permitted on {next} or later.',
    },
  },
  'repeat-before-later-supply': {
    short: { ar: 'صُرف لاحقاً، على الجهة الطبية', en: 'Supplied later, provider bears' },
    sentence: {
      ar: 'صُرف {item} بعد هذا التاريخ، في {last}، فلا يُحتسب صرفان متقاربان. يُسمح بصرفه في {next} أو بعده.',
      en: '{item} was already supplied later, on {last}: the two are too close. It is permitted on {next} or later.',
    },
  },
  'supply-history-unknown': {
    short: { ar: 'الصرف السابق غير معروف', en: 'Earlier supplies not known' },
    sentence: {
      ar: 'تعذّرت معرفة ما صُرف سابقاً من {item}، فلا يُعرف أحان موعده.',
      en: 'Earlier supplies of {item} could not be learned, so it is not known whether it is due.',
    },
  },
  'days-supply-missing': {
    short: { ar: 'عدد أيام الكمية ناقص', en: 'Days of supply missing' },
    sentence: {
      ar: 'أدخل عدد الأيام التي تكفيها كمية {item}، فإعادة صرفه محدودة بالعقد.',
      en: 'Enter how many days this quantity of {item} lasts: the contract limits its repeats.',
    },
  },
  'share-unknown': {
    short: { ar: 'حصة المريض غير معروفة', en: 'Patient’s share not known' },
    sentence: {
      ar: 'لا تُعرف حصة المريض من هذا البند، لغياب السعر أو حكم الخطة.',
      en: 'The patient’s share of this line is not known: its price or the plan’s rule is missing.',
    },
  },
  'co-payment-use-unknown': {
    short: { ar: 'لا يُعرف أدُفع المبلغ الثابت', en: 'Co-payment not known' },
    sentence: {
      ar: 'على المريض مبلغ ثابت مرة واحدة، ولا يُعرف أدُفع من قبل.',
      en: 'The patient pays a fixed amount once, and whether it was paid before is not known.',
    },
  },
} as const satisfies Record<string, ReasonText>;
