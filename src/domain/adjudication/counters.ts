import type { ClaimLine } from '../claims.ts';
import { isWithin } from '../dates.ts';
import type { Fact } from '../facts.ts';
import { placedBenefit } from './benefits-in-place.ts';
import type { AllowedLine, LineBase, Subject } from './check.ts';
import type { CountingPeriod, Course } from './contract-terms.ts';
import type { CountedBasis, Counter } from './counter-terms.ts';
import { courseKey, courseOf, isCourse, usedOfCourse } from './courses.ts';
import type { DecidedLine } from './decision.ts';
import { isDiagnosisWithin } from './diagnosis-terms.ts';
import type { FactName, FactUsed } from './evidence.ts';
import type { CeilingUse } from './input.ts';
import { isForPlan, isInScope } from './item-terms.ts';
import { findMembership } from './membership.ts';
import { countingPeriod, type PlanChange, planChangeOf } from './plan-change.ts';
import type { RulePack } from './rule-pack.ts';
import { fromPack, measured, missing } from './shown.ts';

/** A counter as it stands before the line. */
export interface CounterState<Counted extends Counter = Counter> {
  readonly counter: Counted;
  /** What is left of it, never negative; null where that is not known. */
  readonly left: number | null;
  /** What would be left if nobody had used any of it elsewhere; null where not even that is known. */
  readonly leftHere: number | null;
  /** What is left of it is only what is certain, or this terminal's allowance: beyond it the line refers. */
  readonly isAllowance: boolean;
  /** More, or any of it, would be known if somebody knew since when the member is in the plan. */
  readonly lacksPlanSince: boolean;
  readonly facts: readonly FactUsed[];
}

/** Everything that the pack counts over a period: ceilings, deductibles, out-of-pocket maxima, co-payments. */
export function countersOf(pack: RulePack): readonly Counter[] {
  const { ceilings, deductibles, outOfPocket } = pack;
  return [...ceilings, ...deductibles, ...outOfPocket, ...listCoPayments(pack)];
}

/** The fixed co-payments that are due once in more than a line: of a plan's benefit, in full wherever it is not known. */
const listCoPayments = ({ plans, benefits }: RulePack): readonly Counter[] =>
  plans.flatMap((plan) =>
    plan.benefits.flatMap((rule): Counter[] => {
      const { benefit, coPayment, clause } = rule;
      if (coPayment === undefined || coPayment.per === 'line') return [];
      const name = benefits.find(({ code }) => code === benefit)?.name ?? plan.name;
      return [
        {
          ceilingId: coPaymentId(plan.code, rule),
          name,
          plans: [plan.code],
          scope: { benefit },
          diagnosis: null,
          per: coPayment.per,
          of: 'member',
          basis: 'co-payment',
          limit: coPayment.amount,
          offlineAllowance: coPayment.amount,
          basket: null,
          clause,
        },
      ];
    }),
  );

export const coPaymentId = (plan: string, rule: Parameters<typeof placedBenefit>[0]): string =>
  `co-payment/${plan}/${placedBenefit(rule)}`;

/** The counters on the item under the plan; null: none. */
export function countersOn<Counted extends Counter>(
  { item, planCode }: Subject,
  counters: readonly Counted[],
): readonly Counted[] | null {
  const found = counters.filter(
    ({ plans, scope }) =>
      isForPlan(plans, planCode) && item !== null && (scope === null || isInScope(item, scope)),
  );
  return found.length === 0 ? null : found;
}

/** How those of the item's counters stand that bound the line. */
export const statesOf = <Counted extends Counter>(
  base: LineBase,
  counters: readonly Counted[],
): readonly CounterState<Counted>[] =>
  counters
    .filter((counter) => isBounded(base, counter, base.line))
    .map((counter) => stateOf(base, counter));

/** What of a decided line is counted. */
export type CountedLine = Pick<
  DecidedLine,
  'lineId' | 'outcome' | 'allowedQuantity' | 'amounts' | 'deductible' | 'coPayment' | 'tax'
