import { describe, expect, it } from 'vitest';
import type { AgeRange } from '#domain/adjudication/contract-terms.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { ageFact, judgeAge, judgeSex, sexFact } from '#domain/adjudication/person-limits.ts';
import { now } from './builders.ts';
import { about, asking, bornOn } from './terms.ts';

const adult: AgeRange = { from: { value: 18, unit: 'years' }, to: null };
const nobody: AdjudicationInput = { ...asking(), person: null };
const unverified = (which: 'sex' | 'birth', given = asking()): AdjudicationInput => ({
  ...given,
  unverified: [which],
});
const born = (date: string, precision: 'day' | 'month' | 'year' = 'day') =>
  about(bornOn(date, precision));

describe('an age in a range', () => {
  it.each<[string, AdjudicationInput, ReturnType<typeof judgeAge>]>([
    ['is open where nobody knows who it is', nobody, 'unsure'],
    ['is open before the birth', born('2026-11-23'), 'unsure'],
    ['is open where the birth may come later in the year', born('2026-01-01', 'year'), 'unsure'],
    ['is too young on the day of the birth', born('2026-11-22'), 'too-young'],
    ['fits on the birthday', born('2008-11-22'), 'fits'],
    ['does not the day before', born('2008-11-23'), 'too-young'],
    ['is open where the year alone is known', born('2008-01-01', 'year'), 'unsure'],
    ['fits though the birth is not verified', unverified('birth'), 'fits'],
    [
      'is open where it would not fit, unverified',
      unverified('birth', born('2020-01-01')),
      'unsure',
    ],
    [
      'is as it is where only the sex is not verified',
      unverified('sex', born('2020-01-01')),
      'too-young',
    ],
  ])('%s', (_, given, judged) => {
    expect(judgeAge(given, adult)).toBe(judged);
  });

  it('is told in the unit of the range, of its beginning first, and in years without either', () => {
    const told = (range: AgeRange, given = born('2024-11-22')) => ageFact(given, range).value;
    const days = { value: 30, unit: 'days' } as const;
    const months = { value: 6, unit: 'months' } as const;
    expect(told({ from: months, to: days })).toEqual({ kind: 'age', value: 24, unit: 'months' });
    expect(told({ from: null, to: days })).toEqual({ kind: 'age', value: 730, unit: 'days' });
    expect(told({ from: null, to: null })).toEqual({ kind: 'age', value: 2, unit: 'years' });
    expect(told(adult, born('2026-11-22'))).toEqual({ kind: 'age', value: 0, unit: 'years' });
    expect(ageFact(born('2024-11-22'), adult)).toMatchObject({ source: 'card', asOf: now });
  });

  it('is not told where nobody knows who it is, nor before the birth', () => {
    for (const given of [nobody, born('2026-11-23')])
      expect(ageFact(given, adult)).toEqual({
        name: 'age',
        value: null,
        source: 'card',
        asOf: null,
      });
  });
});

describe('a sex that is asked for', () => {
  it.each<[string, AdjudicationInput, ReturnType<typeof judgeSex>, string | null]>([
    ['fits', asking(), 'fits', 'sex-male'],
    ['is another', about({ sex: 'female' }), 'other-sex', 'sex-female'],
    ['is open where it is not known', about({ sex: 'unknown' }), 'unsure', null],
    ['is open where nobody knows who it is', nobody, 'unsure', null],
    ['fits though it is not verified', unverified('sex'), 'fits', 'sex-male'],
    [
      'is open where it is another, unverified',
      unverified('sex', about({ sex: 'female' })),
      'unsure',
      'sex-female',
    ],
    [
      'is another where only the birth is not verified',
      unverified('birth', about({ sex: 'female' })),
      'other-sex',
      'sex-female',
    ],
  ])('%s', (_, given, judged, word) => {
    expect(judgeSex(given, 'male')).toBe(judged);
    expect(sexFact(given).value).toEqual(word === null ? null : { kind: 'word', value: word });
  });
});
