import type { EncounterKind } from '../claims.ts';
import type { Money } from '../money.ts';
import type { CollectorRelationship } from '../people.ts';
import type { AgeRange, ItemScope } from './contract-terms.ts';
import type { HolderProofKind, InsteadOfCard } from './input.ts';
import { findNarrowest, isForPlan, isInScope } from './item-terms.ts';
import type { Item, RulePack } from './rule-pack.ts';

/** What a contract says of who is served: without a card of their own, and how a holder proves to be the one. */
export interface IdentityTerms {
  /** Who may collect what; none: nothing is agreed. */
  readonly collection: readonly CollectionRule[];
  /** One rule per path at most; a path without one is not agreed. */
  readonly insteadOfCard: readonly InsteadRule[];
  /** The rungs of the proof ladder; left out: the card and the operator's look are enough. */
  readonly proofs?: readonly ProofRule[];
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

/** A rung of the ladder. Several may hold of a line, and each that holds must be proven. */
export interface ProofRule {
  /** Null: everything. */
  readonly scope: ItemScope | null;
  readonly plans: readonly string[] | null;
  /** The insurer's share of the claim up to and with the line, from which it holds, exclusive; null: always. */
  readonly above: Money | null;
  readonly needs: HolderProofKind;
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

/** The rungs that may hold of an item, by its amount; null: none, whatever the amount. */
export function findProofRules(
  { identity: { proofs } }: RulePack,
  item: Item | null,
  planCode: string | null,
): readonly ProofRule[] | null {
  const found = proofs?.filter(
    ({ scope, plans }) =>
      isForPlan(plans, planCode) && (scope === null || (item !== null && isInScope(item, scope))),
  );
  return found === undefined || found.length === 0 ? null : found;
}
