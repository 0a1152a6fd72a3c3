import type { Text } from './language.ts';

/** Texts of what came back of what the card in the reader tells. */
export const returnsTexts = {
  honoured: {
    ar: 'أُعيد أو أُلغي شيء من سجلّ هذه البطاقة، فلم يعد يُحتسب. ويُحذف منها في أول مكان يستطيع الكتابة عليها.',
    en: 'Something in this card’s history was returned or cancelled and no longer counts. It is taken off where the card can next be written.',
  },
  appended: {
    ar: 'أُعيد أو أُلغي شيء من سجلّ هذه البطاقة، وحُذف منها الآن.',
    en: 'Something in this card’s history was returned or cancelled. It has now been taken off the card.',
  },
} satisfies Record<'honoured' | 'appended', Text>;
