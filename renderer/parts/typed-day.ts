import { type CalendarDate, findCalendarDate } from '#domain/dates.ts';
import { latinDigits } from './typed-numbers.ts';

/**
 * A day as people type it, in Arabic or Latin digits: a day, a day and month, day, month and year, or the year
 * first. What is left out is taken from the day beside it; null for anything else.
 */
export function parseDay(text: string, beside: CalendarDate): CalendarDate | null {
  const plain = plainOf(text);
  if (!/^\d+([/.\s-]+\d+){0,2}$/.test(plain)) return null;
  const parts = plain.split(/[/.\s-]+/);
  const isYearFirst = parts.length === 3 && parts[0]?.length === 4;
  const [day = '', month = beside.slice(5, 7), year = beside.slice(0, 4)] = isYearFirst
    ? parts.toReversed()
    : parts;
  return findCalendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** Day, month and a year of four digits, in either order: nothing more is to come. */
export const isWholeDay = (text: string): boolean =>
  /^(\d{1,2}[/.\s-]+\d{1,2}[/.\s-]+\d{4}|\d{4}[/.\s-]+\d{1,2}[/.\s-]+\d{2})$/.test(plainOf(text));

const plainOf = (text: string): string =>
  latinDigits(text)
    .replace(/[\u200e\u200f]/g, '')
    .trim();
