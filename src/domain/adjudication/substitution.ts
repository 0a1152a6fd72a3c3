import type { Item, Medicine } from './rule-pack.ts';

/**
 * Whether one medicine may be given in the other's place: both of one substitution group, which a contract states or
 * the same ingredient, strength and form make, and neither of a narrow therapeutic index.
 */
export const isExchangeable = (a: Medicine, b: Medicine): boolean =>
  a.isNarrowIndex === undefined && b.isNarrowIndex === undefined && isAlike(a, b);

/** Whether they could be exchanged, were it not for the narrow therapeutic index of one of them. */
export const isKeptApart = (a: Medicine, b: Medicine): boolean =>
  (a.isNarrowIndex === true || b.isNarrowIndex === true) && isAlike(a, b);

/** A medicine of a stated group is in no other. */
const isAlike = (a: Medicine, b: Medicine): boolean =>
  a.substitutionGroup !== undefined || b.substitutionGroup !== undefined
    ? a.substitutionGroup === b.substitutionGroup
    : a.ingredient === b.ingredient && a.strength === b.strength && a.form === b.form;

/** The same item, or another brand that may be given in its place. */
export function isSameMedicine(
  aCode: string,
  a: Item | null,
  bCode: string,
  b: Item | null,
): boolean {
  if (aCode === bCode) return true;
  const one = a?.medicine;
  const other = b?.medicine;
  return one != null && other != null && isExchangeable(one, other);
}
