import type { BirthDate } from '#domain/dates.ts';
import { addDays } from '#domain/dates.ts';
import { day, today } from '../../builders.ts';
import type { Told } from '../builders.ts';
import type { AlertCase } from './case.ts';

const born = (date: string): BirthDate => ({ date: day(date), precision: 'day' });
const woman = (lines: readonly string[], changes: Told = {}): Told => ({
  ...{ lines, sex: 'female', birth: born('1990-05-01') },
  ...changes,
});
/** Pregnant since a last period that began so many days ago. */
const since = (days: number, lines: readonly string[]): Told =>
  woman(lines, { pregnancy: { lastPeriod: addDays(today, -days) } });

const ace = (days: number, ...says: AlertCase['says'][number][]): AlertCase => ({
  title: `says ${says.length === 0 ? 'nothing' : 'it'} of the 2nd and 3rd trimester on day ${days}`,
  told: since(days, ['RAMIPRIL']),
  says,
});

export const pregnancyCautionCases: readonly AlertCase[] = [
  {
    title: 'is silent where it was said that she is not',
    told: woman(['ISOTRETINOIN'], { pregnancy: null }),
    says: [],
  },
  { title: 'is silent of a man', told: { lines: ['ISOTRETINOIN'] }, says: [] },
  {
    title: 'rules out what must not be given',
    told: since(40, ['ISOTRETINOIN']),
    says: [['pregnancy-caution', 'contraindicated', 'line-1']],
  },
  ace(0),
  ace(97),
  ace(98, ['pregnancy-caution', 'serious', 'line-1']),
  ace(195, ['pregnancy-caution', 'serious', 'line-1']),
  ace(196, ['pregnancy-caution', 'serious', 'line-1']),
  ace(315, ['pregnancy-caution', 'serious', 'line-1']),
  ace(316, ['pregnancy-week-unknown', 'serious', 'line-1']),
  ace(-1, ['pregnancy-week-unknown', 'serious', 'line-1']),
  {
    title: 'takes every trimester for possible where the last period is not known',
    told: woman(['RAMIPRIL'], { pregnancy: { lastPeriod: null } }),
    says: [['pregnancy-week-unknown', 'serious', 'line-1']],
  },
  {
    title: 'thinks of breastfeeding after the birth',
    told: woman(['DOXYCYCLINE', 'RAMIPRIL'], {
      pregnancy: { lastPeriod: addDays(today, -280), delivery: 'vaginal' },
    }),
    says: [['breastfeeding-caution', 'serious', 'line-1']],
  },
  {
    title: 'asks before what must not be given, where nothing was said',
    told: woman(['ISOTRETINOIN', 'RAMIPRIL']),
    says: [
      ['pregnancy-unknown', 'caution', 'line-1'],
      ['pregnancy-unknown', 'note', 'line-2'],
    ],
  },
  {
    title: 'does not ask the day before the twelfth birthday',
    told: woman(['RAMIPRIL'], { birth: born('2014-11-23') }),
    says: [],
  },
  {
    title: 'asks on the twelfth birthday',
    told: woman(['RAMIPRIL'], { birth: born('2014-11-22') }),
    says: [['pregnancy-unknown', 'note', 'line-1']],
  },
  {
    title: 'asks on the last day of the fifty-fifth year',
    told: woman(['RAMIPRIL'], { birth: born('1970-11-23') }),
    says: [['pregnancy-unknown', 'note', 'line-1']],
  },
  {
    title: 'does not ask on the fifty-sixth birthday',
    told: woman(['RAMIPRIL'], { birth: born('1970-11-22') }),
    says: [],
  },
  {
    title: 'asks where the sex is not known',
    told: { lines: ['RAMIPRIL'], sex: 'unknown', birth: born('1990-05-01') },
    says: [['pregnancy-unknown', 'note', 'line-1']],
  },
  {
    title: 'asks where an unverified sex would rule it out',
    told: { lines: ['RAMIPRIL'], birth: born('1990-05-01'), unverified: ['sex'] },
    says: [['pregnancy-unknown', 'note', 'line-1']],
  },
];
