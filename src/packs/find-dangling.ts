import { isBound } from '#domain/adjudication/benefits-in-place.ts';
import type { Plan, PriceRow, RulePack } from '#domain/adjudication/rule-pack.ts';
import { type Contradiction, when } from './contradiction.ts';
import { findClinicalTroubles } from './find-clinical-troubles.ts';
import { findTermTroubles } from './find-term-troubles.ts';
import type { Path } from './problem.ts';
import { findTaxTroubles } from './tax-source.ts';

/** References that point nowhere, and benefits of which a plan says nothing. */
export function findDangling(pack: RulePack): Contradiction[] {
  const known = knownIn(pack);
  return [
    ...known.clause(pack.repeat.clause, ['repeat', 'clause']),
    ...pack.networks.flatMap(({ withoutItems = [] }, at) =>
      withoutItems.flatMap((item, index) =>
        known.item(item, ['networks', at, 'withoutItems', index]),
      ),
    ),
    ...pack.providers.flatMap((one, at) => [
      ...known.network(one.network, ['providers', at, 'network']),
      ...known.tier(one.tier ?? null, ['providers', at, 'tier']),
    ]),
    ...findIdleTiers(pack),
    ...pack.plans.flatMap((plan, at) => [
      ...findInPlan(plan, at, known),
      ...missingBenefits(pack, at),
    ]),
    ...pack.items.flatMap((one, at) => [
      ...known.benefit(one.benefit, ['items', at, 'benefit']),
      ...known.repeat(one.medicine?.repeatCode ?? null, ['items', at, 'medicine', 'repeatCode']),
    ]),
    ...pack.prices.flatMap((row, at) => [
      ...known.item(row.item, ['prices', at, 'item']),
      ...ofHolder(row.scope, ['prices', at, 'scope'], known),
    ]),
    ...(pack.trials ?? []).flatMap(({ providers }, at) =>
      (providers ?? []).flatMap((provider, index) =>
        known.provider(provider, ['trials', at, 'providers', index]),
      ),
    ),
    ...pack.decrees.flatMap((row, at) => known.item(row.item, ['decrees', at, 'item'])),
    ...pack.itemRules.flatMap(({ price }, at) =>
      price?.percentOf == null
        ? []
        : known.item(price.percentOf.item, ['itemRules', at, 'price', 'percentOf', 'item']),
    ),
    ...findTaxTroubles(pack, known),
    ...findTermTroubles(pack, known),
    ...findClinicalTroubles(pack, known),
  ];
}

/** Questions whether a code is known, by what it is a code of. */
export type KnownCodes = ReturnType<typeof knownIn>;

const knownIn = (pack: RulePack) => ({
  clause: points(
    'clause',
    'clauses',
    pack.clauses.map(({ id }) => id),
  ),
  benefit: points(
    'benefit',
    'benefits',
    pack.benefits.map(({ code }) => code),
  ),
  network: points(
    'network',
    'networks',
    pack.networks.map(({ code }) => code),
  ),
  tier: points(
    'tier',
    'tiers',
    (pack.tiers ?? []).map(({ code }) => code),
  ),
  provider: points(
    'provider',
    'providers',
    pack.providers.map(({ providerId }) => providerId),
  ),
  plan: points(
    'plan',
    'plans',
    pack.plans.map(({ code }) => code),
  ),
  item: points(
    'item',
    'medicines or services',
    pack.items.map(({ code }) => code),
  ),
  tax: points(
    'tax',
    'taxes',
    pack.taxes.map(({ category }) => category),
  ),
  repeat: points(
    'repeat code',
    'repeat keys',
    pack.repeatKeys.map(({ code }) => code),
  ),
});

function ofHolder(scope: PriceRow['scope'], path: Path, known: KnownCodes): Contradiction[] {
  if ('network' in scope) return known.network(scope.network, [...path, 'network']);
  if ('tier' in scope) return known.tier(scope.tier, [...path, 'tier']);
  return known.provider(scope.provider, [...path, 'provider']);
}

/** Tiers that set nobody's price. */
function findIdleTiers({ tiers = [], providers, prices }: RulePack): Contradiction[] {
  const priced = new Set(prices.map(({ scope }) => ('tier' in scope ? scope.tier : null)));
  return tiers.flatMap(({ code }, at) => [
    ...when(
      !providers.some(({ tier }) => tier === code),
      ['tiers', at, 'code'],
      `no provider is of tier "${code}": name it at one, or remove it`,
    ),
    ...when(
      !priced.has(code),
      ['tiers', at, 'code'],
      `no price list is of tier "${code}": write one, or remove it`,
    ),
  ]);
}

const findInPlan = (plan: Plan, at: number, known: ReturnType<typeof knownIn>): Contradiction[] => [
  ...plan.networks.flatMap((code, index) => known.network(code, ['plans', at, 'networks', index])),
  ...plan.benefits.flatMap((rule, index) => [
    ...known.benefit(rule.benefit, ['plans', at, 'benefits', index, 'benefit']),
    ...(rule.networks ?? []).flatMap((code, place) =>
      known.network(code, ['plans', at, 'benefits', index, 'networks', place]),
    ),
    ...known.clause(rule.clause, ['plans', at, 'benefits', index, 'clause']),
  ]),
  ...plan.excludedItems.flatMap((excluded, index) => [
    ...known.item(excluded.item, ['plans', at, 'excludedItems', index, 'item']),
    ...known.clause(excluded.clause, ['plans', at, 'excludedItems', index, 'clause']),
  ]),
];

/** A plan says of every benefit whether it covers it: silence would be an unknown at the counter. */
function missingBenefits(pack: RulePack, at: number): Contradiction[] {
  const benefits = pack.plans[at]?.benefits ?? [];
  const said = new Set(benefits.filter((rule) => !isBound(rule)).map(({ benefit }) => benefit));
  const isElsewhere = (code: string) => benefits.some(({ benefit }) => benefit === code);
  return pack.benefits
    .filter(({ code }) => !said.has(code))
    .map(({ code }) => ({
      path: ['plans', at, 'benefits'],
      why: isElsewhere(code)
        ? `the plan says nothing of benefit "${code}" elsewhere: add it without networks and settings`
        : `the plan says nothing of benefit "${code}": add it with covered: true or false`,
    }));
}

const points = (what: string, where: string, values: readonly (string | number)[]) => {
  const known = new Set(values);
  return (value: string | number | null, path: Path): Contradiction[] =>
    when(
      value !== null && !known.has(value),
      path,
      `${what} "${value}" is not among the ${where}: add it there or correct the spelling`,
    );
};
