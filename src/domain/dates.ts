import { floorDivide } from './integers.ts';

/** A day of the Gregorian calendar, `YYYY-MM-DD`, without time or zone. Strings compare as days do. */
export type CalendarDate = string & { readonly unit: 'day' };

/** A moment in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. Strings compare as moments do. */
export type Instant = string & { readonly unit: 'instant' };

/** A validity interval; both ends belong to it. `to: null` means no end is agreed. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** How much of a birth date is known: the rest of the date is then the first of its month or year. */
export type DatePrecision = 'day' | 'month' | 'year';

export interface BirthDate {
  readonly date: CalendarDate;
  readonly precision: DatePrecision;
}

/** Where a period states its end alone, it begins here. */
export const firstDay = '0001-01-01' as CalendarDate;

interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Parses `YYYY-MM-DD`; null when the text is not a day of the calendar. */
export function findCalendarDate(text: string): CalendarDate | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return text as CalendarDate;
}

/** Parses `YYYY-MM-DD`; throws when it is not a day of the calendar (a bug: edges use `findCalendarDate`). */
export function calendarDate(text: string): CalendarDate {
  const date = findCalendarDate(text);
  if (date === null) throw new RangeError(`not a calendar date: ${text}`);
  return date;
}

/** The UTC day on which a moment falls. Service dates are the clinic's local day: the caller passes those. */
export const dayOf = (instant: Instant): CalendarDate => instant.slice(0, 10) as CalendarDate;

/** The first moment of a day, in UTC. */
export const startOfDay = (day: CalendarDate): Instant => `${day}T00:00:00.000Z` as Instant;

/** Whole days since 1970-01-01 (negative before); proleptic Gregorian, after Hinnant's days_from_civil. */
export function toEpochDay(date: CalendarDate): number {
  const { year, month, day } = civil(date);
  const y = month <= 2 ? year - 1 : year;
  const era = floorDivide(y, 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = floorDivide(153 * (month + (month > 2 ? -3 : 9)) + 2, 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + floorDivide(yearOfEra, 4) - floorDivide(yearOfEra, 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `toEpochDay`, for years 1 to 9999. */
export function fromEpochDay(epochDay: number): CalendarDate {
  const shifted = epochDay + 719_468;
  const era = floorDivide(shifted, 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = floorDivide(
    dayOfEra -
      floorDivide(dayOfEra, 1460) +
      floorDivide(dayOfEra, 36_524) -
      floorDivide(dayOfEra, 146_096),
    365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + floorDivide(yearOfEra, 4) - floorDivide(yearOfEra, 100));
  const shiftedMonth = floorDivide(5 * dayOfYear + 2, 153);
  const day = dayOfYear - floorDivide(153 * shiftedMonth + 2, 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return civilDate({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day });
}

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromEpochDay(toEpochDay(date) + days);

/** Days from the first to the second; zero for the same day, negative when the second is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  toEpochDay(to) - toEpochDay(from);

const dayMilliseconds = 86_400_000;

/** Milliseconds from the first moment to the second; negative when the second is earlier. */
export const millisecondsBetween = (from: Instant, to: Instant): number =>
  toEpochMilliseconds(to) - toEpochMilliseconds(from);

/** The same day n months later; where that month is too short, its last day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = civil(date);
  const total = year * 12 + (month - 1) + months;
  const targetYear = floorDivide(total, 12);
  const target = { year: targetYear, month: total - targetYear * 12 + 1 };
  const last = daysInMonth(target.year, target.month);
  return civilDate({ ...target, day: day <= last ? day : last });
}

/** The Monday on or before the day (ISO 8601). */
export const startOfWeek = (date: CalendarDate): CalendarDate =>
  addDays(date, -floorRemainder(toEpochDay(date) + 3, 7));

export const startOfMonth = (date: CalendarDate): CalendarDate =>
  `${date.slice(0, 8)}01` as CalendarDate;

export const startOfYear = (date: CalendarDate): CalendarDate =>
  `${date.slice(0, 5)}01-01` as CalendarDate;

/** Whether the day lies in the period, both ends included. */
export const isWithin = (date: CalendarDate, period: Period): boolean =>
  date >= period.from && (period.to === null || date <= period.to);

/** Completed years on a day. Born on 29 February: the birthday is 1 March in common years. */
export function ageInYears(birth: CalendarDate, on: CalendarDate): number {
  const born = civil(birth);
  const now = civil(on);
  const hadBirthday = now.month > born.month || (now.month === born.month && now.day >= born.day);
  return now.year - born.year - (hadBirthday ? 0 : 1);
}

/** Completed months on a day; a month is complete on the same day number, or on the 1st after a shorter month. */
export function ageInMonths(birth: CalendarDate, on: CalendarDate): number {
  const born = civil(birth);
  const now = civil(on);
  return (now.year - born.year) * 12 + (now.month - born.month) - (now.day >= born.day ? 0 : 1);
}

/** The last day the birth may have been on, given what of it is known; `birth.date` is the first. */
export function latestBirth({ date, precision }: BirthDate): CalendarDate {
  const { year, month } = civil(date);
  if (precision === 'day') return date;
  if (precision === 'month') return civilDate({ year, month, day: daysInMonth(year, month) });
  return civilDate({ year, month: 12, day: 31 });
}

const floorRemainder = (dividend: number, divisor: number): number =>
  dividend - floorDivide(dividend, divisor) * divisor;

/** Reads the first ten characters of a moment as its day: an instant is already known to be one. */
const toEpochMilliseconds = (instant: Instant): number =>
  toEpochDay(instant as string as CalendarDate) * dayMilliseconds +
  digits(instant, 11, 13) * 3_600_000 +
  digits(instant, 14, 16) * 60_000 +
  digits(instant, 17, 19) * 1000 +
  digits(instant, 20, 23);

/** The whole number that stands in a part of the text. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

function civil(date: CalendarDate): CivilDay {
  return {
    year: digits(date, 0, 4),
    month: digits(date, 5, 7),
    day: digits(date, 8, 10),
  };
}

function civilDate({ year, month, day }: CivilDay): CalendarDate {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CalendarDate;
}
