import type { AdjudicationInput, InsteadOfCard } from '#domain/adjudication/input.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import type { Person, Sex } from '#domain/people.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { findMember } from '#store/reference.ts';
import { consultCentre } from './consult-centre.ts';
import { keepVisit, type OpenVisit } from './open-visit.ts';
import { requirePermission } from './permissions.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';
import { isTyped, startVisit } from './visit-of-card.ts';

/** Why no card is there: forgotten, broken, or nobody could wait for it. */
export type CardlessReason = 'forgotten' | 'broken' | 'emergency';

/** Opens a visit for a member found by number in the insurer's data. Fails with `visit-begun` or `member-unknown`. */
export function openWithoutCard(
  terminal: Terminal,
  memberNumber: string,
  why: CardlessReason,
): Result<null, Failure> {
  const permitted = requirePermission(terminal, 'eligibility');
  if (!permitted.ok) return permitted;
  if (terminal.visit !== null) return failWith(failure('visit-begun'));
  const member = findMember(terminal.store.reader, memberNumber);
  if (member === null) return failWith(failure('member-unknown', { memberNumber }));
  const visit = startVisit(terminal, member.person, noCard);
  return begin(
    terminal,
    why === 'emergency'
      ? { ...visit, encounter: 'emergency', insteadOfCard: { kind: 'emergency' } }
      : { ...visit, insteadOfCard: { kind: 'member-number', why } },
  );
}

/** Turns the visit of the card in the reader into one of a child whose guardian holds that card. */
export function serveChild(terminal: Terminal, memberNumber: string): Result<null, Failure> {
  const opened = visitOfOtherCard(terminal);
  if (!opened.ok) return opened;
  const { card, person: guardian } = opened.value;
  const { reader } = terminal.store;
  const child = findMember(reader, memberNumber);
  if (child === null) return failWith(failure('member-unknown', { memberNumber }));
  const { policyNumber = null, familyId = null } =
    findMember(reader, guardian.memberNumber)?.membership ?? {};
  const insteadOfCard: InsteadOfCard = {
    kind: 'guardian-card',
    guardian: { memberNumber: guardian.memberNumber, policyNumber, familyId },
  };
  return begin(terminal, { ...startVisit(terminal, child.person, card), insteadOfCard });
}

/**
 * Turns the visit of the card in the reader into one of its holder's newborn, whom no data know: it bears its
 * mother's member number. Fails with `card-not-of-mother` where the holder is a man.
 */
export function serveNewborn(
  terminal: Terminal,
  { born, sex }: { readonly born: CalendarDate; readonly sex: Sex },
): Result<null, Failure> {
  const opened = visitOfOtherCard(terminal);
  if (!opened.ok) return opened;
  const { card, person: mother } = opened.value;
  if (mother.sex === 'male') return failWith(failure('card-not-of-mother'));
  const newborn: Person = {
    memberNumber: mother.memberNumber,
    nameAr: `مولود ${mother.nameAr}`,
    nameLatin: `Newborn of ${mother.nameLatin}`,
    birth: { date: born, precision: 'day' },
    sex,
  };
  const insteadOfCard: InsteadOfCard = { kind: 'mother-card' };
  return begin(terminal, { ...startVisit(terminal, newborn, card), insteadOfCard });
}

const noCard: AdjudicationInput['card'] = { proof: 'none', cardNumber: null, validity: null };

/** The visit of the card in the reader, as long as nothing of it would be lost. */
function visitOfOtherCard(terminal: Terminal): Result<OpenVisit, Failure> {
  const permitted = requirePermission(terminal, 'eligibility');
  if (!permitted.ok) return permitted;
  const { visit } = terminal;
  if (visit === null) return failWith(failure('visit-absent'));
  return isTyped(visit) || !visit.isCardPresent ? failWith(failure('visit-begun')) : succeed(visit);
}

function begin(terminal: Terminal, visit: OpenVisit): Result<null, Failure> {
  const kept = keepVisit(terminal, visit);
  if (!kept.ok) return kept;
  showVisit(terminal);
  void consultCentre(terminal);
  return kept;
}