>;

/** What a decided line takes of a counter. A visit is counted once, whatever its lines. */
export function takenByLine(
  { amounts, allowedQuantity, deductible, coPayment, tax }: CountedLine,
  basis: Exclude<CountedBasis, 'visits'>,
): number {
  const { insurer, member } = tax === undefined || tax.isCounted ? noTax : tax;
  switch (basis) {
    case 'net':
      return amounts.insurer - insurer;
    case 'gross':
      return amounts.insurer + amounts.memberShare - insurer - member;
    case 'units':
      return allowedQuantity;
    case 'deductible':
      return deductible ?? 0;
    case 'co-payment':
      return coPayment ?? 0;
    case 'out-of-pocket':
      return amounts.memberShare - (tax === undefined || tax.isShared ? 0 : tax.member);
  }
}

const noTax = { insurer: 0, member: 0 };

function stateOf<Counted extends Counter>(base: LineBase, stated: Counted): CounterState<Counted> {
  const change = planChangeOf(base.input, stated);
  const counter = change === null ? stated : change.counter;
  const { per, limit } = counter;
  const terms = termsOf(stated, change);
  if (per === 'line') return exactly(counter, limit, terms);
  const before = usedBefore(base, counter, per);
  if (per === 'visit') return exactly(counter, limit - before, terms);
  if (isCourse(per)) {
    const { used, facts } = usedOfCourse(base, counter, per);
    const known = [...terms, ...facts];
    return used === null ? unknown(counter, known) : exactly(counter, limit - used - before, known);
  }
  // Of how many days the limit is, nobody knows.
  if (change?.isUnknown === true && counter.afterPlanChange === 'prorate')
    return { ...unknown(counter, terms), lacksPlanSince: true };
  const state = byUse(counter, findUse(base, counter, change), before, terms);
  return change?.isUnknown === true ? sinceUnknown(state, before) : state;
}

/** How it stands by what is known of its use over a period, and by what the claim's earlier lines used. */
function byUse<Counted extends Counter>(
  counter: Counted,
  use: CeilingUse | null,
  before: number,
  terms: readonly FactUsed[],
): CounterState<Counted> {
  const { basis, limit, offlineAllowance } = counter;
  const names = factNamesOf(basis);
  const total = use === null ? null : findGreatest(use.totals);
  if (total !== null)
    return exactly(counter, limit - total.value - before, [...terms, factOfUse(counter, total)]);
  if (offlineAllowance !== null && use?.own.known === true) {
    const { own } = use;
    const allowance = fromPack(names.allowance, measured(basis, offlineAllowance));
    const most = limit < offlineAllowance ? limit : offlineAllowance;
    return {
      counter,
      left: notNegative(most - own.value - before),
      leftHere: notNegative(limit - own.value - before),
      isAllowance: true,
      lacksPlanSince: false,
      facts: [...terms, allowance, factOfUse(counter, own)],
    };
  }
  return unknown(counter, [...terms, missing(names.used, use?.totals[0]?.source ?? 'centre')]);
}

/** Of what was used some may lie before the change of plan: no more is certain to be left, and perhaps all of it is. */
function sinceUnknown<Counted extends Counter>(
  state: CounterState<Counted>,
  before: number,
): CounterState<Counted> {
  const most = notNegative(state.counter.limit - before);
  if (state.leftHere === null || state.leftHere === most) return state;
  return { ...state, leftHere: most, isAllowance: true, lacksPlanSince: true };
}

function exactly<Counted extends Counter>(
  counter: Counted,
  left: number,
  facts: readonly FactUsed[],
): CounterState<Counted> {
  const rest = notNegative(left);
  return { counter, left: rest, leftHere: rest, isAllowance: false, lacksPlanSince: false, facts };
}

