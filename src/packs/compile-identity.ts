import type { IdentityTerms } from '#domain/adjudication/identity-terms.ts';
import { compileAge } from './compile-item-rules.ts';
import type { ReadMoney } from './read-money.ts';
import type { PackSource } from './source-schema.ts';

/** Who may collect, what stands in for a card, and what must be proven. */
export const compileIdentity = (
  { collection, insteadOfCard, proofs }: PackSource['identity'],
  read: ReadMoney,
): IdentityTerms => ({
  collection: collection.map(({ for: scope, plans, permitted, relationships, clause }) => ({
    scope,
    plans: plans ?? null,
    isPermitted: permitted,
    relationships: relationships ?? null,
    clause,
  })),
  insteadOfCard: insteadOfCard.map(
    ({ path, encounters, items, age, mostPerClaim, policyIsEnough, clause }, at) => ({
      path,
      encounters: encounters ?? null,
      scopes: items ?? null,
      age: compileAge(age),
      mostPerClaim:
        mostPerClaim === undefined
          ? null
          : read(mostPerClaim, 'identity', ['insteadOfCard', at, 'mostPerClaim']),
      isPolicyEnough: policyIsEnough ?? false,
      clause,
    }),
  ),
  ...(proofs === undefined
    ? {}
    : {
        proofs: proofs.map(({ for: scope, plans, above, ...rung }, at) => ({
          ...rung,
          scope: scope ?? null,
          plans: plans ?? null,
          above: above === undefined ? null : read(above, 'identity', ['proofs', at, 'above']),
        })),
      }),
});
