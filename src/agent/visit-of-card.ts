import type { IdentityReading } from '#card/read-member-card.ts';
import type { CardEvidence, CardLimits } from '#domain/adjudication/input.ts';
import { unknown } from '#domain/facts.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { money } from '#domain/money.ts';
import type { Person } from '#domain/people.ts';
import { keepVisit, type OpenVisit } from './open-visit.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';
import { uuidV7 } from './uuid-v7.ts';

/** What a visit takes of a card, of whichever kind. */
export type VisitIdentity = Pick<IdentityReading, 'cardNumber' | 'headVersion' | 'person'> &
  Partial<Pick<IdentityReading, 'offlineLimits' | 'photoHash'>> &
  Omit<CardEvidence, 'cardNumber'>;

/** Opens a visit for this card, or takes up the one that waits for it; a failure where another is open. */
export function openVisit(terminal: Terminal, identity: VisitIdentity): Failure | null {
  const { visit } = terminal;
  if (visit !== null && !isFor(visit, identity) && isTyped(visit)) return failure('card-changed');
  const opened =
    visit !== null && isFor(visit, identity)
      ? takeUp(visit, identity)
      : { ...startVisit(terminal, identity.person, cardOf(identity)), ...cardUnread(identity) };
  const kept = keepVisit(terminal, opened);
  return kept.ok ? null : kept.failure;
}

/** A visit of this person at its beginning, with nothing told by a card. */
export function startVisit({ clock }: Terminal, person: Person, card: CardEvidence): OpenVisit {
  const now = clock.now();
  return {
    visitId: uuidV7(now),
    claimId: uuidV7(now),
    eventId: uuidV7(now),
    openedAt: now,
    serviceDate: clock.today(),
    person,
    card,
    isCardPresent: card.cardNumber !== null,
    holder: 'not-yet',
    encounter: 'outpatient',
    circumstances: {},
    diagnoses: [],
    lines: [],
    ordered: [],
    papers: [],
    prescriptions: { state: 'unknown', why: 'not-present' },
    ledger: { state: 'unknown', why: 'not-present' },
    cardSupplies: [],
    cardCeilings: unknown('not-present', 'card'),
    ledgerState: null,
    headVersion: 0,
    med: { state: 'unknown', why: 'not-present' },
  };
}

/** A card that comes back may be another one with the same number: it proves itself anew. */
function takeUp(visit: OpenVisit, identity: VisitIdentity): OpenVisit {
  const back = {
    ...visit,
    card: cardOf(identity),
    isCardPresent: true,
    ...renewed(visit, identity),
  };
  const { insteadOfCard, ...ofCard } = back;
  const reading = { ledger: { state: 'reading' }, prescriptions: { state: 'reading' } } as const;
  if (insteadOfCard === undefined) return { ...back, ...reading };
  // Whoever was looked up has found their card: from here on it speaks for itself.
  return isLookedUp(visit) ? { ...ofCard, ...cardUnread(identity) } : back;
}

/** A card that was renewed meanwhile says so, and perhaps another name. */
const renewed = ({ insteadOfCard }: OpenVisit, identity: VisitIdentity): Partial<OpenVisit> => {
  const { headVersion, person, proof } = identity;
  const isProven = insteadOfCard === undefined && proof === 'genuine';
  return isProven ? { headVersion, person, cardLimits: limitsOf(identity) } : {};
};

/** On the card a zero states nothing. */
function limitsOf({ offlineLimits }: VisitIdentity): CardLimits | null {
  if (offlineLimits === undefined) return null;
  const { claims, cumulative, perClaim } = offlineLimits;
  if (claims === 0 && cumulative === 0 && perClaim === 0) return null;
  const stated = (minor: number) => (minor === 0 ? null : money(minor));
  return {
    perClaim: stated(perClaim),
    amount: stated(cumulative),
    claims: claims === 0 ? null : claims,
  };
}

const isFor = (visit: OpenVisit, identity: VisitIdentity): boolean =>
  visit.card.cardNumber === identity.cardNumber ||
  (isLookedUp(visit) && visit.person.memberNumber === identity.person.memberNumber);

const isLookedUp = ({ insteadOfCard: instead }: OpenVisit): boolean =>
  instead?.kind === 'member-number' || instead?.kind === 'emergency';

const cardUnread = (identity: VisitIdentity) => {
  const { headVersion, photoHash, proof } = identity;
  return {
    // Of a HEAD that nobody proved, the photo proves nothing either.
    ...(photoHash == null || proof !== 'genuine' ? {} : { photoHash }),
    ledger: { state: 'reading' },
    prescriptions: { state: 'reading' },
    cardSupplies: [unknown('not-present', 'card')],
    cardCeilings: unknown('not-present', 'card'),
    headVersion,
    cardLimits: limitsOf(identity),
    med: { state: 'reading' },
  } as const;
};

const cardOf = ({ cardNumber, kind, proof, validity }: VisitIdentity): OpenVisit['card'] => ({
  cardNumber,
  proof,
  validity,
  ...(kind === undefined ? {} : { kind }),
});

/** The card is gone: an untouched visit ends, one with anything typed stays and waits. */
export function noteAbsence(terminal: Terminal): void {
  const { visit } = terminal;
  if (visit === null || visit.card.cardNumber === null) return;
  keepVisit(terminal, isTyped(visit) ? { ...visit, isCardPresent: false } : null);
  showVisit(terminal);
}

/** Whether something would be lost with the visit. */
export const isTyped = (visit: OpenVisit): boolean =>
  visit.lines.length > 0 ||
  visit.diagnoses.length > 0 ||
  visit.ordered.length > 0 ||
  visit.encounter !== 'outpatient' ||
  Object.keys(visit.circumstances ?? {}).length > 0 ||
  visit.insteadOfCard !== undefined ||
  typeof visit.holder === 'object';
