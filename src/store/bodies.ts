import type { ClaimBody } from '#contracts/events/claim.ts';
import type { PreauthBody } from '#contracts/events/preauth.ts';
import type { VoidBody } from '#contracts/events/void.ts';
import type { EventType } from '#domain/chain.ts';
import type { Reader } from './connection.ts';
import { findEvent } from './events.ts';

/** What the signed event of a claim says. */
export const claimBodyOf = (db: Reader, eventId: string): ClaimBody =>
  bodyOf(db, eventId, 'claim') as ClaimBody;

/** What the signed event of a request for approval says. */
export const preauthBodyOf = (db: Reader, eventId: string): PreauthBody =>
  bodyOf(db, eventId, 'preauth') as PreauthBody;

/** What the signed event of a void says. */
export const voidBodyOf = (db: Reader, eventId: string): VoidBody =>
  bodyOf(db, eventId, 'void') as VoidBody;

function bodyOf(db: Reader, eventId: string, type: EventType): unknown {
  const event = findEvent(db, eventId);
  if (event?.envelope.type !== type) throw new Error(`no ${type} event ${eventId}`);
  return event.envelope.body;
}
