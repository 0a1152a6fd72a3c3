import type { Consent } from '../claims.ts';
import { add, least, type Money, money, subtract, zero } from '../money.ts';
import { type LineBase, nothingShown } from './check.ts';
import type { Amounts, DecidedLine, DecidedTax, Finding, MoneyStep } from './decision.ts';
import type { Bearer, LineOutcome } from './evidence.ts';
import { type LineMoney, movedBy } from './line-money.ts';
import { payableOf } from './lower-line.ts';
import { aRate } from './shown.ts';
import { isShared, type LineTax } from './tax/tax-line.ts';

export const nothing: Amounts = {
  claimed: zero,
  insurer: zero,
  memberShare: zero,
  memberPrivate: zero,
  providerWriteOff: zero,
};

/**
 * Divides what a line claims by its outcome, to the last minor unit. What is the member's own is put on the
 * member by signed consent only; without it nobody pays it.
 * A referred line stands outside the claim: until it is approved, nobody has promised anything, and taken
 * today it would be paid privately.
 */
export function divide(
  outcome: LineOutcome,
  money: LineMoney | null,
  own: Money,
  consent: Consent | null,
): Amounts {
  if (money === null) return nothing;
  const { claimed, share, paidByOthers } = money;
  const rest = subtract(claimed, paidByOthers);
  if (outcome === 'referred' || share === null)
    return withOthers({ ...nothing, claimed, memberPrivate: rest }, paidByOthers);
  const memberPrivate = consent !== null && own <= consent.upTo ? own : zero;
  const { insurer, member } = isAllowed(outcome) ? share : { insurer: zero, member: zero };
  const providerWriteOff = subtract(rest, add(insurer, member, memberPrivate));
  const amounts = { claimed, insurer, memberShare: member, memberPrivate, providerWriteOff };
  return withOthers(amounts, paidByOthers);
}

const withOthers = (amounts: Amounts, paidByOthers: Money): Amounts =>
  paidByOthers === zero ? amounts : { ...amounts, otherPayers: paidByOthers };

/** What is the member's own beyond the share, once signed for: what every reason to refuse leaves to the member. */
export function ownPartOf(
  outcome: LineOutcome,
  money: LineMoney | null,
  findings: readonly Finding[],
): Money {
  if (money === null || outcome === 'referred' || money.share === null) return zero;
  if (isAllowed(outcome)) return add(money.ownUnits, money.aboveReference, money.overCeiling);
  return bearerOf(findings) === 'member' ? subtract(money.claimed, money.paidByOthers) : zero;
}

/** The arithmetic as it is shown; what is not allowed has nothing to share, so there it stops at the list. */
export function listSteps(
  outcome: LineOutcome,
  money: LineMoney | null,
  base: LineBase,
  allowedQuantity: number,
): readonly MoneyStep[] {
  if (money === null) return [];
  const { line, price: row } = base;
  const { tax } = money;
  const priced = tax?.before ?? money;
  const quantity = { kind: 'units', value: line.quantity } as const;
  const unitPrice = { kind: 'money', value: money.unitPrice } as const;
  const steps: MoneyStep[] = [
    { step: 'claimed', amount: priced.claimed, shown: { quantity, unitPrice } },
  ];
  if (tax !== null) steps.push(...claimedTaxOf(tax));
  if (row !== null) steps.push(bare('list-price', row.unitPrice));
  for (const { step, price, shown } of money.bounds) steps.push({ step, amount: price, shown });
  if (!isAllowed(outcome) || money.share === null) return steps;
  const allowedUnits = { kind: 'units', value: allowedQuantity } as const;
  const payable = add(payableOf(priced), priced.aboveReference);
  const allowedPrice = { unitPrice: { kind: 'money', value: money.allowedPrice } } as const;
  const units = { quantity: allowedUnits };
  const shown = money.bounds.length === 0 ? units : { ...units, ...allowedPrice };
  steps.push({ step: 'allowed', amount: payable, shown });
  if (money.aboveReference > 0) steps.push(bare('above-reference', money.aboveReference));
  if (money.included > 0) steps.push(bare('included', money.included));
  const { lowered, paidByOthers } = money;
  if (lowered.provider > 0) steps.push(bare('lowered', lowered.provider));
  if (lowered.member > 0) steps.push(bare('lowered-own', lowered.member));
  if (tax !== null) steps.push(...payableTaxOf(tax));
  for (const { step, asked, amount } of money.moves) {
    // The co-insurance stands in every sum; what else took nothing is no step of it.
    if (amount === 0 && step.step !== 'co-insurance') continue;
    steps.push({ step: step.step, amount, shown: step.shown(asked, base) });
  }
  if (tax !== null && tax.member > 0 && !isShared(tax)) steps.push(bare('tax-member', tax.member));
  if (money.overCeiling > 0) steps.push(bare('over-ceiling', money.overCeiling));
  if (paidByOthers > 0) steps.push(bare('other-payers', paidByOthers));
  steps.push(bare('insurer', money.share.insurer));
  return steps;
}

