import type { SurvivorReason } from '../explain-survivors.ts';

/** A file, a kind of change, what stood there and what stands there instead. */
type Change = readonly [file: string, mutator: string, original: string, replacement: string];

/** One reason for several changes that survive. */
export const because = (why: string, ...changes: readonly Change[]): readonly SurvivorReason[] =>
  changes.map(([file, mutator, original, replacement]) => ({
    ...{ file, mutator, original, replacement, why },
  }));
