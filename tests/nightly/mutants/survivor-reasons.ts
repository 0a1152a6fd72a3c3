import type { SurvivorReason } from './explain-survivors.ts';

/** Mutants that no table can kill, or none should, and why; one that no longer survives is struck out. */
export const survivorReasons: readonly SurvivorReason[] = [];
