import type { AdjudicationInput, HolderPin } from '#domain/adjudication/input.ts';
import { type Fact, known, unknown } from '#domain/facts.ts';
import type { CardAtHand } from './card-at-hand.ts';
import type { OpenVisit } from './open-visit.ts';
import type { Terminal } from './terminal.ts';

/** How the holder proved to be the one; nothing where the contract has no ladder. */
export function proofsOf(terminal: Terminal, visit: OpenVisit): Pick<AdjudicationInput, 'proofs'> {
  if (terminal.reference.rules.identity.proofs === undefined) return {};
  const { signed } = visit;
  return {
    proofs: {
      ...(visit.insteadOfCard === undefined ? { pin: pinIn(terminal, visit) } : {}),
      ...(signed === undefined ? {} : { signed }),
    },
  };
}

/** Without the card whose PIN it was nobody knows: it is never kept with the visit. */
function pinIn({ card, clock }: Terminal, visit: OpenVisit): Fact<HolderPin> {
  if (card === null || card.cardNumber !== visit.card.cardNumber) {
    return unknown('not-present', 'card');
  }
  const proven = card.pinProven;
  if (proven?.visitId === visit.visitId) return known('verified', 'card', proven.at);
  return known(pinOf(card), 'card', clock.now());
}

/** A PIN that was entered in an earlier visit is wanted again. */
function pinOf({ pin, session }: CardAtHand): HolderPin {
  if (pin === null) return session.identity.hasPin ? 'wanted' : 'not-set';
  return pin.state === 'verified' ? 'wanted' : pin.state;
}
