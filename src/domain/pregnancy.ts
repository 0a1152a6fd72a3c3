import { addDays, type CalendarDate, daysBetween } from './dates.ts';
import { floorDivide } from './integers.ts';

/** Completed weeks from the first day of the last period; negative before it. */
export const completedWeeks = (lastPeriod: CalendarDate, on: CalendarDate): number =>
  floorDivide(daysBetween(lastPeriod, on), 7);

/** Naegele's rule: 280 days from the first day of the last period. */
export const expectedBirth = (lastPeriod: CalendarDate): CalendarDate => addDays(lastPeriod, 280);
