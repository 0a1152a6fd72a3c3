import { z } from 'zod';
import type { SealedCorrection } from '#contracts/card-corrections.ts';
import { decisionSchema } from '#contracts/events/decision-schema.ts';
import { voidBodySchema } from '#contracts/events/void.ts';
import type { Verdict } from '#contracts/verdicts-api.ts';
import { listUses } from '#domain/adjudication/approval-use.ts';
import { remainderOf } from '#domain/adjudication/reversal.ts';
import { listSpecialUses } from '#domain/adjudication/special-uses.ts';
import type { Claim } from '#domain/claims.ts';
import type { Instant } from '#domain/dates.ts';
import { replaceUses } from '../database/approval-uses.ts';
import { addCorrection } from '../database/card-corrections.ts';
import { addVoid, type ClaimVoid, listVoids } from '../database/claim-voids.ts';
import { findClaimEvent, lockMember, replaceSupplies } from '../database/claims.ts';
import type { WaitingEvent } from '../database/inbox.ts';
import { replaceSettled } from '../database/settled-claims.ts';
import { replaceSpecialUses } from '../database/special-uses.ts';
import type { InboxState, Write } from '../database/tables.ts';
import { findVerdict } from '../database/verdicts.ts';
import type { PublishedReferences } from '../published-references.ts';
import { packOf, suppliesOf } from './paid-supplies.ts';
import { readClaim } from './read-claim.ts';
import { paidLines, type Settlement } from './settle-claim.ts';

/** What came of a void: the claim's new verdict, not yet numbered, or the state in which the event is kept. */
export type Reversed =
  | { readonly claimId: string; readonly verdict: Omit<Verdict, Numbered> }
  | { readonly state: Exclude<InboxState, 'waiting'> };
type Numbered = 'downSeq' | 'version' | 'eventId' | 'claimId' | 'decidedAt';

/**
 * Takes in what a terminal took back of a claim of its own: all its voids together decide what is left, so that
 * the order in which they come does not matter. Held while the claim has not come.
 */
export async function reverseClaim(
  db: Write,
  event: WaitingEvent,
  references: PublishedReferences,
  now: Instant,
): Promise<Reversed> {
  const read = event.isRepeated || event.isSuspect ? null : readVoid(event);
  if (read === null) return { state: 'quarantined' };
  const { correction, taken } = read;
  const { claimId } = taken;
  const target = await findClaimEvent(db, claimId);
  if (target !== null && target.terminalId !== event.terminalId) return { state: 'quarantined' };
  if (target?.memberNumber != null) await lockMember(db, target.memberNumber);
  await addVoid(db, taken);
  if (correction !== undefined) {
    const owed = { content: correction, isHeld: target === null, knownAt: now };
    await addCorrection(db, event.eventId, owed);
  }
  if (target === null) return { state: 'held' };
  const claim = readClaim(target.line);
  const before = await findVerdict(db, event.terminalId, claimId);
  if (claim === null || before === null) return { state: 'held' };

  const ours = decisionSchema.safeParse(before.decision);
  const paid = ours.success
    ? paidLines(ours.data.lines, claim.body.decision.lines, before.hold ?? null)
    : [];
  const voids = await listVoids(db, event.terminalId, claimId);
  const left = remainderOf(claim.body.input.claim, paid, voids);
  if (before.hold === undefined) {
    await replaceUses(db, claimId, listUses(left.lines));
    const rest = { input: claim.body.input, decision: left };
    await replaceSpecialUses(db, claimId, listSpecialUses(rest));
    await replaceSettled(db, event.terminalId, rest);
  }
  const { memberNumber } = target;
  if (memberNumber !== null && before.hold === undefined) {
    const { providerId } = claim.body.input.claim;
    const supplies = suppliesOf(claim, left.lines, packOf(claim, references));
    const { terminalId } = event;
    await replaceSupplies(db, { claimId, memberNumber, terminalId, providerId }, supplies);
  }
  const { decision, differences, hold } = before;
  return {
    claimId,
    verdict: {
      ...{ decision, differences, outcome: 'reversed', voids: voids.map(({ eventId }) => eventId) },
      ...(hold === undefined ? {} : { hold }),
      totals: ours.success ? left.totals : null,
    },
  };
}

/** A claim whose voids came before it: decided as if they had followed at once. */
export function withVoids(
  settlement: Settlement,
  claim: Claim,
  voids: readonly ClaimVoid[],
): Settlement {
  if (voids.length === 0) return settlement;
  const { lines, totals } = remainderOf(claim, settlement.lines, voids);
  return {
    ...settlement,
    outcome: 'reversed',
    lines,
    totals: settlement.totals === null ? null : totals,
    voids: voids.map(({ eventId }) => eventId),
  };
}

function readVoid({ epoch, eventId, line, seq, terminalId }: WaitingEvent): ReadVoid | null {
  const parsed = lineSchema.safeParse(JSON.parse(new TextDecoder().decode(line)));
  if (!parsed.success) return null;
  const { claimId, correction, lines } = parsed.data.envelope.body;
  return { taken: { eventId, claimId, terminalId, epoch, seq, lines }, correction };
}

interface ReadVoid {
  readonly taken: ClaimVoid;
  readonly correction: SealedCorrection | undefined;
}

const lineSchema = z.object({ envelope: z.object({ body: voidBodySchema }) });
