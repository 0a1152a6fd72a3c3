import type { ClaimLine } from '../claims.ts';
import { isWithin } from '../dates.ts';
import type { Fact } from '../facts.ts';
import { least, type Money, money } from '../money.ts';
import type { AllowedLine, LineBase, Subject } from './check.ts';
import type { Ceiling } from './contract-terms.ts';
import { isDiagnosisWithin } from './diagnosis-terms.ts';
import type { FactUsed } from './evidence.ts';
import type { CeilingUse } from './input.ts';
import { isForPlan, isInScope } from './item-terms.ts';
import type { LineMoney } from './line-money.ts';
import { fromPack, measured, missing } from './shown.ts';

/** The check that speaks of a ceiling. */
export type CeilingCheck = 'ceilings' | 'diagnosis-ceiling';

/** One ceiling as it stands before the line. */
export interface CeilingState {
  readonly ceiling: Ceiling;
  /** What is left of it, never negative; null where that is not known. */
  readonly left: number | null;
  /** What is left is only this terminal's allowance: beyond it the line refers, since nobody here knows. */
  readonly isAllowance: boolean;
  readonly facts: readonly FactUsed[];
}

/** The ceilings on the item under the plan, as one check speaks of them; null: none. */
export function ceilingsOn(
  { pack, item, planCode }: Subject,
  check: CeilingCheck,
): readonly Ceiling[] | null {
  const found = pack.pack.ceilings.filter(
    ({ diagnosis, plans, scope }) =>
      (diagnosis === null ? 'ceilings' : 'diagnosis-ceiling') === check &&
      isForPlan(plans, planCode) &&
      item !== null &&
      (scope === null || isInScope(item, scope)),
  );
  return found.length === 0 ? null : found;
}

/** How those of the item's ceilings stand that bound the line. */
export const statesOf = (base: LineBase, ceilings: readonly Ceiling[]): readonly CeilingState[] =>
  ceilings
    .filter((ceiling) => isBounded(base, ceiling, base.line))
    .map((ceiling) => stateOf(base, ceiling));

/** What the line asks of a ceiling. */
export function needOf({ ceiling }: CeilingState, base: LineBase, lineMoney: LineMoney): number {
  if (ceiling.basis === 'units') return base.line.quantity;
  // The lines of one claim are one visit.
  if (ceiling.basis === 'visits') return 1;
  if (ceiling.basis === 'gross') return lineMoney.allowed;
  return lineMoney.uncapped?.insurer ?? 0;
}

/** Whether the line asks for more of the ceiling than is left; null where that is not known. */
export function isExceeded(
  state: CeilingState,
  base: LineBase,
  lineMoney: LineMoney,
): boolean | null {
  return state.left === null ? null : needOf(state, base, lineMoney) > state.left;
}

/** What ceilings of the basis leave of an amount: the smallest remainder wins. */
export function withinCeilings(
  amount: Money,
  states: readonly CeilingState[],
  basis: 'net' | 'gross',
): Money {
  let rest = amount;
  for (const { ceiling, isAllowance, left } of states) {
    if (ceiling.basis === basis && !isAllowance && left !== null) rest = least(rest, money(left));
  }
  return rest;
}

/** Base units that the ceilings counting units leave; null: they leave any number. */
export function unitsLeft(states: readonly CeilingState[]): number | null {
  const lefts = states
    .filter(({ ceiling, isAllowance }) => ceiling.basis === 'units' && !isAllowance)
    .flatMap(({ left }) => (left === null ? [] : [left]));
  return lefts.length === 0 ? null : lefts.reduce((a, b) => (a <= b ? a : b));
}

function stateOf(base: LineBase, ceiling: Ceiling): CeilingState {
  const limit = fromPack('ceiling', measured(ceiling.basis, ceiling.limit));
  const before = usedBefore(base, ceiling);
  if (ceiling.per === 'line' || ceiling.per === 'visit') {
    const left = ceiling.per === 'line' ? ceiling.limit : ceiling.limit - before;
    return { ceiling, left: notNegative(left), isAllowance: false, facts: [limit] };
  }
  const use = findUse(base, ceiling);
  const total = use === null ? null : findGreatest(use.totals);
  if (total !== null) {
    const left = notNegative(ceiling.limit - total.value - before);
    return { ceiling, left, isAllowance: false, facts: [limit, factOfUse(ceiling, total)] };
  }
  if (ceiling.offlineAllowance !== null && use?.own.known === true) {
    const own = use.own;
    const allowance = fromPack(
      'ceiling-allowance',
      measured(ceiling.basis, ceiling.offlineAllowance),
    );
    const most =
      ceiling.limit < ceiling.offlineAllowance ? ceiling.limit : ceiling.offlineAllowance;
    const left = notNegative(most - own.value - before);
    const facts = [limit, allowance, factOfUse(ceiling, own)];
    return { ceiling, left, isAllowance: true, facts };
  }
  const unknownUse = missing('ceiling-used', use?.totals[0]?.source ?? 'centre');
  return { ceiling, left: null, isAllowance: false, facts: [limit, unknownUse] };
}

/** What is known of its use, provided that it is of the period in which the service falls. */
function findUse({ input }: LineBase, { ceilingId }: Ceiling): CeilingUse | null {
  const use = input.usage?.find((one) => one.ceilingId === ceilingId);
  if (use === undefined) return null;
  const isOfPeriod = use.period === null || isWithin(input.claim.serviceDate, use.period);
  return isOfPeriod ? use : null;
}

type KnownUse = Extract<Fact<number>, { known: true }>;

/** The greatest use that somebody knows of; null where nobody does. */
export const findGreatest = (totals: readonly Fact<number>[]): KnownUse | null =>
  totals.reduce<KnownUse | null>(
    (most, fact) => (fact.known && (most === null || fact.value > most.value) ? fact : most),
    null,
  );

const factOfUse = ({ basis }: Ceiling, { value, source, asOf }: KnownUse): FactUsed => ({
  name: 'ceiling-used',
  value: measured(basis, value),
  source,
  asOf,
});

/** What the claim's earlier lines used of it. */
function usedBefore(base: LineBase, ceiling: Ceiling): number {
  return base.allowedBefore
    .filter((line) => isBounded(base, ceiling, line))
    .reduce((sum, line) => sum + takenBy(line, ceiling), 0);
}

function takenBy(line: AllowedLine, { basis }: Ceiling): number {
  if (basis === 'net') return line.insurer;
  if (basis === 'gross') return line.payable;
  return basis === 'units' ? line.quantity : 0;
}

function isBounded({ input, pack }: LineBase, ceiling: Ceiling, line: ClaimLine): boolean {
  const item = pack.item(line.itemCode);
  if (item === null || (ceiling.scope !== null && !isInScope(item, ceiling.scope))) return false;
  if (ceiling.diagnosis === null) return true;
  const [principal] = line.diagnoses ?? input.claim.diagnoses;
  return principal !== undefined && isDiagnosisWithin(principal, ceiling.diagnosis);
}

const notNegative = (value: number): number => (value > 0 ? value : 0);
