import type { ReasonText } from './text.ts';

/** What the checks of item, prescription, approval and duplicates say. */
export const itemReasons = {
  'item-women-only': {
    short: { ar: 'للنساء فقط، على الجهة الطبية', en: 'Women only, provider bears' },
    sentence: {
      ar: 'هذا البند للنساء فقط، والمنتفع ذكر: {item}.',
      en: 'This is for women only, and the member is male: {item}.',
    },
  },
  'item-men-only': {
    short: { ar: 'للرجال فقط، على الجهة الطبية', en: 'Men only, provider bears' },
    sentence: {
      ar: 'هذا البند للرجال فقط، والمنتفعة أنثى: {item}.',
      en: 'This is for men only, and the member is female: {item}.',
    },
  },
  'sex-unknown-for-item': {
    short: { ar: 'الجنس غير مؤكَّد', en: 'Sex not certain' },
    sentence: {
      ar: 'هذا البند لأحد الجنسين، وجنس المنتفع غير مؤكَّد في سجلّه. اطلب تصحيحه: {item}.',
      en: 'This is for one sex, and the member’s is not certain in the record. Ask for a correction: {item}.',
    },
  },
  'item-too-young': {
    short: { ar: 'دون العمر، على الجهة الطبية', en: 'Too young, provider bears' },
    sentence: {
      ar: 'يُقبل هذا البند ابتداءً من عمر {from}: {item}.',
      en: 'This is accepted from the age of {from}: {item}.',
    },
  },
  'item-too-old': {
    short: { ar: 'فوق العمر، على الجهة الطبية', en: 'Too old, provider bears' },
    sentence: {
      ar: 'يُقبل هذا البند حتى عمر {to}: {item}.',
      en: 'This is accepted up to the age of {to}: {item}.',
    },
  },
  'age-unknown-for-item': {
    short: { ar: 'العمر غير مؤكَّد', en: 'Age not certain' },
    sentence: {
      ar: 'لهذا البند حدّ للعمر، وتاريخ الميلاد المعروف لا يكفي للبتّ. اطلب تصحيحه: {item}.',
      en: 'This has an age limit, and the known date of birth does not settle it. Ask for a correction: {item}.',
    },
  },
  'item-not-indicated': {
    short: { ar: 'لغير ما يُدفع له', en: 'Not for this diagnosis' },
    sentence: {
      ar: 'يُدفع ثمن {item} لتشخيصات محدَّدة في العقد، وليس بينها {diagnosis}. يلزم قرار المؤمِّن.',
      en: 'The contract pays for {item} for certain diagnoses, and {diagnosis} is not among them. The insurer decides.',
    },
  },
  'indication-not-said': {
    short: { ar: 'أدخل التشخيص', en: 'Enter the diagnosis' },
    sentence: {
      ar: 'يُدفع ثمن {item} لتشخيصات محدَّدة في العقد، ولم يُذكر تشخيص. أدخله.',
      en: 'The contract pays for {item} for certain diagnoses, and none was said. Enter it.',
    },
  },
  'prescription-missing': {
    short: { ar: 'بلا وصفة، على الجهة الطبية', en: 'No prescription, provider bears' },
    sentence: {
      ar: 'لا يُدفع ثمنه إلا بوصفة، وليس في الوصفات المعروفة: {item}.',
      en: 'It is paid for only on prescription, and no known prescription orders it: {item}.',
    },
  },
  'prescription-to-enter': {
    short: { ar: 'أدخل الوصفة', en: 'Enter the prescription' },
    sentence: {
      ar: 'لا يُدفع ثمنه إلا بوصفة، وليس على البطاقة وصفة له. إن كانت بيد المريض وصفة ورقية فأدخلها: {item}.',
      en: 'It is paid for only on prescription, and none on the card orders it. If the patient holds one on paper, enter it: {item}.',
    },
  },
  'prescription-on-paper': {
    short: { ar: 'وصفة ورقية، على الجهة الطبية', en: 'Prescribed on paper, provider bears' },
    sentence: {
      ar: 'لا يُدفع ثمنه إلا بوصفة على البطاقة، والمدخلة ورقية: {item}.',
      en: 'It is paid for only on a prescription that is on the card, and this one is on paper: {item}.',
    },
  },
  'prescription-expired': {
    short: { ar: 'وصفة منتهية، على الجهة الطبية', en: 'Prescription expired, provider bears' },
    sentence: {
      ar: 'كُتبت الوصفة في {on} وانتهت صلاحيتها في {to}: {item}.',
      en: 'The prescription of {on} was valid until {to}: {item}.',
    },
  },
  'prescription-not-yet-valid': {
    short: { ar: 'وصفة لاحقة، على الجهة الطبية', en: 'Prescribed later, provider bears' },
    sentence: {
      ar: 'الوصفة مؤرخة في {on}، بعد تاريخ الصرف: {item}.',
      en: 'The prescription is dated {on}, after this supply: {item}.',
    },
  },
  'prescription-filled': {
    short: { ar: 'وصفة صُرفت، على الجهة الطبية', en: 'Already filled, provider bears' },
    sentence: {
      ar: 'صُرفت كامل الكمية الموصوفة: {item}.',
      en: 'All that was prescribed has been dispensed: {item}.',
    },
  },
  'prescription-nearly-filled': {
    short: { ar: 'فوق الموصوف، على الجهة الطبية', en: 'Above prescription, provider bears' },
    sentence: {
      ar: 'بقي من الكمية الموصوفة {left}، والمطلوب {asked}: {item}.',
      en: 'Of what was prescribed {left} are left; {asked} are asked for: {item}.',
    },
  },
  'prescription-unknown': {
    short: { ar: 'الوصفة غير معروفة', en: 'Prescription not known' },
    sentence: {
      ar: 'أدخل الوصفة أو اقرأها من البطاقة، فلا يُدفع ثمنه إلا بها: {item}.',
      en: 'Enter the prescription or read it from the card: it is paid for only with one: {item}.',
    },
  },
  'prescriber-unknown': {
    short: { ar: 'كاتب الوصفة غير معروف', en: 'Prescriber not known' },
    sentence: {
      ar: 'لم يُقرأ ترخيص كاتب الوصفة: {item}.',
      en: 'The prescriber’s licence could not be read: {item}.',
    },
  },
  'prescription-fills-unknown': {
    short: { ar: 'ما صُرف منها غير معروف', en: 'Earlier fillings not known' },
    sentence: {
      ar: 'لا يُعرف كم صُرف من هذه الوصفة: {item}.',
      en: 'It is not known how much of this prescription was dispensed: {item}.',
    },
  },
  'prescription-below-unit': {
    short: { ar: 'الباقي أقلّ من عبوة', en: 'Rest below smallest pack' },
    sentence: {
      ar: 'بقي من الكمية الموصوفة {left}، أقلّ مما يُباع، والمطلوب {asked}: {item}.',
      en: 'Of what was prescribed {left} are left, less than can be sold; {asked} are asked for: {item}.',
    },
  },
  'approval-needed': {
    short: { ar: 'تلزم موافقة مسبقة', en: 'Prior approval needed' },
    sentence: {
      ar: 'لا يُدفع ثمنه إلا بموافقة مسبقة، ولا موافقة معروفة له هنا: {item}.',
      en: 'It is paid for only with a prior approval, and none is known here: {item}.',
    },
  },
  'approval-unverified': {
    short: { ar: 'رقم موافقة لم يُتحقق منه', en: 'Approval number not verified' },
    sentence: {
      ar: 'سُجّل رقم الموافقة كما قيل، ولا يمكن التحقق منه هنا؛ يُرسل مع المطالبة ليبتّ المركز فيه: {item}.',
      en: 'The approval number is recorded as it was told and cannot be verified here; it goes with the claim for the centre to decide: {item}.',
    },
  },
  'approval-not-for-this': {
    short: { ar: 'الموافقة لغير هذا', en: 'Approval is for elsewhere' },
    sentence: {
      ar: 'الموافقة المعروفة لجهة طبية أخرى أو لأيام أخرى: {item}.',
      en: 'The known approval is for another provider or other days: {item}.',
    },
  },
  'approval-used-up': {
    short: { ar: 'الموافقة استُنفدت', en: 'Approval used up' },
    sentence: {
      ar: 'لم يبقَ من الموافقة ما يكفي: {item}.',
      en: 'Not enough is left of the approval: {item}.',
    },
  },
  'approval-amount-exceeded': {
    short: { ar: 'المبلغ فوق الموافقة', en: 'Amount above the approval' },
    sentence: {
      ar: 'بقي من مبلغ الموافقة {left}، وهو أقلّ من المطلوب: {item}.',
      en: 'Of the approved amount {left} is left, which is less than is asked for: {item}.',
    },
  },
  'approval-nearly-used': {
    short: { ar: 'فوق الموافقة، على الجهة الطبية', en: 'Above approval, provider bears' },
    sentence: {
      ar: 'بقي من الموافقة {left}، والمطلوب {asked}: {item}.',
      en: 'Of the approval {left} are left; {asked} are asked for: {item}.',
    },
  },
  'duplicate-in-claim': {
    short: { ar: 'مكرّر هنا، على الجهة الطبية', en: 'Repeated here, provider bears' },
    sentence: {
      ar: 'الخدمة نفسها مقبولة في بند سابق من هذه المطالبة: {item}.',
      en: 'An earlier line of this claim is for the same service: {item}.',
    },
  },
  'duplicate-service': {
    short: { ar: 'مكرّر، على الجهة الطبية', en: 'Duplicate, provider bears' },
    sentence: {
      ar: 'قُدّمت الخدمة نفسها في {last}: {item}.',
      en: 'The same service was provided on {last}: {item}.',
    },
  },
  'exclusive-service': {
    short: { ar: 'لا يجتمعان، على الجهة الطبية', en: 'Not together, provider bears' },
    sentence: {
      ar: 'لا يُدفع ثمن هذا البند مع «{other}» في يوم واحد: {item}.',
      en: 'This is not paid for on the same day as {other}: {item}.',
    },
  },
  'part-of-panel': {
    short: { ar: 'ضمن غيره، على الجهة الطبية', en: 'Part of another, provider bears' },
    sentence: {
      ar: 'هذا البند جزء من «{other}» في اليوم نفسه: {item}.',
      en: 'This is contained in {other} of the same day: {item}.',
    },
  },
  'duplicate-possible': {
    short: { ar: 'قد يكون مكرّراً', en: 'May be a duplicate' },
    sentence: {
      ar: 'سُجّلت خدمة بالرمز نفسه ولا يُعرف موضعها. حدّد الموضع أو اطلب موافقة: {item}.',
      en: 'A service of the same code is on record without its place. State the place or ask for approval: {item}.',
    },
  },
  'panel-after-part': {
    short: { ar: 'جزء منه محسوب سابقاً', en: 'Part of it already billed' },
    sentence: {
      ar: 'احتُسب «{other}» في اليوم نفسه، وهو جزء من هذا البند: {item}.',
      en: '{other} of the same day is contained in this: {item}.',
    },
  },
  'service-history-unknown': {
    short: { ar: 'الخدمات السابقة غير معروفة', en: 'Earlier services not known' },
    sentence: {
      ar: 'تعذّرت معرفة الخدمات السابقة، فلا يُعرف أهذا مكرّر: {item}.',
      en: 'Earlier services could not be learned, so it is not known whether this is a duplicate: {item}.',
    },
  },
} as const satisfies Record<string, ReasonText>;
