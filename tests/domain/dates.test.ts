import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageInMonths,
  ageInYears,
  type CalendarDate,
  calendarDate,
  daysBetween,
  findCalendarDate,
  fromEpochDay,
  type Instant,
  isWithin,
  latestBirth,
  millisecondsBetween,
  toEpochDay,
} from '#domain/dates.ts';
import { ceilDivide, floorDivide } from '#domain/integers.ts';
import { day } from './builders.ts';

const dayMilliseconds = 86_400_000;
/** 0001-01-01 to 9999-12-31. */
const epochDay = fc.integer({ min: -719_162, max: 2_932_896 });
const anyDay: fc.Arbitrary<CalendarDate> = epochDay.map(fromEpochDay);

describe('a calendar date', () => {
  it('goes to its day number and back', () => {
    fc.assert(
      fc.property(epochDay, (n) => {
        expect(toEpochDay(fromEpochDay(n))).toBe(n);
      }),
    );
  });

  it('agrees with the platform’s calendar', () => {
    fc.assert(
      fc.property(epochDay, (n) => {
        expect(fromEpochDay(n)).toBe(new Date(n * dayMilliseconds).toISOString().slice(0, 10));
        expect(findCalendarDate(fromEpochDay(n))).toBe(fromEpochDay(n));
      }),
    );
  });

  it('compares as text in the order of days', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0);
        expect(addDays(a, daysBetween(a, b))).toBe(b);
      }),
    );
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '26-01-01',
    '2026-1-1',
    '2026-01-01 ',
    '',
  ])('is not %j', (text) => {
    expect(findCalendarDate(text)).toBeNull();
    expect(() => calendarDate(text)).toThrow(RangeError);
  });

  it.each(['2024-02-29', '2000-02-29', '2026-12-31'])('may be %s', (text) => {
    expect(findCalendarDate(text)).toBe(text);
  });
});

describe('months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-15', 0, '2026-12-15'],
    ['2026-12-15', 12, '2027-12-15'],
  ])('%s plus %i is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });
});

describe('a period', () => {
  const period = { from: day('2026-01-01'), to: day('2026-12-31') };

  it.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ])('holds %s: %s', (on, isHeld) => {
    expect(isWithin(day(on), period)).toBe(isHeld);
  });

  it('without an end holds every later day', () => {
    expect(isWithin(day('9999-12-31'), { ...period, to: null })).toBe(true);
  });
});

describe('age', () => {
  it.each([
    ['2008-03-14', '2026-03-13', 17],
    ['2008-03-14', '2026-03-14', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-28', 19],
    ['2008-02-29', '2028-02-29', 20],
    ['2026-11-22', '2026-11-22', 0],
  ])('of one born %s is, on %s, %i years', (birth, on, years) => {
    expect(ageInYears(day(birth), day(on))).toBe(years);
  });

  it.each([
    ['2026-01-31', '2026-02-28', 0],
    ['2026-01-31', '2026-03-01', 1],
    ['2026-01-31', '2026-03-31', 2],
    ['2025-11-22', '2026-11-21', 11],
    ['2025-11-22', '2026-11-22', 12],
  ])('of one born %s is, on %s, %i months', (birth, on, months) => {
    expect(ageInMonths(day(birth), day(on))).toBe(months);
  });

  it('in months and in years agree', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40_000), (birth, days) => {
        const on = fromEpochDay(Math.min(toEpochDay(birth) + days, 2_932_896));
        expect(floorDivide(ageInMonths(birth, on), 12)).toBe(ageInYears(birth, on));
      }),
    );
  });

  it.each([
    ['day', '1968-02-01', '1968-02-01'],
    ['month', '1968-02-01', '1968-02-29'],
    ['year', '1968-01-01', '1968-12-31'],
  ] as const)('of a birth known to the %s ends on %s at the latest %s', (precision, date, last) => {
    expect(latestBirth({ date: day(date), precision })).toBe(last);
  });
});

describe('a moment', () => {
  it('is as far from another as the platform says', () => {
    const moment = fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString() as Instant);
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        expect(millisecondsBetween(a, b)).toBe(Date.parse(b) - Date.parse(a));
      }),
    );
  });
});

describe('whole-number division', () => {
  it('rounds down and up as its names say, on both sides of zero', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 10_000 }), (a, b) => {
        expect(floorDivide(a, b)).toBe(Math.floor(a / b));
        expect(ceilDivide(a, b) + 0).toBe(Math.ceil(a / b) + 0);
      }),
    );
  });
});
