import { add, greatest, least, type Money, proportion, subtract, zero } from '../../money.ts';
import { type CeilingState, withinCeilings } from '../ceilings.ts';
import type { LineBase } from '../check.ts';
import { coordinateLine } from '../coordinate-line.ts';
import type { LineMoney, SharedLine } from '../line-money.ts';
import type { SharingPoint } from '../sharing/index.ts';
import { shareOut } from '../sharing/share-out.ts';
import { type DueTax, excessOf, taxOn } from './due-tax.ts';

/** A line's tax, in minor units; each part is contained in the line's own. */
export interface LineTax extends DueTax {
  /** The line as its prices alone make it, before the tax. */
  readonly before: LineMoney;
  readonly claimed: Money;
  /** Of what is payable; none where the provider bears it. */
  readonly payable: Money;
  /** Of the insurer's share before ceilings hold it. */
  readonly uncapped: Money;
  readonly insurer: Money;
  readonly member: Money;
  /** Nobody pays it: on units and prices that are not paid for, beyond what is due, or the provider's to bear. */
  readonly unpaid: Money;
}

/** A line of which a tax is asked or due. */
export type TaxedLine = LineMoney & { readonly tax: LineTax };

/**
 * The line with its tax: put on top of every part of it, or contained in them already. What is payable takes
 * its tax first, then what is the member's own; one rounding, half up, of the tax on all of it, so that the
 * parts come to the whole.
 */
export function addTax(before: LineMoney, due: DueTax): TaxedLine {
  const isOnTop = due.rule?.isInPrices !== true;
  const claimed = claimedTax(due, before.claimed, isOnTop);
  const isProviders = due.rule === null || due.rule.bearer === 'provider';
  const excess = isOnTop ? zero : least(excessOf(due, before.claimed), before.allowed);
  const allowed = subtract(before.allowed, excess);
  const put = taxesInTurn(due, isOnTop ? claimed : before.claimed);
  const onAllowed = put(allowed);
  const onLowered = put(before.lowered.member);
  const onOwn = put(subtract(before.ownUnits, before.lowered.member));
  const onReference = put(before.aboveReference);
  const onProviders = put(before.lowered.provider);
  const payable = isProviders ? zero : onAllowed;
  const more = (amount: Money, tax: Money) => (isOnTop ? add(amount, tax) : amount);
  const own = add(onLowered, onOwn, onReference);
  const unpaid = isOnTop
    ? subtract(claimed, add(payable, own, onProviders))
    : add(excess, isProviders ? onAllowed : zero);
  return {
    ...before,
    claimed: more(before.claimed, claimed),
    allowed: isOnTop ? add(allowed, payable) : subtract(allowed, isProviders ? onAllowed : zero),
    lowered: {
      member: more(before.lowered.member, onLowered),
      provider: more(before.lowered.provider, onProviders),
    },
    ownUnits: more(before.ownUnits, add(onLowered, onOwn)),
    aboveReference: more(before.aboveReference, onReference),
    tax: { ...due, before, claimed, payable, uncapped: zero, insurer: zero, member: zero, unpaid },
  };
}

/** As stated, else as due; what prices contain of it is there whatever less is stated. */
function claimedTax(due: DueTax, price: Money, isOnTop: boolean): Money {
  const contained = taxOn(due, price);
  if (due.asked === null) return contained;
  return isOnTop ? due.asked : greatest(due.asked, contained);
}

/** The tax of one amount after the other, as parts of the tax on them all, and never beyond what there is. */
function taxesInTurn(due: DueTax, most: Money): (amount: Money) => Money {
  let before = zero;
  return (amount) => {
    const after = add(before, amount);
    const tax = subtract(least(taxOn(due, after), most), least(taxOn(due, before), most));
    before = after;
    return tax;
  };
}

/** An amount and the tax that comes with it. */
interface Taxed {
  readonly amount: Money;
  readonly tax: Money;
}

/**
 * Shares a taxed line as its contract says, within the ceilings. What a ceiling takes off takes its tax along: it
 * is the tax of what is not paid.
 */
