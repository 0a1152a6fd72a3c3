import type { Claim } from '#domain/claims.ts';
import { findClaim } from '#store/claims.ts';
import { listUnsearchable, makeSearchable } from '#store/find-claims.ts';
import type { Terminal } from './terminal.ts';

/** By what a claim's items are searched for: codes, and names in both languages. */
export const itemTexts = ({ reference }: Pick<Terminal, 'reference'>, { lines }: Claim): string[] =>
  lines.flatMap(({ itemCode }) => {
    const name = reference.pack.item(itemCode)?.name;
    return name === undefined ? [itemCode] : [itemCode, name.ar, name.en];
  });

/** Claims that were saved before there was a search, or came back from the mirror, can be found again. */
export function makeClaimsSearchable(terminal: Terminal): void {
  const { store } = terminal;
  for (;;) {
    const claimIds = listUnsearchable(store.reader, atOnce);
    if (claimIds.length === 0) return;
    const done = store.commit((db) => {
      for (const claimId of claimIds) {
        const claim = findClaim(db, claimId);
        if (claim !== null) makeSearchable(db, claimId, itemTexts(terminal, claim.input.claim));
      }
    });
    // Searching can wait for the next start; everything else must not wait for it.
    if (!done.ok) return;
  }
}

const atOnce = 200;
