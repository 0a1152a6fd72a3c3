import { findOverdrawn, listUses } from '#domain/adjudication/approval-use.ts';
import { historyKey } from '#domain/adjudication/input.ts';
import { remainderOf, type Taken } from '#domain/adjudication/reversal.ts';
import { listSpecialUses, specialNumbersOf } from '#domain/adjudication/special-uses.ts';
import type { Approval } from '#domain/approvals.ts';
import type { Instant } from '#domain/dates.ts';
import { replaceUses } from '../database/approval-uses.ts';
import { releaseCorrections } from '../database/card-corrections.ts';
import { listVoids, releaseVoids } from '../database/claim-voids.ts';
import {
  addSupplies,
  listSuppliesElsewhere,
  lockMember,
  recordClaimId,
} from '../database/claims.ts';
import type { WaitingEvent } from '../database/inbox.ts';
import { replaceSettled } from '../database/settled-claims.ts';
import { listSpecialUsesElsewhere, replaceSpecialUses } from '../database/special-uses.ts';
import type { Write } from '../database/tables.ts';
import { findTerminal } from '../database/terminals.ts';
import { wasToldOf } from '../database/told-facts.ts';
import type { PublishedReferences } from '../published-references.ts';
import { examineClaim } from './examine-claim.ts';
import { type CentreFacts, withFullerFacts } from './fuller-facts.ts';
import { listKnownApprovals } from './known-approvals.ts';
import { countUseBefore } from './member-use.ts';
import { packOf, suppliesOf } from './paid-supplies.ts';
import { readClaim, type SubmittedClaim } from './read-claim.ts';
import { withVoids } from './reverse-claim.ts';
import { heldUnread, type Settlement, settleClaim } from './settle-claim.ts';

/** Decides one event with all that the server knows, and records what the member was supplied with and what it takes of approvals. */
export async function decideEvent(
  db: Write,
  event: WaitingEvent,
  references: PublishedReferences,
  now: Instant,
): Promise<Settlement> {
  if (event.isRepeated) return heldUnread('event-repeated');
  const claim = readClaim(event.line);
  if (claim === null) return heldUnread('malformed');
  const { claimId } = claim.body.input.claim;
  const memberNumber = claim.body.input.person?.memberNumber ?? null;
  // A newborn's supplies are kept apart from its mother's, whose number it bears.
  const supplied = historyKey(claim.body.input);
  if (memberNumber !== null) await lockMember(db, memberNumber);
  if (!(await recordClaimId(db, event, { claimId, memberNumber }))) {
    return heldUnread('claim-repeated');
  }
  const elsewhere =
    supplied === null ? [] : await listSuppliesElsewhere(db, supplied, event.terminalId);
  const terminal = await findTerminal(db, event.terminalId);
  const voids = await listVoids(db, event.terminalId, claimId);
  const { granted, left } = await listKnownApprovals(db, event.terminalId, claim.body.input);
  const numbers = specialNumbersOf(claim.body.input.claim.lines);
  const specialUses = await listSpecialUsesElsewhere(db, numbers, claimId);
  const use = await countUseBefore(
    db,
    event.terminalId,
    claim.body.input,
    packOf(claim, references),
    references,
  );
  const isTold = await wasToldOf(db, event.terminalId, claim.body.input);
  const decided = decide(claim, {
    ...{ isSuspect: event.isSuspect, isTold, use },
    providerId: terminal?.providerId ?? '',
    ...{ references, elsewhere, granted, specialUses, voids, now },
    approvals: left,
  });
  const settlement = withVoids(decided, claim.body.input.claim, voids);
  await releaseVoids(db, voids);
  await releaseCorrections(
    db,
    voids.map(({ eventId }) => eventId),
  );
  // A held claim takes nothing: nothing of it is paid before somebody has looked at it.
  if (settlement.hold === undefined) {
    await replaceUses(db, claimId, listUses(settlement.lines));
    const paid = { input: claim.body.input, decision: settlement };
    await replaceSpecialUses(db, claimId, listSpecialUses(paid));
    await replaceSettled(db, event.terminalId, paid);
  }
  if (supplied !== null && settlement.hold === undefined) {
    const { providerId } = claim.body.input.claim;
    await addSupplies(
      db,
      { claimId, memberNumber: supplied, terminalId: event.terminalId, providerId },
      suppliesOf(claim, settlement.lines, packOf(claim, references)),
    );
  }
  return settlement;
}

interface Known extends CentreFacts {
  readonly isSuspect: boolean;
  /** The centre told the terminal what it says that it was told. */
  readonly isTold: boolean;
  readonly providerId: string;
  /** The same approvals as they were granted. */
  readonly granted: readonly Approval[];
  readonly voids: readonly Taken[];
}

/** Pure but for the clock in `known`. What the engine breaks on waits for a person and holds nobody else up. */
function decide(claim: SubmittedClaim, facts: Known): Settlement {
  const { body, manifestVersion } = claim;
  const { approvals, granted, providerId, references, voids } = facts;
  try {
    const hold = facts.isSuspect
      ? 'terminal-suspect'
      : examineClaim(
          claim,
          providerId,
          references.find(manifestVersion),
          granted,
          facts.isTold ? references.current : null,
        );
    const fuller = withFullerFacts(body.input, facts);
    const settle = (why: typeof hold | 'approval-overdrawn') =>
      settleClaim(fuller, packOf(claim, references), body.decision, why);
    const settled = settle(hold);
    const { lines } = remainderOf(body.input.claim, settled.lines, voids);
    // A guarantee goes as far as what was granted: more than that is nobody's promise.
    const isOverdrawn = hold === null && findOverdrawn(approvals, listUses(lines)) !== null;
    return isOverdrawn ? settle('approval-overdrawn') : settled;
  } catch {
    return heldUnread('engine-failed');
  }
}
