import type { Acknowledgement } from '#domain/clinical/alert.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { alertsOf } from './clinical-alerts.ts';
import { keepVisit } from './open-visit.ts';
import { requirePermission } from './permissions.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';

/**
 * Somebody who may answers for going on in spite of an alert; a second answer takes the first one's place.
 * Fails with 'alert-gone' where the visit has no such alert any more.
 */
export function acknowledgeAlert(
  terminal: Terminal,
  { alertId, reason, note }: Pick<Acknowledgement, 'alertId' | 'reason' | 'note'>,
): Result<null, Failure> {
  const permitted = requirePermission(terminal, 'acknowledge-alerts');
  if (!permitted.ok) return permitted;
  const { visit } = terminal;
  if (visit === null) return failWith(failure('visit-absent'));
  if (visit.holder === 'refused') return failWith(failure('visit-stopped'));
  if (!alertsOf(terminal, visit).some((alert) => alert.alertId === alertId)) {
    showVisit(terminal);
    return failWith(failure('alert-gone'));
  }
  const { userId } = permitted.value;
  const answer: Acknowledgement = { alertId, reason, note, at: terminal.clock.now(), userId };
  const others = (visit.acknowledged ?? []).filter((one) => one.alertId !== alertId);
  const kept = keepVisit(terminal, { ...visit, acknowledged: [...others, answer] });
  if (!kept.ok) return kept;
  showVisit(terminal);
  return succeed(null);
}
