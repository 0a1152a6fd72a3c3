import { type CalendarDate, daysBetween } from '../dates.ts';
import type { LineBase } from './check.ts';
import type { CountingPeriod } from './contract-terms.ts';
import { findMembership } from './membership.ts';
import {
  type Counted,
  countPast,
  isHistoryMissing,
  listPast,
  periodAround,
} from './past-services.ts';

/** More days than anybody remembers: it was never given. */
export const never = 100_000;

/** How often the item was given in the period before this claim, and how much of it; the day itself counts. */
export function countIn(base: LineBase, counting: CountingPeriod): Counted | null {
  const { input, line } = base;
  const period = periodAround(counting, input.claim.serviceDate, findMembership(input));
  if (period === null || period === 'claim' || isHistoryMissing(input, period.from)) return null;
  return countPast(listPast(input, period, ({ itemCode }) => itemCode === line.itemCode));
}

/** Days since the item was last given; `never` where it was not. */
export function daysSinceLast({ input, line }: LineBase): number | null {
  const on = input.claim.serviceDate;
  const before = { from: beginning, to: on };
  const [last] = listPast(input, before, ({ itemCode }) => itemCode === line.itemCode);
  const from = last?.service.on ?? beginning;
  if (isHistoryMissing(input, from)) return null;
  return last === undefined ? never : daysBetween(from, on);
}

const beginning = '0001-01-01' as CalendarDate;
