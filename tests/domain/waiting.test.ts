import { expect, it } from 'vitest';
import { waitingStart } from '#domain/adjudication/waiting.ts';
import { day, membership } from './builders.ts';

it.each([
  ['the member’s own cover', undefined, '2026-01-01'],
  ['the day from which it was renewed without a gap', '2024-01-01', '2024-01-01'],
  ['the member’s own cover, where that began before', '2026-02-01', '2026-01-01'],
])('waiting counts from %s', (_, since, from) => {
  const told = since === undefined ? {} : { insuredSince: day(since) };
  expect(waitingStart(membership(told))).toBe(from);
});
