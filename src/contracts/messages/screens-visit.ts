import type { Accident, Delivery, Paper } from '#domain/circumstances.ts';
import type { EncounterKind, ServicePlace } from '#domain/claims.ts';
import type { Text } from './language.ts';
import type { CountText } from './screens-frame.ts';

/** The Visit screen: what is said of the encounter and of a line beyond what is asked and paid. */
export const visitTexts = {
  encounter: { ar: 'ظروف الزيارة', en: 'About this visit' },
  encounterHint: {
    ar: 'يُحفظ كل ما تدخله فوراً، وما لا تعرفه اتركه فارغاً.',
    en: 'Whatever you enter is kept at once; leave blank what you do not know.',
  },
  more: { ar: 'المزيد', en: 'More' },
  asked: { ar: 'يلزم', en: 'Needed' },
  kind: { ar: 'نوع الرعاية', en: 'Kind of care' },
  clinician: { ar: 'الطبيب', en: 'Clinician' },
  clinicianKnown: { ar: 'اختر طبيباً معروفاً هنا', en: 'Choose one known here' },
  clinicianOther: { ar: 'طبيب آخر', en: 'Somebody else' },
  name: { ar: 'الاسم', en: 'Name' },
  licence: { ar: 'رقم الترخيص', en: 'Licence number' },
  specialty: { ar: 'الاختصاص', en: 'Specialty' },
  notSaid: { ar: 'غير مذكور', en: 'not stated' },
  accident: { ar: 'حادث', en: 'Accident' },
  onset: { ar: 'بداية الشكوى', en: 'Onset of the complaint' },
  onsetOn: { ar: 'بدأت في {date}', en: 'Began on {date}' },
  pregnancy: { ar: 'الحمل', en: 'Pregnancy' },
  lastPeriod: { ar: 'أول يوم من آخر دورة', en: 'First day of the last period' },
  delivery: { ar: 'الولادة', en: 'Birth' },
  expected: { ar: 'الولادة المتوقعة {date}', en: 'Expected on {date}' },
  pregnantUndated: { ar: 'حامل، آخر دورة غير معروفة', en: 'Pregnant, last period not known' },
  refraction: { ar: 'قياس النظر', en: 'Eyes as measured' },
  refractionKept: { ar: 'قيس النظر', en: 'Eyes measured' },
  refractionHint: {
    ar: 'بالكسيرة، مثل ٢٫٢٥−. تُحفظ العينان معاً، وما تُرك فارغاً فصفر.',
    en: 'In dioptres, such as -2.25. Both eyes are kept together; what is left blank is zero.',
  },
  refractionUnread: {
    ar: 'القيمة كسيرات بمنزلتين، والمحور من ٠ إلى ١٨٠.',
    en: 'Write dioptres with two decimals, and an axis from 0 to 180.',
  },
  eyesNow: { ar: 'الآن', en: 'Now' },
  eyesBefore: { ar: 'العدسات السابقة', en: 'Lenses so far' },
  rightEye: { ar: 'اليمنى', en: 'Right' },
  leftEye: { ar: 'اليسرى', en: 'Left' },
  sphere: { ar: 'الكروية', en: 'Sphere' },
  cylinder: { ar: 'الأسطوانية', en: 'Cylinder' },
  axis: { ar: 'المحور', en: 'Axis' },
  addition: { ar: 'الإضافة', en: 'Addition' },
  papers: { ar: 'وثائق مقدَّمة', en: 'Papers presented' },
  stay: { ar: 'الإقامة', en: 'Stay' },
  stayDays: { ar: 'من {from} إلى {to}، {room}', en: '{from} to {to}, {room}' },
  dayTyped: { ar: 'يوم/شهر/سنة', en: 'day/month/year' },
  from: { ar: 'من', en: 'From' },
  to: { ar: 'إلى', en: 'To' },
  room: { ar: 'درجة الغرفة', en: 'Class of room' },
  done: { ar: 'تم', en: 'Done' },
  unfinished: {
    ar: 'أكمل الاسم والاختصاص ليُحفظ الطبيب.',
    en: 'Give name and specialty, and the clinician is kept.',
  },
  unfinishedStay: {
    ar: 'أكمل اليومين ودرجة الغرفة لتُحفظ الإقامة.',
    en: 'Give both days and the room, and the stay is kept.',
  },
  consentNeeded: {
    ar: 'يدفع المريض {amount}: يلزم توقيعه',
    en: 'The patient pays {amount}: signature needed',
  },
  consentHint: {
    ar: 'من دون توقيعه لا يُطالَب المريض بهذا المبلغ.',
    en: 'Unsigned, the patient is not charged with it.',
  },
  consentSign: { ar: 'وقّع المريض', en: 'The patient has signed' },
  consentSigned: {
    ar: 'وقّع المريض في {time}، ويدفع {amount}.',
    en: 'The patient signed at {time} and pays {amount}.',
  },
  paperSigned: {
    ar: 'وُقّعت ورقة الزيارة في {time}. يسقط التوقيع إذا تغيّرت البنود.',
    en: 'The visit’s paper was signed at {time}. A change of the lines takes that back.',
  },
  consentTakeBack: { ar: 'اسحب التوقيع', en: 'Take the signature back' },
  modifier: { ar: 'رمز التمييز', en: 'Modifier' },
  approvalNumber: { ar: 'رقم الموافقة', en: 'Approval number' },
  paidByOther: { ar: 'ما دفعه غير المؤمِّن', en: 'Paid by others' },
  earlyReason: { ar: 'سبب التبكير', en: 'Why early' },
  statedTax: { ar: 'الضريبة كما في الفاتورة', en: 'Tax as billed' },
  statedTaxOf: { ar: '{tax} كما في الفاتورة', en: '{tax} as billed' },
  otherCover: { ar: 'تأمين آخر', en: 'Other insurance' },
  otherNone: { ar: 'لا تأمين آخر', en: 'No other insurance' },
  otherInsurer: { ar: 'اسمه', en: 'Its name' },
  otherFirst: { ar: '{insurer} يدفع أولاً', en: '{insurer} pays first' },
  otherSecond: { ar: '{insurer} يدفع بعدنا', en: '{insurer} pays after us' },
  unfinishedOther: {
    ar: 'اكتب اسم المؤمِّن الآخر ليُحفظ.',
    en: 'Give the other insurer’s name, and it is kept.',
  },
  referredFrom: { ar: 'أحاله اختصاص', en: 'Referred by (specialty)' },
  referrerLicence: { ar: 'رقم ترخيص المُحيل', en: 'Referrer’s licence' },
  referredTo: { ar: 'إلى اختصاص', en: 'To (specialty)' },
  referredFor: { ar: 'إحالة إلى {specialty}', en: 'Referred to {specialty}' },
  referredOn: { ar: 'تاريخ الإحالة', en: 'Date of the referral' },
  referralDays: { ar: 'صالحة كم يوماً', en: 'Valid for (days)' },
  referralDiagnosis: { ar: 'رمز التشخيص فيها', en: 'Its diagnosis code' },
  unfinishedReferral: {
    ar: 'أكمل الاختصاصين والتاريخ لتُحفظ الإحالة.',
    en: 'Give both specialties and the date, and the referral is kept.',
  },
  specialPrescription: { ar: 'رقم الوصفة الخاصّة', en: 'Special prescription no.' },
  takerId: { ar: 'رقم هوية المستلِم', en: 'Taker’s id number' },
  batch: { ar: 'رقم الطبخة', en: 'Batch' },
  batchExpiry: { ar: 'تنتهي في', en: 'Expires on' },
  ownDiagnoses: { ar: 'تشخيص البند', en: 'Line’s diagnoses' },
} as const satisfies Record<string, Text>;