export function shareTaxed(
  line: TaxedLine,
  sharing: readonly SharingPoint[],
  ceilings: readonly CeilingState[],
  base: LineBase,
): TaxedLine & SharedLine {
  const { tax } = line;
  const whole = { amount: subtract(line.allowed, tax.payable), tax: tax.payable };
  const payable = capPayable(whole, tax, ceilings);
  const isWithPrice = isShared(tax);
  const { share, moves } = shareOut(isWithPrice ? sumOf(payable) : payable.amount, sharing, base);
  const ofInsurer = insurersTax(tax, payable, share.insurer);
  const insurers = taxedPart(share.insurer, ofInsurer, isWithPrice);
  const members = taxedPart(share.member, subtract(payable.tax, ofInsurer), isWithPrice);
  const kept = capInsurers(insurers, members, tax, ceilings);
  const member = capMembers(members, kept.amount < insurers.amount ? kept : null, tax);
  return {
    ...line,
    share: { insurer: sumOf(kept), member: sumOf(member) },
    uncapped: { insurer: sumOf(insurers), member: sumOf(members) },
    moves,
    overCeiling: subtract(line.allowed, add(sumOf(kept), sumOf(member))),
    tax: { ...tax, uncapped: ofInsurer, insurer: kept.tax, member: member.tax },
  };
}

/** Whether the tax is shared as the price is, step by step. */
export const isShared = ({ rule }: DueTax): boolean =>
  rule?.bearer === 'shared' && rule.isSharedWithPrice;

/** Of a tax that both bear the insurer's part is as large as its part of what is shared; half up. */
function insurersTax({ rule }: LineTax, payable: Taxed, insurer: Money): Money {
  if (rule?.bearer === 'member') return zero;
  const shared = rule?.isSharedWithPrice === true ? sumOf(payable) : payable.amount;
  if (rule?.bearer !== 'shared' || shared === 0) return payable.tax;
  return proportion(payable.tax, insurer, shared);
}

const sumOf = ({ amount, tax }: Taxed): Money => add(amount, tax);

/** A share with its tax: contained in it already, or beside it. */
const taxedPart = (share: Money, tax: Money, isContained: boolean): Taxed => ({
  amount: isContained ? subtract(share, tax) : share,
  tax,
});

const taxAt = ({ perTenThousand }: DueTax, amount: Money): Money =>
  proportion(amount, perTenThousand ?? 0, 10_000);

const isCountedIn = ({ rule }: DueTax): boolean => rule?.isCounted === true;

/** What ceilings leave of what is payable. */
function capPayable(whole: Taxed, due: LineTax, ceilings: readonly CeilingState[]): Taxed {
  const counted = isCountedIn(due) ? sumOf(whole) : whole.amount;
  const rest = withinCeilings(counted, ceilings, 'gross');
  if (rest === counted) return whole;
  if (!isCountedIn(due)) return { amount: rest, tax: least(whole.tax, taxAt(due, rest)) };
  const rate = due.perTenThousand ?? 0;
  const tax = least(whole.tax, proportion(rest, rate, 10_000 + rate));
  return { amount: subtract(rest, tax), tax };
}

/** What ceilings leave of the insurer's part; of a tax that is the insurer's alone, what the member's share bears too. */
function capInsurers(
  insurers: Taxed,
  members: Taxed,
  due: LineTax,
  ceilings: readonly CeilingState[],
): Taxed {
  const counted = isCountedIn(due) ? sumOf(insurers) : insurers.amount;
  const rest = withinCeilings(counted, ceilings, 'net');
  if (rest === counted) return insurers;
  if (isCountedIn(due)) {
    const tax = proportion(insurers.tax, rest, counted);
    return { amount: subtract(rest, tax), tax };
  }
  const paid = due.rule?.bearer === 'insurer' ? add(rest, members.amount) : rest;
  return { amount: rest, tax: least(insurers.tax, taxAt(due, paid)) };
}

/** A tax that is the member's alone is due on what is paid; null: no ceiling took anything. */
const capMembers = (members: Taxed, kept: Taxed | null, due: LineTax): Taxed =>
  kept === null || due.rule?.bearer !== 'member'
    ? members
    : { ...members, tax: least(members.tax, taxAt(due, add(kept.amount, members.amount))) };

/** The line once others have paid of it: each party's tax is as large a part of its share as before. */
export function coordinateTaxed(line: TaxedLine & SharedLine, paid: Money): SharedLine {
  const after = coordinateLine(line, paid);
  if (after === line) return line;
  const { tax, share } = line;
  const part = (of: Money, left: Money, whole: Money) =>
    whole === 0 ? zero : proportion(of, left, whole);
  const insurer = part(tax.insurer, after.share.insurer, share.insurer);
  const member = part(tax.member, after.share.member, share.member);
  return { ...after, tax: { ...tax, insurer, member } };
}
