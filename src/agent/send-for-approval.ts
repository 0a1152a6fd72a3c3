import type { SentRequest } from '#contracts/claim-views.ts';
import type { PreauthBody } from '#contracts/events/preauth.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { historyKey } from '#domain/adjudication/input.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { preauthBodyOf } from '#store/bodies.ts';
import { nextRequestNumber } from '#store/day-numbers.ts';
import { saveOpenVisit } from '#store/open-visit.ts';
import { listOpenRequests, recordRequest } from '#store/requests.ts';
import { decide, gatherInput, type OpenVisit, withoutStaleSignature } from './open-visit.ts';
import { requirePermission } from './permissions.ts';
import { recordEvent } from './record-event.ts';
import { showVisit } from './show-visit.ts';
import type { Terminal } from './terminal.ts';
import { uuidV7 } from './uuid-v7.ts';

/**
 * Sends a referred line for approval: it leaves the visit as a request of its own, so that the rest is not held
 * up. Event, request, its number and the visit without the line are one transaction. Fails with
 * 'line-not-referred', and with 'request-open' where the same was sent for this member and is not answered yet.
 */
export function sendForApproval(terminal: Terminal, lineId: string): Result<SentRequest, Failure> {
  const found = findReferred(terminal, lineId);
  if (!found.ok) return found;
  const { visit, line } = found.value;
  const open = findOpen(terminal, visit, line.itemCode);
  if (open !== undefined) {
    const facts = { item: line.itemCode, request: open.requestNumber };
    return failWith(failure('request-open', facts));
  }
  const lines = visit.lines.filter((each) => each !== line);
  const rest = withoutStaleSignature(visit, { ...visit, lines });
  const sent = commitRequest(terminal, visit, rest, line);
  if (!sent.ok) return sent;
  terminal.visit = rest;
  showVisit(terminal);
  terminal.wakeSync();
  return sent;
}

/** The person's own request that is not answered: a mother's does not keep her newborn from one, nor a newborn's hers. */
const findOpen = ({ store: { reader } }: Terminal, visit: OpenVisit, itemCode: string) =>
  listOpenRequests(reader, visit.person.memberNumber, itemCode).find(
    ({ eventId }) => historyKey(preauthBodyOf(reader, eventId).input) === historyKey(visit),
  );

function findReferred(
  terminal: Terminal,
  lineId: string,
): Result<{ readonly visit: OpenVisit; readonly line: ClaimLine }, Failure> {
  const { visit } = terminal;
  const line = visit?.lines.find((each) => each.lineId === lineId);
  const item = line === undefined ? null : terminal.reference.pack.item(line.itemCode);
  const permitted =
    item === null
      ? requirePermission(terminal, 'visit', 'dispense')
      : requirePermission(terminal, item.kind === 'medicine' ? 'dispense' : 'visit');
  if (!permitted.ok) return permitted;
  if (visit === null) return failWith(failure('visit-absent'));
  if (visit.holder === 'refused') return failWith(failure('visit-stopped'));
  if (visit.holder === 'not-yet') return failWith(failure('visit-unconfirmed'));
  if (line === undefined) return failWith(failure('line-unknown', { lineId }));
  const decided = decide(terminal, visit)?.lines.find((each) => each.lineId === lineId);
  return decided?.outcome === 'referred'
    ? succeed({ visit, line })
    : failWith(failure('line-not-referred', { item: line.itemCode }));
}

function commitRequest(
  terminal: Terminal,
  visit: OpenVisit,
  rest: OpenVisit,
  line: ClaimLine,
): Result<SentRequest, Failure> {
  const requestedAt = terminal.clock.now();
  const [requestId, eventId] = [uuidV7(requestedAt), uuidV7(requestedAt)];
  const input = gatherInput(terminal, { ...visit, claimId: requestId, eventId, lines: [line] });
  const decision = adjudicate(input, terminal.reference.pack);
  const { memberNumber, nameAr, nameLatin } = visit.person;
  return terminal.store.commit((db) => {
    const requestNumber = nextRequestNumber(db, terminal.clock.today());
    const body: PreauthBody = { input, decision, requestNumber };
    recordEvent(terminal, db, { eventId, type: 'preauth', body });
    recordRequest(db, {
      ...{ requestId, eventId, requestNumber, requestedAt },
      member: { memberNumber, nameAr, nameLatin },
      itemCode: line.itemCode,
    });
    saveOpenVisit(db, { version: 1, visit: rest });
    return { requestId, requestNumber };
  });
}
