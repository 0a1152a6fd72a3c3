import { adjudicate } from './adjudicate.ts';
import type { AdjudicationInput } from './input.ts';
import type { CompiledPack, Item } from './rule-pack.ts';

/**
 * A medicine of the same ingredient, strength and form that would be approved whole in the line's place, at the
 * list price; the cheapest of them. Null where there is none, or the line is no medicine.
 */
export function findSubstitute(
  input: AdjudicationInput,
  pack: CompiledPack,
  lineId: string,
): Item | null {
  const line = input.claim.lines.find((one) => one.lineId === lineId);
  const wanted = line === undefined ? null : pack.item(line.itemCode);
  if (wanted === null || wanted.medicine === null) return null;
  const { providerId, serviceDate } = input.claim;
  const priced = pack.pack.items
    .filter((item) => item.code !== wanted.code && isAlike(item, wanted))
    .flatMap((item) => {
      const row = pack.price(providerId, item.code, serviceDate);
      return row === null ? [] : [{ item, price: row.unitPrice }];
    })
    .toSorted((a, b) => a.price - b.price);
  const approved = priced.find(({ item }) => isApproved(input, pack, lineId, item.code));
  return approved?.item ?? null;
}

const isAlike = ({ medicine: a }: Item, { medicine: b }: Item): boolean =>
  a !== null &&
  b !== null &&
  a.ingredient === b.ingredient &&
  a.strength === b.strength &&
  a.form === b.form;

function isApproved(
  input: AdjudicationInput,
  pack: CompiledPack,
  lineId: string,
  itemCode: string,
): boolean {
  const lines = input.claim.lines.map((line) =>
    line.lineId === lineId ? { ...line, itemCode, unitPrice: null } : line,
  );
  const decision = adjudicate({ ...input, claim: { ...input.claim, lines } }, pack);
  return decision.lines.find((line) => line.lineId === lineId)?.outcome === 'approved';
}
