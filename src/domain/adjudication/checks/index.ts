import type { ClaimCheck, LineCheck } from '../check.ts';

/** Every check, in the order in which findings of equal weight are listed. */
export const checks = [] as const satisfies readonly (ClaimCheck | LineCheck)[];
