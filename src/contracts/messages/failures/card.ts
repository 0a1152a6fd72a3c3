import { type FailureText, nothingChanged, visitKept } from './text.ts';

const cardAsItWas = {
  ar: 'بقيت البطاقة كما هي، والزيارة محفوظة.',
  en: 'The card is as it was, and the visit is kept.',
};

/** Reader and card. */
export const cardFailures = {
  'reader-service-absent': {
    happened: {
      ar: 'خدمة قارئ البطاقات في هذا الجهاز متوقفة.',
      en: 'The card service of this computer is not running.',
    },
    kept: visitKept,
    action: {
      ar: 'تحقق من أن القارئ موصول، ثم أعد تشغيل الجهاز. إن تكرر ذلك فاتصل بالفنّي، وتابع حتى يحضر بالبحث برقم المنتفع.',
      en: 'Check that the reader is plugged in, then restart the computer. If it happens again, call the technician; until then, look members up by number.',
    },
  },
  'reader-absent': {
    happened: { ar: 'لا قارئ بطاقات موصول بالجهاز.', en: 'No card reader is connected.' },
    kept: visitKept,
    action: {
      ar: 'صِل كابل القارئ وانتظر حتى يضيء مؤشره.',
      en: 'Plug in the reader’s cable and wait for its light.',
    },
  },
  'reader-lost': {
    happened: {
      ar: 'انقطع الاتصال بالقارئ {reader}.',
      en: 'The reader {reader} was disconnected.',
    },
    kept: visitKept,
    action: {
      ar: 'تحقق من الكابل ثم أعد إدخال البطاقة نفسها.',
      en: 'Check its cable, then insert the same card again.',
    },
  },
  'card-absent': {
    happened: { ar: 'لا بطاقة في القارئ.', en: 'There is no card in the reader.' },
    kept: visitKept,
    action: { ar: 'أدخل بطاقة المنتفع.', en: 'Insert the member’s card.' },
  },
  'card-removed': {
    happened: { ar: 'نُزعت البطاقة قبل أن تكتمل العملية.', en: 'The card was removed too early.' },
    kept: visitKept,
    action: {
      ar: 'أعد إدخال البطاقة نفسها واتركها في القارئ حتى تظهر النتيجة.',
      en: 'Insert the same card again and leave it in until the result appears.',
    },
  },
  'card-mute': {
    happened: {
      ar: 'البطاقة لا تستجيب.',
      en: 'The card does not answer.',
    },
    kept: visitKept,
    action: {
      ar: 'أدخلها والشريحة إلى الأمام والأعلى، وامسح الشريحة بقماش جاف. إن لم تستجب فابحث برقم المنتفع.',
      en: 'Insert it chip first and facing up, and wipe the chip with a dry cloth. If it stays silent, look the member up by number.',
    },
  },
  'card-busy': {
    happened: {
      ar: 'برنامج آخر يستعمل القارئ الآن.',
      en: 'Another program is using the reader.',
    },
    kept: visitKept,
    action: {
      ar: 'أغلق البرنامج الآخر واترك البطاقة في القارئ: تُقرأ حالما يتركها.',
      en: 'Close the other program and leave the card in: it is read as soon as it is free.',
    },
  },
  'card-reset': {
    happened: {
      ar: 'أعاد برنامج آخر أو القارئ تشغيل البطاقة.',
      en: 'Another program, or the reader, restarted the card.',
    },
    kept: visitKept,
    action: {
      ar: 'اترك البطاقة في القارئ: تُقرأ من جديد تلقائياً. إن تكرر ذلك فأغلق البرامج الأخرى التي تستعمل القارئ.',
      en: 'Leave the card in: it is read anew by itself. If it happens again, close other programs that use the reader.',
    },
  },
  'card-timeout': {
    happened: {
      ar: 'لم تُجب البطاقة في الوقت المسموح ({milliseconds} ميلي ثانية).',
      en: 'The card did not answer in time ({milliseconds} ms).',
    },
    kept: visitKept,
    action: {
      ar: 'انتظر قليلاً: تُقرأ حالما تُجيب. إن لم تُجب فأخرجها وأعد إدخالها، وإن تكرر ذلك فجرّب قارئاً آخر.',
      en: 'Wait a little: it is read as soon as it answers. If it does not, take it out and insert it again; if it happens again, try another reader.',
    },
  },
  'card-unknown': {
    happened: {
      ar: 'هذه ليست بطاقة تأمين تعرفها هذه الطرفية.',
      en: 'This is not an insurance card that this terminal knows.',
    },
    kept: visitKept,
    action: {
      ar: 'اطلب بطاقة التأمين الصحي، أو ابحث برقم المنتفع. رمز البطاقة للدعم الفني: {atr}',
      en: 'Ask for the health-insurance card, or look the member up by number. Card code for support: {atr}',
    },
  },
  'card-answer-malformed': {
    happened: {
      ar: 'وصل من البطاقة جواب غير مفهوم.',
      en: 'The card gave an answer that makes no sense.',
    },
    kept: nothingChanged,
    action: {
      ar: 'أخرج البطاقة وأعد إدخالها. إن تكرر ذلك فاطلب بطاقة بديلة. للدعم الفني: {step}',
      en: 'Take the card out and insert it again. If it happens again, ask for a replacement. For support: {step}',
    },
  },
  'card-status': {
    happened: {
      ar: 'رفضت البطاقة إحدى خطوات القراءة أو الكتابة.',
      en: 'The card refused a step of reading or writing.',
    },
    kept: nothingChanged,
    action: {
      ar: 'أعد إدخال البطاقة. إن تكرر ذلك فأعطِ الدعم الفني هذا الرمز: {step} {statusWord}',
      en: 'Insert the card again. If it happens again, give support this code: {step} {statusWord}',
    },
  },
  'card-record-malformed': {
    happened: {
      ar: 'بعض ما كُتب على البطاقة تالف ولا يُقرأ.',
      en: 'Part of what is written on the card is damaged.',
    },
    kept: {
      ar: 'لم يُعتمد شيء من الجزء التالف، وبقيت البطاقة كما هي.',
      en: 'Nothing of the damaged part was used, and the card was left as it is.',
    },
    action: {
      ar: 'أعد إدخال البطاقة. إن تكرر ذلك فاطلب بطاقة بديلة. للدعم الفني: {file}، {why}',
      en: 'Insert the card again. If it happens again, ask for a replacement. For support: {file}, {why}',
    },
  },
  'card-signature-wrong': {
    happened: {
      ar: 'توقيع المؤمِّن على هذه البطاقة غير صحيح.',
      en: 'The insurer’s signature on this card is wrong.',
    },
    kept: {
      ar: 'لم يُعتمد شيء من محتوى البطاقة.',
      en: 'Nothing that the card says was used.',
    },
    action: {
      ar: 'لا تقدّم خدمة على هذه البطاقة، وأبلغ المؤمِّن. للدعم الفني: {file}',
      en: 'Give no service on this card and tell the insurer. For support: {file}',
    },
  },
  'card-issuer-unknown': {
    happened: {
      ar: 'لا تعرف هذه الطرفية الجهة التي أصدرت البطاقة.',
      en: 'This terminal does not know who issued the card.',
    },
    kept: nothingChanged,
    action: {
      ar: 'صِل الطرفية بالمركز لتحديث البيانات ثم أعد إدخال البطاقة. رقم الجهة المُصدِرة: {issuerKeyId}',
      en: 'Connect to the centre to update, then insert the card again. Issuer number: {issuerKeyId}',
    },
  },
  'card-not-genuine': {
    happened: {
      ar: 'لم تُثبت البطاقة أنها أصلية، وقد تكون نسخة.',
      en: 'The card did not prove that it is genuine; it may be a copy.',
    },
    kept: {
      ar: 'سُجّلت المحاولة، ولم تُقيَّد على المنتفع أي مبالغ.',
      en: 'The attempt was recorded, and nothing was charged to the member.',
    },
    action: {
      ar: 'لا تقدّم خدمة على هذه البطاقة، وتحقّق من الهوية، واتصل بالمؤمِّن.',
      en: 'Give no service on this card, check the person’s identity and call the insurer.',
    },
  },
  'card-changed': {
    happened: {
      ar: 'البطاقة التي في القارئ ليست بطاقة هذه الزيارة.',
      en: 'The card in the reader is not the card of this visit.',
    },
    kept: visitKept,
    action: {
      ar: 'أعد البطاقة الأولى إلى القارئ، أو علّق هذه الزيارة وابدأ زيارة جديدة.',
      en: 'Put the first card back, or set this visit aside and start a new one.',
    },
  },
  'card-write-not-licensed': {
    happened: {
      ar: 'شهادة هذه الطرفية لا تسمح لها بالكتابة على البطاقة، فرفضتها البطاقة.',
      en: 'This terminal’s certificate does not let it write this to a card, so the card refused it.',
    },
    kept: {
      ar: 'المطالبة محفوظة وتُرسل كغيرها، وسجلّ البطاقة لا يعلم بها بعد.',
      en: 'The claim is saved and is sent like any other; the card’s history does not know of it yet.',
    },
    action: {
      ar: 'راجع المؤمِّن فيما رُخّصت له هذه الجهة: بعد تجديد الشهادة تُكتب حين تُدخل البطاقة ثانية.',
      en: 'Ask the insurer what this place is licensed for: once the certificate allows it, it is written when the card is next inserted.',
    },
  },
  'card-pin-wrong': {
    happened: {
      ar: 'الرقم السري غير صحيح. المحاولات الباقية: {triesLeft}.',
      en: 'The PIN is wrong. Tries left: {triesLeft}.',
    },
    kept: {
      ar: 'بقي السجلّ القديم مغلقاً. الصرف والطوارئ لا يحتاجان إلى هذا الرقم.',
      en: 'The older history stays closed. Dispensing and emergencies need no PIN.',
    },
    action: {
      ar: 'دع صاحب البطاقة يُدخله ثانية بتأنٍّ: عند نفاد المحاولات يُقفل الرقم.',
      en: 'Let the card’s holder enter it again with care: when no try is left it is blocked.',
    },
  },
  'card-pin-blocked': {
    happened: {
      ar: 'الرقم السري لهذه البطاقة مقفل.',
      en: 'This card’s PIN is blocked.',
    },
    kept: {
      ar: 'البطاقة صالحة للصرف وللطوارئ، وسجلّها القديم وحده مغلق.',
      en: 'The card still serves for dispensing and emergencies; only its older history is closed.',
    },
    action: {
      ar: 'ليتصل صاحب البطاقة بالمؤمِّن، ثم يضع هنا رقماً جديداً عن طريقه.',
      en: 'Let the holder call the insurer, and then set a new PIN here through them.',
    },
  },
  'card-pin-absent': {
    happened: {
      ar: 'لم يُحدَّد لهذه البطاقة رقم سري بعد.',
      en: 'This card has not been given a PIN yet.',
    },
    kept: {
      ar: 'البطاقة صالحة للصرف وللطوارئ، وسجلّها القديم وحده مغلق.',
      en: 'The card still serves for dispensing and emergencies; only its older history is closed.',
    },
    action: {
      ar: 'ليتصل صاحب البطاقة بالمؤمِّن، ثم يضع هنا رقمه عن طريقه.',
      en: 'Let the holder call the insurer, and then set a PIN here through them.',
    },
  },
  'card-session-full': {
    happened: {
      ar: 'لا تقبل البطاقة قيوداً أخرى في هذه الجلسة.',
      en: 'The card takes no more records in this session.',
    },
    kept: {
      ar: 'المطالبة محفوظة، وما كُتب على البطاقة باقٍ عليها.',
      en: 'The claim is safe, and what was written to the card stays there.',
    },
    action: {
      ar: 'انزع البطاقة ثم أعد إدخالها، فيُكتب عليها الباقي.',
      en: 'Take the card out and put it in again: the rest is then written.',
    },
  },
  'card-med-not-licensed': {
    happened: {
      ar: 'شهادة هذه الطرفية ليست لطبيب، فرفضت البطاقة السجلّ الصحّي.',
      en: 'This terminal’s certificate is not a doctor’s, so the card refused the health record.',
    },
    kept: {
      ar: 'ما كُتب محفوظ هنا، والبطاقة كما هي.',
      en: 'What was written is kept here, and the card is as it was.',
    },
    action: {
      ar: 'راجع المؤمِّن فيما رُخّصت له هذه الجهة: بعد تجديد الشهادة يُكتب حين تُدخل البطاقة ثانية.',
      en: 'Ask the insurer what this place is licensed for: once the certificate allows it, it is written when the card is next inserted.',
    },
  },
  'card-med-unread': {
    happened: {
      ar: 'لا يُعرف ما في السجلّ الصحّي على البطاقة الآن، فلا يُكتب فوقه.',
      en: 'What the card’s health record says now is not known, so nothing is written over it.',
    },
    kept: cardAsItWas,
    action: {
      ar: 'أخرج البطاقة وأعد إدخالها، ثم اكتب من جديد.',
      en: 'Take the card out and insert it again, then write anew.',
    },
  },
  'card-med-full': {
    happened: {
      ar: 'لا تتسع البطاقة لكل ما كُتب في السجلّ الصحّي.',
      en: 'The card has no room for all that was written in the health record.',
    },
    kept: cardAsItWas,
    action: {
      ar: 'اكتب ما يهمّ عند الطوارئ وحده، واختصر الأسماء.',
      en: 'Write only what matters in an emergency, and shorten the names.',
    },
  },
  'pin-pad-given-up': {
    happened: {
      ar: 'لم يُدخَل الرقم السري على أزرار القارئ: أُلغي، أو انقضت المدة، أو اختلف الإدخالان.',
      en: 'No PIN was entered on the reader’s keys: it was cancelled, took too long, or was typed two ways.',
    },
    kept: {
      ar: 'لم تُحسب محاولة، وبقيت البطاقة كما هي.',
      en: 'No try was counted, and the card is as it was.',
    },
    action: {
      ar: 'أعد المحاولة، وليُدخل صاحب البطاقة رقمه على أزرار القارئ.',
      en: 'Try again, and let the holder enter the PIN on the reader’s keys.',
    },
  },
  'card-order-absent': {
    happened: {
      ar: 'لم يطلب المؤمِّن هذا لهذه البطاقة، أو انتهت مدة طلبه.',
      en: 'The insurer has not ordered this for this card, or the order has run out.',
    },
    kept: cardAsItWas,
    action: {
      ar: 'ليتصل صاحب البطاقة بالمؤمِّن: بعد أن يأذن أعد المحاولة والبطاقة في القارئ.',
      en: 'Let the holder call the insurer: once they have allowed it, try again with the card in the reader.',
    },
  },
  'card-head-not-newer': {
    happened: {
      ar: 'على البطاقة بيانات ليست أقدم من التي عرضها المؤمِّن، فرفضت البطاقة تجديدها.',
      en: 'What the card holds is no older than what the insurer offered, so the card refused the renewal.',
    },
    kept: cardAsItWas,
    action: {
      ar: 'تابع بالبطاقة كما هي، وأبلغ المؤمِّن أن التجديد لم يُقبل.',
      en: 'Go on with the card as it is, and tell the insurer that the renewal was not taken.',
    },
  },
  'issuer-refused-card': {
    happened: {
      ar: 'رفض المؤمِّن العمل على هذه البطاقة بعد أن فحصها.',
      en: 'The insurer examined this card and would not work on it.',
    },
    kept: cardAsItWas,
    action: {
      ar: 'تحقّق من هوية صاحبها واتصل بالمؤمِّن. للدعم الفني: {why}',
      en: 'Check who its holder is and call the insurer. For support: {why}',
    },
  },
  'issuer-absent': {
    happened: {
      ar: 'لا يُصدر هذا المركز بطاقات، فلا يستطيع تجديدها ولا فتح أرقامها.',
      en: 'This centre issues no cards, so it can neither renew them nor unblock their PINs.',
    },
    kept: cardAsItWas,
    action: {
      ar: 'تابع بالبطاقة كما هي: الصرف والطوارئ لا يحتاجان إلى ذلك.',
      en: 'Go on with the card as it is: dispensing and emergencies need none of this.',
    },
  },
  'card-relay-lost': {
    happened: {
      ar: 'انقطع عمل المؤمِّن على البطاقة قبل أن يتم.',
      en: 'The insurer’s work on the card broke off before it was done.',
    },
    kept: {
      ar: 'البطاقة في حالها القديمة أو الجديدة كاملةً، ولا ضرر في الإعادة.',
      en: 'The card is wholly in its old state or in the new one; doing it again does no harm.',
    },
    action: {
      ar: 'اترك البطاقة في القارئ وأعد المحاولة.',
      en: 'Leave the card in the reader and try again.',
    },
  },
  'card-holder-unknown': {
    happened: {
      ar: 'لا يعرف المؤمِّن في بياناته هنا منتفعاً بهذا الرقم: {number}.',
      en: 'The insurer’s data here have no member with this card’s number: {number}.',
    },
    kept: nothingChanged,
    action: {
      ar: 'ابحث برقم المنتفع، أو صِل الطرفية بالمركز ثم أعد إدخال البطاقة.',
      en: 'Look the member up by number, or connect to the centre and insert the card again.',
    },
  },
  'card-holder-differs': {
    happened: {
      ar: 'ميلاد صاحب البطاقة أو جنسه ليس كما في بيانات المنتفع المسجّل بالرقم {number}.',
      en: 'The birth date or sex on the card is not that of the member recorded with number {number}.',
    },
    kept: nothingChanged,
    action: {
      ar: 'لا تعتمد هذه البطاقة. قارن أوراق الشخص، وابحث برقم المنتفع، وأبلغ المؤمِّن بالاختلاف.',
      en: 'Do not go by this card. Compare the person’s papers, look the member up by number and tell the insurer.',
    },
  },
} as const satisfies Record<string, FailureText>;
