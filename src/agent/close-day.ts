import type { DayView } from '#contracts/claim-views.ts';
import type { DayCloseBody } from '#contracts/events/day-close.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { findCloseOf, recordDayClose } from '#store/day-closes.ts';
import { countClaims } from '#store/find-claims.ts';
import { requirePermission } from './permissions.ts';
import { recordEvent } from './record-event.ts';
import { giveUpLostCards } from './recover-card.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';
import { uuidV7 } from './uuid-v7.ts';

/** A service day's claims by state, what the insurer owes for them, and whether it is closed. */
export function showDay(terminal: Terminal, day: CalendarDate): Result<DayView, Failure> {
  const permitted = requirePermission(terminal, 'claims');
  if (!permitted.ok) return permitted;
  const { store } = terminal;
  return succeed({
    day,
    counts: countClaims(store.reader, day),
    closedAt: findCloseOf(store.reader, day)?.closedAt ?? null,
  });
}

/**
 * Closes a service day, and with it those before: a claim for it that is saved from now on is for a person to
 * look at. Cards that did not come back within a day are given up.
 */
export function closeDay(terminal: Terminal, day: CalendarDate): Result<DayView, Failure> {
  const permitted = requirePermission(terminal, 'close-day');
  if (!permitted.ok) return permitted;
  const { clock, store } = terminal;
  if (day > clock.today()) return failWith(failure('day-ahead', { day }));
  if (findCloseOf(store.reader, day) !== null) return failWith(failure('day-closed', { day }));
  giveUpLostCards(terminal);
  const closedAt = clock.now();
  const eventId = uuidV7(closedAt);
  const closed = store.commit((db) => {
    const body: DayCloseBody = { day, counts: countClaims(db, day) };
    recordEvent(terminal, db, { eventId, type: 'day-close', body });
    recordDayClose(db, { day, eventId, closedAt });
  });
  if (!closed.ok) return closed;
  terminal.wakeSync();
  showVisit(terminal);
  return showDay(terminal, day);
}
