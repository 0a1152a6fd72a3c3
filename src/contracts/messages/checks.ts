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
  'card-status': { ar: 'حالة البطاقة', en: 'Card status' },
  cover: { ar: 'سريان التغطية', en: 'Cover in force' },
  'item-covered': { ar: 'شمول الصنف', en: 'Item covered' },
  price: { ar: 'سعر اللائحة', en: 'List price' },
  'repeat-window': { ar: 'مدة إعادة الصرف', en: 'Repeat window' },
  'co-insurance': { ar: 'حصة المريض', en: 'Patient’s share' },
};

/** Labels of the facts that a check looked at. */
export const factNames: Readonly<Record<FactName, Text>> = {
  'card-authentication': { ar: 'أصالة البطاقة', en: 'Card authentication' },
  'holder-confirmation': { ar: 'هوية صاحب البطاقة', en: 'Holder' },
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
  'asked-price': { ar: 'السعر المطلوب', en: 'Price asked' },
  'last-supply': { ar: 'آخر صرف', en: 'Last supply' },
  'known-supplies': { ar: 'عدد مرات الصرف المعروفة', en: 'Supplies known' },
  'days-supplied': { ar: 'مدة آخر صرف', en: 'Days supplied' },
  'repeat-threshold': { ar: 'عتبة إعادة الصرف', en: 'Repeat threshold' },
  supplier: { ar: 'الجهة التي صرفت', en: 'Supplied by' },
  'co-insurance': { ar: 'نسبة المريض', en: 'Co-insurance' },
};

/** The steps of a line's arithmetic. */
export const stepNames: Readonly<Record<MoneyStep['step'], Text>> = {
  claimed: { ar: 'المطالَب به', en: 'Claimed' },
  'list-price': { ar: 'سعر اللائحة للوحدة', en: 'List price per unit' },
  allowed: { ar: 'المقبول', en: 'Allowed' },
  'co-insurance': { ar: 'حصة المريض', en: 'Patient’s share' },
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
