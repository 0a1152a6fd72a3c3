import { frameCounts, frameTexts } from '#contracts/messages/screens-frame.ts';
import type { Instant } from '#domain/dates.ts';
import type { Speech } from '../app/language.tsx';

/** Whether a moment is so near that its age is not worth a number. */
export const isJustNow = (instant: Instant, now = Date.now()): boolean =>
  now - Date.parse(instant) < 60_000;

/** How long ago a moment was, in one unit: "2 h", «ساعتين». */
export function sayAge(instant: Instant, { say, count }: Speech, now = Date.now()): string {
  if (isJustNow(instant, now)) return say(frameTexts.now);
  const minutes = Math.floor((now - Date.parse(instant)) / 60_000);
  if (minutes < 60) return count(minutes, frameCounts.minutes);
  if (minutes < 48 * 60) return count(Math.floor(minutes / 60), frameCounts.hours);
  return count(Math.floor(minutes / (24 * 60)), frameCounts.days);
}
