import { z } from 'zod';
import { calendarDateSchema } from '#contracts/schemas.ts';
import type { CalendarDate } from '#domain/dates.ts';
import type { Reader, Writer } from './connection.ts';
import { type DayClose, dayCloseSchema } from './mirror/entry.ts';

/** Files the close of a day beside its event, which the same commit has added. */
export function recordDayClose(db: Writer, close: DayClose): void {
  db.run('INSERT INTO day_closes (day, event_id, closed_at) VALUES (:day, :eventId, :closedAt)', {
    ...close,
  });
  db.mirror({ kind: 'day-close', ...close });
}

/** The last day that was closed here; null before the first. */
export function findLastClosedDay(db: Reader): CalendarDate | null {
  const row = db.one('SELECT max(day) AS day FROM day_closes');
  return z.object({ day: calendarDateSchema.nullable() }).parse(row).day;
}

/** The close that an event is; null when it is another event. */
export function findDayClose(db: Reader, eventId: string): DayClose | null {
  const row = db.one(`${closes} WHERE event_id = :eventId`, { eventId });
  return row === null ? null : dayCloseSchema.parse(row);
}

/** When a day was closed; null while it is open. */
export function findCloseOf(db: Reader, day: CalendarDate): DayClose | null {
  const row = db.one(`${closes} WHERE day = :day`, { day });
  return row === null ? null : dayCloseSchema.parse(row);
}

const closes = 'SELECT day, event_id AS eventId, closed_at AS closedAt FROM day_closes';
