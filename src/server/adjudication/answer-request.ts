import type { RequestAnswer } from '#contracts/admin-api.ts';
import { checks } from '#domain/adjudication/checks/index.ts';
import type { Approval } from '#domain/approvals.ts';
import type { Instant } from '#domain/dates.ts';
import { type Failure, failure } from '#domain/failures.ts';
import { failWith, type Result, succeed } from '#domain/result.ts';
import { closeRequest, type FoundRequest, lockRequest } from '../database/requests.ts';
import type { Database } from '../database/tables.ts';
import { findVerdict } from '../database/verdicts.ts';
import { giveVerdict } from './give-verdict.ts';

/**
 * A person's answer to a request, given once: the approval, or the refusal with its reasons, and the verdict by
 * which the terminal learns it are one transaction. Fails with 'request-unknown', 'request-answered', and
 * 'input-malformed' for a check that there is not.
 */
export async function answerRequest(
  db: Database,
  requestId: string,
  answer: RequestAnswer,
  now: Instant,
): Promise<Result<{ readonly approvalId: string | null }, Failure>> {
  const stranger = answer.outcome === 'approved' ? findStranger(answer.waives) : null;
  if (stranger !== null) {
    return failWith(failure('input-malformed', { where: 'waives', why: `no check ${stranger}` }));
  }
  return await db.transaction().execute(async (write) => {
    const request = await lockRequest(write, requestId);
    if (request === null) return failWith(failure('request-unknown', { request: requestId }));
    if (request.state !== 'pended') {
      return failWith(failure('request-answered', { request: request.requestNumber }));
    }
    const approval = answer.outcome === 'approved' ? grant(request, answer) : null;
    await closeRequest(write, requestId, approval);
    const before = await findVerdict(write, request.terminalId, requestId);
    const { decision = null, totals = null } = before ?? {};
    const reasons = answer.outcome === 'refused' ? answer.reasons : [];
    await giveVerdict(
      write,
      request,
      requestId,
      {
        ...{ decision, totals, differences: [] },
        outcome: outcomeOf(request, approval),
        answer: { approval, reasons },
      },
      now,
    );
    return succeed({ approvalId: approval?.approvalId ?? null });
  });
}

/** Bound to who asked: member or newborn, item and provider are those of the request. */
const grant = (
  { approvalId, bornOn, itemCode, memberNumber, providerId }: FoundRequest,
  { amount, period, quantity, waives }: Extract<RequestAnswer, { outcome: 'approved' }>,
): Approval => ({
  ...{ approvalId, memberNumber, itemCode, providerId },
  ...(bornOn === null ? {} : { bornOn }),
  ...{ period, quantity, amount, waives },
});

function outcomeOf(request: FoundRequest, approval: Approval | null) {
  if (approval === null) return 'rejected';
  const { quantity } = approval;
  return quantity === null || quantity >= request.quantity ? 'accepted' : 'adjusted';
}

const findStranger = (ids: readonly string[]): string | null =>
  ids.find((id) => !checks.some((check) => check.id === id)) ?? null;
