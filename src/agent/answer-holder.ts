import type { AuditBody } from '#contracts/events/audit.ts';
import type { EligibilityBody } from '#contracts/events/eligibility.ts';
import { assessEligibility } from '#domain/adjudication/adjudicate.ts';
import type { HolderConfirmation } from '#domain/adjudication/input.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import type { Writer } from '#store/open-store.ts';
import { saveOpenVisit } from '#store/open-visit.ts';
import { gatherInput, type OpenVisit, withoutStaleSignature } from './open-visit.ts';
import { requirePermission } from './permissions.ts';
import { recordEvent } from './record-event.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';
import { uuidV7 } from './uuid-v7.ts';

/**
 * Keeps the answer to "is this the person in front of you?" and records, with it, what eligibility was shown.
 * "No" stops the visit (brochure M1) and is recorded in its own right.
 */
export function answerHolder(
  terminal: Terminal,
  answer: Exclude<HolderConfirmation, 'not-yet'>,
): Result<null, Failure> {
  const permitted = requirePermission(terminal, 'eligibility');
  if (!permitted.ok) return permitted;
  const { visit } = terminal;
  if (visit === null) return failWith(failure('visit-absent'));
  if (visit.holder === answer) return succeed(null);

  const answered = withoutStaleSignature(visit, { ...visit, holder: answer });
  const eventId = uuidV7(terminal.clock.now());
  const input = { ...gatherInput(terminal, answered), eventId };
  const body: EligibilityBody = {
    input,
    eligibility: assessEligibility(input, terminal.reference.pack),
  };
  const saved = terminal.store.commit((db) => {
    recordEvent(terminal, db, { eventId, type: 'eligibility', body });
    if (answer === 'refused') recordRefusal(terminal, db, answered);
    saveOpenVisit(db, { version: 1, visit: answered });
  });
  if (!saved.ok) return saved;
  terminal.visit = answered;
  showVisit(terminal);
  terminal.wakeSync();
  return succeed(null);
}

function recordRefusal(terminal: Terminal, db: Writer, { card, person, visitId }: OpenVisit): void {
  const { cardNumber } = card;
  const { memberNumber } = person;
  const body: AuditBody = { what: 'holder-refused', visitId, memberNumber, cardNumber };
  recordEvent(terminal, db, { eventId: uuidV7(terminal.clock.now()), type: 'audit', body });
}
