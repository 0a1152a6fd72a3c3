import type { ItemScope } from '#domain/adjudication/contract-terms.ts';
import type { Counter } from '#domain/adjudication/counter-terms.ts';
import { findDiagnosisScope } from '#domain/adjudication/diagnosis-terms.ts';
import { isInScope } from '#domain/adjudication/item-terms.ts';
import type { BenefitRule, RulePack } from '#domain/adjudication/rule-pack.ts';
import { type Contradiction, when } from './contradiction.ts';
import { findCareTroubles } from './find-care-troubles.ts';
import type { KnownCodes } from './find-dangling.ts';
import type { Path } from './problem.ts';

/** Terms of the contract that point nowhere, say nothing, or cannot be meant. */
export function findTermTroubles(pack: RulePack, known: KnownCodes): Contradiction[] {
  return [
    ...pack.itemRules.flatMap((rule, at) => [
      ...inScope(rule.scope, ['itemRules', at, 'scope'], known),
      ...ofPlans(rule.plans, ['itemRules', at, 'plans'], known),
      ...known.clause(rule.clause, ['itemRules', at, 'clause']),
      ...(rule.indications ?? []).flatMap((scope, index) =>
        ofDiagnosis(scope, ['itemRules', at, 'indications', index]),
      ),
      ...when(
        Object.entries(rule).every(([name, value]) => idle.has(name) || value === null),
        ['itemRules', at],
        'the rule says nothing: write what it is about, or remove it',
      ),
      ...inScope(
        rule.globalPeriod?.contains ?? null,
        ['itemRules', at, 'globalPeriod', 'contains'],
        known,
      ),
      ...when(
        pack.items.some(
          (item) =>
            rule.globalPeriod !== null &&
            isInScope(item, rule.scope) &&
            isInScope(item, rule.globalPeriod.contains),
        ),
        ['itemRules', at, 'globalPeriod', 'contains'],
        'its price would contain itself: name other items alone',
      ),
      ...findCareTroubles(rule, ['itemRules', at]),
    ]),
    ...findIdentityTroubles(pack, known),
    ...findGroupTroubles(pack, known),
    ...pack.frequencies.flatMap((rule, at) => [
      ...inScope(rule.scope, ['frequencies', at, 'scope'], known),
      ...ofPlans(rule.plans, ['frequencies', at, 'plans'], known),
      ...known.clause(rule.clause, ['frequencies', at, 'clause']),
    ]),
    ...pack.waiting.flatMap((rule, at) => [
      ...inScope(rule.scope, ['waiting', at, 'scope'], known),
      ...ofPlans(rule.plans, ['waiting', at, 'plans'], known),
      ...ofDiagnosis(rule.diagnosis, ['waiting', at, 'diagnosis']),
      ...known.clause(rule.clause, ['waiting', at, 'clause']),
    ]),
    ...pack.diagnosisRules.flatMap((rule, at) => [
      ...ofDiagnosis(rule.scope, ['diagnosisRules', at, 'scope']),
      ...ofPlans(rule.plans, ['diagnosisRules', at, 'plans'], known),
      ...known.clause(rule.clause, ['diagnosisRules', at, 'clause']),
    ]),
    ...(['ceilings', 'deductibles', 'outOfPocket'] as const).flatMap((list) =>
      pack[list].flatMap((rule, at) => findCounterTroubles(rule, [list, at], known)),
    ),
    ...pack.conditions.flatMap((rule, at) => [
      ...inScope(rule.scope, ['conditions', at, 'scope'], known),
      ...ofPlans(rule.plans, ['conditions', at, 'plans'], known),
      ...ofDiagnosis(rule.diagnosis, ['conditions', at, 'diagnosis']),
      ...known.clause(rule.clause, ['conditions', at, 'clause']),
      ...when(
        rule.outcome === 'reduce' && Object.keys(rule.pays ?? {}).length === 0,
        ['conditions', at, 'outcome'],
        'it does not say how much is paid: write pays, with percent or most',
      ),
      ...when(
        rule.outcome !== 'reduce' && rule.pays !== undefined,
        ['conditions', at, 'pays'],
        'only what is reduced is paid in part: write outcome: reduce, or remove pays',
      ),
    ]),
    ...known.clause(pack.offline.limits?.clause ?? null, ['offline', 'limits', 'clause']),
    ...known.clause(pack.offline.clock?.clause ?? null, ['offline', 'clock', 'clause']),
    ...pack.plans.flatMap(({ stay, coordination, benefits }, at) => [
      ...benefits.flatMap((rule, index) =>
        findFormularyTroubles(pack, rule, ['plans', at, 'benefits', index, 'formulary'], known),
      ),
      ...known.clause(stay?.clause ?? null, ['plans', at, 'stay', 'clause']),
      ...(stay?.rooms ?? []).flatMap(({ item }) =>
        known.item(item, ['plans', at, 'stay', 'rooms']),
      ),
      ...when(
        stay?.isUpgradePaidByMember === true &&
          !stay.rooms?.some(({ roomClass }) => stay.roomClasses.includes(roomClass)),
        ['plans', at, 'stay', 'upgrade'],
        'nobody knows what a room of the plan costs: name its item under rooms',
      ),
      ...known.clause(coordination?.clause ?? null, ['plans', at, 'coordination', 'clause']),
    ]),
  ];
}

