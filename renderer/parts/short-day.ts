import { type Language, localeOf } from '#contracts/messages/language.ts';
import type { CalendarDate } from '#domain/dates.ts';

/** Day and month in words: for places where the year is plain. */
export const sayShortDay = (date: CalendarDate, language: Language): string =>
  new Intl.DateTimeFormat(localeOf[language], {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
