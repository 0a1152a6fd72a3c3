import type { Text } from './language.ts';

/** Texts of those who come without a card of their own, of MED, and of the alerts on the Patient screen. */
export const presenceTexts = {
  otherWay: { ar: 'طريق آخر', en: 'Another way' },
  otherWayHint: {
    ar: 'يستلم عنه غيره، أو طفل، أو مولود',
    en: 'Collected by another, a child, a newborn',
  },
  collectedBy: { ar: 'يستلم عنه غيره', en: 'Collected by…' },
  collectedByHint: {
    ar: 'صاحب البطاقة ليس هنا. اطلب هوية من أرسله وسجّلها.',
    en: 'The card’s holder is not here. Ask for the papers of whoever came, and enter them.',
  },
  child: { ar: 'طفل على هذه البطاقة', en: 'A child on this card' },
  childHint: {
    ar: 'البطاقة لوليّ أمره، والطفل واقف أمامك.',
    en: 'The card is the guardian’s; the child stands in front of you.',
  },
  newborn: { ar: 'مولود على بطاقة أمه', en: 'A newborn on its mother’s card' },
  newbornHint: {
    ar: 'لم يُسجَّل باسمه بعد، ويُخدم على عضوية أمه.',
    en: 'Not registered yet: it is served on its mother’s membership.',
  },
  name: { ar: 'الاسم كما في هويته', en: 'Name as on their papers' },
  relationship: { ar: 'صلته بالمريض', en: 'Relationship to the patient' },
  idNumber: { ar: 'رقم الهوية', en: 'Id number' },
  childNumber: { ar: 'رقم الطفل لدى المؤمِّن', en: 'The child’s member number' },
  born: { ar: 'تاريخ الميلاد', en: 'Birth date' },
  forward: { ar: 'متابعة', en: 'Go on' },
  withoutCard: { ar: 'بلا بطاقة', en: 'Without the card' },
  withoutCardHint: {
    ar: 'يُبحث عن المنتفع برقمه، ويُذكر ذلك في المطالبة دائماً. الطفل والمولود: أدخل بطاقة الوليّ أو الأم أولاً.',
    en: 'The member is found by number, and the claim always says so. For a child or a newborn insert the guardian’s or the mother’s card first.',
  },
  why: { ar: 'السبب', en: 'Why' },
  forgotten: { ar: 'نسي بطاقته', en: 'Card forgotten' },
  broken: { ar: 'بطاقته معطّلة', en: 'Card broken' },
  emergency: { ar: 'حالة إسعافية', en: 'An emergency' },

  cameWithoutCard: { ar: 'بلا بطاقة: عُرف برقم المنتفع', en: 'Without the card: found by number' },
  cameInEmergency: { ar: 'إسعاف بلا بطاقة', en: 'Emergency without the card' },
  cameWithGuardian: {
    ar: 'طفل على بطاقة وليّه {number}',
    en: 'Child on the guardian’s card, {number}',
  },
  cameWithMother: { ar: 'مولود على بطاقة أمه', en: 'Newborn on its mother’s card' },
  cameForPatient: {
    ar: 'يستلم عنه: {name}، {relationship}، هوية {number}',
    en: 'Collected by {name}, {relationship}, id {number}',
  },

  collects: { ar: 'يستلم عنه {name}', en: 'Collected by {name}' },
  collectsHint: {
    ar: 'سُجّلت هوية المستلم. الخطوة التالية:',
    en: 'The collector’s papers are entered. Next:',
  },
  newbornOfMember: { ar: 'مولود لم يُسجَّل بعد', en: 'Newborn, not registered yet' },
  notTheMember: { ar: 'ليس هو: توقفت الزيارة', en: 'Not this person: the visit is stopped' },
  notTheMemberSub: {
    ar: 'سُجّل أن الحاضر ليس هذا الشخص. لا تُقدَّم له خدمة باسمه.',
    en: 'It was recorded that whoever came is not this person. No service in their name.',
  },
  openedAt: { ar: 'فُتحت الزيارة {time}.', en: 'The visit was opened at {time}.' },
  stepOwnCard: { ar: 'معه بطاقته؟ أدخلها', en: 'Do they have their card? Put it in' },
  stepOwnCardSub: {
    ar: 'ضع هذه الزيارة جانباً، ثم أدخل بطاقة الحاضر نفسه.',
    en: 'Set this visit aside, then insert the card of whoever came.',
  },

  alerts: { ar: 'تنبيهات', en: 'Alerts' },
  refillDue: { ar: 'حان موعد {name} منذ {date}', en: '{name} due since {date}' },
  allergyTo: { ar: 'حساسية: {name}', en: 'Allergy: {name}' },
  hasCondition: { ar: 'مرض مزمن: {name}', en: 'Chronic: {name}' },

  med: { ar: 'السجلّ الصحّي للطوارئ', en: 'Emergency data' },
  medReading: { ar: 'يُقرأ من البطاقة…', en: 'Reading from the card…' },
  medNotPermitted: {
    ar: 'السجلّ الصحّي لا يظهر لدورك.',
    en: 'The emergency data are not shown to your role.',
  },
  medUnknown: {
    ar: 'لم يُقرأ السجلّ الصحّي. لا تفترض أنه بلا حساسية.',
    en: 'The emergency data could not be read. Do not assume that there is no allergy.',
  },
  medNone: {
    ar: 'لا سجلّ صحّياً على البطاقة. اسأل عن الحساسية.',
    en: 'The card has no emergency data. Ask about allergies.',
  },
  provedByPin: {
    ar: 'أدخل صاحب البطاقة رقمها السري في {time}.',
    en: 'The holder entered the card’s PIN at {time}.',
  },
  signedPaper: {
    ar: 'وُقّعت ورقة الزيارة في {time}.',
    en: 'The visit’s paper was signed at {time}.',
  },
  bloodGroup: { ar: 'الزمرة الدموية', en: 'Blood group' },
  conditions: { ar: 'أمراض مزمنة', en: 'Chronic conditions' },
  allergies: { ar: 'حساسية', en: 'Allergies' },
  medicines: { ar: 'أدوية دائمة', en: 'Standing medicines' },
  contact: { ar: 'للطوارئ', en: 'Emergency contact' },
  notStated: { ar: 'غير مذكور', en: 'not stated' },
  noneStated: { ar: 'لا شيء مذكور', en: 'none stated' },
  medWritten: { ar: 'كتبه {writer} في {date}', en: 'Written by {writer} on {date}' },
  issuer: { ar: 'المُصدِر', en: 'the issuer' },
  unknownWriter: { ar: 'كاتب غير معروف هنا', en: 'a writer not known here' },
  medUnverified: { ar: 'غير متحقَّق منه', en: 'not verified' },
} as const satisfies Record<string, Text>;
