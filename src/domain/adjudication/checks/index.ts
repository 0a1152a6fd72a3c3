import type { ClaimCheck, LineCheck } from '../check.ts';
import { cardStatus } from './card-status.ts';
import { coInsurance } from './co-insurance.ts';
import { cover } from './cover.ts';
import { identity } from './identity.ts';
import { itemCovered } from './item-covered.ts';
import { price } from './price.ts';
import { repeatWindow } from './repeat-window.ts';

/** Every check, in the order in which findings of equal weight are listed. */
export const checks = [
  identity,
  cardStatus,
  cover,
  itemCovered,
  price,
  repeatWindow,
  coInsurance,
] as const satisfies readonly (ClaimCheck | LineCheck)[];
