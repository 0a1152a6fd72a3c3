import type { Item, Medicine } from '#domain/adjudication/rule-pack.ts';
import { type Failure, failure } from '#domain/failures.ts';
import type { OrderedMedicine } from '#domain/prescriptions.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { keepVisit, type OpenVisit } from './open-visit.ts';
import { requirePermission } from './permissions.ts';
import { findPrescriber, mostMedicines } from './prescriber.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';
import { uuidV7 } from './uuid-v7.ts';

/** What the window says of a medicine to be ordered; without a quantity the dose's own is proposed. */
export interface OrderWish extends Omit<OrderedMedicine, 'lineId' | 'quantity'> {
  readonly quantity?: number | undefined;
}

/** Orders a medicine in the open visit; the same item again changes what was ordered of it. */
export function prescribe(
  terminal: Terminal,
  wish: OrderWish,
): Result<{ readonly lineId: string }, Failure> {
  const ready = readyVisit(terminal);
  if (!ready.ok) return ready;
  const prescriber = findPrescriber(terminal, ready.value);
  if (!prescriber.ok) return prescriber;
  const medicine = medicineOf(terminal.reference.pack.item(wish.itemCode));
  if (medicine === null) return failWith(failure('item-unknown', { item: wish.itemCode }));
  const visit = ready.value;
  const before = visit.ordered.find(({ itemCode }) => itemCode === wish.itemCode);
  if (before === undefined && visit.ordered.length >= mostMedicines) {
    return failWith(failure('prescription-full', { limit: mostMedicines }));
  }
  const lineId = before?.lineId ?? uuidV7(terminal.clock.now());
  const line: OrderedMedicine = { ...wish, lineId, quantity: quantityOf(wish, medicine) };
  const ordered =
    before === undefined
      ? [...visit.ordered, line]
      : visit.ordered.map((each) => (each === before ? line : each));
  return keepOrdered(terminal, { ...visit, ordered }, { lineId });
}

export function removeOrdered(terminal: Terminal, lineId: string): Result<null, Failure> {
  const ready = readyVisit(terminal);
  if (!ready.ok) return ready;
  const visit = ready.value;
  const ordered = visit.ordered.filter((each) => each.lineId !== lineId);
  if (ordered.length === visit.ordered.length) return failWith(failure('line-unknown', { lineId }));
  return keepOrdered(terminal, { ...visit, ordered }, null);
}

function readyVisit(terminal: Terminal): Result<OpenVisit, Failure> {
  const permitted = requirePermission(terminal, 'prescribe');
  if (!permitted.ok) return permitted;
  const { visit } = terminal;
  if (visit === null) return failWith(failure('visit-absent'));
  return visit.holder === 'refused' ? failWith(failure('visit-stopped')) : succeed(visit);
}

function keepOrdered<T>(terminal: Terminal, visit: OpenVisit, answer: T): Result<T, Failure> {
  const kept = keepVisit(terminal, visit);
  if (!kept.ok) return kept;
  showVisit(terminal);
  return succeed(answer);
}

const medicineOf = (item: Item | null): Medicine | null => item?.medicine ?? null;

/** What the dose takes over its days, in whole saleable units: none is left short. */
function quantityOf(wish: OrderWish, { saleableUnit }: Medicine): number {
  const { days, dose, quantity, timesPerDay } = wish;
  if (quantity !== undefined) return quantity;
  const needed = Math.ceil((dose * timesPerDay * days) / 10);
  return Math.min(Math.ceil(needed / saleableUnit) * saleableUnit, mostUnits);
}

/** The most that a record's line holds. */
const mostUnits = 0xff_ff;
