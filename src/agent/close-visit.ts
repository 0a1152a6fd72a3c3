import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { keepVisit } from './open-visit.ts';
import { requirePermission } from './permissions.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';

/** Ends the visit without a claim; the answer about the holder, if any, stays recorded. */
export function closeVisit(terminal: Terminal): Result<null, Failure> {
  const permitted = requirePermission(terminal, 'eligibility');
  if (!permitted.ok) return permitted;
  const { visit } = terminal;
  if (visit === null) return failWith(failure('visit-absent'));
  const kept = keepVisit(terminal, null);
  if (!kept.ok) return kept;
  showVisit(terminal);
  terminal.reader.leaveCard(visit.card.cardNumber);
  return succeed(null);
}

/** Opens a new visit for the card that is still in the reader. */
export function openVisitAgain(terminal: Terminal): Result<null, Failure> {
  const permitted = requirePermission(terminal, 'eligibility');
  if (!permitted.ok) return permitted;
  if (terminal.visit === null) terminal.reader.readAgain();
  return succeed(null);
}
