import { type ClaimLine, dayOfLine } from '../claims.ts';
import type { SpecialUse } from '../history.ts';
import { isAllowed } from './amounts.ts';
import type { LineBase } from './check.ts';
import type { PastClaim } from './own-use.ts';

/** Whoever types a number or a batch writes its letters small, or leaves out what parts them. */
export const asWritten = (text: string): string => text.toUpperCase().replaceAll(/[\s./-]/g, '');

/** The numbers of special prescriptions that a claim's lines name, each once. */
export const specialNumbersOf = (lines: readonly ClaimLine[]): readonly string[] => [
  ...new Set(
    lines.flatMap(({ controlled }) =>
      controlled?.prescriptionNumber === undefined
        ? []
        : [asWritten(controlled.prescriptionNumber)],
    ),
  ),
];

/** What a claim uses up, by line: whatever of it is paid for. */
export const listSpecialUses = ({
  input: { claim },
  decision,
}: PastClaim): readonly (SpecialUse & { readonly lineId: string })[] =>
  claim.lines.flatMap((line) => {
    const { lineId, itemCode, controlled } = line;
    const number = controlled?.prescriptionNumber;
    const decided = decision.lines.find((one) => one.lineId === lineId);
    if (number === undefined || decided === undefined) return [];
    if (!isAllowed(decided.outcome) || decided.allowedQuantity === 0) return [];
    const { providerId } = claim;
    return [
      { lineId, number: asWritten(number), on: dayOfLine(claim, line), itemCode, providerId },
    ];
  });

/** An earlier use of a special prescription, in the claim or in what is known; null: none is known. */
export function findSpecialUse(
  { input, allowedBefore }: LineBase,
  number: string,
): SpecialUse | null {
  const written = asWritten(number);
  const beside = allowedBefore.find(
    ({ controlled }) =>
      controlled?.prescriptionNumber !== undefined &&
      asWritten(controlled.prescriptionNumber) === written,
  );
  if (beside !== undefined) {
    const { day: on, itemCode } = beside;
    return { number: written, on, itemCode, providerId: input.claim.providerId };
  }
  const known = (input.specialUses ?? []).flatMap((fact) => (fact.known ? fact.value : []));
  return known.find((use) => use.number === written) ?? null;
}
