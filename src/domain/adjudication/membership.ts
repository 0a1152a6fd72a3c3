import type { Membership } from '../people.ts';
import type { AdjudicationInput } from './input.ts';

/** The membership that the facts know of, in force or not; null when it is unknown or there is none. */
export function findMembership({ membership, person }: AdjudicationInput): Membership | null {
  if (!membership.known || membership.value?.memberNumber !== person?.memberNumber) return null;
  return membership.value;
}
