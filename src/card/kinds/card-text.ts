import { type BirthDate, type CalendarDate, findCalendarDate } from '#domain/dates.ts';
import type { Sex } from '#domain/people.ts';

/** Character sets in which these cards write; TIS-620 is a part of windows-874. */
export type CharacterSet = 'utf-8' | 'utf-16le' | 'big5' | 'windows-874' | 'iso-8859-15';

/** The text without its padding of spaces and zeros; null when the bytes are none of that character set. */
export function decodeText(bytes: Uint8Array, characterSet: CharacterSet): string | null {
  try {
    const text = new TextDecoder(characterSet, { fatal: true }).decode(bytes);
    const plain = text.replace(/[\s\0]+$/u, '').trim();
    return forbidden.test(plain) ? null : plain;
  } catch {
    return null;
  }
}

/** Controls, and characters that turn the direction of what stands beside them. */
const forbidden = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffd]/u;

/** Digits only, without padding; null otherwise. */
export function decodeDigits(bytes: Uint8Array): string | null {
  const text = decodeText(bytes, 'utf-8');
  return text !== null && /^\d+$/.test(text) ? text : null;
}

/** How years of a calendar that has the Gregorian months are counted from ours. */
export const yearOffsets = { gregorian: 0, roc: 1911, buddhist: -543 } as const;

/**
 * Year, month and day as digits with nothing between them; an unknown month or day is written 00 or left out.
 * Null when it is no date.
 */
export function findBirth(
  digits: string,
  yearDigits: 3 | 4 = 4,
  yearOffset: number = yearOffsets.gregorian,
): BirthDate | null {
  if (!/^\d+$/.test(digits) || digits.length > yearDigits + 4) return null;
  const year = Number(digits.slice(0, yearDigits)) + yearOffset;
  const month = digits.slice(yearDigits, yearDigits + 2) || '00';
  const day = digits.slice(yearDigits + 2) || '00';
  const precision = month === '00' ? 'year' : day === '00' ? 'month' : 'day';
  if (month === '00' && day !== '00') return null;
  const known = [month === '00' ? '01' : month, day === '00' ? '01' : day];
  const date = findCalendarDate([String(year).padStart(4, '0'), ...known].join('-'));
  return date === null ? null : { date, precision };
}

/** A whole date in the same writing; null when any part is unknown. */
export function findDay(
  digits: string,
  yearDigits: 3 | 4 = 4,
  yearOffset: number = yearOffsets.gregorian,
): CalendarDate | null {
  const found = findBirth(digits, yearDigits, yearOffset);
  return found?.precision === 'day' ? found.date : null;
}

/** The digit of ISO/IEC 5218; anything else is unknown. */
export const sexOfDigit = (digit: string | number | null | undefined): Sex =>
  (({ '1': 'male', '2': 'female', '9': 'not-applicable' }) as const)[String(digit)] ?? 'unknown';

/** Letters that cards use instead; D is the German third entry, X none. */
export const sexOfLetter = (letter: string | null | undefined): Sex =>
  (({ M: 'male', F: 'female', W: 'female', D: 'not-applicable' }) as const)[letter ?? ''] ??
  'unknown';
