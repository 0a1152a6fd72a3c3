import { describe, expect, test } from 'vitest';
import { fill, formatCount, formatShown } from '#contracts/messages/format.ts';
import type { Text } from '#contracts/messages/language.ts';
import type { CountText } from '#contracts/messages/screens-frame.ts';
import { ageInHours } from '#domain/adjudication/ages.ts';
import type { Instant } from '#domain/dates.ts';
import { sayAge } from '../../renderer/parts/age.ts';

const english = {
  say: (text: Text, values = {}) => fill(text.en, values),
  count: (value: number, text: CountText) => formatCount(value, text.en, 'en'),
};
const minute = 60_000;
const hour = 60 * minute;
const now = Date.parse('2026-11-22T09:30:00.000Z');
const ago = (milliseconds: number) => new Date(now - milliseconds).toISOString() as Instant;

test.each([
  [minute, '1 min'],
  [minute + 1, '2 min'],
  [59 * minute, '59 min'],
  [59 * minute + 1, '1 h'],
  [hour, '1 h'],
  [hour + 1, '2 h'],
  [38 * hour, '38 h'],
  [38 * hour + 1, '39 h'],
  [47 * hour, '47 h'],
  [47 * hour + 1, '2 d'],
  [48 * hour, '2 d'],
  [48 * hour + 1, '3 d'],
])('counts what has begun whole: %i ms are %s', (age, said) => {
  expect(sayAge(ago(age), english, now)).toBe(said);
});

describe('an age beside the reason that tells the same one', () => {
  test.each([hour + 1, 37.5 * hour, 38.5 * hour, 47.5 * hour, 71.5 * hour])('%i ms', (age) => {
    const decidedAt = new Date(now).toISOString() as Instant;
    const told = formatShown({ kind: 'hours', value: ageInHours(ago(age), decidedAt) }, 'en', {
      code: 'SYP',
      exponent: 2,
    });
    expect(Number.parseInt(sayAge(ago(age), english, now), 10)).toBe(Number.parseInt(told, 10));
  });
});
