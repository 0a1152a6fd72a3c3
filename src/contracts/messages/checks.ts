import type {
  ClaimOutcome,
  FactName,
  LineOutcome,
  MoneyStep,
} from '#domain/adjudication/decision.ts';
import type { CheckId } from '#domain/adjudication/reasons.ts';
import type { CheckMode } from '#domain/adjudication/rule-pack.ts';
import type { Source, Unknown } from '#domain/facts.ts';
import type { Text } from './language.ts';

/** What each check asks. */
export const checkNames: Readonly<Record<CheckId, Text>> = {
  identity: { ar: 'البطاقة وصاحبها', en: 'Card and holder' },
  collector: { ar: 'المستلِم عن المريض', en: 'Collector' },
  'without-card': { ar: 'حدود الخدمة بلا بطاقة', en: 'Limits without the card' },
  'card-status': { ar: 'حالة البطاقة', en: 'Card status' },
  cover: { ar: 'سريان التغطية', en: 'Cover in force' },
  freshness: { ar: 'حداثة القواعد', en: 'Rules up to date' },
  'provider-entitled': { ar: 'أهلية الجهة الطبية', en: 'Provider entitled' },
  'care-setting': { ar: 'نوع الرعاية', en: 'Care setting' },
  'waiting-period': { ar: 'مدة الانتظار', en: 'Waiting period' },
  'diagnosis-covered': { ar: 'شمول التشخيص', en: 'Diagnosis covered' },
  'diagnosis-sex': { ar: 'التشخيص والجنس', en: 'Diagnosis and sex' },
  'diagnosis-age': { ar: 'التشخيص والعمر', en: 'Diagnosis and age' },
  'diagnosis-conditions': { ar: 'شروط التشخيص', en: 'Conditions of the diagnosis' },
  'item-covered': { ar: 'شمول الصنف', en: 'Item covered' },
  'item-sex': { ar: 'الصنف والجنس', en: 'Item and sex' },
  'item-age': { ar: 'الصنف والعمر', en: 'Item and age' },
  maternity: { ar: 'الحمل والولادة', en: 'Pregnancy and birth' },
  dental: { ar: 'السن', en: 'Tooth' },
  optical: { ar: 'العدسات', en: 'Lenses' },
  prescription: { ar: 'الوصفة', en: 'Prescription' },
  'prior-approval': { ar: 'الموافقة المسبقة', en: 'Prior approval' },
  'reference-price': { ar: 'السعر المرجعي', en: 'Reference price' },
  price: { ar: 'سعر اللائحة', en: 'List price' },
  duplicate: { ar: 'التكرار', en: 'Duplicate' },
  'repeat-window': { ar: 'مدة إعادة الصرف', en: 'Repeat window' },
  quantity: { ar: 'الكمية', en: 'Quantity' },
  frequency: { ar: 'عدد المرات', en: 'Frequency' },
  episode: { ar: 'المراجعة', en: 'Follow-up' },
  ceilings: { ar: 'السقوف', en: 'Ceilings' },
  'diagnosis-ceiling': { ar: 'سقف التشخيص', en: 'Ceiling of the diagnosis' },
  conditions: { ar: 'شروط العقد الأخرى', en: 'Other conditions of the contract' },
  deductible: { ar: 'مبلغ التحمّل', en: 'Deductible' },
  'co-insurance': { ar: 'حصة المريض', en: 'Patient’s share' },
  'out-of-pocket': { ar: 'أقصى ما يدفعه المريض', en: 'Most that the patient pays' },
  'offline-limits': { ar: 'حدود العمل دون اتصال', en: 'Offline limits' },
  clock: { ar: 'الساعة', en: 'Clock' },
};

