import type { FactUsed } from '../adjudication/evidence.ts';
import { aCode, aName, missing } from '../adjudication/shown.ts';
import type { Shown } from '../facts.ts';
import type { ClinicalContext } from './alert.ts';
import { isListed, type ListedMedicine } from './compile-clinical.ts';

/** A medicine that the person is given or already takes. */
export interface Taken {
  /** The repeat key where there is one, else the item: what is the same by it is one medicine. */
  readonly key: string;
  readonly atc: string;
  readonly name: Shown;
  readonly from: 'line' | 'supply' | 'standing';
  /** Null for what is no line. */
  readonly lineId: string | null;
  readonly fact: FactUsed;
}

export interface TakenLine extends Taken {
  readonly lineId: string;
  readonly item: ListedMedicine;
}

/** The lines that are medicines with an ATC code, in the claim's order. */
export const listLines = ({ input, pack }: ClinicalContext): readonly TakenLine[] =>
  input.claim.lines.flatMap(({ lineId, itemCode }): TakenLine[] => {
    const item = pack.item(itemCode);
    if (!isListed(item)) return [];
    const fact = { ...fromLine, value: aName(item.name), asOf: input.decidedAt };
    return [{ ...medicineOf(item), from: 'line', lineId, item, fact }];
  });

/** Medicines that earlier supplies still last with on the service date, that day included. */
export const listSupplied = ({ input, pack }: ClinicalContext): readonly Taken[] =>
  input.supplies.flatMap((known): Taken[] => {
    if (!known.known) return [];
    return known.value
      .filter(({ endsOn }) => endsOn >= input.claim.serviceDate)
      .flatMap(({ repeatCode }): Taken[] => {
        const supplied = pack.supplied(repeatCode);
        if (supplied === null) return [];
        const { source, asOf } = known;
        const name = aName(supplied.name);
        const fact = { name: 'active-supply', value: name, source, asOf } as const;
        const codes = new Set(supplied.items.flatMap(({ medicine }) => medicine?.atc ?? []));
        return [...codes].map((atc) => ({
          ...{ key: keyOf(repeatCode, ''), atc, name, from: 'supply', lineId: null, fact },
        }));
      });
  });

/** What the card says that the person takes all the time. */
export function listStanding({ input: { record }, pack }: ClinicalContext): readonly Taken[] {
  if (!record.known || record.value === null) return [];
  const { source, asOf } = record;
  return record.value.medicines.flatMap((code): Taken[] => {
    const item = pack.item(code);
    if (!isListed(item)) return [];
    const fact = { name: 'standing-medicine', value: aName(item.name), source, asOf } as const;
    return [{ ...medicineOf(item), from: 'standing', lineId: null, fact }];
  });
}

/** Why not all that the person takes is known; empty where nothing hides. */
export function listHidden({ input, pack }: ClinicalContext): readonly FactUsed[] {
  const { record, supplies } = input;
  const nobodyAsked = supplies.length === 0 ? [missing('known-supplies', 'terminal')] : [];
  const silent = supplies.flatMap((fact) =>
    fact.known ? [] : [missing('known-supplies', fact.source)],
  );
  const unread = record.known ? [] : [missing('standing-medicine', record.source)];
  return [...nobodyAsked, ...silent, ...unread, ...listUnlisted({ input, pack })];
}

/** Standing medicines of which the pack knows nothing. */
function listUnlisted({ input: { record }, pack }: ClinicalContext): readonly FactUsed[] {
  if (!record.known || record.value === null) return [];
  const { source, asOf } = record;
  return record.value.medicines
    .filter((code) => !isListed(pack.item(code)))
    .map((code) => ({ name: 'standing-medicine', value: aCode(code), source, asOf }));
}

/** Each line with everything else that is taken; two lines meet once. The same medicine again is no other. */
export function pairsOf(context: ClinicalContext): readonly (readonly [TakenLine, Taken])[] {
  const lines = listLines(context);
  const others = [...listSupplied(context), ...listStanding(context)];
  return lines.flatMap((line, at) =>
    [...lines.slice(at + 1), ...others]
      .filter(({ key }) => key !== line.key)
      .map((other) => [line, other] as const),
  );
}

/** What tells the pair from others, whichever of the two comes first. */
export const pairKey = (line: Taken, other: Taken): string =>
  [line.key, other.key].toSorted().join('+');

const fromLine = { name: 'item', source: 'operator' } as const;

const medicineOf = ({ code, name, medicine }: ListedMedicine) => ({
  key: keyOf(medicine.repeatCode, code),
  atc: medicine.atc,
  name: aName(name),
});

const keyOf = (repeatCode: number | null, code: string): string =>
  repeatCode === null ? code : `R${repeatCode}`;