export const encounterNames: Readonly<Record<EncounterKind, Text>> = {
  outpatient: { ar: 'رعاية خارجية', en: 'Outpatient' },
  emergency: { ar: 'إسعاف', en: 'Emergency' },
  'day-case': { ar: 'رعاية ليوم واحد', en: 'Day case' },
  inpatient: { ar: 'إقامة في المشفى', en: 'Inpatient' },
};

export const accidentNames: Readonly<Record<Accident, Text>> = {
  none: { ar: 'ليس حادثاً', en: 'No accident' },
  own: { ar: 'حادث دون طرف آخر', en: 'Accident, nobody else' },
  traffic: { ar: 'حادث سير', en: 'Traffic accident' },
  work: { ar: 'إصابة عمل', en: 'Accident at work' },
  'other-party': { ar: 'حادث سبّبه طرف آخر', en: 'Caused by another party' },
};

/** Whether there is another insurance, and which pays first. */
export const otherCoverNames: Readonly<Record<'none' | 'first' | 'second', Text>> = {
  none: { ar: 'لا يوجد', en: 'None' },
  first: { ar: 'يدفع أولاً', en: 'Pays first' },
  second: { ar: 'يدفع بعدنا', en: 'Pays after us' },
};

/** A pregnancy by its completed weeks. */
export const pregnantWeeks: CountText = {
  ar: {
    zero: 'حامل، في الأسبوع الأول',
    one: 'حامل، مضى أسبوع',
    two: 'حامل، مضى أسبوعان',
    few: 'حامل، مضت # أسابيع',
    many: 'حامل، مضى # أسبوعاً',
    other: 'حامل، مضى # أسبوع',
  },
  en: { one: 'Pregnant, # week', other: 'Pregnant, # weeks' },
};

