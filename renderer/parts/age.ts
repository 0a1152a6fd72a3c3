import { frameCounts, frameTexts } from '#contracts/messages/screens-frame.ts';
import { ageInHours } from '#domain/adjudication/ages.ts';
import type { Instant } from '#domain/dates.ts';
import type { Speech } from '../app/language.tsx';

/** Whether a moment is so near that its age is not worth a number. */
export const isJustNow = (instant: Instant, now = Date.now()): boolean =>
  now - Date.parse(instant) < 60_000;

/**
 * How long ago a moment was, in one unit: "2 h", «ساعتين». What has begun counts whole, as in every reason that tells
 * an age beside it.
 */
export function sayAge(
  instant: Instant,
  { say, count }: Pick<Speech, 'say' | 'count'>,
  now = Date.now(),
): string {
  if (isJustNow(instant, now)) return say(frameTexts.now);
  const minutes = Math.ceil((now - Date.parse(instant)) / 60_000);
  if (minutes < 60) return count(minutes, frameCounts.minutes);
  const hours = ageInHours(instant, new Date(now).toISOString() as Instant);
  if (hours < 48) return count(hours, frameCounts.hours);
  return count(Math.ceil(hours / 24), frameCounts.days);
}
