import type { IdentityReading } from '#card/read-member-card.ts';
import { unknown } from '#domain/facts.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { keepVisit, type OpenVisit } from './open-visit.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';
import { uuidV7 } from './uuid-v7.ts';

/** Opens a visit for this card, or takes up the one that waits for it; a failure where another is open. */
export function openVisit(terminal: Terminal, identity: IdentityReading): Failure | null {
  const { visit } = terminal;
  if (visit !== null && visit.card.cardNumber !== identity.cardNumber && isTyped(visit)) {
    return failure('card-changed');
  }
  const isWaited = visit !== null && visit.card.cardNumber === identity.cardNumber;
  // A card that comes back may be another one with the same number: it proves itself anew.
  const opened: OpenVisit = isWaited
    ? { ...visit, card: cardOf(identity), isCardPresent: true, ledger: { state: 'reading' } }
    : newVisit(terminal, identity);
  const kept = keepVisit(terminal, opened);
  return kept.ok ? null : kept.failure;
}

function newVisit({ clock }: Terminal, identity: IdentityReading): OpenVisit {
  const now = clock.now();
  return {
    visitId: uuidV7(now),
    claimId: uuidV7(now),
    eventId: uuidV7(now),
    openedAt: now,
    serviceDate: clock.today(),
    person: identity.person,
    card: cardOf(identity),
    isCardPresent: true,
    holder: 'not-yet',
    encounter: 'outpatient',
    circumstances: {},
    diagnoses: [],
    lines: [],
    ledger: { state: 'reading' },
    cardSupplies: [unknown('not-present', 'card')],
    cardCeilings: unknown('not-present', 'card'),
    ledgerState: null,
    headVersion: identity.headVersion,
  };
}

const cardOf = ({ cardNumber, proof, validity }: IdentityReading): OpenVisit['card'] => ({
  cardNumber,
  proof,
  validity,
});

/** The card is gone: an untouched visit ends, one with anything typed stays and waits. */
export function noteAbsence(terminal: Terminal): void {
  const { visit } = terminal;
  if (visit === null) return;
  keepVisit(terminal, isTyped(visit) ? { ...visit, isCardPresent: false } : null);
  showVisit(terminal);
}

const isTyped = ({ lines, diagnoses, encounter, circumstances }: OpenVisit): boolean =>
  lines.length > 0 ||
  diagnoses.length > 0 ||
  encounter !== 'outpatient' ||
  Object.keys(circumstances ?? {}).length > 0;
