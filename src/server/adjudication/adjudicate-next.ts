import type { Verdict } from '#contracts/server-api.ts';
import type { Instant } from '#domain/dates.ts';
import { recordCardWrite } from '../cards/record-card-write.ts';
import { markEvent, takeWaiting, type WaitingEvent } from '../database/inbox.ts';
import type { Database, Write } from '../database/tables.ts';
import { allotDownSeq } from '../database/terminals.ts';
import { addVerdict, nextVersion } from '../database/verdicts.ts';
import { recordPrescription } from '../prescriptions/record-prescription.ts';
import type { PublishedReferences } from '../published-references.ts';
import { decideEvent } from './decide-event.ts';
import { claimIdOf } from './read-claim.ts';
import { type Reversed, reverseClaim } from './reverse-claim.ts';
import { heldUnread, type Settlement } from './settle-claim.ts';

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
      await answerVoid(write, event, await reverseClaim(write, event, references), now);
      return true;
    }
    const settlement = await decideEvent(write, event, references, now);
    await answer(write, event, settlement, now);
    return true;
  });
}

/** Sets the oldest waiting event aside without looking into it: the last resort for one that cannot be worked on. */
export async function setAsideNext(db: Database, now: Instant): Promise<boolean> {
  return await db.transaction().execute(async (write) => {
    const event = await takeWaiting(write);
    if (event === null) return false;
    if (event.type !== 'claim') await markEvent(write, event, 'quarantined');
    else await answer(write, event, heldUnread('engine-failed'), now);
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
  await give(db, event, reversed.claimId, reversed.verdict, now);
  await markEvent(db, event, 'done');
}

async function answer(
  db: Write,
  event: WaitingEvent,
  { lines: _, ...decided }: Settlement,
  now: Instant,
): Promise<void> {
  await give(db, event, claimIdOf(event.line, event.eventId), decided, now);
  await markEvent(db, event, decided.decision === null ? 'quarantined' : 'done');
}

/** Numbers a verdict for its terminal and its claim, and lays it out to be fetched. */
async function give(
  db: Write,
  event: WaitingEvent,
  claimId: string,
  decided: Omit<Verdict, 'downSeq' | 'version' | 'eventId' | 'claimId' | 'decidedAt'>,
  now: Instant,
): Promise<void> {
  const verdict: Verdict = {
    ...decided,
    downSeq: await allotDownSeq(db, event.terminalId),
    claimId,
    eventId: event.eventId,
    version: await nextVersion(db, event.terminalId, claimId),
    decidedAt: now,
  };
  await addVerdict(db, event, verdict);
}