/** Whether there is a pregnancy. */
export const pregnancyNames: Readonly<Record<'none' | 'pregnant', Text>> = {
  none: { ar: 'لا حمل', en: 'Not pregnant' },
  pregnant: { ar: 'حامل أو نفساء', en: 'Pregnant, or just delivered' },
};

export const deliveryNames: Readonly<Record<Delivery, Text>> = {
  vaginal: { ar: 'ولادة طبيعية', en: 'Vaginal birth' },
  assisted: { ar: 'ولادة بمساعدة آلية', en: 'Assisted birth' },
  caesarean: { ar: 'ولادة قيصرية', en: 'Caesarean section' },
};

export const paperNames: Readonly<Record<Paper, Text>> = {
  referral: { ar: 'إحالة طبية', en: 'Referral' },
  report: { ar: 'تقرير طبي', en: 'Medical report' },
};

export const placeNames: Readonly<Record<keyof ServicePlace, Text>> = {
  site: { ar: 'الموضع', en: 'Site' },
  side: { ar: 'الجهة', en: 'Side' },
  tooth: { ar: 'السن (FDI)', en: 'Tooth (FDI)' },
  surface: { ar: 'سطح السن', en: 'Surface' },
  session: { ar: 'الجلسة', en: 'Session' },
};

export const sideNames: Readonly<Record<NonNullable<ServicePlace['side']>, Text>> = {
  left: { ar: 'يسار', en: 'Left' },
  right: { ar: 'يمين', en: 'Right' },
  both: { ar: 'الجهتان', en: 'Both' },
};

/** Words of contracts that have a name here; one that has none is shown as it is written. */
export const contractWords: Readonly<Record<string, Text>> = {
  'general-practice': { ar: 'طب عام', en: 'General practice' },
  'internal-medicine': { ar: 'داخلية', en: 'Internal medicine' },
  cardiology: { ar: 'قلبية', en: 'Cardiology' },
  dentistry: { ar: 'أسنان', en: 'Dentistry' },
  dermatology: { ar: 'جلدية', en: 'Dermatology' },
  gastroenterology: { ar: 'هضمية', en: 'Gastroenterology' },
  gynaecology: { ar: 'نسائية وتوليد', en: 'Gynaecology' },
  neurology: { ar: 'عصبية', en: 'Neurology' },
  ophthalmology: { ar: 'عينية', en: 'Ophthalmology' },
  orthopaedics: { ar: 'عظمية', en: 'Orthopaedics' },
  otolaryngology: { ar: 'أذن وأنف وحنجرة', en: 'Ear, nose and throat' },
  paediatrics: { ar: 'أطفال', en: 'Paediatrics' },
  psychiatry: { ar: 'نفسية', en: 'Psychiatry' },
  surgery: { ar: 'جراحة', en: 'Surgery' },
  urology: { ar: 'بولية', en: 'Urology' },
  first: { ar: 'الأولى', en: 'First' },
  second: { ar: 'الثانية', en: 'Second' },
  third: { ar: 'الثالثة', en: 'Third' },
};

/** Specialties that are offered wherever one is asked for, besides those that the contract names. */
export const usualSpecialties: readonly string[] = [
  'general-practice',
  'internal-medicine',
  'cardiology',
  'dentistry',
  'dermatology',
  'gastroenterology',
  'gynaecology',
  'neurology',
  'ophthalmology',
  'orthopaedics',
  'otolaryngology',
  'paediatrics',
  'psychiatry',
  'surgery',
  'urology',
];