/** Labels of the facts that a check looked at. */
export const factNames: Readonly<Record<FactName, Text>> = {
  'card-authentication': { ar: 'أصالة البطاقة', en: 'Card authentication' },
  'holder-confirmation': { ar: 'هوية صاحب البطاقة', en: 'Holder' },
  'instead-of-card': { ar: 'بدلاً من بطاقته', en: 'Instead of their own card' },
  guardian: { ar: 'رقم وليّ الأمر', en: 'Guardian’s member number' },
  collector: { ar: 'المستلِم', en: 'Collector' },
  'collector-relationship': { ar: 'صلة المستلِم', en: 'Collector’s relationship' },
  'collector-id': { ar: 'رقم هوية المستلِم', en: 'Collector’s id number' },
  'without-card-limit': { ar: 'حدّ المطالبة بلا بطاقة', en: 'Limit per claim without the card' },
  'card-validity': { ar: 'صلاحية البطاقة', en: 'Card validity' },
  hotlist: { ar: 'قائمة البطاقات الموقوفة', en: 'List of blocked cards' },
  'policy-status': { ar: 'حالة العقد', en: 'Policy status' },
  'policy-period': { ar: 'مدة العقد', en: 'Policy period' },
  'member-period': { ar: 'مدة تغطية المنتفع', en: 'Member’s cover' },
  'service-date': { ar: 'تاريخ الخدمة', en: 'Service date' },
  plan: { ar: 'الخطة', en: 'Plan' },
  benefit: { ar: 'المنفعة', en: 'Benefit' },
  item: { ar: 'الصنف', en: 'Item' },
  'list-price': { ar: 'سعر اللائحة', en: 'List price' },
  'decree-price': { ar: 'السعر الرسمي', en: 'Decree price' },
  'discounted-price': { ar: 'السعر بعد الحسم', en: 'Price after discount' },
  'price-of-whole': { ar: 'المسموح من سعر البند الآخر', en: 'Part of the other price' },
  'reference-price': { ar: 'السعر المرجعي', en: 'Reference price' },
  'asked-price': { ar: 'السعر المطلوب', en: 'Price asked' },
  'last-supply': { ar: 'آخر صرف', en: 'Last supply' },
  'known-supplies': { ar: 'عدد مرات الصرف المعروفة', en: 'Supplies known' },
  'days-supplied': { ar: 'مدة آخر صرف', en: 'Days supplied' },
  'repeat-threshold': { ar: 'عتبة إعادة الصرف', en: 'Repeat threshold' },
  supplier: { ar: 'الجهة التي صرفت', en: 'Supplied by' },
  'co-insurance': { ar: 'نسبة المريض', en: 'Co-insurance' },
  provider: { ar: 'الجهة الطبية', en: 'Provider' },
  'provider-contract': { ar: 'مدة عقد الجهة الطبية', en: 'Provider’s contract' },
  network: { ar: 'الشبكة', en: 'Network' },
  licences: { ar: 'نوع الخدمة والترخيص', en: 'Kind of item and licence' },
  clinician: { ar: 'اختصاص الطبيب', en: 'Clinician’s specialty' },
  encounter: { ar: 'نوع الرعاية', en: 'Kind of care' },
  room: { ar: 'درجة الغرفة', en: 'Class of room' },
  stay: { ar: 'مدة الإقامة', en: 'Days of stay' },
  diagnosis: { ar: 'التشخيص', en: 'Diagnosis' },
  sex: { ar: 'الجنس', en: 'Sex' },
  age: { ar: 'العمر', en: 'Age' },
  'known-services': { ar: 'عدد الخدمات السابقة المعروفة', en: 'Earlier services known' },
  'earlier-service': { ar: 'الخدمة السابقة', en: 'Earlier service' },
  'follow-up-days': { ar: 'مدة المراجعة', en: 'Days of follow-up' },
  episode: { ar: 'رقم الحالة المرضية', en: 'Episode number' },
  'quantity-asked': { ar: 'الكمية المطلوبة', en: 'Quantity asked' },
  'quantity-limit': { ar: 'حدّ الكمية', en: 'Most that is paid for' },
  'frequency-limit': { ar: 'حدّ العدد', en: 'Most in the period' },
  'member-start': { ar: 'بداية تغطية المنتفع', en: 'Start of the member’s cover' },
  'waiting-months': { ar: 'مدة الانتظار', en: 'Waiting period' },
  accident: { ar: 'الحادث', en: 'Accident' },
  onset: { ar: 'بداية المرض', en: 'Onset' },
  delivery: { ar: 'نوع الولادة', en: 'Kind of birth' },
  tooth: { ar: 'السن', en: 'Tooth' },
  surfaces: { ar: 'سطوح السن', en: 'Surfaces' },
  'lenses-months': { ar: 'المدة بين عدسات وأخرى', en: 'Between lenses' },
  'refraction-change': { ar: 'تغيّر النظر', en: 'Change of the eyes' },
  'refraction-threshold': { ar: 'أقلّ تغيّر مطلوب', en: 'Least change needed' },
  document: { ar: 'الوثيقة المطلوبة', en: 'Document' },
  prescription: { ar: 'تاريخ الوصفة', en: 'Prescription of' },
  prescriber: { ar: 'كاتب الوصفة', en: 'Prescriber' },
  'prescription-until': { ar: 'صلاحية الوصفة حتى', en: 'Prescription valid until' },
  'prescribed-quantity': { ar: 'الكمية الموصوفة', en: 'Quantity prescribed' },
  'filled-quantity': { ar: 'ما صُرف منها', en: 'Dispensed of it' },
  approval: { ar: 'الموافقة المسبقة', en: 'Prior approval' },
  'approval-quantity': { ar: 'الباقي من كمية الموافقة', en: 'Approved quantity left' },
  'approval-amount': { ar: 'مبلغ الموافقة', en: 'Amount of approval' },
  ceiling: { ar: 'السقف', en: 'Ceiling' },
  'ceiling-used': { ar: 'المستهلك من السقف', en: 'Used of the ceiling' },
  'ceiling-allowance': { ar: 'المسموح دون اتصال', en: 'Offline allowance' },
  deductible: { ar: 'مبلغ التحمّل', en: 'Deductible' },
  'deductible-used': { ar: 'ما دُفع من مبلغ التحمّل', en: 'Borne of the deductible' },
  'deductible-allowance': { ar: 'المسموح تحصيله دون اتصال', en: 'May be charged offline' },
  'out-of-pocket': { ar: 'أقصى ما يدفعه المريض', en: 'Most that the patient pays' },
  'out-of-pocket-used': { ar: 'ما دفعه المريض حتى الآن', en: 'Paid by the patient so far' },
  'out-of-pocket-allowance': { ar: 'المسموح تحصيله دون اتصال', en: 'May be charged offline' },
  'co-payment': { ar: 'المبلغ الثابت على المريض', en: 'Fixed co-payment' },
  'co-payment-used': { ar: 'ما دُفع من المبلغ الثابت', en: 'Paid of the co-payment' },
  'co-payment-allowance': { ar: 'المسموح تحصيله هنا', en: 'May be charged here' },
  'rules-published': { ar: 'صدور القواعد والأسعار', en: 'Rules and prices published' },
  'claim-so-far': { ar: 'حصة المؤمِّن من المطالبة', en: 'Insurer’s share of the claim' },
  'offline-floor': { ar: 'حدّ المطالبة دون اتصال', en: 'Offline limit per claim' },
  'offline-member': { ar: 'ما قُبل للمنتفع دون اتصال', en: 'Let through for the member' },
  'offline-terminal': { ar: 'ما قُبل هنا دون اتصال', en: 'Let through here' },
  allergy: { ar: 'حساسية', en: 'Allergy' },
  'standing-medicine': { ar: 'دواء دائم', en: 'Taken all the time' },
  'active-supply': { ar: 'صُرف ولم ينفد', en: 'Supplied and not used up' },
  'interaction-list': { ar: 'قائمة التداخلات', en: 'List of interactions' },
  pregnancy: { ar: 'الحمل', en: 'Pregnancy' },
  'last-period': { ar: 'أول يوم من آخر دورة', en: 'First day of the last period' },
  'clock-bound': { ar: 'آخر وقت مؤكَّد', en: 'Last time that is certain' },
  'clock-wall': { ar: 'ساعة الجهاز', en: 'Clock' },
  'last-day-close': { ar: 'آخر يوم أُغلق', en: 'Last day closed' },
};

