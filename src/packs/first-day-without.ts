import { addDays, type CalendarDate, type Period } from '#domain/dates.ts';

/** The first day of a period that lies in none of the others; null where there is none. */
export function firstDayWithout(periods: readonly Period[], within: Period): CalendarDate | null {
  let day = within.from;
  for (const period of periods.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (period.from > day) return day;
    if (period.to === null) return null;
    if (period.to >= day) day = addDays(period.to, 1);
  }
  return within.to === null || day <= within.to ? day : null;
}
