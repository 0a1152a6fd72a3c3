import type { Shown } from '../facts.ts';
import { add, least, type Money, money, subtract, times } from '../money.ts';
import type { DecidedLine, MoneyStep } from './decision.ts';

/** What one term of a line's sum is. */
export type TermKind =
  | 'claimed'
  | 'tax-claimed' // on top of the price; added
  | 'unpriced' // neither asked nor listed
  | 'above-list' // the provider's: the price asked beyond the list
  | 'above-price' // the provider's: the price asked beyond what the contract allows below the list
  | 'units-beyond' // the provider's: units that are not paid for
  | 'included' // the provider's: an earlier fee contains it
  | 'lowered' // the provider's: a condition pays less
  | 'lowered-own' // the member's, who signed for it: a term of the contract pays less
  | 'lowered-unsigned' // nobody's: the provider bears it
  | 'tax-unpaid' // the provider's: tax on what is not paid for, not due, or the provider's to bear
  | 'tax-member' // the member's: the tax of what is paid
  | 'other-payers' // paid by another insurance, or whoever is liable
  | 'own-units' // the member's: units beyond what the contract grants
  | 'declined-provider'
  | 'declined-member'
  | 'until-approved'
  | 'deductible' // the member's, before the insurer pays
  | 'co-payment' // the member's fixed amount
  | 'co-payment-episode' // the same, once an episode
  | 'co-payment-prescription' // the same, once a prescription
  | 'member-share'
  | 'out-of-pocket' // the insurer's: what the member would bear above the most in the period; added
  | 'above-reference' // the member's, who signed for it
  | 'above-reference-unsigned' // nobody's: the provider bears it
  | 'over-ceiling' // the member's, who signed for it
  | 'over-ceiling-unsigned'; // nobody's: the provider bears it

/** Claimed and its tax are added, and what a maximum spares the member; everything else is taken away. What remains is the insurer's. */
export interface Term {
  readonly kind: TermKind;
  /** Minor units; negative where it is taken away. */
  readonly amount: Money;
  readonly shown: Readonly<Record<string, Shown>>;
}

/** A decided line as a sum whose terms, added up, give exactly the insurer's amount; none but the first is zero. */
export function listTerms(line: DecidedLine): readonly Term[] {
  const { amounts, steps } = line;
  const claimed = stepOf(steps, 'claimed');
  if (claimed === undefined) return [term('unpriced', amounts.claimed), ...rest(line)];
  const onTop = line.tax === undefined || line.tax.isInPrices ? money(0) : line.tax.claimed;
  const first = term('claimed', subtract(amounts.claimed, onTop), claimed.shown);
  if (onTop === 0) return [first, ...rest(line)];
  const added = term('tax-claimed', onTop, stepOf(steps, 'tax-claimed')?.shown);
  return [first, added, ...rest(line)];
}

const rest = (line: DecidedLine): readonly Term[] =>
  takenFrom(line).filter(({ amount }) => amount !== 0);

function takenFrom({ outcome, amounts, steps }: DecidedLine): readonly Term[] {
  const { providerWriteOff, memberPrivate, memberShare, otherPayers = money(0) } = amounts;
  const others = less('other-payers', otherPayers);
  if (outcome === 'referred') return [others, less('until-approved', memberPrivate)];
  if (outcome === 'declined')
    return [
      others,
      less('declined-provider', providerWriteOff),
      less('declined-member', memberPrivate),
    ];
  const overCeiling = amountOf(steps, 'over-ceiling');
  const aboveReference = amountOf(steps, 'above-reference');
  const loweredOwn = amountOf(steps, 'lowered-own');
  const cut = priceCut(steps);
  // A signature covers the member's own part whole or not at all.
  const isSigned = memberPrivate > 0;
  const [overSigned, referenceSigned, ownSigned, ownUnits] = apportion(
    memberPrivate,
    overCeiling,
    aboveReference,
    loweredOwn,
  );
  const [
    above,
    included,
    lowered,
    taxUnpaid,
    overUnsigned,
    referenceUnsigned,
    ownUnsigned,
    beyond,
  ] = apportion(
    providerWriteOff,
    cut.amount,
    amountOf(steps, 'included'),
    amountOf(steps, 'lowered'),
    amountOf(steps, 'tax-unpaid'),
    isSigned ? money(0) : overCeiling,
    isSigned ? money(0) : aboveReference,
    isSigned ? money(0) : loweredOwn,
  );
  return [
    less(cut.kind, above, cut.shown),
    less('included', included),
    less('lowered', lowered),
    less('tax-unpaid', taxUnpaid),
    less('units-beyond', beyond),
    less('own-units', ownUnits),
    less('above-reference', referenceSigned),
    less('above-reference-unsigned', referenceUnsigned),
    less('lowered-own', ownSigned),
    less('lowered-unsigned', ownUnsigned),
    ...sharesOf(steps, memberShare),
    less('over-ceiling', overSigned),
    less('over-ceiling-unsigned', overUnsigned),
    others,
  ];
}