/** The steps of a line's arithmetic. */
export const stepNames: Readonly<Record<MoneyStep['step'], Text>> = {
  claimed: { ar: 'المطالَب به', en: 'Claimed' },
  'list-price': { ar: 'سعر اللائحة للوحدة', en: 'List price per unit' },
  'decree-price': { ar: 'السعر الرسمي للوحدة', en: 'Decree price per unit' },
  discount: { ar: 'سعر الوحدة بعد الحسم', en: 'Unit price after the discount' },
  'percent-of': { ar: 'سعر الوحدة جزءاً من سعر بند آخر', en: 'Unit price, part of another price' },
  allowed: { ar: 'المقبول', en: 'Allowed' },
  'above-reference': {
    ar: 'فوق السعر المرجعي، على المريض',
    en: 'Above the reference price, patient’s own',
  },
  included: { ar: 'داخل في أجر الاستشارة الأولى', en: 'Part of the first consultation’s fee' },
  deductible: { ar: 'مبلغ التحمّل', en: 'Deductible' },
  'co-payment': { ar: 'المبلغ الثابت على المريض', en: 'Fixed co-payment' },
  'co-insurance': { ar: 'حصة المريض', en: 'Patient’s share' },
  'out-of-pocket': {
    ar: 'فوق أقصى ما يدفعه المريض، على المؤمِّن',
    en: 'Above the most that the patient pays, insurer bears',
  },
  'over-ceiling': { ar: 'فوق السقف، على المريض', en: 'Above the ceiling, patient’s own' },
  insurer: { ar: 'المؤمِّن', en: 'Insurer' },
};

