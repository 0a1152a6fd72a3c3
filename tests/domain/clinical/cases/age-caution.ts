import type { BirthDate } from '#domain/dates.ts';
import { day } from '../../builders.ts';
import type { AlertCase } from './case.ts';

const born = (date: string, precision: BirthDate['precision'] = 'day'): BirthDate => ({
  ...{ date: day(date), precision },
});
const doxycycline = (birth: BirthDate) => ({ lines: ['DOXYCYCLINE'], birth });
const ibuprofen = (birth: BirthDate) => ({ lines: ['IBUPROFEN'], birth });

export const ageCautionCases: readonly AlertCase[] = [
  { title: 'is silent of a medicine without a caution', told: { lines: ['WARFARIN'] }, says: [] },
  {
    title: 'warns on the last day of the seventh year',
    told: doxycycline(born('2018-11-23')),
    says: [['age-caution', 'contraindicated', 'line-1']],
  },
  {
    title: 'is silent on the eighth birthday',
    told: doxycycline(born('2018-11-22')),
    says: [],
  },
  {
    title: 'is silent a day after it',
    told: doxycycline(born('2018-11-21')),
    says: [],
  },
  {
    title: 'is silent the day before the seventy-fifth birthday',
    told: ibuprofen(born('1951-11-23')),
    says: [],
  },
  {
    title: 'warns on the seventy-fifth birthday',
    told: ibuprofen(born('1951-11-22')),
    says: [['age-caution', 'caution', 'line-1']],
  },
  {
    title: 'says that the age is not known where the year alone leaves it open',
    told: doxycycline(born('2018-01-01', 'year')),
    says: [['age-unknown', 'note', 'line-1']],
  },
  {
    title: 'warns where the year alone does not leave it open',
    told: doxycycline(born('2020-01-01', 'year')),
    says: [['age-caution', 'contraindicated', 'line-1']],
  },
  {
    title: 'believes no unverified birth date that would rule a caution out',
    told: { ...doxycycline(born('1968-03-14')), unverified: ['birth'] },
    says: [['age-unknown', 'note', 'line-1']],
  },
  {
    title: 'says that the age is not known of a birth after the service',
    told: doxycycline(born('2026-11-23')),
    says: [['age-unknown', 'note', 'line-1']],
  },
];
