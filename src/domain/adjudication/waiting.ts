import type { CalendarDate } from '../dates.ts';
import type { Membership } from '../people.ts';

/** The day from which waiting counts: the member's own cover, renewed without a gap. */
export const waitingStart = ({ memberPeriod, insuredSince }: Membership): CalendarDate =>
  insuredSince !== undefined && insuredSince < memberPeriod.from ? insuredSince : memberPeriod.from;
