import type { CalendarDate } from '#domain/dates.ts';
import type { ClaimCount } from '../claim-views.ts';

/** Body of a `day-close` event: the service day that was closed, and how its claims stood then. */
export interface DayCloseBody {
  readonly day: CalendarDate;
  readonly counts: readonly ClaimCount[];
}
