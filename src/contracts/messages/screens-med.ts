import type { Text } from './language.ts';

/** Texts of the dialog in which a doctor writes what is to be known in an emergency. */
export const medTexts = {
  edit: { ar: 'كتابة السجلّ الصحّي', en: 'Write emergency data' },
  hint: {
    ar: 'يُكتب كلّه على البطاقة من جديد باسم هذه الجهة. افصل بين الرموز بفاصلة.',
    en: 'All of it is written to the card anew, in this place’s name. Put commas between codes.',
  },
  conditions: {
    ar: 'الأمراض المزمنة (رموز ICD-10)',
    en: 'Chronic conditions (ICD-10 codes)',
  },
  allergies: {
    ar: 'الحساسية (رمز ATC أو اسم المادة)',
    en: 'Allergies (ATC code, or the substance)',
  },
  medicines: { ar: 'الأدوية الدائمة (رموز الأصناف)', en: 'Standing medicines (item codes)' },
  contactName: { ar: 'من يُتّصل به', en: 'Whom to call' },
  contactPhone: { ar: 'هاتفه', en: 'Their telephone' },
  write: { ar: 'كتابة على البطاقة', en: 'Write to the card' },
} satisfies Record<string, Text>;
