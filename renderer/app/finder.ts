/** The id of the item search field, on whichever screen shows one. */
export const finderId = 'item-finder';

/** Puts the focus in the item search field; false when no screen shows one now. */
export function focusFinder(): boolean {
  const field = document.getElementById(finderId);
  if (!(field instanceof HTMLInputElement)) return false;
  field.focus();
  field.select();
  return true;
}