const unknown = <Counted extends Counter>(
  counter: Counted,
  facts: readonly FactUsed[],
): CounterState<Counted> => ({
  ...{ counter, left: null, leftHere: null, isAllowance: false, lacksPlanSince: false, facts },
});

/** What the contract says of it, and what a change of plan makes of that. */
function termsOf(stated: Counter, change: PlanChange | null): readonly FactUsed[] {
  const { basis, limit } = stated;
  const terms = [fromPack(factNamesOf(basis).limit, measured(basis, limit))];
  if (change === null) return terms;
  const part = change.counter.limit;
  const prorated = part === limit ? [] : [fromPack('prorated-limit', measured(basis, part))];
  return [...terms, ...change.facts, ...prorated];
}

/** What is known of its use, provided that it is of the period in which the service falls, from its first day on. */
function findUse(
  { input }: LineBase,
  { ceilingId }: Counter,
  change: PlanChange | null,
): CeilingUse | null {
  const use = input.usage?.find(
    (one) =>
      one.ceilingId === ceilingId &&
      (one.period === null || isWithin(input.claim.serviceDate, one.period)),
  );
  if (use === undefined) return null;
  return change === null || use.period?.from === change.from ? use : null;
}

type KnownUse = Extract<Fact<number>, { known: true }>;

/** The greatest use that somebody knows of; null where nobody does. */
export const findGreatest = (totals: readonly Fact<number>[]): KnownUse | null =>
  totals.reduce<KnownUse | null>(
    (most, fact) => (fact.known && (most === null || fact.value > most.value) ? fact : most),
    null,
  );

const factOfUse = ({ basis }: Counter, { value, source, asOf }: KnownUse): FactUsed => ({
  name: factNamesOf(basis).used,
  value: measured(basis, value),
  source,
  asOf,
});

type CounterFacts = Readonly<Record<'limit' | 'used' | 'allowance', FactName>>;

function factNamesOf(basis: CountedBasis): CounterFacts {
  if (basis === 'deductible' || basis === 'out-of-pocket' || basis === 'co-payment')
    return { limit: basis, used: `${basis}-used`, allowance: `${basis}-allowance` };
  return { limit: 'ceiling', used: 'ceiling-used', allowance: 'ceiling-allowance' };
}

/** What the claim's earlier lines used of it in the line's period or course; all of them are one visit. */
function usedBefore(
  base: LineBase,
  counter: Counter,
  per: Exclude<Counter['per'], 'line'>,
): number {
  const { basis } = counter;
  if (basis === 'visits') return 0;
  const isCounted = isCourse(per) ? isOfCourse(base, per) : isOfPeriod(base, counter, per);
  return base.allowedBefore
    .filter((line) => isBounded(base, counter, line) && isCounted(line))
    .reduce((sum, { decided }) => sum + takenByLine(decided, basis), 0);
}

function isOfCourse(base: LineBase, per: Course): (line: AllowedLine) => boolean {
  const course = courseOf(base, per);
  return ({ fills }) => courseKey(base.input, fills, per) === course;
}

/** Whether a line's day lies in the period in which the counter counts around the day of this one. */
function isOfPeriod(
  { input }: LineBase,
  counter: Counter,
  per: CountingPeriod,
): (line: AllowedLine) => boolean {
  const period = countingPeriod(counter, per, input.claim.serviceDate, findMembership(input));
  return ({ day }) => period === null || period === 'claim' || isWithin(day, period);
}

/** Whether the counter counts the line: by the item, and by the diagnosis that comes first. */
export function isBounded({ input, pack }: LineBase, counter: Counter, line: ClaimLine): boolean {
  const item = pack.item(line.itemCode);
  if (item === null || (counter.scope !== null && !isInScope(item, counter.scope))) return false;
  if (counter.diagnosis === null) return true;
  const [principal] = line.diagnoses ?? input.claim.diagnoses;
  return principal !== undefined && isDiagnosisWithin(principal, counter.diagnosis);
}

const notNegative = (value: number): number => (value > 0 ? value : 0);
