/** The key that works this control; its sentence is the control's own name. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return <kbd aria-hidden="true">{keys}</kbd>;
}
