import type { RequestState, RequestView } from '#contracts/claim-views.ts';
import type { Verdict } from '#contracts/verdicts-api.ts';
import { leftOf } from '#domain/adjudication/approval-use.ts';
import type { Failure } from '#domain/failures.ts';
import { type Result, succeed } from '#domain/result.ts';
import { preauthBodyOf } from '#store/bodies.ts';
import { type FoundRequest, listRequests } from '#store/requests.ts';
import { listOwnUses } from './known-approvals.ts';
import { requirePermission } from './permissions.ts';
import type { Terminal } from './terminal.ts';

/** The newest requests; older ones are of no use to the counter. */
const listed = 100;

/** Lines that were sent for approval, newest first, with what is left of those that were approved. */
export function showRequests(terminal: Terminal): Result<readonly RequestView[], Failure> {
  const permitted = requirePermission(terminal, 'claims');
  if (!permitted.ok) return permitted;
  const requests = listRequests(terminal.store.reader, listed);
  return succeed(requests.flatMap((request) => viewRequest(terminal, request) ?? []));
}

/** The answers that came were looked at: the desk says nothing more of them. */
export function noticeAnswers(terminal: Terminal): Result<null, Failure> {
  const permitted = requirePermission(terminal, 'claims');
  if (!permitted.ok) return permitted;
  terminal.desk.update({ answered: null });
  return succeed(null);
}

function viewRequest(terminal: Terminal, request: FoundRequest): RequestView | null {
  const { store, reference } = terminal;
  const { eventId, requestId, requestNumber, requestedAt, member, sentAt, verdict } = request;
  const { input, decision } = preauthBodyOf(store.reader, eventId);
  const [line] = input.claim.lines;
  const item = line === undefined ? null : reference.pack.item(line.itemCode);
  if (line === undefined || item === null) return null;
  const approval = verdict?.answer?.approval ?? null;
  return {
    ...{ requestId, requestNumber, requestedAt, member, sentAt, decision },
    serviceDate: input.claim.serviceDate,
    line: { line, item },
    state: stateOf(request),
    answer:
      verdict?.answer === undefined
        ? null
        : { at: verdict.decidedAt, approval, reasons: verdict.answer.reasons },
    left: approval === null ? null : leftOf(approval, listOwnUses(terminal, member.memberNumber)),
  };
}

const answers: Readonly<Record<Verdict['outcome'], RequestState>> = {
  accepted: 'approved',
  adjusted: 'approved-in-part',
  rejected: 'refused',
  pended: 'in-review',
  reversed: 'in-review',
};

export const stateOf = ({ sentAt, verdict }: FoundRequest): RequestState =>
  verdict !== null ? answers[verdict.outcome] : sentAt === null ? 'queued' : 'sent';
