import { formatDate, formatNumber } from '#contracts/messages/format.ts';
import { localeOf } from '#contracts/messages/language.ts';
import { frameCounts } from '#contracts/messages/screens-frame.ts';
import { patientTexts } from '#contracts/messages/screens-patient.ts';
import type { VisitView } from '#contracts/visit-views.ts';
import { ageInMonths, type BirthDate, daysBetween, type Period } from '#domain/dates.ts';
import type { Sex } from '#domain/people.ts';
import type { Speech } from '../../app/language.tsx';

const sexes = {
  male: patientTexts.male,
  female: patientTexts.female,
  unknown: patientTexts.sexUnknown,
  'not-applicable': patientTexts.sexNone,
} as const;

export const saySex = (sex: Sex, { say }: Speech): string => say(sexes[sex]);

/** A person's age as it is said: its number and its unit. */
export interface SaidAge {
  readonly number: string;
  readonly unit: string;
}

/** "58 years", "57 or 58 years" where the birth date is known only in part, "8 months" for an infant, "3 days" for a newborn. */
export function sayPersonAge(
  { age, person, serviceDate }: Pick<VisitView, 'age' | 'person' | 'serviceDate'>,
  { say, count, language }: Speech,
): SaidAge {
  const { from, to } = age;
  const number = (value: number) => formatNumber(value, language);
  if (to < 2 && person.birth.precision === 'day') {
    const months = ageInMonths(person.birth.date, serviceDate);
    if (months < 1) {
      const days = daysBetween(person.birth.date, serviceDate);
      return { number: number(days), unit: count(days, frameCounts.ageDays) };
    }
    return { number: number(months), unit: count(months, frameCounts.months) };
  }
  return {
    number:
      from === to
        ? number(from)
        : say(patientTexts.ageRange, { from: number(from), to: number(to) }),
    unit: count(to, frameCounts.years),
  };
}

/** The birth date, as far as it is known: never a day that nobody stated. */
export function sayBirth({ date, precision }: BirthDate, { language }: Speech): string {
  if (precision === 'day') return formatDate(date, language);
  return new Intl.DateTimeFormat(localeOf[language], {
    year: 'numeric',
    ...(precision === 'month' ? { month: 'long' as const } : {}),
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}

/** A period as a range of days; the locale joins what both ends share. */
export function sayPeriod({ from, to }: Period, { say, language }: Speech): string {
  if (to === null) return `${formatDate(from, language)} – ${say(patientTexts.openEnd)}`;
  const day = (date: string) => new Date(`${date}T00:00:00Z`);
  return new Intl.DateTimeFormat(localeOf[language], {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).formatRange(day(from), day(to));
}
