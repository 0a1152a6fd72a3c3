import { addMonths, type CalendarDate, daysBetween, latestBirth } from '../dates.ts';
import type { LineBase } from './check.ts';
import { findMembership } from './membership.ts';
import { waitingStart } from './waiting.ts';

/** A part of a birth date is enough where its first and its last day say the same; unverified, it is not known. */
export function ageOf(
  { input }: LineBase,
  count: (birth: CalendarDate, on: CalendarDate) => number,
): number | null {
  const birth = input.person?.birth;
  const on = input.claim.serviceDate;
  if (birth === undefined || latestBirth(birth) > on) return null;
  if (input.unverified?.includes('birth') === true) return null;
  const oldest = count(birth.date, on);
  return oldest === count(latestBirth(birth), on) ? oldest : null;
}

/** Male or female; unverified, or any other word, it is not known. */
export function sexOf({ input }: LineBase): string | null {
  const sex = input.person?.sex;
  if (sex !== 'male' && sex !== 'female') return null;
  return input.unverified?.includes('sex') === true ? null : sex;
}

/** Days of cover before the service, from where a waiting period counts. */
export function daysInsured({ input }: LineBase): number | null {
  const membership = findMembership(input);
  return membership === null
    ? null
    : daysBetween(waitingStart(membership), input.claim.serviceDate);
}

/** Months of it that are over, as a waiting counts them. */
export function monthsInsured({ input }: LineBase): number | null {
  const membership = findMembership(input);
  if (membership === null) return null;
  const start = waitingStart(membership);
  const on = input.claim.serviceDate;
  const months = monthOf(on) - monthOf(start);
  return addMonths(start, months) <= on ? months : months - 1;
}

/** Months of the calendar, counted through the years. */
const monthOf = (day: CalendarDate): number =>
  Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
