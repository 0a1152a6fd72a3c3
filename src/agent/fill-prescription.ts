import { isSameMedicine } from '#domain/adjudication/substitution.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { daysOf, listOpenLines, type OpenLine, proposeFilling } from './open-lines.ts';
import { decide, keepVisit, type OpenVisit } from './open-visit.ts';
import { requirePermission } from './permissions.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';
import { uuidV7 } from './uuid-v7.ts';

/** Adds what is left of a prescription: one of its medicines, or all that no line of the visit is for yet. */
export function fillPrescription(
  terminal: Terminal,
  {
    prescriptionId,
    itemCode,
  }: { readonly prescriptionId: string; readonly itemCode: string | null },
): Result<null, Failure> {
  const permitted = requirePermission(terminal, 'dispense');
  if (!permitted.ok) return permitted;
  const { visit } = terminal;
  if (visit === null) return failWith(failure('visit-absent'));
  if (visit.holder === 'refused') return failWith(failure('visit-stopped'));
  const open = listOpenLines(terminal, visit).filter(
    ({ prescription, item }) =>
      prescription.prescriptionId === prescriptionId &&
      (itemCode === null || item.code === itemCode),
  );
  if (open.length === 0) return failWith(failure('prescription-gone'));
  const missing = open.filter(({ item }) =>
    visit.lines.every((line) => {
      const other = terminal.reference.pack.item(line.itemCode);
      return !isSameMedicine(line.itemCode, other, item.code, item);
    }),
  );
  const filled = missing.reduce((now, line) => addFilling(terminal, now, line), visit);
  const kept = keepVisit(terminal, filled);
  if (!kept.ok) return kept;
  showVisit(terminal);
  return succeed(null);
}

/** The visit with a line more: what is left, or of that what is allowed today. */
function addFilling(
  terminal: Terminal,
  visit: OpenVisit,
  { item, ordered, prescription }: OpenLine,
) {
  const orderedAt = terminal.clock.now();
  const lineId = uuidV7(orderedAt);
  const proposed = proposeFilling(terminal, visit, item);
  const quantity = proposed?.quantity ?? ordered.quantity;
  const { prescriptionId } = prescription;
  const line = (units: number): ClaimLine => ({
    ...{ lineId, itemCode: item.code, quantity: units, unitPrice: null, prescriptionId },
    daysSupply: daysOf(ordered, units),
    orderedAt,
  });
  const asked: OpenVisit = { ...visit, lines: [...visit.lines, line(quantity)] };
  const decided = decide(terminal, asked)?.lines.at(-1);
  const allowed = decided?.outcome === 'reduced' ? decided.allowedQuantity : quantity;
  return { ...visit, lines: [...visit.lines, line(allowed > 0 ? allowed : quantity)] };
}
