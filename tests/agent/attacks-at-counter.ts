import type { Attack } from '#tests/card/attack.ts';

/** What a terminal sees because it remembers what it wrote. */
export const attacksAtCounter: readonly Attack[] = [];
