import type { CardPrescribedLine, CardPrescription } from '#card/judge-prescriptions.ts';
import { findMembership } from '#domain/adjudication/membership.ts';
import { lastDayOf } from '#domain/adjudication/prescriptions.ts';
import type { Item } from '#domain/adjudication/rule-pack.ts';
import { isSameMedicine } from '#domain/adjudication/substitution.ts';
import { gatherInput, type OpenVisit } from './open-visit.ts';
import { totalOf } from './prescription-facts.ts';
import type { Terminal } from './terminal.ts';

/** One line of an open prescription, as the counter sees it. */
export interface OpenLine {
  readonly prescription: CardPrescription;
  readonly ordered: CardPrescribedLine;
  readonly item: Item;
}

/** Lines of the card's prescriptions that are in their days and not known to be filled, the newest first. */
export function listOpenLines(terminal: Terminal, visit: OpenVisit): OpenLine[] {
  if (visit.prescriptions.state !== 'read') return [];
  const { itemsByCardCode, pack } = terminal.reference;
  const planCode = findMembership(gatherInput(terminal, visit))?.planCode ?? null;
  return visit.prescriptions.reading.prescriptions.flatMap((prescription) =>
    prescription.lines.flatMap((ordered): OpenLine[] => {
      const item = itemsByCardCode.get(ordered.cardCode);
      if (item === undefined) return [];
      const lastDay = lastDayOf(prescription, pack.itemTerms(item, planCode));
      const isDue = prescription.on <= visit.serviceDate && visit.serviceDate <= lastDay;
      const isFilled = ordered.filled !== null && ordered.filled >= totalOf(ordered);
      return isDue && !isFilled ? [{ prescription, ordered, item }] : [];
    }),
  );
}

/** What would be dispensed of an item if a prescription on the card orders it: what is left, a filling at most. */
export function proposeFilling(
  terminal: Terminal,
  visit: OpenVisit,
  item: Item,
): { readonly quantity: number; readonly daysSupply: number | null } | null {
  const found = listOpenLines(terminal, visit).find(
    (open) =>
      open.prescription.isVerified && isSameMedicine(open.item.code, open.item, item.code, item),
  );
  if (found === undefined) return null;
  const { ordered, prescription } = found;
  const asked = visit.lines
    .filter(({ prescriptionId, itemCode }) => {
      const other = terminal.reference.pack.item(itemCode);
      const isThis = prescriptionId === undefined || prescriptionId === prescription.prescriptionId;
      return isThis && isSameMedicine(itemCode, other, item.code, item);
    })
    .reduce((sum, line) => sum + line.quantity, 0);
  const left = ordered.filled === null ? 0 : totalOf(ordered) - ordered.filled - asked;
  // Where nobody knows what is left, what was ordered is asked for, and the engine refers it.
  const quantity = left > 0 ? Math.min(left, ordered.quantity) : ordered.quantity;
  return { quantity, daysSupply: daysOf(ordered, quantity) };
}

/** Whole days that a quantity lasts at the ordered dose; as ordered where that cannot be reckoned. */
export function daysOf(
  { dose, timesPerDay, days }: CardPrescribedLine,
  quantity: number,
): number | null {
  const tenthsADay = dose * timesPerDay;
  if (tenthsADay === 0) return days === 0 ? null : days;
  return Math.max(1, Math.floor((quantity * 10) / tenthsADay));
}
