const marks = /\p{M}|\u0640/gu;
const letters: Readonly<Record<string, string>> = { ٱ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك' };
const folded = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');
const arabicDigits = /[\u0660-\u0669\u06f0-\u06f9]/gu;

/**
 * Text as it is searched: lower case, without diacritics and tatweel; alef, yeh, kaf and teh marbuta in one
 * form each; Latin digits. The hamza carriers fold to their letters, since NFKD takes the hamza off.
 */
export const normalise = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(marks, '')
    .replace(folded, (letter) => letters[letter] ?? letter)
    .replace(arabicDigits, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .toLowerCase();

/** The searched words of a text, in order. */
export const wordsOf = (text: string): string[] => normalise(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A word without the Arabic article; null where it has none or what is left is too short to mean anything. */
export const withoutArticle = (word: string): string | null =>
  /^ال.{2,}/u.test(word) ? word.slice(2) : null;

/** A code as it is compared: `J45.9` and `j459` are the same. */
export const codeKey = (code: string): string => wordsOf(code).join('');

/** A barcode without the leading zeros by which its lengths (EAN-8, -13, GTIN-14) differ; null if it is none. */
export function findGtinKey(text: string): string | null {
  const digits = normalise(text).trim();
  return /^\d{8,14}$/.test(digits) ? digits.replace(/^0+/, '') : null;
}
