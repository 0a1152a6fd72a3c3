import { z } from 'zod';
import { instantSchema } from '#contracts/schemas.ts';
import { type Verdict, verdictSchema } from '#contracts/verdicts-api.ts';
import type { Approval } from '#domain/approvals.ts';
import type { CalendarDate, Instant } from '#domain/dates.ts';
import type { Reader, Writer } from './connection.ts';
import type { RequestKey } from './mirror/entry.ts';

/** A line that was sent for approval, and how far that has come. */
export interface FoundRequest extends RequestKey {
  readonly sentAt: Instant | null;
  /** What the centre last said of it. */
  readonly verdict: Verdict | null;
}

/** Files a request beside its event, which the same commit has added. */
export function recordRequest(db: Writer, key: RequestKey): void {
  const { member, ...rest } = key;
  db.run(
    `INSERT INTO requests (request_id, event_id, request_number, requested_at, member_number,
       name_ar, name_latin, item_code, answer)
     VALUES (:requestId, :eventId, :requestNumber, :requestedAt, :memberNumber,
       :nameAr, :nameLatin, :itemCode, (SELECT outcome FROM verdicts WHERE claim_id = :requestId))`,
    { ...rest, ...member },
  );
  db.mirror({ kind: 'request', ...key });
}

/** The newest requests, newest first, at most `limit`. */
export const listRequests = (db: Reader, limit: number): FoundRequest[] =>
  db.all(`${select} ORDER BY r.requested_at DESC LIMIT :limit`, { limit }).map(requestOf);

export function findRequest(db: Reader, requestId: string): FoundRequest | null {
  const row = db.one(`${select} WHERE r.request_id = :requestId`, { requestId });
  return row === null ? null : requestOf(row);
}

/** Requests for the item under a member number that are not answered yet; a newborn's bear its mother's. */
export const listOpenRequests = (
  db: Reader,
  memberNumber: string,
  itemCode: string,
): FoundRequest[] =>
  db
    .all(
      `${select} WHERE r.member_number = :memberNumber AND r.item_code = :itemCode
         AND (r.answer IS NULL OR r.answer = 'pended')`,
      { memberNumber, itemCode },
    )
    .map(requestOf);

/** The request that an event is; null when it is another event. */
export function findRequestOf(db: Reader, eventId: string): RequestKey | null {
  const row = db.one(`${select} WHERE r.event_id = :eventId`, { eventId });
  if (row === null) return null;
  const { sentAt: _, verdict: __, ...key } = requestOf(row);
  return key;
}

/** Requests that the centre has not answered; what waits for a person there is not answered. */
export const countAwaitingAnswer = (db: Reader): number =>
  z.object({ count: z.number() }).parse(
    db.one(
      `SELECT count(*) AS count FROM requests INDEXED BY requests_awaiting
         WHERE answer IS NULL OR answer = 'pended'`,
    ),
  ).count;

/** Approvals as they were granted to a member, in force on that day or later, with when that was decided; newest first. */
export const listApprovalsOf = (
  db: Reader,
  memberNumber: string,
  day: CalendarDate,
  limit: number,
): { readonly approval: Approval; readonly asOf: Instant }[] =>
  db
    .all(
      `SELECT v.content FROM requests r JOIN verdicts v ON v.claim_id = r.request_id
       WHERE r.member_number = :memberNumber AND r.answer IN ('accepted', 'adjusted')
       ORDER BY r.requested_at DESC`,
      { memberNumber },
    )
    .flatMap((row) => {
      const { answer, decidedAt } = verdictSchema.parse(JSON.parse(contentSchema.parse(row)));
      const approval = answer?.approval ?? null;
      return approval === null || approval.period.to < day ? [] : [{ approval, asOf: decidedAt }];
    })
    .slice(0, limit);

const select = `
  SELECT r.request_id AS requestId, r.event_id AS eventId, r.request_number AS requestNumber,
    r.requested_at AS requestedAt, r.member_number AS memberNumber, r.name_ar AS nameAr,
    r.name_latin AS nameLatin, r.item_code AS itemCode, e.sent_at AS sentAt, v.content AS verdict
  FROM requests r JOIN events e ON e.event_id = r.event_id
    LEFT JOIN verdicts v ON v.claim_id = r.request_id`;

const rowSchema = z.object({
  requestId: z.string(),
  eventId: z.string(),
  requestNumber: z.string(),
  requestedAt: instantSchema,
  memberNumber: z.string(),
  nameAr: z.string(),
  nameLatin: z.string(),
  itemCode: z.string(),
  sentAt: instantSchema.nullable(),
  verdict: z.string().nullable(),
});
const contentSchema = z.object({ content: z.string() }).transform(({ content }) => content);

function requestOf(row: unknown): FoundRequest {
  const { memberNumber, nameAr, nameLatin, verdict, ...rest } = rowSchema.parse(row);
  return {
    ...rest,
    member: { memberNumber, nameAr, nameLatin },
    verdict: verdict === null ? null : verdictSchema.parse(JSON.parse(verdict)),
  };
}
