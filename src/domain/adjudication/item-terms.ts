import type { ClaimLine } from '../claims.ts';
import type { ItemScope } from './contract-terms.ts';
import type { ItemRule } from './item-rule.ts';
import type { Item } from './rule-pack.ts';
import { indexByScope } from './scope-index.ts';

/** A term with the clause that sets it. */
export interface Term<T> {
  readonly value: T;
  readonly clause: string;
}

type Topic =
  | 'sex'
  | 'indications'
  | 'age'
  | 'quantity'
  | 'duplicate'
  | 'prescription'
  | 'approval'
  | 'price'
  | 'tax'
  | 'settings'
  | 'specialties'
  | 'maternity'
  | 'dental'
  | 'optical'
  | 'followUp'
  | 'referral'
  | 'controlled'
  | 'programme'
  | 'globalPeriod';

/** What a contract says of one item; null: nothing. */
export type ItemTerms = { readonly [T in Topic]: Term<NonNullable<ItemRule[T]>> | null };

/** Whether the scope contains the item. */
export function isInScope(item: Item, scope: ItemScope): boolean {
  if ('item' in scope) return item.code === scope.item;
  if ('items' in scope) return scope.items.includes(item.code);
  if ('atc' in scope) return item.medicine?.atc.startsWith(scope.atc) === true;
  if ('benefit' in scope) return item.benefit === scope.benefit;
  if ('benefits' in scope) return scope.benefits.includes(item.benefit);
  return item.kind === scope.kind;
}

/** Whether a term holds under a plan; one that is bound to plans does not hold while the plan is unknown. */
export const isForPlan = (plans: readonly string[] | null, planCode: string | null): boolean =>
  plans === null || (planCode !== null && plans.includes(planCode));

/** Looks up an item's terms, each from the most specific rule that speaks of it; remembers what it found. */
export function compileItemTerms(
  rules: readonly ItemRule[],
): (item: Item, planCode: string | null) => ItemTerms {
  const speakingOf = indexByScope(
    rules.toSorted((a, b) => breadth(a) - breadth(b)),
    ({ scope }) => scope,
  );
  const known = new Map<string, ItemTerms>();
  return (item, planCode) => {
    const key = `${item.code} ${planCode}`;
    const found = known.get(key) ?? findTerms(speakingOf(item), planCode);
    known.set(key, found);
    return found;
  };
}

/** The most specific of the rules that speak of an item under a plan; null where none does. */
export function findNarrowest<Rule extends Pick<ItemRule, 'scope' | 'plans'>>(
  rules: readonly Rule[],
  item: Item,
  planCode: string | null,
): Rule | null {
  const speaking = rules.filter(
    ({ scope, plans }) => isInScope(item, scope) && isForPlan(plans, planCode),
  );
  return speaking.toSorted((a, b) => breadth(a) - breadth(b))[0] ?? null;
}

function findTerms(narrowestFirst: readonly ItemRule[], planCode: string | null): ItemTerms {
  const speaking = narrowestFirst.filter(({ plans }) => isForPlan(plans, planCode));
  const term = <T extends Topic>(topic: T): ItemTerms[T] => {
    const rule = speaking.find((one) => one[topic] !== null);
    return rule === undefined
      ? null
      : ({ value: rule[topic], clause: rule.clause } as ItemTerms[T]);
  };
  return {
    sex: term('sex'),
    indications: term('indications'),
    age: term('age'),
    quantity: term('quantity'),
    duplicate: term('duplicate'),
    prescription: term('prescription'),
    approval: term('approval'),
    price: term('price'),
    tax: term('tax'),
    settings: term('settings'),
    specialties: term('specialties'),
    maternity: term('maternity'),
    dental: term('dental'),
    optical: term('optical'),
    followUp: term('followUp'),
    referral: term('referral'),
    controlled: term('controlled'),
    programme: term('programme'),
    globalPeriod: term('globalPeriod'),
  };
}

/** Smaller is more specific; one bound to plans comes before one for all. */
function breadth({ scope, plans }: Pick<ItemRule, 'scope' | 'plans'>): number {
  const general = plans === null ? 1 : 0;
  if ('item' in scope) return general;
  if ('items' in scope) return 10 + general;
  if ('atc' in scope) return 20 + 2 * (10 - scope.atc.length) + general;
  if ('benefit' in scope) return 50 + general;
  return ('benefits' in scope ? 60 : 70) + general;
}

/** The smallest quantity in which an item is sold, in base units. */
export const saleableUnitOf = (item: Item | null): number => item?.medicine?.saleableUnit ?? 1;

/** How many of the units asked for are left when at most `most` may be had: whole saleable units. */
export function wholeUnits(line: ClaimLine, item: Item | null, most: number): number {
  if (most >= line.quantity) return line.quantity;
  if (most <= 0) return 0;
  return most - (most % saleableUnitOf(item));
}
