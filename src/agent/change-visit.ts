import type { Item } from '#domain/adjudication/rule-pack.ts';
import type {
  Batch,
  ClaimLine,
  ControlledSupply,
  EarlyReason,
  ServicePlace,
} from '#domain/claims.ts';
import { type Failure, failure } from '#domain/failures.ts';
import type { Money } from '#domain/money.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { asSaid } from './as-said.ts';
import { consultCentre } from './consult-centre.ts';
import { proposeFilling } from './open-lines.ts';
import { keepVisit, type OpenVisit } from './open-visit.ts';
import { requirePermission } from './permissions.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';
import { uuidV7 } from './uuid-v7.ts';

/** What the window may say of a line; what it leaves out is proposed or stays. */
export interface LineWish {
  readonly quantity?: number | undefined;
  readonly daysSupply?: number | null | undefined;
  readonly unitPrice?: Money | null | undefined;
  /** Null takes back what was said. */
  readonly place?: ServicePlace | null | undefined;
  readonly modifier?: string | null | undefined;
  readonly diagnoses?: readonly string[] | null | undefined;
  readonly approvalId?: string | null | undefined;
  readonly paidByOther?: Money | null | undefined;
  readonly tax?: Money | null | undefined;
  readonly early?: EarlyReason | null | undefined;
  readonly batch?: Batch | null | undefined;
  readonly controlled?: ControlledSupply | null | undefined;
}

/** Adds an item with what a prescription on the card orders of it, else its usual pack, at list price. */
export function addLine(
  terminal: Terminal,
  itemCode: string,
  wish: LineWish,
): Result<{ readonly lineId: string }, Failure> {
  const item = terminal.reference.pack.item(itemCode);
  if (item === null) return failWith(failure('item-unknown', { item: itemCode }));
  return changeVisit(terminal, item, (visit) => {
    const ordered = wish.quantity === undefined ? proposeFilling(terminal, visit, item) : null;
    const quantity = wish.quantity ?? ordered?.quantity ?? item.medicine?.packSize ?? 1;
    const lasting = ordered?.daysSupply ?? usualDays(item, quantity);
    const now = terminal.clock.now();
    const line: ClaimLine = {
      lineId: uuidV7(now),
      itemCode,
      quantity,
      daysSupply: asSaid(wish.daysSupply, lasting),
      unitPrice: wish.unitPrice ?? null,
      orderedAt: now,
    };
    return succeed({
      visit: { ...visit, lines: [...visit.lines, line] },
      answer: { lineId: line.lineId },
    });
  });
}

/** Changes what is asked of one line; a new quantity proposes its days' supply anew. */
export function changeLine(
  terminal: Terminal,
  lineId: string,
  wish: LineWish,
): Result<null, Failure> {
  const item = itemOf(terminal, lineId);
  return changeVisit(terminal, item, (visit) => {
    const line = visit.lines.find((each) => each.lineId === lineId);
    if (line === undefined) return failWith(failure('line-unknown', { lineId }));
    const quantity = wish.quantity ?? line.quantity;
    const proposed =
      wish.quantity === undefined || item === null ? line.daysSupply : usualDays(item, quantity);
    const stranger = findStranger(terminal, wish.diagnoses ?? []);
    if (stranger !== null) return failWith(stranger);
    const changed: ClaimLine = {
      ...withDetails(line, wish),
      quantity,
      daysSupply: asSaid(wish.daysSupply, proposed),
      unitPrice: asSaid(wish.unitPrice, line.unitPrice),
    };
    const lines = visit.lines.map((each) => (each.lineId === lineId ? changed : each));
    return succeed({ visit: { ...visit, lines }, answer: null });
  });
}

export function removeLine(terminal: Terminal, lineId: string): Result<null, Failure> {
  return changeVisit(terminal, itemOf(terminal, lineId), (visit) => {
    const lines = visit.lines.filter((each) => each.lineId !== lineId);
    if (lines.length === visit.lines.length) return failWith(failure('line-unknown', { lineId }));
    return succeed({ visit: { ...visit, lines }, answer: null });
  });
}