/** What of a tax stands in what is claimed. */
function claimedTaxOf({ rule, perTenThousand, claimed }: LineTax): readonly MoneyStep[] {
  if (claimed === 0) return [];
  const shown = perTenThousand === null ? nothingShown : { rate: aRate(perTenThousand) };
  const step = rule?.isInPrices === true ? 'tax-contained' : 'tax-claimed';
  return [{ step, amount: claimed, shown }];
}

function payableTaxOf({ rule, payable, unpaid }: LineTax): readonly MoneyStep[] {
  const added = rule?.isInPrices === true || payable === 0 ? [] : [bare('tax-payable', payable)];
  return unpaid === 0 ? added : [...added, bare('tax-unpaid', unpaid)];
}

/** A line's tax as it is told; null: none. */
export function taxOf(outcome: LineOutcome, money: LineMoney | null): DecidedTax | null {
  const tax = money?.tax ?? null;
  if (tax === null) return null;
  const { rule, perTenThousand, claimed } = tax;
  const { insurer, member } = isAllowed(outcome) ? tax : { insurer: zero, member: zero };
  return {
    category: rule?.category ?? null,
    perTenThousand,
    isInPrices: rule?.isInPrices ?? false,
    claimed,
    insurer,
    member,
    isCounted: rule?.isCounted ?? false,
    isShared: isShared(tax),
  };
}

/** A step that says no more than its amount. */
const bare = (step: MoneyStep['step'], amount: Money): MoneyStep => ({
  step,
  amount,
  shown: nothingShown,
});

/** What of the member's share is deductible and fixed co-payment, never more than it; what is nothing is left out. Null: neither. */
export function partsOf(
  outcome: LineOutcome,
  money: LineMoney | null,
): Pick<DecidedLine, 'deductible' | 'coPayment'> | null {
  if (money === null || money.moves.length < 2 || money.share === null || !isAllowed(outcome))
    return null;
  const { member } = money.share;
  const deductible = least(movedBy(money, 'deductible'), member);
  const coPayment = least(movedBy(money, 'co-payment'), subtract(member, deductible));
  return {
    ...(deductible === 0 ? {} : { deductible }),
    ...(coPayment === 0 ? {} : { coPayment }),
  };
}

export const isAllowed = (outcome: LineOutcome): boolean =>
  outcome === 'approved' || outcome === 'reduced';

/** What lines in the claim come to; referred lines stand outside. */
export function totalOf(lines: readonly DecidedLine[]): Amounts {
  const inClaim = lines.filter(({ outcome }) => outcome !== 'referred');
  const sumOf = (part: keyof Amounts): Money =>
    money(inClaim.reduce((sum, { amounts }) => sum + (amounts[part] ?? 0), 0));
  const sums = {
    claimed: sumOf('claimed'),
    insurer: sumOf('insurer'),
    memberShare: sumOf('memberShare'),
    memberPrivate: sumOf('memberPrivate'),
    providerWriteOff: sumOf('providerWriteOff'),
  };
  return withOthers(sums, sumOf('otherPayers'));
}

/** What referred lines claim. */
export const outsideOf = (lines: readonly DecidedLine[]): Money =>
  add(
    ...lines.filter(({ outcome }) => outcome === 'referred').map(({ amounts }) => amounts.claimed),
  );

/** The member pays only where every reason to decline is the member's: never for the provider's mistake. */
function bearerOf(findings: readonly Finding[]): Bearer {
  const decisive = findings.filter(
    ({ mode, outcome }) => mode === 'enforce' && outcome === 'declined',
  );
  return decisive.every(({ bearer }) => bearer === 'member') ? 'member' : 'provider';
}
