import type { BirthDate, CalendarDate } from '#domain/dates.ts';
import type { Sex } from '#domain/people.ts';

/** What is personalised into a virtual card of another kind; each takes of it what its kind shows. */
export interface OtherCardHolder {
  readonly cardNumber: string;
  readonly holderNumber: string;
  /** In the holder's own script. */
  readonly name: { readonly given: string; readonly family: string };
  /** The same in Latin letters, where the kind has both. */
  readonly latinName: { readonly given: string; readonly family: string };
  readonly birth: BirthDate;
  readonly sex: Sex;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate;
}

/** Year, month and day without anything between; what is not known is 00. */
export function birthDigits(
  { date, precision }: BirthDate,
  yearOffset = 0,
  yearDigits = 4,
): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return [
    String(Number(year) - yearOffset).padStart(yearDigits, '0'),
    precision === 'year' ? '00' : month,
    precision === 'day' ? day : '00',
  ].join('');
}

export const dayDigits = (date: CalendarDate, yearOffset = 0, yearDigits = 4): string =>
  birthDigits({ date, precision: 'day' }, yearOffset, yearDigits);

/** ISO/IEC 5218. */
export const sexDigit = (sex: Sex): string =>
  ({ unknown: '0', male: '1', female: '2', 'not-applicable': '9' })[sex];
