import type { Text } from './language.ts';
import type { CountText } from './screens-frame.ts';

/** Texts of the Visit and Dispense screens. */
export const linesTexts = {
  member: { ar: 'المنتفع', en: 'Member' },
  plan: { ar: 'الخطة', en: 'Plan' },
  diagnoses: { ar: 'التشخيص', en: 'Diagnoses' },
  noDiagnoses: { ar: 'لا تشخيص بعد', en: 'none yet' },
  addDiagnosis: { ar: 'أضف تشخيصاً: اسم أو رمز', en: 'Add a diagnosis: name or code' },
  removeDiagnosis: { ar: 'احذف التشخيص {code}', en: 'Remove the diagnosis {code}' },
  identityConfirmed: { ar: 'هويته مؤكَّدة', en: 'identity confirmed' },
  identityWaiting: { ar: 'هويته بانتظار التأكيد', en: 'identity not confirmed' },

  dispenseLines: { ar: 'بنود الصرف', en: 'Items to dispense' },
  visitLines: { ar: 'بنود الزيارة', en: 'Visit lines' },
  item: { ar: 'الصنف', en: 'Item' },
  service: { ar: 'الخدمة', en: 'Service' },
  quantity: { ar: 'الكمية', en: 'Quantity' },
  days: { ar: 'الأيام', en: 'Days' },
  unitPrice: { ar: 'سعر الوحدة، {currency}', en: 'Unit price, {currency}' },
  asVisit: { ar: 'كالزيارة', en: 'as the visit' },
  verdict: { ar: 'القرار', en: 'Verdict' },
  remove: { ar: 'احذف', en: 'Remove' },
  removeLine: { ar: 'احذف {item}', en: 'Remove {item}' },
  edit: { ar: 'عدّل', en: 'Edit' },

  emptyDispense: { ar: 'امسح صنفاً لتبدأ', en: 'Scan an item to begin' },
  emptyVisit: { ar: 'أضف خدمة لتبدأ', en: 'Add a service to begin' },
  emptyHint: {
    ar: 'أو ابحث بالاسم العربي أو الإنكليزي أو بالرمز.',
    en: 'Or search by Arabic or English name, or by code.',
  },
  searchMedicine: { ar: 'امسح أو ابحث عن دواء', en: 'Scan, or find a medicine' },
  searchService: { ar: 'ابحث عن خدمة أو دواء', en: 'Find a service or medicine' },
  nothingFound: { ar: 'لا نتيجة لـ «{query}»', en: 'Nothing found for “{query}”' },
  lastAdded: { ar: 'آخر إضافة {time} · {item}', en: 'Last added {time} · {item}' },

  allApproved: { ar: 'كل البنود موافَق عليها', en: 'Every item is approved' },
  someDispense: { ar: 'يُصرف الآن {some} من {all}', en: 'Dispense {some} of {all} now' },
  someVisit: { ar: 'يُغطّى الآن {some} من {all}', en: 'Covered now: {some} of {all}' },
  noneDispense: { ar: 'لا بند يُصرف الآن', en: 'No item can be dispensed now' },
  noneVisit: { ar: 'لا بند مغطّى الآن', en: 'No line is covered now' },
  allReferred: { ar: 'تلزم موافقة المؤمِّن', en: 'The insurer’s approval is needed' },
  allIncomplete: { ar: 'ينقص: {what}', en: 'Still missing: {what}' },
  allIncompleteFirst: {
    ar: 'ينقص: {what}، ثم موافقة المؤمِّن',
    en: 'Still missing: {what}, then the insurer’s approval',
  },

  saveDispense: { ar: 'اصرف وأرسل', en: 'Dispense and send' },
  saveVisit: { ar: 'احفظ وأرسل', en: 'Save and send' },
  setAside: { ar: 'ضع جانباً', en: 'Set aside' },
  setAsideSure: { ar: 'اضغط ثانية: تُحذف البنود', en: 'Press again: lines are dropped' },

  noVisit: { ar: 'لا زيارة مفتوحة', en: 'No visit is open' },
  noVisitHint: {
    ar: 'أدخل بطاقة منتفع، ثم أكّد هويته في شاشة المنتفع.',
    en: 'Insert a member card, then confirm the person on the Patient screen.',
  },
  unconfirmed: { ar: 'أكّد هوية المنتفع أولاً', en: 'Confirm the person first' },
  unconfirmedHint: {
    ar: 'قارن الاسم والعمر والجنس في شاشة المنتفع، ثم عد إلى هنا.',
    en: 'Compare name, age and sex on the Patient screen, then come back.',
  },
  refused: { ar: 'لا تُقدَّم خدمة على هذه البطاقة', en: 'No service on this card' },
  refusedHint: {
    ar: 'السبب وما العمل في شاشة المنتفع.',
    en: 'The reason and what to do: on the Patient screen.',
  },
  toPatient: { ar: 'شاشة المنتفع', en: 'Patient screen' },

  saved: { ar: 'حُفظت المطالبة', en: 'The claim is saved' },
  orderSaved: { ar: 'حُفظت الوصفة', en: 'The prescription is saved' },
  cardWriting: {
    ar: 'يُكتب سجلّ البطاقة… لا تنزعها.',
    en: 'Writing the card’s history… leave it in.',
  },
  cardWritten: { ar: 'كُتب سجلّ البطاقة', en: 'The card’s history is written' },
  cardWaiting: {
    ar: 'المطالبة محفوظة. أعد إدخال البطاقة نفسها ليكتمل سجلّها.',
    en: 'The claim is safe. Insert the same card to finish writing its history.',
  },
  savedAt: { ar: 'حُفظت على هذا الجهاز {time}.', en: 'Saved on this device at {time}.' },
  goesByItself: { ar: 'تُرسل إلى المركز وحدها.', en: 'It goes to the centre by itself.' },
  receipt: { ar: 'رقم الإيصال', en: 'Receipt number' },
  patientPaid: { ar: 'يدفع المريض', en: 'The patient pays' },
  nextMember: { ar: 'المنتفع التالي', en: 'Next member' },
  seeClaims: { ar: 'المطالبات', en: 'Claims' },

  supplyPicture: {
    ar: 'آخر صرف {last}، اليوم {today}، مسموح {next}',
    en: 'Last supplied {last}, today {today}, permitted {next}',
  },
  lastSupplied: { ar: 'آخر صرف', en: 'last supplied' },
  suppliedToday: { ar: 'صُرف اليوم', en: 'supplied today' },
  today: { ar: 'اليوم', en: 'today' },
  permitted: { ar: 'مسموح', en: 'permitted' },
} as const satisfies Record<string, Text>;

export const linesCounts = {
  items: {
    ar: { one: 'بند واحد', two: 'بندين', few: '# بنود', many: '# بنداً', other: '# بند' },
    en: { one: '# item', other: '# items' },
  },
  days: {
    ar: { one: 'يوم', two: 'يومان', few: '# أيام', many: '# يوماً', other: '# يوم' },
    en: { one: '# day', other: '# days' },
  },
} as const satisfies Record<string, CountText>;
