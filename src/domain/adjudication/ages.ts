import { type Instant, millisecondsBetween } from '../dates.ts';
import { ceilDivide } from '../integers.ts';
import type { StalenessLimit } from './offline-terms.ts';

export type Staleness = 'fresh' | 'soft' | 'hard';

const hour = 3_600_000;

/**
 * How far a fact lies from the moment of deciding; a limit itself is still inside.
 * A fact dated in the future is as suspect as one equally old: some clock is wrong.
 */
export function staleness(asOf: Instant, decidedAt: Instant, limit: StalenessLimit): Staleness {
  const age = distance(asOf, decidedAt);
  if (age > limit.hardHours * hour) return 'hard';
  return age > limit.softHours * hour ? 'soft' : 'fresh';
}

/** The age in begun hours, so that one past a limit never reads as the limit. */
export const ageInHours = (asOf: Instant, decidedAt: Instant): number =>
  ceilDivide(distance(asOf, decidedAt), hour);

function distance(asOf: Instant, decidedAt: Instant): number {
  const age = millisecondsBetween(asOf, decidedAt);
  return age < 0 ? -age : age;
}