const findFormularyTroubles = (
  { items }: RulePack,
  { benefit, formulary }: BenefitRule,
  path: Path,
  known: KnownCodes,
): Contradiction[] => [
  ...known.clause(formulary?.clause ?? null, [...path, 'clause']),
  ...(formulary?.contains ?? []).flatMap((scope, index) => [
    ...inScope(scope, [...path, 'contains', index], known),
    ...when(
      !items.some((item) => item.benefit === benefit && isInScope(item, scope)),
      [...path, 'contains', index],
      `nothing of benefit "${benefit}" is in it: correct it or remove it`,
    ),
  ]),
];

const idle = new Set(['scope', 'plans', 'clause']);

const findIdentityTroubles = (
  { identity: { collection, insteadOfCard, proofs = [] } }: RulePack,
  known: KnownCodes,
): Contradiction[] => [
  ...collection.flatMap((rule, at) => [
    ...inScope(rule.scope, ['identity', 'collection', at, 'scope'], known),
    ...ofPlans(rule.plans, ['identity', 'collection', at, 'plans'], known),
    ...known.clause(rule.clause, ['identity', 'collection', at, 'clause']),
  ]),
  ...insteadOfCard.flatMap((rule, at) => [
    ...(rule.scopes ?? []).flatMap((scope, index) =>
      inScope(scope, ['identity', 'insteadOfCard', at, 'items', index], known),
    ),
    ...known.clause(rule.clause, ['identity', 'insteadOfCard', at, 'clause']),
    ...when(
      insteadOfCard.findIndex(({ path }) => path === rule.path) !== at,
      ['identity', 'insteadOfCard', at, 'path'],
      `path "${rule.path}" is there twice: say all of it in one rule`,
    ),
  ]),
  ...proofs.flatMap((rule, at) => [
    ...inScope(rule.scope, ['identity', 'proofs', at, 'scope'], known),
    ...ofPlans(rule.plans, ['identity', 'proofs', at, 'plans'], known),
    ...known.clause(rule.clause, ['identity', 'proofs', at, 'clause']),
  ]),
];

const findGroupTroubles = (pack: RulePack, known: KnownCodes): Contradiction[] =>
  pack.serviceGroups.flatMap((group, at) => [
    ...('exclusive' in group ? group.exclusive : [group.panel, ...group.parts]).flatMap((item) =>
      known.item(item, ['serviceGroups', at]),
    ),
    ...known.clause(group.clause, ['serviceGroups', at, 'clause']),
  ]);

function findCounterTroubles(counter: Counter, path: Path, known: KnownCodes): Contradiction[] {
  const { limit, offlineAllowance, basis, per, of, afterPlanChange, basket } = counter;
  return [
    ...inScope(counter.scope, [...path, 'scope'], known),
    ...ofPlans(counter.plans, [...path, 'plans'], known),
    ...ofDiagnosis(counter.diagnosis, [...path, 'diagnosis']),
    ...known.clause(counter.clause, [...path, 'clause']),
    ...when(
      offlineAllowance !== null && offlineAllowance > limit,
      [...path, 'offlineAllowance'],
      'the offline allowance exceeds the ceiling: write at most the limit',
    ),
    ...when(
      isBorne(basis) && per === 'visit' && of === 'family',
      [...path, 'of'],
      'a visit is one member’s: write of: member',
    ),
    ...when(
      afterPlanChange !== undefined && !isCalendar(per),
      [...path, 'afterPlanChange'],
      per === 'lifetime'
        ? 'a lifetime does not begin anew with a plan: write carry'
        : 'no plan changes within it, so that there is nothing to carry: remove it',
    ),
    ...when(
      afterPlanChange !== undefined && of === 'family',
      [...path, 'afterPlanChange'],
      'what the rest of the family used does not go with one member’s plan: write carry',
    ),
    ...when(
      afterPlanChange !== undefined && basket !== null,
      [...path, 'afterPlanChange'],
      'a card counts the whole year, whatever the plan: write carry, or remove the basket',
    ),
  ];
}

const isBorne = (basis: Counter['basis']): boolean =>
  basis === 'deductible' || basis === 'out-of-pocket';

/** Within which a plan may change. */
const isCalendar = (per: Counter['per']): boolean =>
  per === 'week' || per === 'month' || per === 'calendar-year' || per === 'policy-year';

function inScope(scope: ItemScope | null, path: Path, known: KnownCodes): Contradiction[] {
  if (scope === null || 'atc' in scope || 'kind' in scope) return [];
  if ('benefit' in scope) return known.benefit(scope.benefit, path);
  if ('benefits' in scope) return scope.benefits.flatMap((one) => known.benefit(one, path));
  const items = 'item' in scope ? [scope.item] : scope.items;
  return items.flatMap((item) => known.item(item, path));
}

const ofPlans = (plans: readonly string[] | null, path: Path, known: KnownCodes): Contradiction[] =>
  (plans ?? []).flatMap((plan, at) => known.plan(plan, [...path, at]));

const ofDiagnosis = (scope: string | null, path: Path): Contradiction[] =>
  when(
    scope !== null && findDiagnosisScope(scope) === null,
    path,
    `"${scope}" is no range of ICD-10: write the earlier category first`,
  );
