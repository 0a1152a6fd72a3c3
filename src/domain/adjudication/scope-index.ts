import type { ItemScope } from './contract-terms.ts';
import type { Item } from './rule-pack.ts';

/** Finds, in the order of the list, what has the item in its scope, without reading what speaks of others. */
export function indexByScope<T>(
  list: readonly T[],
  scopeOf: (one: T) => ItemScope,
): (item: Item) => readonly T[] {
  const places = new Map<string, number[]>();
  for (const [place, one] of list.entries()) {
    for (const key of keysOf(scopeOf(one))) {
      const known = places.get(key);
      if (known === undefined) places.set(key, [place]);
      else known.push(place);
    }
  }
  return (item) => {
    const found = keysFor(item).flatMap((key) => places.get(key) ?? []);
    return [...new Set(found)].sort((a, b) => a - b).flatMap((place) => list[place] ?? []);
  };
}

/** The keys under which a scope is found. */
function keysOf(scope: ItemScope): readonly string[] {
  if ('item' in scope) return [`item ${scope.item}`];
  if ('items' in scope) return scope.items.map((code) => `item ${code}`);
  if ('atc' in scope) return [`atc ${scope.atc}`];
  if ('benefit' in scope) return [`benefit ${scope.benefit}`];
  if ('benefits' in scope) return scope.benefits.map((benefit) => `benefit ${benefit}`);
  return [`kind ${scope.kind}`];
}

/** The keys of every scope that contains the item. */
function keysFor({ code, benefit, kind, medicine }: Item): readonly string[] {
  const atc = medicine === null ? null : medicine.atc;
  const beginnings =
    atc === null ? [] : Array.from({ length: atc.length + 1 }, (_, end) => atc.slice(0, end));
  return [
    `item ${code}`,
    ...beginnings.map((beginning) => `atc ${beginning}`),
    `benefit ${benefit}`,
    `kind ${kind}`,
  ];
}
