import { frameCounts, frameTexts } from '#contracts/messages/screens-frame.ts';
import type { Instant } from '#domain/dates.ts';
import type { Speech } from '../app/language.tsx';

/** How long ago a moment was, in one unit: "2 h", «ساعتين». */
export function sayAge(instant: Instant, { say, count }: Speech, now = Date.now()): string {
  const minutes = Math.floor((now - Date.parse(instant)) / 60_000);
  if (minutes < 1) return say(frameTexts.now);
  if (minutes < 60) return count(minutes, frameCounts.minutes);
  if (minutes < 48 * 60) return count(Math.floor(minutes / 60), frameCounts.hours);
  return count(Math.floor(minutes / (24 * 60)), frameCounts.days);
}
