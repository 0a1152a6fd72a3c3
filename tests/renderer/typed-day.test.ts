import { expect, it } from 'vitest';
import { calendarDate } from '#domain/dates.ts';
import { parseDay } from '../../renderer/parts/typed-day.ts';

const beside = calendarDate('2026-11-28');

it.each([
  ['a day of the month beside it', '5', '2026-11-05'],
  ['its last day', '30', '2026-11-30'],
  ['one day after its last', '31', null],
  ['no day', '0', null],
  ['a day and a month', '5/3', '2026-03-05'],
  ['a day, a month and a year', '5/3/2025', '2025-03-05'],
  ['the year first', '2025-03-05', '2025-03-05'],
  ['points and spaces', ' 5. 3. 2025 ', '2025-03-05'],
  ['Arabic digits', '٥/٣/٢٠٢٥', '2025-03-05'],
  ['Arabic digits with the year first', '٢٠٢٥/٣/٥', '2025-03-05'],
  ['marks of direction between them', '٥\u200f/٣\u200f/٢٠٢٥', '2025-03-05'],
  ['the leap day', '29/2/2028', '2028-02-29'],
  ['a leap day that is none', '29/2/2026', null],
  ['a thirteenth month', '5/13', null],
  ['a year of two digits, which might be any', '5/3/25', null],
  ['four numbers', '1/2/3/4', null],
  ['words', 'today', null],
  ['nothing', '', null],
])('takes %s', (_name, text, day) => {
  expect(parseDay(text, beside)).toBe(day);
});
