import type { ItemRule } from '#domain/adjudication/item-rule.ts';
import { findNarrowest, isInScope } from '#domain/adjudication/item-terms.ts';
import type { Item, RulePack } from '#domain/adjudication/rule-pack.ts';
import { indexByScope } from '#domain/adjudication/scope-index.ts';
import { type Contradiction, when } from '../contradiction.ts';
import type { Path } from '../problem.ts';
import { findIdleProofs } from './find-idle-proofs.ts';
import { findShadowedDiagnosisRules } from './find-shadowed-diagnosis-rules.ts';
import { findWeaker } from './find-weaker.ts';

/** Rules that are never reached: more specific or stricter ones always speak before them, or nothing is in their scope. */
export function findShadowed(pack: RulePack): Contradiction[] {
  const empty = findEmptyScopes(pack);
  const isEmpty = new Set(empty.map(({ path }) => JSON.stringify(path.slice(0, -1))));
  const shadowed = [
    ...itemTopics.flatMap((topic) =>
      findNeverNarrowest(
        pack,
        pack.itemRules,
        (rule) => rule[topic] !== null,
        (at) => ['itemRules', at, topic],
      ),
    ),
    ...findNeverNarrowest(
      pack,
      pack.identity.collection,
      () => true,
      (at) => ['identity', 'collection', at, 'scope'],
    ),
    ...findIdleProofs(pack),
  ].filter(({ path }) => !isEmpty.has(JSON.stringify(path.slice(0, -1))));
  return [...empty, ...shadowed, ...findShadowedDiagnosisRules(pack), ...findWeaker(pack)];
}

const itemTopics = [
  'sex',
  'age',
  'indications',
  'quantity',
  'duplicate',
  'prescription',
  'approval',
  'price',
  'tax',
  'settings',
  'specialties',
  'maternity',
  'dental',
  'optical',
  'followUp',
  'referral',
  'controlled',
  'programme',
  'globalPeriod',
] as const satisfies readonly (keyof ItemRule)[];

type Scoped = Pick<ItemRule, 'scope' | 'plans'>;

/** Rules that are the most specific for no item of the pack under any plan; the engine's own choice is asked. */
function findNeverNarrowest<Rule extends Scoped>(
  pack: RulePack,
  rules: readonly Rule[],
  speaks: (rule: Rule) => boolean,
  pathOf: (at: number) => Path,
): Contradiction[] {
  const speaking = rules.filter(speaks);
  const ofItem = indexByScope(speaking, ({ scope }) => scope);
  const reached = new Set(
    pack.items.flatMap((item) =>
      pack.plans.map(({ code }) => findNarrowest(ofItem(item), item, code)),
    ),
  );
  return rules.flatMap((rule, at) =>
    when(
      speaks(rule) && !reached.has(rule),
      pathOf(at),
      'never reached: for every item and plan another rule is more specific, or stands before it; remove it, or narrow what it is for',
    ),
  );
}

/** Scopes without any item: a spelling that matches nothing would be a rule that never speaks. */
function findEmptyScopes(pack: RulePack): Contradiction[] {
  const collections = [
    'itemRules',
    'frequencies',
    'waiting',
    'ceilings',
    'deductibles',
    'outOfPocket',
    'conditions',
  ] as const;
  return [
    ...collections.flatMap((collection) =>
      pack[collection].flatMap(({ scope }, at) =>
        emptyScope(pack, scope, [collection, at, 'scope']),
      ),
    ),
    ...pack.identity.collection.flatMap(({ scope }, at) =>
      emptyScope(pack, scope, ['identity', 'collection', at, 'scope']),
    ),
    ...(pack.identity.proofs ?? []).flatMap(({ scope }, at) =>
      emptyScope(pack, scope, ['identity', 'proofs', at, 'scope']),
    ),
  ];
}

const emptyScope = (
  { items }: { readonly items: readonly Item[] },
  scope: ItemRule['scope'] | null,
  path: Path,
): Contradiction[] =>
  when(
    // A code that does not exist is told where codes are looked up.
    scope !== null &&
      !('item' in scope) &&
      !('items' in scope) &&
      !items.some((item) => isInScope(item, scope)),
    path,
    'never reached: no medicine or service is in this scope; correct it, or remove the rule',
  );
