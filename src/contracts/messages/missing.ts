import type { NextStep } from '#domain/adjudication/evidence.ts';
import type { Text } from './language.ts';

/** What a line may still lack, by the step in which the counter enters it. */
export const missingNames = {
  'enter-diagnosis': { ar: 'التشخيص', en: 'the diagnosis' },
  'enter-clinician': { ar: 'الطبيب المعالج', en: 'the treating clinician' },
  'enter-encounter': { ar: 'نوع الرعاية', en: 'the kind of care' },
  'enter-stay': { ar: 'أيام الإقامة ودرجة الغرفة', en: 'the days and room of the stay' },
  'state-accident': { ar: 'هل هو حادث', en: 'whether it was an accident' },
  'state-other-cover': { ar: 'هل له تأمين آخر', en: 'whether there is another insurance' },
  'enter-other-payment': { ar: 'ما دفعه التأمين الآخر', en: 'what the other insurance paid' },
  'state-onset': { ar: 'بداية الشكوى', en: 'when the complaint began' },
  'state-pregnancy': { ar: 'بيانات الحمل', en: 'the pregnancy' },
  'enter-refraction': { ar: 'قياس النظر', en: 'how the eyes measure' },
  'present-referral': { ar: 'الإحالة', en: 'the referral' },
  'present-report': { ar: 'التقرير الطبي', en: 'the medical report' },
  'enter-place': { ar: 'ما يميّز الخدمة', en: 'what tells the service apart' },
  'enter-days': { ar: 'عدد الأيام', en: 'the number of days' },
  'enter-prescription': { ar: 'الوصفة', en: 'the prescription' },
  'enter-controlled': { ar: 'بيانات التسليم', en: 'the hand-over' },
  'enter-pin': { ar: 'الرقم السري لصاحب البطاقة', en: 'the holder’s PIN' },
  'take-signature': { ar: 'توقيع ورقة الزيارة', en: 'the signature on the visit’s paper' },
} satisfies Partial<Record<NextStep, Text>>;

/** What the counter itself can enter; anything else that a referred line waits for is the insurer's. */
export type Missing = keyof typeof missingNames;
