import type { SurvivorReason } from '../explain-survivors.ts';
import { countingReasons } from './counting.ts';
import { decidingReasons } from './deciding.ts';
import { entitlementReasons } from './entitlement.ts';
import { historyReasons } from './history.ts';
import { sumReasons } from './sums.ts';

/** Mutants that no table can kill, or none should, and why; one that no longer survives is struck out. */
export const survivorReasons: readonly SurvivorReason[] = [
  ...decidingReasons,
  ...sumReasons,
  ...countingReasons,
  ...historyReasons,
  ...entitlementReasons,
];
