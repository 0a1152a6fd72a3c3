import { type FailureText, nothingChanged, visitKept } from './text.ts';

/** The visit, its lines and saved claims. */
export const visitFailures = {
  'visit-absent': {
    happened: { ar: 'لا زيارة مفتوحة.', en: 'No visit is open.' },
    kept: {
      ar: 'المطالبات المحفوظة في مكانها.',
      en: 'Saved claims are in their place.',
    },
    action: {
      ar: 'أدخل بطاقة المنتفع لتبدأ زيارة.',
      en: 'Insert the member’s card to start a visit.',
    },
  },
  'visit-unconfirmed': {
    happened: {
      ar: 'لم تُؤكَّد هوية الشخص الواقف أمامك بعد.',
      en: 'The person in front of you has not been confirmed yet.',
    },
    kept: visitKept,
    action: {
      ar: 'قارن الوجه والعمر والجنس بما على الشاشة، ثم أكّد الهوية.',
      en: 'Compare face, age and sex with the screen, then confirm the person.',
    },
  },
  'visit-stopped': {
    happened: {
      ar: 'أُوقفت هذه الزيارة لأن حامل البطاقة ليس صاحبها.',
      en: 'This visit was stopped: the person is not the card’s holder.',
    },
    kept: {
      ar: 'سُجّلت المحاولة، ولم تُقيَّد على المنتفع أي مبالغ.',
      en: 'The attempt was recorded, and nothing was charged to the member.',
    },
    action: {
      ar: 'أعد البطاقة إلى من قدّمها، وابدأ زيارة جديدة للمنتفع التالي.',
      en: 'Hand the card back and start a new visit for the next member.',
    },
  },
  'visit-empty': {
    happened: { ar: 'لا بنود في هذه الزيارة بعد.', en: 'This visit has no lines yet.' },
    kept: visitKept,
    action: {
      ar: 'أضف دواءً أو خدمة واحدة على الأقل ثم احفظ.',
      en: 'Add at least one medicine or service, then save.',
    },
  },
  'visit-begun': {
    happened: {
      ar: 'في هذه الزيارة ما أُدخل من قبل، فلا تُحوَّل إلى شخص آخر.',
      en: 'Something was entered in this visit already: it cannot become another person’s.',
    },
    kept: visitKept,
    action: {
      ar: 'احفظ الزيارة أو ضعها جانباً، ثم ابدأ زيارة الشخص الآخر.',
      en: 'Save this visit or set it aside, then start the other person’s.',
    },
  },
  'card-not-of-mother': {
    happened: {
      ar: 'البطاقة في القارئ ليست لأم المولود: صاحبها رجل.',
      en: 'The card in the reader is not the newborn’s mother’s: its holder is a man.',
    },
    kept: visitKept,
    action: {
      ar: 'أدخل بطاقة الأم، أو اطلب موافقة المؤمِّن.',
      en: 'Insert the mother’s card, or ask the insurer for approval.',
    },
  },
  'item-unknown': {
    happened: {
      ar: 'الرمز {item} ليس في قائمة المؤمِّن.',
      en: 'The code {item} is not in the insurer’s list.',
    },
    kept: visitKept,
    action: {
      ar: 'تحقق من الرمز، أو ابحث عن الصنف باسمه.',
      en: 'Check the code, or search for the item by its name.',
    },
  },
  'line-unknown': {
    happened: {
      ar: 'لم يعد هذا البند في الزيارة ({lineId}).',
      en: 'This line is no longer in the visit ({lineId}).',
    },
    kept: visitKept,
    action: {
      ar: 'راجع البنود على الشاشة، وأضف البند من جديد إن لزم.',
      en: 'Look at the lines on the screen, and add it again if it is needed.',
    },
  },
  'prescriber-unlicensed': {
    happened: {
      ar: 'لا رقم ترخيص مسجَّلاً لك على هذه الطرفية، ولا وصفة بلا ترخيص.',
      en: 'No licence number is recorded for you at this terminal, and nothing is prescribed without one.',
    },
    kept: visitKept,
    action: {
      ar: 'اطلب من المدير تسجيل رقم ترخيصك، أو اكتب الوصفة على الورق.',
      en: 'Ask the manager to record your licence number, or prescribe on paper.',
    },
  },
  'prescription-full': {
    happened: {
      ar: 'تتسع الوصفة على البطاقة لعدد من الأدوية لا يزيد على {limit}.',
      en: 'A prescription on the card has room for {limit} medicines.',
    },
    kept: visitKept,
    action: {
      ar: 'احفظ هذه الوصفة، ثم اكتب الباقي في وصفة ثانية.',
      en: 'Save this prescription, then write the rest in a second one.',
    },
  },
  'prescription-needs-card': {
    happened: {
      ar: 'لا تُكتب وصفة على هذه البطاقة من هذه الطرفية: لم يُقرأ سجلّها، أو لا تقبل البطاقة وصفات من هنا.',
      en: 'No prescription can be written to this card here: its history was not read, or it takes none from this terminal.',
    },
    kept: visitKept,
    action: {
      ar: 'أعد إدخال البطاقة وانتظر قراءة سجلّها، أو اكتب الوصفة على الورق.',
      en: 'Insert the card again and wait until its history is read, or prescribe on paper.',
    },
  },
  'prescription-gone': {
    happened: {
      ar: 'لم تعد هذه الوصفة مفتوحة على البطاقة.',
      en: 'This prescription is no longer open on the card.',
    },
    kept: visitKept,
    action: {
      ar: 'راجع الوصفات المفتوحة على الشاشة.',
      en: 'Look at the open prescriptions on the screen.',
    },
  },
  'member-unknown': {
    happened: {
      ar: 'رقم المنتفع {memberNumber} ليس في بيانات هذه الطرفية.',
      en: 'Member number {memberNumber} is not in this terminal’s data.',
    },
    kept: nothingChanged,
    action: {
      ar: 'تحقق من الرقم على البطاقة، أو صِل الطرفية بالمركز ثم أعد المحاولة.',
      en: 'Check the number on the card, or connect to the centre and try again.',
    },
  },
  'diagnosis-unknown': {
    happened: {
      ar: 'رمز التشخيص {diagnosis} ليس في قائمة المؤمِّن.',
      en: 'The diagnosis code {diagnosis} is not in the insurer’s list.',
    },
    kept: visitKept,
    action: {
      ar: 'تحقق من الرمز، أو ابحث عن التشخيص باسمه.',
      en: 'Check the code, or search for the diagnosis by its name.',
    },
  },
  'onset-in-future': {
    happened: {
      ar: 'بداية الشكوى {onset} بعد يوم الخدمة.',
      en: 'The onset, {onset}, is after the day of the service.',
    },
    kept: visitKept,
    action: {
      ar: 'أدخل يوماً لا يتجاوز يوم الخدمة.',
      en: 'Enter a day that is not after the service.',
    },
  },
  'last-period-in-future': {
    happened: {
      ar: 'أول يوم من آخر دورة {lastPeriod} بعد يوم الخدمة.',
      en: 'The first day of the last period, {lastPeriod}, is after the day of the service.',
    },
    kept: visitKept,
    action: {
      ar: 'أدخل يوماً لا يتجاوز يوم الخدمة.',
      en: 'Enter a day that is not after the service.',
    },
  },
  'stay-reversed': {
    happened: {
      ar: 'تنتهي الإقامة ({to}) قبل أن تبدأ ({from}).',
      en: 'The stay ends ({to}) before it begins ({from}).',
    },
    kept: visitKept,
    action: {
      ar: 'صحّح أول يوم الإقامة أو آخره.',
      en: 'Correct the first or the last day of the stay.',
    },
  },
  'nothing-to-sign': {
    happened: {
      ar: 'لا شيء في هذا البند يدفعه المنتفع بتوقيعه.',
      en: 'Nothing in this line is paid by the member’s signature.',
    },
    kept: visitKept,
    action: {
      ar: 'اقرأ سبب القرار: قد يكون المبلغ على الجهة الطبية أو بانتظار الموافقة.',
      en: 'Read why: the amount may be the provider’s, or wait for an approval.',
    },
  },
  'claim-unknown': {
    happened: {
      ar: 'لا مطالبة بالرقم {claimId} في هذه الطرفية.',
      en: 'This terminal has no claim {claimId}.',
    },
    kept: nothingChanged,
    action: {
      ar: 'تحقق من الرقم، أو ابحث في قائمة المطالبات بحسب اليوم.',
      en: 'Check the number, or look for the claim by its day.',
    },
  },
  'decision-changed': {
    happened: {
      ar: 'تغيّر القرار قبل الحفظ، لأن معلومة جديدة وصلت أو تبدّل اليوم.',
      en: 'The decision changed before it was saved: something new arrived, or the day turned.',
    },
    kept: visitKept,
    action: {
      ar: 'راجع القرار الجديد مع المنتفع ثم احفظ من جديد.',
      en: 'Go over the new decision with the member, then save again.',
    },
  },
  'alerts-unacknowledged': {
    happened: {
      ar: 'تنبيهات سريرية لم يُقرّ بها أحد: {alerts}.',
      en: 'Clinical alerts that nobody has answered for: {alerts}.',
    },
    kept: visitKept,
    action: {
      ar: 'ليقرأ طبيب أو صيدلي كلاً منها ويقرّ به مع سبب، أو غيّر البند، ثم احفظ.',
      en: 'Let a doctor or pharmacist read and acknowledge each with a reason, or change the line; then save.',
    },
  },
  'alert-gone': {
    happened: {
      ar: 'لم يعد هذا التنبيه قائماً: تغيّر ما استدعاه.',
      en: 'This alert is gone: what called for it has changed.',
    },
    kept: visitKept,
    action: {
      ar: 'اقرأ التنبيهات كما هي الآن.',
      en: 'Read the alerts as they are now.',
    },
  },
} as const satisfies Record<string, FailureText>;
