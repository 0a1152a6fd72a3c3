/** The key that works this control; its sentence is the control's own name. */
export function KeyHint({ keys }: { readonly keys: string }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd takes no focus, and its control has a name
  return <kbd aria-hidden="true">{keys}</kbd>;
}
