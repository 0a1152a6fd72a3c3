import type { Text } from './language.ts';

/** Texts of "give this instead". */
export const insteadTexts = {
  offer: {
    ar: 'أعطِ بدلاً منه: {item}، الكمية {quantity}.',
    en: 'Give this instead: {item}, {quantity}.',
  },
  cheaper: {
    ar: 'يدفع المريض {pays}، وهذا أقل بمقدار {saved} مما في البند.',
    en: 'The patient pays {pays}, which is {saved} less.',
  },
  approved: {
    ar: 'موافَق عليه، ويدفع المريض {pays} عنه.',
    en: 'It is approved. The patient pays {pays} for it.',
  },
  stockUnknown: {
    ar: 'من مجموعة الاستبدال نفسها. المخزون غير معروف هنا: تحقّق من الرف.',
    en: 'Of the same substitution group. Stock is not known here: look on the shelf.',
  },
  notExchangeable: {
    ar: 'لا يُعطى بدلاً منه من دون وصفة جديدة: {item}. الهامش العلاجي ضيّق.',
    en: 'Not given in its place without a new prescription: {item}. The therapeutic index is narrow.',
  },
  give: { ar: 'ضعه مكان البند', en: 'Put it in the line’s place' },
} as const satisfies Record<string, Text>;
