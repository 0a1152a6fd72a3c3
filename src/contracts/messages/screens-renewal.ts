import type { Text } from './language.ts';

/** Texts of what the insurer has for the card in the reader. */
export const renewalTexts = {
  offered: {
    ar: 'لدى المؤمِّن تجديد لهذه البطاقة.',
    en: 'The insurer has a renewal for this card.',
  },
  renew: { ar: 'تجديد البطاقة', en: 'Renew the card' },
  working: {
    ar: 'يجري تجديد البطاقة: اتركها في القارئ.',
    en: 'The card is being renewed: leave it in the reader.',
  },
} satisfies Record<string, Text>;
