import { least, type Money, money, subtract, times, zero } from '../money.ts';
import { type CeilingState, withinCeilings } from './ceilings.ts';
import type { LineBase } from './check.ts';
import { coordinateLine } from './coordinate-line.ts';
import { type Lowered, type Lowering, lowerLine, notLowered } from './lower-line.ts';
import { listBounds, type PriceBound } from './price-bounds.ts';
import type { SharingPoint } from './sharing/index.ts';
import { type Move, shareOut } from './sharing/share-out.ts';
import type { Share } from './sharing/step.ts';
import { dueTaxOf } from './tax/due-tax.ts';
import { addTax, coordinateTaxed, type LineTax, shareTaxed } from './tax/tax-line.ts';

/** The arithmetic of one line before any verdict, in minor units. */
export interface LineMoney {
  /** What one unit is claimed at: the asked price, else the list price. */
  readonly unitPrice: Money;
  readonly claimed: Money;
  /** What is allowed for one unit: the least of what is asked and of what bounds it. */
  readonly allowedPrice: Money;
  /** What bounds the unit's price beside the list. */
  readonly bounds: readonly PriceBound[];
  /** What is payable of it: allowed quantity x allowed price, up to the reference price. */
  readonly allowed: Money;
  /** What would be payable, had an earlier fee not contained it. */
  readonly included: Money;
  /** Units that are the member's own, at the same price: beyond what the contract grants. */
  readonly ownUnits: Money;
  /** What paid units cost above the reference price: the member's own. */
  readonly aboveReference: Money;
  /** insurer + member + overCeiling = allowed; null when no rule of the member's plan says how it is shared. */
  readonly share: Share | null;
  /** The share as it would be without the ceilings of the insurer's share. */
  readonly uncapped: Share | null;
  /** What each step of sharing moved to the member, in the order of the steps. */
  readonly moves: readonly Move[];
  /** What ceilings leave to the member. */
  readonly overCeiling: Money;
  /** What terms that pay less took off what is payable. */
  readonly lowered: Lowered;
  /** What others paid, never more than is claimed. */
  readonly paidByOthers: Money;
  /** Contained in all the above; null where none is due or asked. */
  readonly tax: LineTax | null;
}

/** A line of which a rule of the member's plan says how it is shared. */
export interface SharedLine extends LineMoney {
  readonly share: Share;
}

/** What a step moved to the member; nothing where the contract does not ask it. */
export const movedBy = ({ moves }: LineMoney, name: Move['step']['step']): Money =>
  moves.find(({ step }) => step.step === name)?.amount ?? zero;

/** What is payable at the contract's prices, before tax and ceilings; nothing where an earlier fee contains it. */
export const pricedOf = ({ allowed, included, tax }: LineMoney): Money =>
  tax === null || included > 0 ? allowed : tax.before.allowed;

/** How many of the units asked for are paid for. */
export interface Quantities {
  readonly payable: number;
  /** Paid for, or the member's own; the provider bears the rest. */
  readonly owed: number;
}

/** No single line comes near it; beyond it, sums over a claim would no longer be exact. */
export const largestLine = 10_000_000_000_000;

/** What a line's arithmetic needs beside the line itself. */
export interface Reckoning {
  readonly isListBinding: boolean;
  readonly isReferenceBinding: boolean;
  readonly quantities: Quantities;
  /** The steps of sharing that the contract asks of the item. */
  readonly sharing: readonly SharingPoint[];
  /** How the ceilings stand that bind the line. */
  readonly ceilings: readonly CeilingState[];
  /** The terms that hold of it by which less is paid. */
  readonly lowerings: readonly Lowering[];
  /** What others paid of it, where that counts. */
  readonly paidByOthers: Money;
}

/**
 * The arithmetic of a line, in the order in which a contract is read: what is claimed, what of it is payable,
 * what tax comes with it, what ceilings leave of that before it is shared, how it is shared step by step, what ceilings leave of the
 * insurer's share, and what others who pay leave of all that. A term that the contract does not set is no step.
 * Null when there is no sane price.
 */
export function reckonLine(base: LineBase, reckoning: Reckoning): LineMoney | null {
  const { sharing, ceilings } = reckoning;
  const listed = priceLine(base, reckoning);
  if (listed === null) return null;
  const due = dueTaxOf(base);
  if (base.rule === null) return due === null ? listed : addTax(listed, due);
  const priced = lowerLine(listed, reckoning.lowerings, reckoning.quantities.payable);
  if (due !== null) {
    const taxed = shareTaxed(addTax(priced, due), sharing, ceilings, base);
    return coordinateTaxed(taxed, reckoning.paidByOthers);
  }
  const payable = withinCeilings(priced.allowed, ceilings, 'gross');
  const { share: uncapped, moves } = shareOut(payable, sharing, base);
  const insurer = withinCeilings(uncapped.insurer, ceilings, 'net');
  const share = insurer === uncapped.insurer ? uncapped : { insurer, member: uncapped.member };
  const overCeiling = money(priced.allowed - payable + (uncapped.insurer - insurer));
  return coordinateLine({ ...priced, share, uncapped, moves, overCeiling }, reckoning.paidByOthers);
}

/** Null when there is neither an asked nor a list price, or no sane one: unknown is never zero. */
export function priceLine(
  base: LineBase,
  { isListBinding, isReferenceBinding, quantities: { payable, owed } }: Pricing,
): LineMoney | null {
  const { line, price: row, terms } = base;
  const bounds = listBounds(base);
  const most =
    row === null ? null : bounds.reduce((a, { price }) => least(a, price), row.unitPrice);
  const unitPrice = line.unitPrice ?? most;
  if (unitPrice === null || unitPrice * line.quantity > largestLine) return null;
  const allowedPrice = isListBinding && most !== null ? least(unitPrice, most) : unitPrice;
  const reference = isReferenceBinding ? (terms?.price?.value.reference ?? null) : null;
  const paidPrice = reference === null ? allowedPrice : least(allowedPrice, reference);
  return {
    unitPrice,
    claimed: times(unitPrice, line.quantity),
    allowedPrice,
    bounds,
    allowed: times(paidPrice, payable),
    included: zero,
    ownUnits: times(allowedPrice, owed - payable),
    aboveReference: times(subtract(allowedPrice, paidPrice), payable),
    share: null,
    uncapped: null,
    moves: noMoves,
    overCeiling: zero,
    lowered: notLowered,
    paidByOthers: zero,
    tax: null,
  };
}

/** What a line's price needs beside the line itself. */
export type Pricing = Pick<Reckoning, 'isListBinding' | 'isReferenceBinding' | 'quantities'>;

const noMoves: readonly Move[] = [];
