import type { Hold } from '#contracts/verdicts-api.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { isAllowed } from '#domain/adjudication/amounts.ts';
import type { DecidedLine, Decision } from '#domain/adjudication/decision.ts';
import { historyKey, newbornBirth } from '#domain/adjudication/input.ts';
import { specialNumbersOf } from '#domain/adjudication/special-uses.ts';
import { addDays, type Instant } from '#domain/dates.ts';
import { add, zero } from '#domain/money.ts';
import { listSuppliesElsewhere, lockMember } from '../database/claims.ts';
import type { WaitingEvent } from '../database/inbox.ts';
import { addRequest, closeRequest, lockRequest } from '../database/requests.ts';
import { listSpecialUsesElsewhere } from '../database/special-uses.ts';
import type { Write } from '../database/tables.ts';
import { findTerminal } from '../database/terminals.ts';
import { wasToldOf } from '../database/told-facts.ts';
import type { PublishedReferences } from '../published-references.ts';
import { examineClaim } from './examine-claim.ts';
import { withFullerFacts } from './fuller-facts.ts';
import type { Unnumbered } from './give-verdict.ts';
import { listKnownApprovals } from './known-approvals.ts';
import { countUseBefore } from './member-use.ts';
import { packOf } from './paid-supplies.ts';
import { readRequest, type SubmittedRequest } from './read-request.ts';
import { unread } from './settle-claim.ts';

/** How long an approval holds that the engine gives by itself, in days, the first included. */
const holdsDays = 30;

/**
 * Takes a request in and decides it with all that the server knows: what lacked only facts that are known here
 * is approved at once, as far as it goes; everything else waits for a person.
 */
export async function decideRequest(
  db: Write,
  event: WaitingEvent,
  references: PublishedReferences,
  now: Instant,
): Promise<Unnumbered> {
  if (event.isRepeated) return unread('event-repeated');
  const request = readRequest(event.line);
  if (request === null) return unread('malformed');
  const { input, requestNumber } = request.body;
  const { claimId: requestId, providerId, serviceDate } = input.claim;
  const bornOn = newbornBirth(input) ?? null;
  await lockMember(db, request.memberNumber);
  const { hold, decision } = await decide(db, event, request, references, now);
  const ours = decision?.lines[0] ?? null;
  const theirs = request.body.decision.lines[0] ?? null;
  const isNew = await addRequest(db, {
    ...{ requestId, requestNumber, providerId, serviceDate },
    ...{ terminalId: event.terminalId, epoch: event.epoch, seq: event.seq },
    eventId: event.eventId,
    memberNumber: request.memberNumber,
    bornOn,
    itemCode: request.line.itemCode,
    quantity: request.line.quantity,
    claimed: ours?.amounts.claimed ?? zero,
    reasons: hold === null ? reasonsOf(ours) : [hold],
  });
  if (!isNew) return unread('claim-repeated');
  const said = { decision, totals: decision?.totals ?? null, differences: [] };
  if (hold !== null) return { ...said, outcome: 'pended', hold };
  if (ours === null || !isAllowed(ours.outcome)) return { ...said, outcome: 'pended' };

  const kept = await lockRequest(db, requestId);
  if (kept === null) throw new Error('the request was added above');
  const approval = {
    approvalId: kept.approvalId,
    memberNumber: request.memberNumber,
    ...(bornOn === null ? {} : { bornOn }),
    itemCode: request.line.itemCode,
    providerId,
    period: { from: serviceDate, to: addDays(serviceDate, holdsDays - 1) },
    quantity: ours.allowedQuantity,
    amount: add(ours.amounts.insurer, ours.amounts.memberShare),
    waives: lacking(theirs, ours),
  };
  await closeRequest(db, requestId, approval);
  return {
    ...said,
    outcome: ours.outcome === 'approved' ? 'accepted' : 'adjusted',
    answer: { approval, reasons: [] },
  };
}

async function decide(
  db: Write,
  event: WaitingEvent,
  request: SubmittedRequest,
  references: PublishedReferences,
  now: Instant,
): Promise<{ readonly hold: Hold | null; readonly decision: Decision | null }> {
  const { body, manifestVersion, memberNumber } = request;
  const terminal = await findTerminal(db, event.terminalId);
  const supplied = historyKey(body.input) ?? memberNumber;
  const elsewhere = await listSuppliesElsewhere(db, supplied, event.terminalId);
  const { granted, left } = await listKnownApprovals(db, event.terminalId, body.input);
  const { claimId, lines } = body.input.claim;
  const specialUses = await listSpecialUsesElsewhere(db, specialNumbersOf(lines), claimId);
  const use = await countUseBefore(
    db,
    event.terminalId,
    body.input,
    packOf(request, references),
    references,
  );
  const isTold = await wasToldOf(db, event.terminalId, body.input);
  const published = references.find(manifestVersion);
  try {
    const hold = event.isSuspect
      ? 'terminal-suspect'
      : examineClaim(
          request,
          terminal?.providerId ?? '',
          published,
          granted,
          isTold ? references.current : null,
        );
    const facts = { references, elsewhere, approvals: left, specialUses, use, now };
    const fuller = withFullerFacts(body.input, facts);
    return { hold, decision: adjudicate(fuller, packOf(request, references)) };
  } catch {
    return { hold: 'engine-failed', decision: null };
  }
}

/** Checks that the terminal could not pass and the centre did: an approval sets them aside. */
const lacking = (theirs: DecidedLine | null, ours: DecidedLine): readonly string[] =>
  (theirs?.findings ?? [])
    .filter(({ mode, outcome }) => mode === 'enforce' && outcome === 'referred')
    .map(({ check }) => check)
    .filter((id) =>
      ours.findings.some(({ check, outcome }) => check === id && outcome !== 'referred'),
    );

const reasonsOf = (line: DecidedLine | null): readonly string[] =>
  (line?.findings ?? [])
    .filter(({ mode, outcome }) => mode === 'enforce' && !isAllowed(outcome))
    .flatMap(({ reason }) => reason ?? []);
