import type { ReasonText } from './text.ts';

/** What `identity`, `collector` and `without-card` say of those without a card of their own, and `holder-proof`. */
export const presenceReasons = {
  'other-card-not-agreed': {
    short: { ar: 'لا اتفاق على بطاقة غيره', en: 'Another’s card not agreed' },
    sentence: {
      ar: 'لا ينصّ العقد على خدمة شخص ببطاقة غيره على هذا النحو.',
      en: 'The contract does not say that somebody is served on another’s card in this way.',
    },
  },
  'newborn-too-old': {
    short: { ar: 'جاوز مدة بطاقة أمه، على المريض', en: 'Past mother’s card, patient pays' },
    sentence: {
      ar: 'يُخدم المولود على بطاقة أمه حتى عمر {to}، وقد جاوزه. سجّلوه باسمه لدى المؤمِّن.',
      en: 'A newborn is served on the mother’s card up to the age of {to}, which has passed. The insurer must register the child.',
    },
  },
  'newborn-birth-unknown': {
    short: { ar: 'عمر المولود غير مؤكَّد', en: 'Newborn’s age not certain' },
    sentence: {
      ar: 'لا يُعرف من تاريخ الميلاد المُدخل أن المولود لم يجاوز {to}.',
      en: 'The birth date entered does not show that the newborn is no older than {to}.',
    },
  },
  'child-age-on-other-card': {
    short: { ar: 'العمر خارج حدّ بطاقة الوليّ', en: 'Age outside the guardian’s card' },
    sentence: {
      ar: 'لا يقبل العقد بطاقة الوليّ لهذه السنّ. اطلب بطاقة هذا المنتفع.',
      en: 'The contract takes no guardian’s card at this age. Ask for this member’s own card.',
    },
  },
  'guardian-unknown': {
    short: { ar: 'صلة الوليّ غير معروفة', en: 'Guardian not known here' },
    sentence: {
      ar: 'لا تحوي البيانات الوليّ أو الطفل، فلا يُعرف أيجمعهما عقد واحد.',
      en: 'The data do not have the guardian or the child, so it is not known whether they share a policy.',
    },
  },
  'guardian-of-other-policy': {
    short: { ar: 'وليّ غريب، على الجهة الطبية', en: 'Other policy’s guardian, provider bears' },
    sentence: {
      ar: 'صاحب البطاقة ليس على عقد الطفل، فلا تُثبت بطاقته حضور وليّه.',
      en: 'The card’s holder is not on the child’s policy, so the card does not prove a guardian.',
    },
  },
  'guardian-of-other-family': {
    short: { ar: 'وليّ أسرة أخرى، على الجهة الطبية', en: 'Other family’s guardian, provider bears' },
    sentence: {
      ar: 'صاحب البطاقة على عقد الطفل نفسه، لكنه من أسرة أخرى.',
      en: 'The card’s holder is on the child’s policy, but of another family.',
    },
  },
  'guardian-family-unknown': {
    short: { ar: 'أسرة الوليّ غير معروفة', en: 'Guardian’s family not known' },
    sentence: {
      ar: 'يجمع العقد صاحب البطاقة والطفل، ولا تقول البيانات أهما من أسرة واحدة.',
      en: 'The card’s holder and the child share a policy; the data do not say whether they are one family.',
    },
  },
  'collection-not-agreed': {
    short: { ar: 'لا اتفاق على الاستلام', en: 'Collecting not agreed' },
    sentence: {
      ar: 'لا ينصّ العقد على تسليم {item} لغير المريض.',
      en: 'The contract does not say whether {item} is handed to anybody but the patient.',
    },
  },
  'item-not-for-collector': {
    short: { ar: 'لا يُسلَّم لغيره، على الجهة الطبية', en: 'Patient only, provider bears' },
    sentence: {
      ar: 'لا يُسلَّم {item} إلا للمريض نفسه. اطلب حضوره، أو احذف البند.',
      en: '{item} is handed to the patient alone. Ask them to come, or remove the line.',
    },
  },
  'collector-not-permitted': {
    short: { ar: 'المستلِم غير مخوَّل، على الجهة الطبية', en: 'Wrong collector, provider bears' },
    sentence: {
      ar: 'لا يُسلَّم {item} لمن صلته بالمريض: {relationship}.',
      en: '{item} is not handed to a collector of this relationship: {relationship}.',
    },
  },
  'item-without-card': {
    short: { ar: 'لا يُقدَّم بلا بطاقته', en: 'Not given without the card' },
    sentence: {
      ar: 'لا يُقدَّم {item} لمن حضر بغير بطاقته إلا بموافقة المؤمِّن.',
      en: 'Without the person’s own card, {item} takes the insurer’s approval.',
    },
  },
  'amount-without-card': {
    short: { ar: 'جاوز حدّ الخدمة بلا بطاقة', en: 'Above the limit without card' },
    sentence: {
      ar: 'تبلغ حصة المؤمِّن {claim}، والحدّ بغير البطاقة {limit}.',
      en: 'The insurer’s share comes to {claim}; without the card the limit is {limit}.',
    },
  },
  'holder-pin-not-possible': {
    short: { ar: 'الرقم السري لا يمكن إدخاله', en: 'Card PIN cannot be entered' },
    sentence: {
      ar: 'يطلب العقد الرقم السري للبطاقة من أجل {item}، ولا يمكن إدخاله: {pin}.',
      en: 'The contract asks for the holder’s PIN for {item}, and it cannot be entered: {pin}.',
    },
  },
  'holder-pin-missing': {
    short: { ar: 'الرقم السري مطلوب', en: 'Card PIN asked for' },
    sentence: {
      ar: 'يطلب العقد أن يُدخل صاحب البطاقة رقمها السري من أجل {item}، ولم يُدخل في هذه الزيارة.',
      en: 'For {item} the contract asks the holder to enter the card’s PIN, which was not done in this visit.',
    },
  },
  'holder-signature-missing': {
    short: { ar: 'التوقيع مطلوب', en: 'Signature asked for' },
    sentence: {
      ar: 'يطلب العقد أن يوقّع مستلِم {item} على ورقة الزيارة، ولم يُسجَّل توقيعه.',
      en: 'The contract asks whoever takes {item} to sign the visit’s paper; no signature is recorded.',
    },
  },
} as const satisfies Record<string, ReasonText>;
