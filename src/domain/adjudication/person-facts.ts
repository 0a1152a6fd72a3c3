import { type CalendarDate, daysBetween, latestBirth } from '../dates.ts';
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
