import type { Word } from '#domain/facts.ts';
import type { Text } from './language.ts';

/** States of facts, as a value beside the fact's name. */
export const wordTexts: Readonly<Record<Word, Text>> = {
  'proof-genuine': { ar: 'أصلية', en: 'genuine' },
  'proof-copy-suspected': { ar: 'يُشتبه أنها نسخة', en: 'suspected copy' },
  'proof-forged': { ar: 'مزوّرة', en: 'forged' },
  'proof-issuer-unknown': { ar: 'جهة إصدارها غير معروفة', en: 'issuer not known' },
  'proof-none': { ar: 'بلا بطاقة', en: 'no card' },
  'holder-confirmed': { ar: 'مؤكَّدة', en: 'confirmed' },
  'holder-not-yet': { ar: 'بانتظار التأكيد', en: 'not confirmed yet' },
  'holder-refused': { ar: 'ليس صاحب البطاقة', en: 'not the holder' },
  'hotlist-clear': { ar: 'غير موقوفة', en: 'not blocked' },
  'hotlist-lost': { ar: 'موقوفة: أُبلغ عن فقدانها', en: 'blocked: reported lost' },
  'hotlist-stolen': { ar: 'موقوفة: أُبلغ عن سرقتها', en: 'blocked: reported stolen' },
  'hotlist-replaced': { ar: 'موقوفة: صدرت بطاقة بديلة', en: 'blocked: replaced' },
  'hotlist-cancelled': { ar: 'موقوفة: ألغاها المؤمِّن', en: 'blocked: cancelled' },
  'hotlist-fraud': { ar: 'موقوفة: إساءة استعمال', en: 'blocked: misuse' },
  'policy-active': { ar: 'ساري', en: 'active' },
  'policy-suspended': { ar: 'موقوف', en: 'suspended' },
  'policy-cancelled': { ar: 'ملغى', en: 'cancelled' },
};
