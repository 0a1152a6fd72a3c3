import type { OpenImisRow } from './read-openimis.ts';

/** openIMIS quotes no contract: findings of an imported pack cite these, until the insurer writes its own. */
export const clauses = [
  {
    id: 'items',
    reference: { ar: 'قائمة المواد والخدمات', en: 'Register of items and services' },
    text: {
      ar: 'تُغطّى المادة أو الخدمة بالشروط المسجّلة لها: الجنس والعمر ونوع الرعاية وعدد الأيام بين مرّة وأخرى.',
      en: 'An item or service is covered on the terms registered for it: sex, age, kind of care, and days between one time and the next.',
    },
  },
  {
    id: 'lists',
    reference: { ar: 'لوائح أسعار الجهة', en: 'The facility’s price lists' },
    text: {
      ar: 'يُدفع في كل جهة ما في لائحتَي أسعارها من مواد وخدمات.',
      en: 'At each facility, the items and services of its two price lists are paid for.',
    },
  },
  {
    id: 'products',
    reference: { ar: 'جدول منافع الخطة', en: 'The product’s table of benefits' },
    text: {
      ar: 'تدفع الخطة من كل مادة أو خدمة النسبة والحدّ والعدد المبيّنة في جدولها، بعد مدّة الانتظار المبيّنة فيه.',
      en: 'The product pays of each item or service the share, limit and number that its table states, after the waiting period stated there.',
    },
  },
];

/** A name of which openIMIS has one language stands for both: without Arabic letters, the pack's check says so. */
export const untranslated = (name: string) => ({ ar: name, en: name });

/** The cell as a code of a pack. */
export function codeOf(row: OpenImisRow, column: string, refuse: Refuse): string {
  const code = row.cell(column);
  if (!/^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(code))
    refuse(row.place, `"${code}" is no code: write Latin letters, digits, dots and hyphens`);
  return code;
}

/** What a row says that a pack cannot, or does not say and must: the import is refused as a whole. */
export type Refuse = (place: string, why: string) => void;
