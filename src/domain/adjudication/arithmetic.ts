import type { Shown } from '../facts.ts';
import { add, type Money, money, subtract, times } from '../money.ts';
import type { DecidedLine, MoneyStep } from './decision.ts';

/** What one term of a line's sum is. */
export type TermKind =
  | 'claimed'
  | 'unpriced' // neither asked nor listed
  | 'above-list' // the provider's: the price asked beyond the list
  | 'above-price' // the provider's: the price asked beyond what the contract allows below the list
  | 'units-beyond' // the provider's: units that are not paid for
  | 'included' // the provider's: an earlier fee contains it
  | 'own-units' // the member's: units beyond what the contract grants
  | 'declined-provider'
  | 'declined-member'
  | 'until-approved'
  | 'deductible' // the member's, before the insurer pays
  | 'co-payment' // the member's fixed amount
  | 'member-share'
  | 'out-of-pocket' // the insurer's: what the member would bear above the most in the period; added
  | 'above-reference' // the member's, who signed for it
  | 'above-reference-unsigned' // nobody's: the provider bears it
  | 'over-ceiling' // the member's, who signed for it
  | 'over-ceiling-unsigned'; // nobody's: the provider bears it

/** Claimed is added, and what a maximum spares the member; everything else is taken away. What remains is the insurer's. */
export interface Term {
  readonly kind: TermKind;
  /** Minor units; negative where it is taken away. */
  readonly amount: Money;
  readonly shown: Readonly<Record<string, Shown>>;
}

/** A decided line as a sum whose terms, added up, give exactly the insurer's amount; none but the first is zero. */
export function listTerms(line: DecidedLine): readonly Term[] {
  const { amounts, steps } = line;
  const claimed = steps.find(({ step }) => step === 'claimed');
  const first =
    claimed === undefined
      ? term('unpriced', amounts.claimed)
      : term('claimed', amounts.claimed, claimed.shown);
  return [first, ...takenFrom(line).filter(({ amount }) => amount !== 0)];
}

function takenFrom({ outcome, amounts, steps }: DecidedLine): readonly Term[] {
  const { providerWriteOff, memberPrivate, memberShare } = amounts;
  if (outcome === 'referred') return [less('until-approved', memberPrivate)];
  if (outcome === 'declined')
    return [less('declined-provider', providerWriteOff), less('declined-member', memberPrivate)];
  const overCeiling = stepOf(steps, 'over-ceiling')?.amount ?? money(0);
  const aboveReference = stepOf(steps, 'above-reference')?.amount ?? money(0);
  const included = stepOf(steps, 'included')?.amount ?? money(0);
  const cut = priceCut(steps);
  // A signature covers the member's own part whole or not at all.
  const isSigned = memberPrivate > 0;
  const own = add(aboveReference, overCeiling);
  const [signed, unsigned] = isSigned ? [own, money(0)] : [money(0), own];
  return [
    less(cut.kind, cut.amount, cut.shown),
    less('included', included),
    less('units-beyond', subtract(providerWriteOff, add(cut.amount, included, unsigned))),
    less('own-units', subtract(memberPrivate, signed)),
    less(isSigned ? 'above-reference' : 'above-reference-unsigned', aboveReference),
    ...sharesOf(steps, memberShare),
    less(isSigned ? 'over-ceiling' : 'over-ceiling-unsigned', overCeiling),
  ];
}

/** The member's share, step by step; of what a void left only the whole is known. */
function sharesOf(steps: readonly MoneyStep[], memberShare: Money): readonly Term[] {
  const names = ['deductible', 'co-payment', 'co-insurance', 'out-of-pocket'] as const;
  const taken = names.map((name) => stepOf(steps, name));
  const share = taken[2];
  const sum = add(...taken.map((step) => step?.amount ?? money(0)));
  if (sum !== memberShare) return [less('member-share', memberShare, share?.shown)];
  return taken.flatMap((step, at) => {
    const name = names[at];
    if (step === undefined || name === undefined) return [];
    return [less(name === 'co-insurance' ? 'member-share' : name, step.amount, step.shown)];
  });
}

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
