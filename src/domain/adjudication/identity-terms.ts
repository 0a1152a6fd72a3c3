import type { EncounterKind } from '../claims.ts';
import type { Money } from '../money.ts';
import type { CollectorRelationship } from '../people.ts';
import type { AgeRange, ItemScope } from './contract-terms.ts';
import type { InsteadOfCard } from './input.ts';
import { findNarrowest } from './item-terms.ts';
import type { Item, RulePack } from './rule-pack.ts';

/** What a contract says of serving somebody who does not stand there with a card of their own. */
export interface IdentityTerms {
  /** Who may collect what; none: nothing is agreed. */
  readonly collection: readonly CollectionRule[];
  /** One rule per path at most; a path without one is not agreed. */
  readonly insteadOfCard: readonly InsteadRule[];
}

/** Where several rules speak of an item, the most specific wins; where none does, it is not handed to others. */
export interface CollectionRule {
  readonly scope: ItemScope;
  readonly plans: readonly string[] | null;
  readonly isPermitted: boolean;
  /** Null: whoever it is. */
  readonly relationships: readonly CollectorRelationship[] | null;
  readonly clause: string;
}

/** Within what a path is taken without asking the insurer; null is without a limit. */
export interface InsteadRule {
  readonly path: InsteadOfCard['kind'];
  readonly encounters: readonly EncounterKind[] | null;
  readonly scopes: readonly ItemScope[] | null;
  /** The person's age on the service date. */
  readonly age: AgeRange | null;
  /** The insurer's share of the whole claim, inclusive. */
  readonly mostPerClaim: Money | null;
  /** A guardian under the child's policy will do, where the data do not tell families apart. */
  readonly isPolicyEnough: boolean;
  readonly clause: string;
}

/** What is agreed of a path; null: nothing. */
export const findInsteadRule = (
  { identity }: RulePack,
  { kind }: InsteadOfCard,
): InsteadRule | null => identity.insteadOfCard.find(({ path }) => path === kind) ?? null;

/** The rule by which an item may be collected or not; null where none speaks of it. */
export const findCollectionRule = (
  { identity }: RulePack,
  item: Item,
  planCode: string | null,
): CollectionRule | null => findNarrowest(identity.collection, item, planCode);
