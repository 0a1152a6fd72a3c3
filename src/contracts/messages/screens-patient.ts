import type { OtherCardKind } from '#domain/other-cards.ts';
import type { AskedCentre } from '../agent-views.ts';
import type { Text } from './language.ts';
import type { CountText } from './screens-frame.ts';

/** Texts of the Patient screen. */
export const patientTexts = {
  insertCard: { ar: 'أدخل بطاقة المنتفع', en: 'Insert a member card' },
  insertCardHint: {
    ar: 'الشريحة الذهبية إلى الأمام وإلى الأعلى. تظهر التغطية خلال ثوانٍ.',
    en: 'Gold chip first, facing up. Cover shows within seconds.',
  },
  reading: { ar: 'تُقرأ البطاقة…', en: 'Reading the card…' },
  readingHint: {
    ar: 'اتركها في القارئ حتى يظهر القرار.',
    en: 'Leave it in the reader until the verdict shows.',
  },
  noReader: { ar: 'لا قارئ بطاقات موصول', en: 'No card reader is attached' },
  noReaderHint: {
    ar: 'أعد وصل كابل القارئ، أو جرّب منفذاً آخر. يُتعرَّف عليه وحده.',
    en: 'Plug the reader’s cable in again, or try another port. It is found by itself.',
  },
  noService: {
    ar: 'خدمة البطاقات في النظام متوقفة',
    en: 'The system’s card service is not running',
  },
  noServiceHint: {
    ar: 'أعد تشغيل الجهاز. إن عادت المشكلة فاتصل بالدعم التقني.',
    en: 'Restart this computer. If it happens again, call technical support.',
  },
  cardFailed: { ar: 'تعذّرت قراءة هذه البطاقة', en: 'This card cannot be read' },
  cardFailedHint: {
    ar: 'انزعها، امسح شريحتها بقطعة قماش جافة، ثم أدخلها ثانية.',
    en: 'Take it out, wipe the chip with a dry cloth, and put it back.',
  },
  cardIn: {
    ar: 'في القارئ بطاقة بلا زيارة مفتوحة',
    en: 'A card is in the reader, with no visit open',
  },
  cardInHint: {
    ar: 'انزعها وأدخل بطاقة المنتفع التالي، أو افتح زيارة جديدة لها.',
    en: 'Take it out and insert the next member’s card, or open a new visit for this one.',
  },
  openAgain: { ar: 'زيارة جديدة لهذه البطاقة', en: 'New visit for this card' },
  readerName: { ar: 'القارئ: {reader}', en: 'Reader: {reader}' },

  coverActive: { ar: 'التغطية سارية', en: 'Cover is active' },
  coverActiveHere: {
    ar: 'يحقّ للمنتفع تلقّي الخدمة هنا اليوم.',
    en: 'The member may be served here today.',
  },
  coverInGrace: {
    ar: 'انتهت التغطية المعروفة هنا في {date}، وربما جُدّدت. مهلة العقد بعدها {days}.',
    en: 'The cover known here ended on {date} and may have been renewed. The contract grants {days} of grace.',
  },
  coverWarned: { ar: 'التغطية سارية، مع تنبيه', en: 'Cover is active, with a warning' },
  cannotDecide: { ar: 'لا يمكن البتّ الآن: تلزم موافقة', en: 'Cannot decide here: approval needed' },
  cardRefused: { ar: 'لا تُقدَّم خدمة على هذه البطاقة', en: 'No service on this card' },
  notThisPerson: {
    ar: 'ليس صاحب البطاقة: توقفت الزيارة',
    en: 'Not the card holder: the visit is stopped',
  },
  notThisPersonSub: {
    ar: 'سُجّل أن حامل البطاقة ليس صاحبها. لا تُقدَّم خدمة عليها.',
    en: 'It was recorded that the bearer is not the card holder. No service on this card.',
  },
  checksHeading: { ar: 'الفحوص', en: 'Checks' },
  identityWaiting: { ar: 'الهوية: بانتظار تأكيدك', en: 'Identity: waiting for you' },
  identityConfirmed: { ar: 'الهوية مؤكَّدة', en: 'Identity confirmed' },

  cardHolder: { ar: 'حامل البطاقة', en: 'Card holder' },
  registeredHolder: { ar: 'صاحب البطاقة المسجَّل', en: 'Registered holder' },
  noPhoto: { ar: 'لا صورة على البطاقة', en: 'No photo on the card' },
  holderPhoto: { ar: 'صورة صاحب البطاقة', en: 'The holder’s photo' },
  photoReading: { ar: 'تُقرأ الصورة…', en: 'Reading the photo…' },
  photoUnreadable: { ar: 'تعذّرت قراءة الصورة', en: 'The photo cannot be read' },
  photoWrong: {
    ar: 'الصورة ليست التي وقّعها المؤمِّن: لا تُعرض',
    en: 'Not the photo that the insurer signed: not shown',
  },
  notAuthenticated: { ar: 'لم تُتحقَّق أصالتها', en: 'Not authenticated' },
  namesOnCard: { ar: 'الاسم على البطاقة', en: 'Name on the card' },
  age: { ar: 'العمر', en: 'Age' },
  ageRange: { ar: '{from} أو {to}', en: '{from} or {to}' },
  sex: { ar: 'الجنس', en: 'Sex' },
  male: { ar: 'ذكر', en: 'Male' },
  female: { ar: 'أنثى', en: 'Female' },
  sexUnknown: { ar: 'غير معروف', en: 'Unknown' },
  sexNone: { ar: 'لا ينطبق', en: 'Not applicable' },
  born: { ar: 'تاريخ الميلاد', en: 'Born' },
  bornMonthOnly: { ar: 'اليوم غير معروف', en: 'day unknown' },
  bornYearOnly: { ar: 'اليوم والشهر غير معروفين', en: 'day and month unknown' },
  plan: { ar: 'الخطة', en: 'Plan' },
  employer: { ar: 'جهة العمل', en: 'Employer' },
  relationship: { ar: 'الصلة بالمشترك', en: 'Relationship' },
  self: { ar: 'المشترك نفسه', en: 'Principal' },
  spouse: { ar: 'زوج أو زوجة', en: 'Spouse' },
  child: { ar: 'ابن أو ابنة', en: 'Child' },
  parent: { ar: 'أب أو أم', en: 'Parent' },
  other: { ar: 'صلة أخرى', en: 'Other' },
  memberNumber: { ar: 'رقم المنتفع', en: 'Member number' },
  cardNumber: { ar: 'رقم البطاقة', en: 'Card number' },
  policyPeriod: { ar: 'مدة العقد', en: 'Policy period' },
  memberPeriod: { ar: 'مدة العضوية', en: 'Membership period' },
  openEnd: { ar: 'بلا نهاية محددة', en: 'no end agreed' },
  unknown: { ar: 'غير معروف هنا', en: 'not known here' },
  none: { ar: 'لا يوجد', en: 'none' },

  question: { ar: 'هل هو الشخص الواقف أمامك؟', en: 'Is this the person in front of you?' },
  questionHint: {
    ar: 'قارن الاسم والعمر والجنس بهويته.',
    en: 'Compare name, age and sex with their papers.',
  },
  yes: { ar: 'هو نفسه', en: 'This is the person' },
  no: { ar: 'ليس هو', en: 'Not this person' },
  confirmed: { ar: 'هو الشخص الواقف أمامك', en: 'This is the person in front of you' },
  confirmedHint: { ar: 'أكّدت هويته. الخطوة التالية:', en: 'You confirmed the identity. Next:' },
  toDispense: { ar: 'الصرف', en: 'Dispense' },
  toVisit: { ar: 'الزيارة', en: 'Visit' },
  setAside: { ar: 'ضع جانباً', en: 'Set aside' },

  history: { ar: 'سجلّ البطاقة', en: 'Card history' },
  historyReading: { ar: 'يُقرأ السجلّ من البطاقة…', en: 'Reading the history from the card…' },
  historyNotPermitted: {
    ar: 'السجلّ الطبي لا يظهر لدورك.',
    en: 'The medical history is not shown to your role.',
  },
  historyUnknown: {
    ar: 'لم يُقرأ سجلّ هذا المنتفع. لا تفترض أنه فارغ.',
    en: 'This member’s history was not read. Do not assume that it is empty.',
  },
  historyEmpty: { ar: 'لا شيء مسجّل على البطاقة بعد.', en: 'Nothing is recorded on the card yet.' },
  fromCard: { ar: 'من البطاقة', en: 'from the card' },
  dispensed: { ar: 'صُرف', en: 'Dispensed' },
  served: { ar: 'خدمة', en: 'Service' },
  prescribed: { ar: 'وُصف', en: 'Prescribed' },
  corrected: { ar: 'تصحيح', en: 'Correction' },
  checkpointed: { ar: 'ملخّص أقدم', en: 'Earlier summary' },
  anchored: { ar: 'ختم المركز', en: 'Centre’s seal' },
  unverified: { ar: 'توقيع غير متحقَّق منه', en: 'signature not verified' },
  elsewhere: { ar: 'جهة غير معروفة هنا', en: 'a provider not known here' },
  unnamedItem: { ar: 'صنف غير معروف هنا', en: 'an item not known here' },
  leftUntil: { ar: 'يكفي حتى {date}', en: 'lasts to {date}' },
  usedUp: { ar: 'انتهى في {date}', en: 'ended {date}' },

  whatNow: { ar: 'ما العمل الآن', en: 'What to do now' },
  stepReason: { ar: 'أخبره بالسبب', en: 'Tell them the reason' },
  stepShow: { ar: 'اعرضه بالإنكليزية', en: 'Show it in Arabic' },
  stepOtherCard: { ar: 'معه بطاقة أخرى سارية؟ أدخلها', en: 'Another valid card? Put it in' },
  stepOtherCardSub: {
    ar: 'انزع هذه البطاقة وأدخل البطاقة البديلة أو الصحيحة.',
    en: 'Take this card out and insert the replacement or the right one.',
  },
  waitingCard: { ar: 'بانتظار بطاقة أخرى', en: 'Waiting for another card' },
  stepRefresh: { ar: 'تغيّر شيء اليوم؟ حدّث من المركز', en: 'Changed today? Ask the centre' },
  stepRefreshSub: {
    ar: 'يكفي اتصال قصير لجلب آخر ما يعرفه المؤمِّن.',
    en: 'A short connection brings what the insurer knows now.',
  },
  askNow: { ar: 'اسأل الآن', en: 'Ask now' },
  asking: { ar: 'يُسأل المركز…', en: 'Asking the centre…' },
  stepPhone: { ar: 'أو اطلب موافقة بالهاتف', en: 'Or ask for approval by phone' },
  stepPhoneSub: {
    ar: 'رقم المؤمِّن على ظهر البطاقة.',
    en: 'The insurer’s number is on the back of the card.',
  },
  stepRecord: { ar: 'أو سجّل الزيارة للمراجعة', en: 'Or record the visit for review' },
  stepRecordSub: {
    ar: 'تُحفظ المطالبة كاملة وتُحال. أخبره أن القرار يصل لاحقاً.',
    en: 'The claim is kept and referred. Say that the decision comes later.',
  },
  stepEmergency: { ar: 'حالة إسعافية؟ لا تؤخّر العلاج', en: 'An emergency? Do not delay treatment' },
  stepEmergencySub: {
    ar: 'عالِجه أولاً. يُراجع المؤمِّن التغطية بعد ذلك.',
    en: 'Treat first. The insurer reviews the cover afterwards.',
  },
  nothingCharged: {
    ar: 'لم يُسجَّل أي مبلغ على صاحب البطاقة.',
    en: 'Nothing was charged to the member.',
  },
  openedAt: { ar: 'قُرئت البطاقة {time}.', en: 'The card was read at {time}.' },
} as const satisfies Record<string, Text>;

