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

/** What tells two services of the item apart, where the contract speaks of duplicates; else nothing is asked. */
export function distinctionOf(item: Item | null, terms: ItemTerms | null): Distinction {
  const term = terms?.duplicate ?? null;
  if (item === null || term === null) return { parts: [], modifiers: [] };
  return { parts: partsOf(item), modifiers: term.value.modifiers };
}

function partsOf({ kind, unit }: Item): readonly PlacePart[] {
  if (unit === 'tooth') return ['tooth', 'surface'];
  if (kind === 'procedure' || kind === 'imaging') return ['site', 'side', 'session'];
  if (kind === 'device') return ['side'];
  return kind === 'laboratory' ? ['session'] : [];
}
