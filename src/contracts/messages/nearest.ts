import type { NearestChange } from '#domain/adjudication/decision.ts';
import type { Text } from './language.ts';

/** The nearest change in words, and its button's name where the window can make it or lead to its field. */
export interface NearestText {
  /** Follows "nearest change that passes". */
  readonly text: Text;
  readonly action: Text | null;
}

/** Each nearest change; `{date}`, `{price}` and `{quantity}` are those of the change. */
export const nearestTexts: Readonly<Record<NearestChange['kind'], NearestText>> = {
  'wait-until': {
    text: { ar: 'قدّمه في {date} أو بعده.', en: 'provide it on {date} or later.' },
    action: { ar: 'احذف البند حتى {date}', en: 'Leave it out until {date}' },
  },
  'unit-price': {
    text: { ar: 'السعر {price} للوحدة.', en: 'a unit price of {price}.' },
    action: { ar: 'اجعل السعر {price}', en: 'Ask {price}' },
  },
  quantity: {
    text: { ar: 'الكمية {quantity}.', en: 'a quantity of {quantity}.' },
    action: { ar: 'اجعل الكمية {quantity}', en: 'Make it {quantity}' },
  },
  'enter-diagnosis': {
    text: { ar: 'أدخل التشخيص الصحيح.', en: 'enter the right diagnosis.' },
    action: { ar: 'أدخل التشخيص', en: 'Enter the diagnosis' },
  },
  'enter-clinician': {
    text: {
      ar: 'اذكر الطبيب وترخيصه والاختصاص المطلوب.',
      en: 'state a clinician of the specialty asked for, with the licence.',
    },
    action: { ar: 'اذكر الطبيب', en: 'State the clinician' },
  },
  'enter-encounter': {
    text: {
      ar: 'صحّح نوع الرعاية إن كان غير ذلك.',
      en: 'correct the kind of care, if it is another.',
    },
    action: { ar: 'غيّر نوع الرعاية', en: 'Change the kind of care' },
  },
  'enter-stay': {
    text: {
      ar: 'أدخل أيام الإقامة ودرجة غرفة تشملها الخطة.',
      en: 'enter the days of the stay and a class of room of the plan.',
    },
    action: { ar: 'أدخل الإقامة', en: 'Enter the stay' },
  },
  'state-accident': {
    text: { ar: 'اذكر أهو حادث أم لا.', en: 'state whether it comes from an accident.' },
    action: { ar: 'اذكر الحادث', en: 'State the accident' },
  },
  'state-other-cover': {
    text: {
      ar: 'اذكر أللمريض تأمين آخر، وأيّهما يدفع أولاً.',
      en: 'state whether there is another insurance, and which pays first.',
    },
    action: { ar: 'اذكر التأمين الآخر', en: 'State the other insurance' },
  },
  'enter-other-payment': {
    text: {
      ar: 'أدخل ما دفعته الجهة الأخرى من هذا البند، كما في كشفها.',
      en: 'enter what the other one paid of this line, as its statement says.',
    },
    action: { ar: 'أدخل ما دُفع', en: 'Enter what was paid' },
  },
  'state-onset': {
    text: { ar: 'اذكر متى بدأت الشكوى.', en: 'state when the complaint began.' },
    action: { ar: 'اذكر البداية', en: 'State the onset' },
  },
  'state-pregnancy': {
    text: {
      ar: 'اذكر الحمل وأول يوم من آخر دورة، ونوع الولادة إن تمّت.',
      en: 'state the pregnancy, the first day of the last period and, once born, the kind of birth.',
    },
    action: { ar: 'اذكر الحمل', en: 'State the pregnancy' },
  },
  'enter-refraction': {
    text: {
      ar: 'أدخل قياس النظر الحالي والسابق.',
      en: 'enter how the eyes measure now, and before.',
    },
    action: { ar: 'أدخل القياس', en: 'Enter the measurement' },
  },
  'present-referral': {
    text: { ar: 'سجّل الإحالة الطبية المقدَّمة.', en: 'record the referral that was presented.' },
    action: { ar: 'سجّل الإحالة', en: 'Record the referral' },
  },
  'present-report': {
    text: { ar: 'سجّل التقرير الطبي المقدَّم.', en: 'record the medical report that was presented.' },
    action: { ar: 'سجّل التقرير', en: 'Record the report' },
  },
  'enter-place': {
    text: {
      ar: 'إن كانت خدمة أخرى فاذكر ما يميّزها: الموضع أو الجهة أو السن أو الجلسة.',
      en: 'if it is another service, state what tells it apart: site, side, tooth or session.',
    },
    action: { ar: 'اذكر ما يميّزها', en: 'State which one' },
  },
  'enter-days': {
    text: {
      ar: 'أدخل عدد الأيام التي تكفيها الكمية.',
      en: 'enter how many days the quantity lasts.',
    },
    action: { ar: 'أدخل الأيام', en: 'Enter the days' },
  },
  'enter-prescription': {
    text: { ar: 'أدخل وصفة سارية لهذا الدواء.', en: 'enter a valid prescription for it.' },
    action: { ar: 'أدخل الوصفة', en: 'Enter the prescription' },
  },
  'enter-controlled': {
    text: {
      ar: 'أدخل رقم الوصفة الخاصّة ورقم هوية المستلِم ورقم الطبخة وتاريخ انتهائها.',
      en: 'enter the special prescription’s number, the id number of whoever takes it, the batch and its expiry.',
    },
    action: { ar: 'أدخل بيانات التسليم', en: 'Enter the hand-over' },
  },
  'insert-card': {
    text: {
      ar: 'أدخل بطاقة المنتفع واتركها حتى تُقرأ كلها.',
      en: 'insert the member’s card, and leave it in until it is read.',
    },
    action: null,
  },
  'confirm-holder': {
    text: {
      ar: 'أكّد أن هذا هو الشخص الواقف أمامك.',
      en: 'confirm that this is the person here.',
    },
    action: { ar: 'شاشة المنتفع', en: 'Patient screen' },
  },
  'enter-pin': {
    text: {
      ar: 'ليُدخل صاحب البطاقة رقمها السري.',
      en: 'have the holder enter the card’s PIN.',
    },
    action: { ar: 'أدخل الرقم السري', en: 'Enter the PIN' },
  },
  'take-signature': {
    text: {
      ar: 'خذ التوقيع على ورقة الزيارة، ثم أكّده هنا.',
      en: 'have the visit’s paper signed, then confirm it here.',
    },
    action: { ar: 'وُقّعت الورقة', en: 'The paper is signed' },
  },
  'see-patient': {
    text: {
      ar: 'ما العمل بهذه البطاقة مذكور في شاشة المنتفع.',
      en: 'what to do with this card stands on the Patient screen.',
    },
    action: { ar: 'شاشة المنتفع', en: 'Patient screen' },
  },
  connect: {
    text: {
      ar: 'صِل الطرفية بالمركز، أو اطلب موافقة المؤمِّن.',
      en: 'connect to the centre, or ask the insurer for approval.',
    },
    action: { ar: 'اتصل الآن', en: 'Connect now' },
  },
  'set-clock': {
    text: { ar: 'صحّح تاريخ هذا الجهاز ووقته.', en: 'set this device’s date and time right.' },
    action: null,
  },
  'correct-record': {
    text: {
      ar: 'اطلب من المؤمِّن تصحيح بيانات المنتفع.',
      en: 'ask the insurer to correct the member’s record.',
    },
    action: null,
  },
  'other-provider': {
    text: {
      ar: 'وجّه المنتفع إلى جهة يشملها عقده.',
      en: 'send the member to a provider of the contract.',
    },
    action: { ar: 'احذف البند', en: 'Leave it out' },
  },
  'leave-out': {
    text: { ar: 'احذف البند من الزيارة.', en: 'leave the line out.' },
    action: { ar: 'احذف البند', en: 'Leave it out' },
  },
  'request-approval': {
    text: { ar: 'اطلب موافقة المؤمِّن.', en: 'ask the insurer for approval.' },
    action: { ar: 'أدخل رقم الموافقة', en: 'Enter the approval number' },
  },
  'member-pays': {
    text: { ar: 'يدفعه المنتفع بموافقته الخطية.', en: 'the member pays, with signed consent.' },
    // The box below it says how much, and takes the signature.
    action: null,
  },
};
