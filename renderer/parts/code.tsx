/** A code (claim, card, ICD-10, contract): Latin digits, left to right, in any text. */
export function Code({ children }: { readonly children: string }) {
  return (
    <bdi className="code" dir="ltr">
      {children}
    </bdi>
  );
}
