import type { Instant } from '#domain/dates.ts';

/** Wrong PINs since the last right one, and until when no PIN is accepted. */
export interface LockOut {
  readonly failures: number;
  readonly lockedUntil: Instant | null;
}

const freeTries = 5;
const firstLockMinutes = 5;
const longestLockMinutes = 24 * 60;

export const noFailures: LockOut = { failures: 0, lockedUntil: null };

/**
 * What one more wrong PIN leads to: the fifth locks for 5 minutes, each later one for twice as long
 * as the one before, at most a day. While locked nothing is counted.
 */
export function planLockOut(state: LockOut, at: Instant): LockOut {
  if (isLocked(state, at)) return state;
  const failures = state.failures + 1;
  if (failures < freeTries) return { failures, lockedUntil: null };
  const minutes = Math.min(firstLockMinutes * 2 ** (failures - freeTries), longestLockMinutes);
  const until = new Date(Date.parse(at) + minutes * 60_000).toISOString() as Instant;
  return { failures, lockedUntil: until };
}

export const isLocked = ({ lockedUntil }: LockOut, at: Instant): boolean =>
  lockedUntil !== null && at < lockedUntil;

/** How many wrong PINs may follow before the next lock; after a first lock, one. */
export const countTriesLeft = (state: LockOut, at: Instant): number =>
  isLocked(state, at) ? 0 : Math.max(1, freeTries - state.failures);
