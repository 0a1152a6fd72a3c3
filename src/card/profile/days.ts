import { type CalendarDate, fromEpochDay, type Instant, toEpochDay } from '#domain/dates.ts';

/** Dates on the card are whole days since 1970-01-01 in 16 bits (to 2149-06-06). */
export function encodeDay(date: CalendarDate): number {
  const day = toEpochDay(date);
  if (day < 0 || day > 0xffff) throw new RangeError(`${date} does not fit the card`);
  return day;
}

export const decodeDay = (day: number): CalendarDate => fromEpochDay(day);

/** Moments on the card are whole seconds since 1970-01-01 UTC in 32 bits (to 2106); the rest is cut. */
export function encodeMoment(moment: Instant): number {
  const seconds = Math.floor(Date.parse(moment) / 1000);
  if (!(seconds >= 0 && seconds <= 0xffff_ffff))
    throw new RangeError(`${moment} does not fit the card`);
  return seconds;
}

export const decodeMoment = (seconds: number): Instant =>
  new Date(seconds * 1000).toISOString() as Instant;
