import type { checks } from './checks/index.ts';

/** Every reason that some registered check can give. Its texts live in `contracts/messages`. */
export type ReasonCode = (typeof checks)[number]['reasons'][number];
