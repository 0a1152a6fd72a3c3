import { zero } from '../money.ts';
import type { LineBase, LineCheck } from './check.ts';
import { type Freed, withoutPayment } from './freed.ts';
import { type LineMoney, type Quantities, reckonLine } from './line-money.ts';
import { type Agenda, isBinding, type Point, type Roster } from './roster.ts';

/** How many units are paid for by the checks that may pay for fewer; where one leaves none, it decides itself. */
export function limitUnits({ limiting }: Agenda, base: LineBase): Quantities {
  const asked = base.line.quantity;
  const most = { provider: asked, member: asked };
  for (const { seat, asked: terms } of limiting) {
    const { limit } = seat.check;
    if (limit === undefined || !isBinding(seat, base.approval)) continue;
    const units = limit.units(base, terms);
    if (units !== null && units > 0 && units < most[limit.bearer]) most[limit.bearer] = units;
  }
  const payable = most.member < most.provider ? most.member : most.provider;
  return { payable, owed: most.provider };
}

/** Of what the checks free the line that may do so; the more comes first. */
function freedOf({ freeing }: Agenda, base: LineBase): Freed | null {
  if (freeing.length === 0) return null;
  const freed = freeing.flatMap(({ seat, asked }) =>
    isBinding(seat, base.approval) ? [seat.check.frees?.(base, asked) ?? null] : [],
  );
  if (freed.includes('payment')) return 'payment';
  return freed.includes('share') ? 'share' : null;
}

/** The line's arithmetic, with all that the binding checks say of its money. */
export function reckonUnderChecks(
  { seats }: Roster,
  agenda: Agenda,
  base: LineBase,
  quantities: Quantities,
): LineMoney | null {
  const { capping, lowering, sharing } = agenda;
  const list = seats.get('price');
  const isListBinding = list !== undefined && isBinding(list, base.approval);
  const reference = seats.get('reference-price');
  const isReferenceBinding = reference !== undefined && isBinding(reference, base.approval);
  const ceilings = saidBy(capping, base, ({ caps }, asked) => caps?.(base, asked));
  const freed = freedOf(agenda, base);
  const coordinating = seats.get('coordination');
  const isCoordinated = coordinating !== undefined && isBinding(coordinating, base.approval);
  const money = reckonLine(base, {
    isListBinding,
    isReferenceBinding,
    quantities,
    ceilings,
    sharing: freed === null ? sharing : [],
    lowerings: saidBy(lowering, base, ({ lowers }, asked) => lowers?.(base, asked)),
    paidByOthers: isCoordinated ? (base.line.paidByOther ?? zero) : zero,
  });
  return money !== null && freed === 'payment' ? withoutPayment(money) : money;
}

/** What the binding ones of some checks say of the line's money; most items have none. */
function saidBy<Said>(
  points: readonly Point[],
  { approval }: LineBase,
  say: (check: LineCheck, asked: unknown) => readonly Said[] | undefined,
): readonly Said[] {
  if (points.length === 0) return [];
  return points.flatMap(({ seat, asked }) =>
    isBinding(seat, approval) ? (say(seat.check, asked) ?? []) : [],
  );
}