export function setDiagnoses(terminal: Terminal, codes: readonly string[]): Result<null, Failure> {
  const stranger = findStranger(terminal, codes);
  if (stranger !== null) return failWith(stranger);
  return changeVisit(terminal, null, (visit) =>
    succeed({ visit: { ...visit, diagnoses: [...new Set(codes)] }, answer: null }),
  );
}

/** Fails with 'diagnosis-unknown' for the first code that the insurer's list does not have. */
function findStranger(terminal: Terminal, codes: readonly string[]): Failure | null {
  const known = new Set(terminal.reference.rules.diagnoses.map(({ code }) => code));
  const stranger = codes.find((code) => !known.has(code));
  return stranger === undefined ? null : failure('diagnosis-unknown', { diagnosis: stranger });
}

/** What a line says beyond quantity and price; what was taken back is left out, not empty. */
function withDetails(line: ClaimLine, wish: LineWish): ClaimLine {
  const { place, modifier, diagnoses, approvalId, batch, controlled, ...others } = line;
  const { paidByOther, tax, early, ...rest } = others;
  const said = {
    place: asSaid(wish.place, place),
    modifier: asSaid(wish.modifier, modifier),
    diagnoses: asSaid(wish.diagnoses, diagnoses),
    approvalId: asSaid(wish.approvalId, approvalId),
    paidByOther: asSaid(wish.paidByOther, paidByOther),
    tax: asSaid(wish.tax, tax),
    early: asSaid(wish.early, early),
    batch: asSaid(wish.batch, batch),
    controlled: asSaid(wish.controlled, controlled),
  };
  const where = Object.keys(said.place ?? {}).length > 0 ? said.place : null;
  return {
    ...rest,
    ...(where ? { place: where } : {}),
    ...(said.modifier ? { modifier: said.modifier } : {}),
    ...(said.approvalId ? { approvalId: said.approvalId } : {}),
    // Nothing paid is said too, and so is no tax.
    ...(said.paidByOther == null ? {} : { paidByOther: said.paidByOther }),
    ...(said.tax == null ? {} : { tax: said.tax }),
    ...(said.early ? { early: said.early } : {}),
    ...(said.batch ? { batch: said.batch } : {}),
    ...(said.controlled ? { controlled: said.controlled } : {}),
    ...(said.diagnoses?.length ? { diagnoses: said.diagnoses } : {}),
  };
}

/** Whole days that a quantity lasts at the usual dose; null for anything that is not a supply. */
function usualDays({ medicine }: Item, quantity: number): number | null {
  if (medicine?.dailyDose == null) return null;
  return Math.max(1, Math.floor(quantity / medicine.dailyDose));
}

function itemOf(terminal: Terminal, lineId: string): Item | null {
  const line = terminal.visit?.lines.find((each) => each.lineId === lineId);
  return line === undefined ? null : terminal.reference.pack.item(line.itemCode);
}

/** One change of the open visit: permitted, kept on disk, shown decided anew. */
export function changeVisit<T>(
  terminal: Terminal,
  item: Item | null,
  apply: (visit: OpenVisit) => Result<{ readonly visit: OpenVisit; readonly answer: T }, Failure>,
): Result<T, Failure> {
  // Medicines are the pharmacy's, services the clinic's; a diagnosis belongs to either.
  const permitted =
    item === null
      ? requirePermission(terminal, 'visit', 'dispense')
      : requirePermission(terminal, item.kind === 'medicine' ? 'dispense' : 'visit');
  if (!permitted.ok) return permitted;
  const { visit } = terminal;
  if (visit === null) return failWith(failure('visit-absent'));
  if (visit.holder === 'refused') return failWith(failure('visit-stopped'));
  const changed = apply(visit);
  if (!changed.ok) return changed;
  const kept = keepVisit(terminal, changed.value.visit);
  if (!kept.ok) return kept;
  showVisit(terminal);
  void consultCentre(terminal);
  return succeed(changed.value.answer);
}
