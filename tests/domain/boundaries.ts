import type { CheckId } from '#domain/adjudication/reasons.ts';
import type { Boundary } from './boundary.ts';
import { entitlementBoundaries } from './entitlement-boundaries.ts';
import { itemBoundaries } from './item-boundaries.ts';
import { paymentBoundaries } from './payment-boundaries.ts';

/** The bounds of every check; a text says why it has none. A check without an entry does not compile. */
export const boundariesOf: Readonly<Record<CheckId, readonly Boundary[] | string>> = {
  ...entitlementBoundaries,
  ...itemBoundaries,
  ...paymentBoundaries,
};
