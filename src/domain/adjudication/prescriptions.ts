import type { ClaimLine, PrescribedLine, Prescription } from '../claims.ts';
import { addDays, type CalendarDate, type Instant } from '../dates.ts';
import type { Source } from '../facts.ts';
import type { AllowedLine, LineBase } from './check.ts';
import type { Item } from './rule-pack.ts';

/** What finding a prescription looks at: of earlier lines only what they fill. */
export interface FillingBase extends Pick<LineBase, 'input' | 'line' | 'item' | 'pack' | 'terms'> {
  readonly allowedBefore: readonly Pick<AllowedLine, 'itemCode' | 'quantity' | 'fills'>[];
}

/** A prescription that orders the line's item, with where it is known from. */
export interface PlacedPrescription {
  readonly prescription: Prescription;
  readonly ordered: PrescribedLine;
  readonly lastDay: CalendarDate;
  readonly source: Source;
  readonly asOf: Instant;
}

/**
 * The prescription that the line fills: the one it names, else of those that order the item (or the same
 * ingredient, strength and form) the one that is still valid and not filled, then the newest.
 */
export function findPrescription(base: FillingBase): PlacedPrescription | null {
  const { line } = base;
  const usable = (one: PlacedPrescription): number => (isUsable(one, base) ? 1 : 0);
  const placed = listPrescriptions(base)
    .filter(
      ({ prescription }) =>
        line.prescriptionId === undefined || line.prescriptionId === prescription.prescriptionId,
    )
    .toSorted((a, b) => usable(b) - usable(a) || (a.prescription.on < b.prescription.on ? 1 : -1));
  return placed[0] ?? null;
}

/** Whether it is in its days on the service date, and not known to be filled. */
export const isUsable = (one: PlacedPrescription, base: FillingBase): boolean => {
  const day = base.input.claim.serviceDate;
  return one.prescription.on <= day && day <= one.lastDay && leftToFill(one, base) !== 0;
};

/** What names a prescription on paper: its prescriber's licence and its day. */
export const paperIdOf = (licence: string, on: CalendarDate): string =>
  `${paperPrefix}${licence}-${on}`;

export const isOnPaper = (prescriptionId: string): boolean =>
  prescriptionId.startsWith(paperPrefix);

const paperPrefix = 'paper-';

/** Base units of it that are still to be dispensed after the claim's earlier lines; null where not known. */
export function leftToFill(
  { prescription, ordered }: PlacedPrescription,
  { allowedBefore, pack }: Pick<FillingBase, 'allowedBefore' | 'pack'>,
): number | null {
  if (ordered.filled === null) return null;
  const item = pack.item(ordered.itemCode);
  const before = allowedBefore
    .filter(
      (line) =>
        line.fills === prescription.prescriptionId &&
        isSameMedicine(line.itemCode, pack.item(line.itemCode), ordered.itemCode, item),
    )
    .reduce((sum, line) => sum + line.quantity, 0);
  const left = ordered.quantity - ordered.filled - before;
  return left > 0 ? left : 0;
}

/** The last day on which it is filled: the contract's limit or the prescriber's, whichever is sooner. */
export function lastDayOf(
  { on, validDays }: Pick<Prescription, 'on' | 'validDays'>,
  terms: LineBase['terms'],
): CalendarDate {
  const usual = terms?.prescription?.value.validDays ?? validDays ?? 0;
  return addDays(on, validDays === null || usual < validDays ? usual : validDays);
}

function listPrescriptions({ input, line, item, pack, terms }: FillingBase): PlacedPrescription[] {
  return (input.prescriptions ?? []).flatMap((fact) =>
    fact.known
      ? fact.value.flatMap((prescription) => {
          const ordered = prescription.lines.find((one) =>
            isOrdered(one, line, item, pack.item(one.itemCode)),
          );
          if (ordered === undefined) return [];
          const { source, asOf } = fact;
          const lastDay = lastDayOf(prescription, terms);
          return [{ prescription, ordered, lastDay, source, asOf }];
        })
      : [],
  );
}

const isOrdered = (
  ordered: PrescribedLine,
  line: ClaimLine,
  item: Item | null,
  orderedItem: Item | null,
): boolean => isSameMedicine(line.itemCode, item, ordered.itemCode, orderedItem);

/** The same item, or another brand of the same ingredient, strength and form. */
export function isSameMedicine(
  aCode: string,
  a: Item | null,
  bCode: string,
  b: Item | null,
): boolean {
  if (aCode === bCode) return true;
  const one = a?.medicine;
  const other = b?.medicine;
  return (
    one != null &&
    other != null &&
    one.ingredient === other.ingredient &&
    one.strength === other.strength &&
    one.form === other.form
  );
}