/** Where a fact came from. */
export const sourceNames: Readonly<Record<Source, Text>> = {
  card: { ar: 'البطاقة', en: 'Card' },
  terminal: { ar: 'هذه الطرفية', en: 'This terminal' },
  centre: { ar: 'المركز', en: 'Centre' },
  pack: { ar: 'قواعد المؤمِّن', en: 'Insurer’s rules' },
  operator: { ar: 'إدخال المستخدم', en: 'Entered here' },
};

/** Why a fact is not known. */
export const unknownNames: Readonly<Record<Unknown, Text>> = {
  'never-synced': { ar: 'لم يصل من المركز قط', en: 'never received from the centre' },
  'not-present': { ar: 'غير موجود', en: 'not there' },
  unreadable: { ar: 'تعذّرت قراءته', en: 'could not be read' },
  unverified: { ar: 'تعذّر التحقق منه', en: 'could not be verified' },
  'card-rolled-back': { ar: 'البطاقة أُعيدت إلى حالة سابقة', en: 'the card was set back' },
};

/** A value that is not known: never written as zero. */
export const unknownValue: Text = { ar: 'غير معروف', en: 'not known' };

/** A line's verdict, and its place in the claim. */
export const outcomeNames: Readonly<Record<LineOutcome, Text>> = {
  approved: { ar: 'موافَق عليه', en: 'Approved' },
  reduced: { ar: 'مخفَّض', en: 'Reduced' },
  referred: { ar: 'يحتاج موافقة', en: 'Needs approval' },
  declined: { ar: 'مرفوض', en: 'Declined' },
};

/** A whole claim's verdict. */
export const claimOutcomeNames: Readonly<Record<ClaimOutcome, Text>> = {
  approved: { ar: 'موافَق عليها', en: 'Approved' },
  partial: { ar: 'موافَق على بعضها', en: 'Partly approved' },
  pended: { ar: 'بانتظار الموافقة', en: 'Awaiting approval' },
  declined: { ar: 'مرفوضة', en: 'Declined' },
};

/** How strictly a check runs. */
export const modeNames: Readonly<Record<CheckMode, Text>> = {
  observe: { ar: 'للمراقبة فقط', en: 'Observed only' },
  warn: { ar: 'تنبيه', en: 'Warning' },
  enforce: { ar: 'مُلزِم', en: 'Enforced' },
};
