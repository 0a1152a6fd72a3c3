import type { Text } from './language.ts';

/** Texts of what came back of what the card in the reader tells. */
export const returnsTexts = {
  honoured: {
    ar: 'أُعيد شيء مما تذكره هذه البطاقة: لا يُحتسب، ويُمحى منها في أول مكان يستطيع الكتابة عليها.',
    en: 'Something this card tells of was returned: it is not counted, and is taken off wherever the card can next be written.',
  },
  appended: {
    ar: 'أُعيد شيء مما كانت تذكره هذه البطاقة: مُحي منها.',
    en: 'Something this card told of was returned: it has been taken off.',
  },
} satisfies Record<'honoured' | 'appended', Text>;
