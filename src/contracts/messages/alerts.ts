import type { AcknowledgementReason } from '#domain/clinical/alert.ts';
import type { AlertCode, AlertKindId } from '#domain/clinical/kinds/index.ts';
import type { Severity } from '#domain/clinical/terms.ts';
import type { Text } from './language.ts';

/** An alert as it is told: what it is, and what to do about it; the pack's list adds its own to both. */
export interface AlertText {
  readonly sentence: Text;
  readonly management: Text;
}

/** Each alert in both languages. Placeholders are the names under which the alert shows its values. */
export const alertTexts: Readonly<Record<AlertCode, AlertText>> = {
  'allergy-substance': {
    sentence: {
      ar: 'المريض يتحسّس من {allergy}، و«{item}» يحتويه.',
      en: 'The patient is allergic to {allergy}, and {item} contains it.',
    },
    management: {
      ar: 'لا تُعطِه. اختر دواءً من مجموعة أخرى.',
      en: 'Do not give it. Choose a medicine of another group.',
    },
  },
  'allergy-class': {
    sentence: {
      ar: 'المريض يتحسّس من {allergy}، و«{item}» واحد منها.',
      en: 'The patient is allergic to {allergy}, and {item} is one of them.',
    },
    management: {
      ar: 'لا تُعطِه. اختر دواءً من مجموعة أخرى.',
      en: 'Do not give it. Choose a medicine of another group.',
    },
  },
  'allergy-related': {
    sentence: {
      ar: 'المريض يتحسّس من {allergy}، و«{item}» من المجموعة نفسها.',
      en: 'The patient is allergic to {allergy}, and {item} is of the same group.',
    },
    management: {
      ar: 'اسأل المريض ما الذي أصابه ومن أي دواء، واختر غيره ما لم يتحمّله من قبل.',
      en: 'Ask what happened, and with which medicine; choose another unless it was borne before.',
    },
  },
  'allergy-crossing': {
    sentence: {
      ar: 'المريض يتحسّس من {allergy}، وقد يتحسّس من «{item}» أيضاً.',
      en: 'The patient is allergic to {allergy}, which may extend to {item}.',
    },
    management: {
      ar: 'اسأل المريض عن شدّة ما أصابه.',
      en: 'Ask how severe the reaction was.',
    },
  },
  'allergy-uncompared': {
    sentence: {
      ar: 'المريض يتحسّس من {allergy}، ولا تعرف قواعد المؤمِّن مادة بهذا الاسم.',
      en: 'The patient is allergic to {allergy}, a name that the insurer’s rules do not know.',
    },
    management: {
      ar: 'قارنها أنت بمكوّنات كل دواء.',
      en: 'Compare it with what each medicine contains.',
    },
  },
  'allergies-unknown': {
    sentence: {
      ar: 'الحساسية غير معروفة: لم يُقرأ السجلّ الصحّي من بطاقة المريض.',
      en: 'Allergies are not known: the medical record of the patient’s card was not read.',
    },
    management: { ar: 'اسأل المريض عن حساسيته.', en: 'Ask the patient about allergies.' },
  },
  'allergies-unrecorded': {
    sentence: {
      ar: 'الحساسية غير معروفة: لا سجلّ صحّي على البطاقة.',
      en: 'Allergies are not known: the card holds no medical record.',
    },
    management: { ar: 'اسأل المريض عن حساسيته.', en: 'Ask the patient about allergies.' },
  },
  'allergies-unverified': {
    sentence: {
      ar: 'كاتب السجلّ الصحّي غير معروف هنا، فقد تكون له حساسية لم تُذكر.',
      en: 'The writer of the medical record is not known here: an allergy may be left out.',
    },
    management: { ar: 'اسأل المريض عن حساسيته.', en: 'Ask the patient about allergies.' },
  },
  'medicine-unclassified': {
    sentence: {
      ar: 'لا تصنيف للدواء «{item}» في قواعد المؤمِّن، فلم يُقارن بشيء.',
      en: 'The insurer’s rules do not classify {item}, so it was compared with nothing.',
    },
    management: {
      ar: 'افحص بنفسك الحساسية والتداخلات.',
      en: 'Look for allergies and interactions yourself.',
    },
  },
  interaction: {
    sentence: {
      ar: '«{item}» مع «{other}»: تداخل دوائي.',
      en: '{item} with {other}: an interaction.',
    },
    management: { ar: 'انظر هل يلزم الاثنان معاً.', en: 'See whether both are needed together.' },
  },
  'interactions-unlisted': {
    sentence: {
      ar: 'لا قائمة تداخلات في قواعد المؤمِّن، فلم تُفحص.',
      en: 'The insurer’s rules hold no list of interactions, so none was looked for.',
    },
    management: { ar: 'افحص التداخلات بنفسك.', en: 'Look for interactions yourself.' },
  },
  'age-caution': {
    sentence: {
      ar: '«{item}» يستدعي الحذر في عمر هذا المريض.',
      en: '{item} needs care at this patient’s age.',
    },
    management: { ar: 'تحقّق من العمر والجرعة.', en: 'Verify age and dose.' },
  },
  'age-unknown': {
    sentence: {
      ar: 'لا يُعرف عمر المريض بما يكفي، و«{item}» يستدعي الحذر في بعض الأعمار.',
      en: 'The age is not known well enough, and {item} needs care at some ages.',
    },
    management: { ar: 'اسأل عن العمر.', en: 'Ask for the age.' },
  },
  'pregnancy-caution': {
    sentence: {
      ar: 'المريضة حامل، وعدد الأسابيع التي أتمّتها {weeks}، و«{item}» يستدعي الحذر في الحمل.',
      en: 'The patient is pregnant (completed weeks: {weeks}), and {item} needs care in pregnancy.',
    },
    management: { ar: 'انظر هل يغني عنه غيره.', en: 'See whether another will do.' },
  },
  'pregnancy-week-unknown': {
    sentence: {
      ar: 'المريضة حامل ولا يُعرف أسبوع الحمل، و«{item}» يستدعي الحذر في الحمل.',
      en: 'The patient is pregnant, in a week that is not known, and {item} needs care in pregnancy.',
    },
    management: {
      ar: 'أدخل أول يوم من آخر دورة، أو تصرّف كأنه ممنوع.',
      en: 'Enter the first day of the last period, or act as if it were ruled out.',
    },
  },
  'breastfeeding-caution': {
    sentence: {
      ar: 'المريضة وضعت مولوداً، و«{item}» يستدعي الحذر في الإرضاع.',
      en: 'The patient has given birth, and {item} needs care while breastfeeding.',
    },
    management: { ar: 'اسأل هل تُرضع.', en: 'Ask whether she breastfeeds.' },
  },
  'pregnancy-unknown': {
    sentence: {
      ar: 'لم يُذكر هل المريضة حامل، و«{item}» يستدعي الحذر في الحمل والإرضاع.',
      en: 'It was not said whether the patient is pregnant, and {item} needs care in pregnancy or while breastfeeding.',
    },
    management: {
      ar: 'اسألها، وأدخل الجواب في ظروف الزيارة.',
      en: 'Ask her, and enter the answer in the visit’s circumstances.',
    },
  },
  'duplicate-in-claim': {
    sentence: {
      ar: '«{item}» و«{other}» من مجموعة علاجية واحدة.',
      en: '{item} and {other} are of one therapeutic group.',
    },
    management: { ar: 'انظر هل يلزم الاثنان معاً.', en: 'See whether both are needed together.' },
  },
  'duplicate-of-supply': {
    sentence: {
      ar: 'ما زال لدى المريض «{other}»، و«{item}» من المجموعة العلاجية نفسها.',
      en: 'The patient still has {other}, of the same therapeutic group as {item}.',
    },
    management: {
      ar: 'اسأل هل يأخذ الاثنين، أم حلّ هذا محلّ ذاك.',
      en: 'Ask whether both are taken, or this replaces that.',
    },
  },
  'duplicate-of-standing': {
    sentence: {
      ar: 'يأخذ المريض «{other}» على الدوام، و«{item}» من المجموعة العلاجية نفسها.',
      en: 'The patient takes {other} all the time, of the same therapeutic group as {item}.',
    },
    management: {
      ar: 'اسأل هل يأخذ الاثنين، أم حلّ هذا محلّ ذاك.',
      en: 'Ask whether both are taken, or this replaces that.',
    },
  },
  'medicines-unknown': {
    sentence: {
      ar: 'لا يُعرف كل ما يأخذه المريض من أدوية، فقد يغيب تكرار أو تداخل.',
      en: 'Not all that the patient takes is known: a duplicate or an interaction may be overlooked.',
    },
    management: { ar: 'اسأل المريض عمّا يأخذه.', en: 'Ask what the patient takes.' },
  },
};

