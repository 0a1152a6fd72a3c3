import type { Instant } from '#domain/dates.ts';
import { recordCardWrite } from '../cards/record-card-write.ts';
import { markEvent, takeWaiting, type WaitingEvent } from '../database/inbox.ts';
import type { Database, Write } from '../database/tables.ts';
import { recordPrescription } from '../prescriptions/record-prescription.ts';
import type { PublishedReferences } from '../published-references.ts';
import { decideEvent } from './decide-event.ts';
import { decideRequest } from './decide-request.ts';
import { giveVerdict, type Unnumbered } from './give-verdict.ts';
import { claimIdOf } from './read-claim.ts';
import { type Reversed, reverseClaim } from './reverse-claim.ts';
import { unread } from './settle-claim.ts';

/**
 * Works on the oldest waiting event; false when none waits. What comes of it, a claim's verdict first of all,
 * and the event's new state are one transaction, so that it is worked on at most once, whatever breaks.
 */
export async function adjudicateNext(
  db: Database,
  references: PublishedReferences,
  now: Instant,
): Promise<boolean> {
  return await db.transaction().execute(async (write) => {
    const event = await takeWaiting(write);
    if (event === null) return false;
    if (event.type === 'card-write') {
      await markEvent(write, event, await recordCardWrite(write, event, now));
      return true;
    }
    if (event.type === 'prescription') {
      await markEvent(write, event, await recordPrescription(write, event));
      return true;
    }
    if (event.type === 'void') {
      await answerVoid(write, event, await reverseClaim(write, event, references, now), now);
      return true;
    }
    if (event.type === 'preauth') {
      await answer(write, event, await decideRequest(write, event, references, now), now);
      return true;
    }
    const { lines: _, ...settlement } = await decideEvent(write, event, references, now);
    await answer(write, event, settlement, now);
    return true;
  });
}

/** Sets the oldest waiting event aside without looking into it: the last resort for one that cannot be worked on. */
export async function setAsideNext(db: Database, now: Instant): Promise<boolean> {
  return await db.transaction().execute(async (write) => {
    const event = await takeWaiting(write);
    if (event === null) return false;
    const isAnswered = event.type === 'claim' || event.type === 'preauth';
    if (!isAnswered) await markEvent(write, event, 'quarantined');
    else await answer(write, event, unread('engine-failed'), now);
    return true;
  });
}

async function answerVoid(
  db: Write,
  event: WaitingEvent,
  reversed: Reversed,
  now: Instant,
): Promise<void> {
  if ('state' in reversed) return await markEvent(db, event, reversed.state);
  await giveVerdict(db, event, reversed.claimId, reversed.verdict, now);
  await markEvent(db, event, 'done');
}

async function answer(
  db: Write,
  event: WaitingEvent,
  decided: Unnumbered,
  now: Instant,
): Promise<void> {
  await giveVerdict(db, event, claimIdOf(event.line, event.eventId), decided, now);
  await markEvent(db, event, decided.decision === null ? 'quarantined' : 'done');
}