/** The member's share, step by step; of what a void left only the whole is known. */
function sharesOf(steps: readonly MoneyStep[], memberShare: Money): readonly Term[] {
  const names = [
    'deductible',
    'co-payment',
    'co-insurance',
    'out-of-pocket',
    'tax-member',
  ] as const;
  const taken = names.map((name) => stepOf(steps, name));
  const share = taken[2];
  const sum = add(...taken.map((step) => step?.amount ?? money(0)));
  if (sum !== memberShare) return [less('member-share', memberShare, share?.shown)];
  return taken.flatMap((step, at) => {
    const name = names[at];
    if (step === undefined || name === undefined) return [];
    return [less(kindOf(name, step), step.amount, step.shown)];
  });
}

function kindOf(
  name: 'deductible' | 'co-payment' | 'co-insurance' | 'out-of-pocket' | 'tax-member',
  { shown: { per } }: MoneyStep,
): TermKind {
  if (name === 'co-insurance') return 'member-share';
  if (name !== 'co-payment' || per?.kind !== 'code') return name;
  return per.value === 'episode' ? 'co-payment-episode' : 'co-payment-prescription';
}

/** Parts of a whole in their order, each as far as it goes, and what is left of it. */
function apportion<const Parts extends readonly Money[]>(
  whole: Money,
  ...parts: Parts
): readonly [...{ [Part in keyof Parts]: Money }, Money] {
  let rest = whole;
  const taken = parts.map((part) => {
    const one = least(part, rest);
    rest = subtract(rest, one);
    return one;
  });
  return [...taken, rest] as unknown as readonly [...{ [Part in keyof Parts]: Money }, Money];
}

const amountOf = (steps: readonly MoneyStep[], name: MoneyStep['step']): Money =>
  stepOf(steps, name)?.amount ?? money(0);

/** What the price asked exceeds the price allowed by, over all units asked for. */
function priceCut(steps: readonly MoneyStep[]): Term {
  const none = term('above-list', money(0));
  const asked = stepOf(steps, 'claimed')?.shown;
  const list = stepOf(steps, 'list-price');
  const allowed = stepOf(steps, 'allowed');
  const { unitPrice, quantity } = asked ?? {};
  const { quantity: units, unitPrice: allowedPrice } = allowed?.shown ?? {};
  if (list === undefined || allowed === undefined) return none;
  if (unitPrice?.kind !== 'money' || quantity?.kind !== 'units' || units?.kind !== 'units')
    return none;
  if (allowedPrice?.kind === 'money' && allowedPrice.value !== list.amount) {
    const above = subtract(unitPrice.value, allowedPrice.value);
    return term('above-price', times(above, quantity.value), { price: allowedPrice });
  }
  const excess = subtract(unitPrice.value, list.amount);
  // A list that does not bind leaves the price as it was asked.
  const isCut = excess > 0 && allowed.amount === times(list.amount, units.value);
  if (!isCut) return none;
  const listPrice = { kind: 'money', value: list.amount } as const;
  return term('above-list', times(excess, quantity.value), { listPrice });
}

/** What the terms add up to: the insurer's amount. */
export const sumOf = (terms: readonly Term[]): Money => add(...terms.map(({ amount }) => amount));

const stepOf = (steps: readonly MoneyStep[], name: MoneyStep['step']): MoneyStep | undefined =>
  steps.find(({ step }) => step === name);

const term = (kind: TermKind, amount: Money, shown: Term['shown'] = {}): Term => ({
  kind,
  amount,
  shown,
});

const less = (kind: TermKind, amount: Money, shown: Term['shown'] = {}): Term =>
  term(kind, subtract(money(0), amount), shown);
