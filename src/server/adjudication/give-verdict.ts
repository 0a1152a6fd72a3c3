import type { Verdict } from '#contracts/verdicts-api.ts';
import type { Instant } from '#domain/dates.ts';
import type { EventPlace } from '../database/inbox.ts';
import type { Write } from '../database/tables.ts';
import { allotDownSeq } from '../database/terminals.ts';
import { addVerdict, nextVersion } from '../database/verdicts.ts';

/** What is said of a claim or a request, before it is numbered. */
export type Unnumbered = Omit<Verdict, 'downSeq' | 'version' | 'eventId' | 'claimId' | 'decidedAt'>;

/** Numbers a verdict for its terminal and its claim or request, and lays it out to be fetched. */
export async function giveVerdict(
  db: Write,
  event: EventPlace & { readonly eventId: string },
  claimId: string,
  decided: Unnumbered,
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
