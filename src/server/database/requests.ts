import type { RequestList } from '#contracts/admin-api.ts';
import { approvalSchema } from '#contracts/events/input-schema.ts';
import type { Approval } from '#domain/approvals.ts';
import { type CalendarDate, calendarDate } from '#domain/dates.ts';
import { type Money, money } from '#domain/money.ts';
import type { EventPlace } from './inbox.ts';
import type { Database, Write } from './tables.ts';

/** A line that was sent for approval, as it was asked for. */
export interface AskedRequest extends EventPlace {
  readonly requestId: string;
  readonly requestNumber: string;
  readonly eventId: string;
  readonly memberNumber: string;
  /** Of a newborn on its mother's membership; null: the member asks. */
  readonly bornOn: CalendarDate | null;
  readonly providerId: string;
  readonly itemCode: string;
  /** Base units. */
  readonly quantity: number;
  readonly claimed: Money;
  readonly serviceDate: string;
  /** Why the engine did not approve it: codes of reasons. */
  readonly reasons: readonly string[];
}

export interface FoundRequest extends AskedRequest {
  readonly state: 'pended' | 'approved' | 'refused';
  /** The id that an approval of it bears: unique at this centre. */
  readonly approvalId: string;
}

/** An approval as it was granted, and the terminal that asked for it. */
export interface Granted {
  readonly approval: Approval;
  readonly terminalId: string;
}

/** Keeps a request that nobody has answered; false when its id was used before. */
export async function addRequest(db: Write, asked: AskedRequest): Promise<boolean> {
  const added = await db
    .insertInto('approval_request')
    .values({
      request_id: asked.requestId,
      request_number: asked.requestNumber,
      event_id: asked.eventId,
      terminal_id: asked.terminalId,
      epoch: asked.epoch,
      seq: asked.seq,
      member_number: asked.memberNumber,
      born_on: asked.bornOn,
      provider_id: asked.providerId,
      item_code: asked.itemCode,
      quantity: asked.quantity,
      claimed: asked.claimed,
      service_date: asked.serviceDate,
      reasons: JSON.stringify(asked.reasons),
      state: 'pended',
      approval: null,
    })
    .onConflict((conflict) => conflict.column('request_id').doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** One request, held for this transaction: it is answered once. Null when no such request came. */
export async function lockRequest(db: Write, requestId: string): Promise<FoundRequest | null> {
  const row = await db
    .selectFrom('approval_request')
    .selectAll()
    .where('request_id', '=', requestId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    requestId: row.request_id,
    requestNumber: row.request_number,
    eventId: row.event_id,
    terminalId: row.terminal_id,
    epoch: row.epoch,
    seq: row.seq,
    memberNumber: row.member_number,
    bornOn: row.born_on === null ? null : calendarDate(row.born_on),
    providerId: row.provider_id,
    itemCode: row.item_code,
    quantity: row.quantity,
    claimed: money(Number(row.claimed)),
    serviceDate: row.service_date,
    reasons: JSON.parse(row.reasons) as string[],
    state: row.state,
    approvalId: `A-${String(row.number).padStart(6, '0')}`,
  };
}

/** Writes down what became of it; without an approval it is refused. */
export async function closeRequest(
  db: Write,
  requestId: string,
  approval: Approval | null,
): Promise<void> {
  await db
    .updateTable('approval_request')
    .set({
      state: approval === null ? 'refused' : 'approved',
      approval: approval === null ? null : JSON.stringify(approval),
    })
    .where('request_id', '=', requestId)
    .execute();
}

/** Requests that wait for a person, oldest first, at most `limit`. */
export async function listPended(db: Database, limit: number): Promise<RequestList['requests']> {
  const rows = await db
    .selectFrom('approval_request')
    .selectAll()
    .where('state', '=', 'pended')
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    requestId: row.request_id,
    requestNumber: row.request_number,
    terminalId: row.terminal_id,
    memberNumber: row.member_number,
    providerId: row.provider_id,
    itemCode: row.item_code,
    quantity: row.quantity,
    claimed: money(Number(row.claimed)),
    serviceDate: calendarDate(row.service_date),
    reasons: JSON.parse(row.reasons) as string[],
  }));
}

/** Every approval that was granted to a member. */
export async function listGranted(db: Write, memberNumber: string): Promise<Granted[]> {
  const rows = await db
    .selectFrom('approval_request')
    .select(['approval', 'terminal_id'])
    .where('member_number', '=', memberNumber)
    .where('approval', 'is not', null)
    .orderBy('number')
    .execute();
  return rows.map(({ approval, terminal_id }) => ({
    approval: approvalSchema.parse(JSON.parse(approval ?? '')),
    terminalId: terminal_id,
  }));
}
