import type { Text } from './language.ts';

/** A counted phrase in each plural form of each language; `#` is the number. */
export type CountText = Readonly<Record<'ar' | 'en', Partial<Record<Intl.LDMLPluralRule, string>>>>;

/** Texts of the window's frame: rail, top bar, help, privacy screen, sign-in. */
export const frameTexts = {
  product: { ar: 'ميديكسا', en: 'Medexa Terminal' },
  screens: { ar: 'الشاشات', en: 'Screens' },
  patient: { ar: 'المنتفع', en: 'Patient' },
  visit: { ar: 'الزيارة', en: 'Visit' },
  dispense: { ar: 'الصرف', en: 'Dispense' },
  claims: { ar: 'المطالبات', en: 'Claims' },
  help: { ar: 'مساعدة', en: 'Help' },
  privacy: { ar: 'ستار', en: 'Privacy' },
  find: { ar: 'ابحث', en: 'Find' },
  findWhat: { ar: 'اسم أو رمز', en: 'Name or code' },
  signOut: { ar: 'قفل الشاشة', en: 'Lock the screen' },
  otherLanguage: { ar: 'English', en: 'العربية' },
  terminal: { ar: 'طرفية {id}', en: 'terminal {id}' },
  close: { ar: 'إغلاق', en: 'Close' },
  keyDevelopment: {
    ar: 'مفتاح قاعدة البيانات غير محميّ بنظام التشغيل: للتجربة فقط.',
    en: 'The database key is not protected by the operating system: for trial use only.',
  },

  readerNoService: { ar: 'خدمة القارئ متوقفة', en: 'Card service is off' },
  readerNone: { ar: 'لا قارئ: تحقق من الكابل', en: 'No reader: check the cable' },
  readerEmpty: { ar: 'لا بطاقة', en: 'No card' },
  readerReading: { ar: 'يقرأ البطاقة', en: 'Reading the card' },
  readerCard: { ar: 'البطاقة في القارئ', en: 'Card in' },
  readerSameCard: { ar: 'أعد إدخال البطاقة نفسها', en: 'Put the same card back' },
  readerFailed: { ar: 'تعذّرت قراءة البطاقة', en: 'Card cannot be read' },
  readerVirtual: { ar: 'قارئ تجريبي', en: 'demo reader' },

  online: { ar: 'متصل', en: 'Online' },
  offline: { ar: 'غير متصل', en: 'Offline' },
  notEnrolled: { ar: 'الطرفية غير مسجَّلة', en: 'Not enrolled' },
  dataAge: { ar: 'البيانات من {age}', en: 'data {age} old' },
  dataNow: { ar: 'البيانات حديثة', en: 'data up to date' },
  dataTooOld: { ar: 'البيانات أقدم من الحدّ: {age}', en: 'data past their limit: {age} old' },

  agentGone: { ar: 'انقطع الاتصال ببرنامج الطرفية.', en: 'The terminal program does not answer.' },
  agentGoneKept: {
    ar: 'ما حُفظ محفوظ. نعيد المحاولة تلقائياً.',
    en: 'What was saved is safe. Trying again by itself.',
  },
  starting: { ar: 'يبدأ البرنامج…', en: 'Starting…' },

  helpTitle: { ar: 'المفاتيح', en: 'Keys' },
  helpIntro: {
    ar: 'تعمل كل الشاشات بلوحة المفاتيح والماسح وحدهما.',
    en: 'Every screen works by keyboard and scanner alone.',
  },
  keyFind: { ar: 'ابحث عن صنف أو خدمة', en: 'Find an item or service' },
  keyWhy: { ar: 'لماذا هذا القرار', en: 'Why this verdict' },
  keyScreens: { ar: 'المنتفع، الزيارة، الصرف، المطالبات', en: 'Patient, Visit, Dispense, Claims' },
  keyAside: { ar: 'ضع جانباً / ليس هو', en: 'Set aside / not this person' },
  keyForward: {
    ar: 'تابع: أكّد، احفظ وأرسل، التالي',
    en: 'Go forward: confirm, save and send, next',
  },
  keyOtherWay: {
    ar: 'طريق آخر: بلا بطاقة، أو يستلم عنه غيره، أو يُرسل البند لطلب الموافقة',
    en: 'another way: without the card, collected by somebody, or sent for approval',
  },
  keyPrivacy: { ar: 'ستار الخصوصية', en: 'Privacy screen' },
  keyBack: { ar: 'رجوع أو إغلاق', en: 'Back or close' },
  keyLines: { ar: 'التنقل بين البنود', en: 'Move between lines' },
  keyRemove: { ar: 'احذف البند المختار', en: 'Remove the selected line' },
  keyEdit: { ar: 'عدّل كمية البند المختار', en: 'Edit the selected line’s quantity' },
  keyEncounter: { ar: 'ظروف الزيارة', en: 'About the visit' },
  keyPrescription: {
    ar: 'الوصفة: أضف دواءً، أو اصرف الباقي',
    en: 'Prescription: add a medicine, or fill what is left',
  },
  keyDemo: { ar: 'البطاقات التجريبية', en: 'Demo cards' },
  keyScan: { ar: 'مسح الباركود: في أي وقت وأي مكان', en: 'Barcode scan: any time, anywhere' },
  appearance: { ar: 'المظهر', en: 'Appearance' },
  light: { ar: 'فاتح', en: 'Light' },
  dark: { ar: 'داكن', en: 'Dark' },
  auto: { ar: 'كالجهاز', en: 'As the device' },
  textSize: { ar: 'حجم النص', en: 'Text size' },
  smaller: { ar: 'أصغر', en: 'Smaller' },
  larger: { ar: 'أكبر', en: 'Larger' },

  privacyTitle: { ar: 'الشاشة مستورة', en: 'The screen is covered' },
  privacyBack: {
    ar: 'اضغط F12 أو Esc للعودة. لم يضع شيء.',
    en: 'Press F12 or Esc to return. Nothing is lost.',
  },

  signIn: { ar: 'من يعمل الآن؟', en: 'Who is working now?' },
  signInHint: { ar: 'اختر اسمك ثم اكتب رقمك السري.', en: 'Choose your name, then type your PIN.' },
  pin: { ar: 'الرقم السري', en: 'PIN' },
  enter: { ar: 'دخول', en: 'Sign in' },
  demoPin: { ar: 'الرقم التجريبي: {pin}', en: 'Demonstration PIN: {pin}' },
  noUsers: { ar: 'لا مستخدمين بعد', en: 'There are no users yet' },

  receptionist: { ar: 'استقبال', en: 'Receptionist' },
  doctor: { ar: 'طبيب', en: 'Doctor' },
  pharmacist: { ar: 'صيدلة', en: 'Pharmacist' },
  manager: { ar: 'إدارة', en: 'Manager' },
  technician: { ar: 'تقنية', en: 'Technician' },

  demoCards: { ar: 'بطاقات تجريبية', en: 'Demo cards' },
  demoHint: {
    ar: 'أشخاص وبطاقات من نسج الخيال. اختر بطاقة لإدخالها في القارئ التجريبي.',
    en: 'The people and cards are invented. Choose a card to put it into the demo reader.',
  },
  demoInsert: { ar: 'أدخل', en: 'Insert' },
  demoInserted: { ar: 'في القارئ', en: 'In the reader' },
  demoRemove: { ar: 'انزع البطاقة', en: 'Take the card out' },
  demoServer: { ar: 'الاتصال بالمركز', en: 'Connection to the centre' },
  demoServerOn: { ar: 'يعمل', en: 'on' },
  demoServerOff: { ar: 'مقطوع', en: 'cut' },

  failureKept: { ar: 'ما حُفظ: ', en: 'Kept: ' },
  failureAction: { ar: 'ما العمل: ', en: 'What to do: ' },
  dismiss: { ar: 'أخفِ الرسالة', en: 'Hide this message' },
  copyOf: { ar: 'رمز: {code}', en: 'Code: {code}' },

  now: { ar: 'الآن', en: 'now' },
} as const satisfies Record<string, Text>;