/** Health cards of other schemes by their kind. */
export const otherCardTexts: Readonly<Record<OtherCardKind, Text>> = {
  egk: { ar: 'البطاقة الصحية الألمانية', en: 'German health card' },
  swiss: { ar: 'بطاقة التأمين السويسرية', en: 'Swiss insurance card' },
  taiwan: { ar: 'بطاقة التأمين الصحي التايوانية', en: 'Taiwan health-insurance card' },
  austria: { ar: 'بطاقة التأمين النمساوية', en: 'Austrian e-card' },
  serbia: { ar: 'بطاقة التأمين الصحي الصربية', en: 'Serbian health-insurance card' },
  thailand: { ar: 'بطاقة الهوية التايلاندية', en: 'Thai identity card' },
};

export const patientCounts = {
  left: {
    ar: {
      zero: 'لم يبقَ منه',
      one: 'بقي يوم',
      two: 'بقي يومان',
      few: 'بقي # أيام',
      many: 'بقي # يوماً',
      other: 'بقي # يوم',
    },
    en: { one: '# day left', other: '# days left' },
  },
} as const satisfies Record<string, CountText>;

/** What came of asking the centre: always when, and whether anything is another by it. */
export const askedTexts: Readonly<Record<AskedCentre['came'], Text>> = {
  changed: {
    ar: 'سُئل المركز {time}، وجوابه محسوب هنا.',
    en: 'Asked at {time}: the centre’s answer is taken into account here.',
  },
  same: {
    ar: 'سُئل المركز {time} فأجاب، ولم يتغيّر شيء.',
    en: 'Asked at {time}: the centre answered, and nothing changed.',
  },
  'no-answer': {
    ar: 'سُئل المركز {time} ولم يُجب. ما هو معروف هنا يبقى معتمداً.',
    en: 'Asked at {time}: the centre did not answer. What is known here still counts.',
  },
};
