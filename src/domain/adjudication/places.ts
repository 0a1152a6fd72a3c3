import type { ServicePlace } from '../claims.ts';
import type { ItemTerms } from './item-terms.ts';
import type { Item } from './rule-pack.ts';

export type PlacePart = keyof ServicePlace;

/** By what two services of one code on one day may be told apart. */
export interface Distinction {
  readonly parts: readonly PlacePart[];
  /** Modifiers that the contract accepts. */
  readonly modifiers: readonly string[];
}

/** What tells two services of the item apart, where the contract speaks of duplicates, teeth or lenses; else nothing is asked. */
export function distinctionOf(item: Item | null, terms: ItemTerms | null): Distinction {
  const term = terms?.duplicate ?? null;
  const isAsked = term !== null || terms?.dental != null || terms?.optical != null;
  if (item === null || !isAsked) return { parts: [], modifiers: [] };
  return {
    parts: terms?.dental == null ? partsOf(item) : ['tooth', 'surface'],
    modifiers: term?.value.modifiers ?? [],
  };
}

function partsOf({ kind, unit }: Item): readonly PlacePart[] {
  if (unit === 'tooth') return ['tooth', 'surface'];
  if (kind === 'procedure' || kind === 'imaging') return ['site', 'side', 'session'];
  if (kind === 'device') return ['side'];
  return kind === 'laboratory' ? ['session'] : [];
}