/** Counted phrases of the frame. */
export const frameCounts = {
  waiting: {
    ar: {
      zero: 'لا مطالبة تنتظر',
      one: 'مطالبة واحدة تنتظر',
      two: 'مطالبتان تنتظران',
      few: '# مطالبات تنتظر',
      many: '# مطالبة تنتظر',
      other: '# مطالبة تنتظر',
    },
    en: { one: '# claim waiting', other: '# claims waiting' },
  },
  minutes: {
    ar: { one: 'دقيقة', two: 'دقيقتين', few: '# دقائق', many: '# دقيقة', other: '# دقيقة' },
    en: { other: '# min' },
  },
  hours: {
    ar: { one: 'ساعة', two: 'ساعتين', few: '# ساعات', many: '# ساعة', other: '# ساعة' },
    en: { other: '# h' },
  },
  days: {
    ar: { one: 'يوم', two: 'يومين', few: '# أيام', many: '# يوماً', other: '# يوم' },
    en: { other: '# d' },
  },
  ageDays: {
    ar: { zero: 'يوم', one: 'يوم', two: 'يومان', few: 'أيام', many: 'يوماً', other: 'يوم' },
    en: { one: 'day', other: 'days' },
  },
  months: {
    ar: { zero: 'شهر', one: 'شهر', two: 'شهران', few: 'أشهر', many: 'شهراً', other: 'شهر' },
    en: { one: 'month', other: 'months' },
  },
  years: {
    ar: { zero: 'سنة', one: 'سنة', two: 'سنتان', few: 'سنوات', many: 'سنة', other: 'سنة' },
    en: { one: 'year', other: 'years' },
  },
} as const satisfies Record<string, CountText>;
