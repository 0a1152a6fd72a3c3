import type { FoundClaim } from '#store/claims.ts';
import { findCloseOf } from '#store/day-closes.ts';
import { findEvent } from '#store/events.ts';
import type { Terminal } from './terminal.ts';

/** Whether the user may take this claim back: everybody's, or one's own on its day while that is open. */
export function mayVoid(
  { clock, desk, store }: Terminal,
  { record, serviceDate }: Pick<FoundClaim, 'record' | 'serviceDate'>,
): boolean {
  const { user } = desk.current;
  if (user === null) return false;
  if (user.permissions.includes('reverse')) return true;
  if (!user.permissions.includes('reverse-own') || serviceDate !== clock.today()) return false;
  const saver = findEvent(store.reader, record.eventId)?.envelope.userId;
  return saver === user.userId && findCloseOf(store.reader, serviceDate) === null;
}
