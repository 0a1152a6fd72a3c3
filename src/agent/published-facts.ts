import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { known } from '#domain/facts.ts';
import { listRecalls, type PublishedMember } from '#store/reference.ts';
import type { OpenVisit } from './open-visit.ts';
import type { Terminal } from './terminal.ts';

/**
 * What the reference says of the member's programmes and collectors, and which batches of the visit's items are
 * called back; what it does not say is left out. A newborn bears its mother's number and has none of hers.
 */
export function publishedFacts(
  { store, reference: { publishedAt } }: Terminal,
  { insteadOfCard, lines }: OpenVisit,
  member: PublishedMember | null,
): Pick<AdjudicationInput, 'enrolments' | 'collectors' | 'recalls'> {
  const own = insteadOfCard?.kind === 'mother-card' ? null : member;
  const recalls = listRecalls(store.reader);
  const items = new Set(lines.map(({ itemCode }) => itemCode));
  const { enrolments, collectors } = own ?? {};
  return {
    ...(enrolments === undefined ? {} : { enrolments: known(enrolments, 'centre', publishedAt) }),
    ...(collectors === undefined ? {} : { collectors: known(collectors, 'centre', publishedAt) }),
    ...(recalls === null
      ? {}
      : {
          recalls: known(
            recalls.filter(({ itemCode }) => items.has(itemCode)),
            'centre',
            publishedAt,
          ),
        }),
  };
}
