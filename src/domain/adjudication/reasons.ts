import type { checks } from './checks/index.ts';

/** Every registered check, by its id. */
export type CheckId = (typeof checks)[number]['id'];

/** Every reason that some registered check can give. Its texts live in `contracts/messages`. */
export type ReasonCode = (typeof checks)[number]['reasons'][number];
