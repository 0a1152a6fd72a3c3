import type { ClaimLine } from '../claims.ts';
import { addDays, type CalendarDate, type Instant } from '../dates.ts';
import type { Source } from '../facts.ts';
import type { PrescribedLine, Prescription } from '../prescriptions.ts';
import type { AllowedLine, LineBase } from './check.ts';
import type { Item } from './rule-pack.ts';
import { isKeptApart, isSameMedicine } from './substitution.ts';

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
 * The prescription that the line fills: the one it names, else of those that order the item (or one in whose place
 * it may be given) the one that is still valid and not filled, then the newest.
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

/** What is prescribed that the line's item could have been given for, were it not for a narrow therapeutic index. */
export function findKeptApart({ input, item, pack }: FillingBase): KeptApart | null {
  const medicine = item?.medicine ?? null;
  if (medicine === null) return null;
  for (const fact of input.prescriptions ?? []) {
    if (!fact.known) continue;
    const ordered = fact.value
      .flatMap(({ lines }) => lines)
      .map(({ itemCode }) => pack.item(itemCode))
      .find((other) => other?.medicine != null && isKeptApart(medicine, other.medicine));
    if (ordered != null) return { ordered, source: fact.source, asOf: fact.asOf };
  }
  return null;
}

/** An item that is prescribed, with where that is known from. */
export interface KeptApart extends Pick<PlacedPrescription, 'source' | 'asOf'> {
  readonly ordered: Item;
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
