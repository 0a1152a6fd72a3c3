import type { Text } from '#contracts/messages/language.ts';
import { contractWords } from '#contracts/messages/screens-visit.ts';

/** A word of the contract by its name in both languages, else as the contract writes it. */
export const contractWord = (word: string): Text => contractWords[word] ?? { ar: word, en: word };