export const alertKindNames: Readonly<Record<AlertKindId, Text>> = {
  allergy: { ar: 'حساسية', en: 'Allergy' },
  interaction: { ar: 'تداخل دوائي', en: 'Interaction' },
  'pregnancy-caution': { ar: 'حمل وإرضاع', en: 'Pregnancy and breastfeeding' },
  'age-caution': { ar: 'العمر', en: 'Age' },
  'duplicate-therapy': { ar: 'تكرار علاجي', en: 'Duplicate therapy' },
};

export const severityNames: Readonly<Record<Severity, Text>> = {
  contraindicated: { ar: 'ممنوع', en: 'Contraindicated' },
  serious: { ar: 'خطِر', en: 'Serious' },
  caution: { ar: 'حذر', en: 'Caution' },
  note: { ar: 'للعلم', en: 'Note' },
};

export const acknowledgementNames: Readonly<Record<AcknowledgementReason, Text>> = {
  'benefit-outweighs': { ar: 'الفائدة أرجح من الخطر', en: 'The benefit outweighs the risk' },
  'agreed-with-prescriber': { ar: 'اتُّفق عليه مع الواصف', en: 'Agreed with the prescriber' },
  'tolerated-before': { ar: 'أخذه المريض من قبل دون ضرر', en: 'Taken before without harm' },
  'will-be-monitored': {
    ar: 'سيُراقَب، أو عُدّلت الجرعة',
    en: 'It will be monitored, or the dose was adjusted',
  },
  'replaces-other': { ar: 'يحلّ محلّ الدواء الآخر', en: 'It replaces the other medicine' },
  'record-wrong': { ar: 'السجلّ غير صحيح أو قديم', en: 'The record is wrong or outdated' },
  other: { ar: 'سبب آخر، يُكتب', en: 'Another reason, in words' },
};
