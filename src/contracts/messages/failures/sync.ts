import { claimsWaiting, type FailureText, nothingChanged } from './text.ts';

const oldDataInUse = {
  ar: 'تعمل الطرفية بالبيانات السابقة التي تحققت منها.',
  en: 'The terminal goes on with the data it verified before.',
};

/** Reference data, sync and the centre. */
export const syncFailures = {
  'reference-malformed': {
    happened: {
      ar: 'بيانات المؤمِّن الواصلة غير سليمة.',
      en: 'The insurer’s data that arrived are not sound.',
    },
    kept: oldDataInUse,
    action: {
      ar: 'أعد المحاولة لاحقاً. إن تكرر ذلك فأعطِ المؤمِّن هذه الإشارة: {file}، {where}، {why}',
      en: 'Try again later. If it happens again, give the insurer this reference: {file}, {where}, {why}',
    },
  },
  'reference-signature-wrong': {
    happened: {
      ar: 'توقيع المؤمِّن على البيانات الواصلة غير صحيح، فرُفضت.',
      en: 'The insurer’s signature on the data that arrived is wrong; they were refused.',
    },
    kept: oldDataInUse,
    action: {
      ar: 'أبلغ الدعم الفني، واذكر الملف: {file}',
      en: 'Tell support and name the file: {file}',
    },
  },
  'reference-older': {
    happened: {
      ar: 'البيانات المعروضة (الإصدار {offered}) أقدم مما في الطرفية (الإصدار {have}).',
      en: 'The data offered (version {offered}) are older than the terminal’s (version {have}).',
    },
    kept: oldDataInUse,
    action: {
      ar: 'لا يلزم شيء. إن وصلتك على قرص فاطلب نسخة أحدث.',
      en: 'There is nothing to do. If they came on a drive, ask for a newer copy.',
    },
  },
  'provider-unknown': {
    happened: {
      ar: 'بيانات المؤمِّن لا تعرف الجهة الطبية {provider}.',
      en: 'The insurer’s data do not know the provider {provider}.',
    },
    kept: nothingChanged,
    action: {
      ar: 'صحّح رقم الجهة في إعدادات الطرفية، أو اطلب من المؤمِّن إضافتها.',
      en: 'Correct the provider in the terminal’s settings, or ask the insurer to add it.',
    },
  },
  'reference-absent': {
    happened: {
      ar: 'لا بيانات من المؤمِّن في هذه الطرفية بعد.',
      en: 'This terminal has no data from the insurer yet.',
    },
    kept: nothingChanged,
    action: {
      ar: 'صِل الطرفية بالمركز لتنزيل البيانات، ثم أعد إدخال البطاقة.',
      en: 'Connect to the centre to fetch them, then insert the card again.',
    },
  },
  'server-unreachable': {
    happened: { ar: 'لا يمكن الوصول إلى المركز الآن.', en: 'The centre cannot be reached now.' },
    kept: claimsWaiting,
    action: {
      ar: 'تابع عملك، فالمطالبات تُرسل وحدها عند عودة الاتصال. السبب للدعم الفني: {reason}',
      en: 'Carry on: claims go out by themselves when the connection returns. Reason, for support: {reason}',
    },
  },
  'server-key-wrong': {
    happened: {
      ar: 'الجهة التي أجابت ليست المركز الذي سُجّلت لديه هذه الطرفية.',
      en: 'Whoever answered is not the centre with which this terminal is enrolled.',
    },
    kept: {
      ar: 'لم يُرسل شيء، والمطالبات محفوظة هنا.',
      en: 'Nothing was sent, and claims are safe here.',
    },
    action: {
      ar: 'تحقق من عنوان المركز ومن الشبكة، وأبلغ الدعم الفني.',
      en: 'Check the centre’s address and the network, and tell support.',
    },
  },
  'server-answer-malformed': {
    happened: {
      ar: 'وصل من المركز جواب غير مفهوم.',
      en: 'The centre gave an answer that makes no sense.',
    },
    kept: claimsWaiting,
    action: {
      ar: 'تعيد الطرفية المحاولة وحدها. إن طال ذلك فأبلغ الدعم الفني: {step}',
      en: 'The terminal tries again by itself. If this lasts, tell support: {step}',
    },
  },
  'server-refused': {
    happened: { ar: 'رفض المركز الطلب.', en: 'The centre refused the request.' },
    kept: claimsWaiting,
    action: {
      ar: 'تعيد الطرفية المحاولة وحدها. إن طال ذلك فأعطِ الدعم الفني هذا الرمز: {status} {refusal}',
      en: 'The terminal tries again by itself. If this lasts, give support this code: {status} {refusal}',
    },
  },
  'enrolment-code-wrong': {
    happened: {
      ar: 'رمز التسجيل غير صحيح أو سبق استعماله.',
      en: 'The enrolment code is wrong or was used before.',
    },
    kept: nothingChanged,
    action: {
      ar: 'أعد إدخال الرمز بدقة، أو اطلب من المؤمِّن رمزاً جديداً.',
      en: 'Enter the code again with care, or ask the insurer for a new one.',
    },
  },
  'enrolment-absent': {
    happened: {
      ar: 'هذه الطرفية غير مسجّلة لدى المركز بعد.',
      en: 'This terminal is not enrolled with the centre yet.',
    },
    kept: claimsWaiting,
    action: {
      ar: 'أدخل رمز التسجيل الذي أعطاك إياه المؤمِّن.',
      en: 'Enter the enrolment code that the insurer gave you.',
    },
  },
  'chain-gap': {
    happened: {
      ar: 'ينتظر المركز سجلاً سابقاً لم يصله، رقمه {expectedSequence}.',
      en: 'The centre still waits for an earlier record, number {expectedSequence}.',
    },
    kept: claimsWaiting,
    action: {
      ar: 'لا يلزم شيء، فالطرفية تعيد الإرسال من ذلك السجل.',
      en: 'There is nothing to do: the terminal sends again from that record.',
    },
  },
  'chain-forked': {
    happened: {
      ar: 'سجلات هذه الطرفية تخالف ما لدى المركز بدءاً من السجل {sequence}.',
      en: 'This terminal’s records differ from the centre’s from record {sequence} on.',
    },
    kept: {
      ar: 'المطالبات محفوظة هنا، وتوقف الإرسال حتى تُحلّ المسألة.',
      en: 'Claims are safe here; sending has stopped until this is settled.',
    },
    action: {
      ar: 'اتصل بالدعم الفني. يحدث هذا إذا استُرجعت نسخة قديمة من بيانات الجهاز.',
      en: 'Call support. This happens when an old backup of this computer was restored.',
    },
  },
  'request-signature-wrong': {
    happened: {
      ar: 'لم يقبل المركز توقيع هذه الطرفية.',
      en: 'The centre did not accept this terminal’s signature.',
    },
    kept: claimsWaiting,
    action: {
      ar: 'تحقق من تاريخ الجهاز وساعته. إن كانا صحيحين فاتصل بالدعم الفني.',
      en: 'Check the computer’s date and clock. If they are right, call support.',
    },
  },
  'terminal-unknown': {
    happened: {
      ar: 'لا يعرف المركز هذه الطرفية، أو أُلغي تسجيلها.',
      en: 'The centre does not know this terminal, or its enrolment was withdrawn.',
    },
    kept: claimsWaiting,
    action: {
      ar: 'اطلب من المؤمِّن رمز تسجيل جديداً.',
      en: 'Ask the insurer for a new enrolment code.',
    },
  },
  'batch-too-large': {
    happened: {
      ar: 'دفعة الإرسال أكبر مما يقبله المركز (الحدّ {limit}).',
      en: 'More was sent at once than the centre accepts (the limit is {limit}).',
    },
    kept: claimsWaiting,
    action: {
      ar: 'لا يلزم شيء، فالطرفية ترسل على دفعات أصغر.',
      en: 'There is nothing to do: the terminal sends smaller parts.',
    },
  },
} as const satisfies Record<string, FailureText>;
