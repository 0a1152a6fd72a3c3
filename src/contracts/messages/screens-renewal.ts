import type { Text } from './language.ts';

/** Texts of what the insurer has for the card in the reader. */
export const renewalTexts = {
  offered: {
    ar: 'لدى المؤمِّن تجديد لهذه البطاقة.',
    en: 'The insurer has a renewal for this card.',
  },
  step: { ar: 'لدى المؤمِّن تجديد لهذه البطاقة', en: 'The insurer has a renewal for this card' },
  stepSub: {
    ar: 'يضعه المركز على البطاقة الآن. اتركها في القارئ.',
    en: 'The centre puts it on the card now. Leave the card in the reader.',
  },
  renew: { ar: 'تجديد البطاقة', en: 'Renew the card' },
  working: {
    ar: 'يجري تجديد البطاقة: اتركها في القارئ.',
    en: 'The card is being renewed: leave it in the reader.',
  },
} satisfies Record<string, Text>;
