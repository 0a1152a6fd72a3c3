import type { ReasonText } from './text.ts';

/** What `identity` and `card-status` say. */
export const cardReasons = {
  'card-forged': {
    short: { ar: 'بطاقة مزوّرة، على الجهة الطبية', en: 'Forged card, provider bears' },
    sentence: {
      ar: 'توقيع المؤمِّن على البطاقة غير صحيح، فلا تُقدَّم خدمة عليها.',
      en: 'The insurer’s signature on the card is wrong: no service is given on it.',
    },
  },
  'card-copy-suspected': {
    short: { ar: 'نسخة مشتبهة، على الجهة الطبية', en: 'Suspected copy, provider bears' },
    sentence: {
      ar: 'لم تُثبت البطاقة أنها الأصلية، وقد تكون نسخة عنها.',
      en: 'The card did not prove that it is the original; it may be a copy.',
    },
  },
  'holder-refused': {
    short: { ar: 'ليس صاحبها، على الجهة الطبية', en: 'Not the holder, provider bears' },
    sentence: {
      ar: 'الشخص الذي قدّم البطاقة ليس صاحبها، فأُوقفت الزيارة.',
      en: 'The person who brought the card is not its holder, so the visit was stopped.',
    },
  },
  'card-issuer-unknown': {
    short: { ar: 'جهة إصدار البطاقة غير معروفة', en: 'Card issuer not known here' },
    sentence: {
      ar: 'لا تعرف هذه الطرفية الجهة التي أصدرت البطاقة، فلا تستطيع التحقق منها.',
      en: 'This terminal does not know who issued the card and cannot verify it.',
    },
  },
  'card-unauthenticated': {
    short: { ar: 'بطاقة لم تُتحقَّق أصالتها', en: 'Card not authenticated' },
    sentence: {
      ar: 'هذه بطاقة من نظام صحي آخر لا تستطيع إثبات أصالتها هنا، فتُحال المطالبة إلى المؤمِّن مع إشارة إلى ذلك.',
      en: 'This is another scheme’s health card, which cannot prove here that it is genuine: the claim goes to the insurer and is marked as such.',
    },
  },
  'no-card': {
    short: { ar: 'زيارة بلا بطاقة', en: 'Visit without a card' },
    sentence: {
      ar: 'لم تُقدَّم بطاقة، فتُحال المطالبة إلى المؤمِّن مع إشارة إلى ذلك.',
      en: 'No card was presented, so the claim goes to the insurer and is marked as such.',
    },
  },
  'person-unknown': {
    short: { ar: 'صاحب البطاقة غير معروف', en: 'Card holder not known' },
    sentence: {
      ar: 'لم تُقرأ هوية صاحب البطاقة، فلا يُعرف لمن الخدمة.',
      en: 'The holder could not be read from the card, so it is not known who is served.',
    },
  },
  'holder-not-confirmed': {
    short: { ar: 'الهوية بانتظار تأكيدك', en: 'Waiting for you to confirm' },
    sentence: {
      ar: 'لم تُؤكَّد بعد أن الشخص الواقف أمامك هو صاحب البطاقة.',
      en: 'You have not yet confirmed that the person in front of you is the card’s holder.',
    },
  },
  'card-lost': {
    short: { ar: 'بطاقة مفقودة، على الجهة الطبية', en: 'Card lost, provider bears' },
    sentence: {
      ar: 'البطاقة موقوفة منذ {since}: أُبلغ عن فقدانها.',
      en: 'The card has been blocked since {since}: it was reported lost.',
    },
  },
  'card-stolen': {
    short: { ar: 'بطاقة مسروقة، على الجهة الطبية', en: 'Card stolen, provider bears' },
    sentence: {
      ar: 'البطاقة موقوفة منذ {since}: أُبلغ عن سرقتها.',
      en: 'The card has been blocked since {since}: it was reported stolen.',
    },
  },
  'card-fraud': {
    short: { ar: 'بطاقة موقوفة، على الجهة الطبية', en: 'Card blocked, provider bears' },
    sentence: {
      ar: 'البطاقة موقوفة منذ {since} لإساءة استعمالها.',
      en: 'The insurer has blocked the card since {since} because it was misused.',
    },
  },
  'card-replaced': {
    short: { ar: 'بطاقة مستبدلة، على المريض', en: 'Card replaced, patient pays' },
    sentence: {
      ar: 'صدرت بطاقة بديلة في {since}، فاطلب البطاقة الجديدة.',
      en: 'A new card was issued on {since}: ask for that one.',
    },
  },
  'card-cancelled': {
    short: { ar: 'بطاقة ملغاة، على المريض', en: 'Card cancelled, patient pays' },
    sentence: {
      ar: 'ألغى المؤمِّن هذه البطاقة في {since}.',
      en: 'The insurer cancelled this card on {since}.',
    },
  },
  'card-not-yet-valid': {
    short: { ar: 'بطاقة لم تبدأ، على المريض', en: 'Card not yet valid, patient pays' },
    sentence: {
      ar: 'تبدأ صلاحية البطاقة في {from}.',
      en: 'The card becomes valid on {from}.',
    },
  },
  'card-expired': {
    short: { ar: 'بطاقة منتهية، على المريض', en: 'Card expired, patient pays' },
    sentence: {
      ar: 'انتهت صلاحية البطاقة في {to}. اطلب البطاقة الجديدة.',
      en: 'The card expired on {to}. Ask for the new one.',
    },
  },
  'card-validity-unknown': {
    short: { ar: 'صلاحية البطاقة غير معروفة', en: 'Card validity not known' },
    sentence: {
      ar: 'لم تُقرأ مدة صلاحية البطاقة، فلا يُعرف أهي سارية.',
      en: 'The card’s validity could not be read, so it is not known whether it is in force.',
    },
  },
  'hotlist-unknown': {
    short: { ar: 'قائمة البطاقات الموقوفة غير متوفرة', en: 'List of blocked cards missing' },
    sentence: {
      ar: 'لم تصل قائمة البطاقات الموقوفة إلى هذه الطرفية، وقد تكون البطاقة فيها.',
      en: 'The list of blocked cards has not reached this terminal; this card may be on it.',
    },
  },
  'hotlist-too-old': {
    short: { ar: 'قائمة البطاقات الموقوفة قديمة', en: 'List of blocked cards outdated' },
    sentence: {
      ar: 'عمر قائمة البطاقات الموقوفة {age}، والحدّ {limit}. هذا ليس رفضاً.',
      en: 'The list of blocked cards is {age} old; the limit is {limit}. This is not a refusal.',
    },
  },
} as const satisfies Record<string, ReasonText>;
