import { type CalendarDate, calendarDate } from '#domain/dates.ts';
import type { Supply } from '#domain/history.ts';
import type { EventPlace } from './inbox.ts';
import type { Database, Write } from './tables.ts';

/** Writes a claim id down; false when it was used before, by whichever event. */
export async function recordClaimId(
  db: Write,
  place: EventPlace,
  claim: { readonly claimId: string; readonly memberNumber: string | null },
): Promise<boolean> {
  const added = await db
    .insertInto('claim')
    .values({
      claim_id: claim.claimId,
      terminal_id: place.terminalId,
      epoch: place.epoch,
      seq: place.seq,
      member_number: claim.memberNumber,
    })
    .onConflict((conflict) => conflict.column('claim_id').doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** The event by which a claim came, with its member; null while it has not. */
export async function findClaimEvent(
  db: Write,
  claimId: string,
): Promise<{
  readonly terminalId: string;
  readonly memberNumber: string | null;
  readonly line: Uint8Array;
} | null> {
  const row = await db
    .selectFrom('claim')
    .innerJoin('inbox', (join) =>
      join
        .onRef('inbox.terminal_id', '=', 'claim.terminal_id')
        .onRef('inbox.epoch', '=', 'claim.epoch')
        .onRef('inbox.seq', '=', 'claim.seq'),
    )
    .select(['claim.terminal_id', 'claim.member_number', 'inbox.line'])
    .where('claim.claim_id', '=', claimId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { terminalId: row.terminal_id, memberNumber: row.member_number, line: row.line };
}

/** Holds a member for this transaction: two claims of one person are decided one after the other. */
export async function lockMember(db: Write, memberNumber: string): Promise<void> {
  await db
    .insertInto('member')
    .values({ member_number: memberNumber })
    .onConflict((conflict) => conflict.column('member_number').doNothing())
    .execute();
  await db
    .selectFrom('member')
    .select('member_number')
    .where('member_number', '=', memberNumber)
    .forUpdate()
    .execute();
}

/** What the member was supplied with on accepted claims of all terminals but this one, by their last day. */
export async function listSuppliesElsewhere(
  db: Database,
  memberNumber: string,
  terminalId: string,
): Promise<Supply[]> {
  const rows = await db
    .selectFrom('supply')
    .select(['repeat_code', 'ends_on', 'days', 'quantity', 'provider_id'])
    .where('member_number', '=', memberNumber)
    .where('terminal_id', '!=', terminalId)
    .orderBy('ends_on')
    .orderBy('supply_id')
    .execute();
  return rows.map((row) => ({
    repeatCode: row.repeat_code,
    endsOn: calendarDate(row.ends_on),
    days: row.days,
    quantity: row.quantity,
    providerId: row.provider_id,
  }));
}

/** Paid supplies of the member's that still last on that day, whoever gave them; `days` as a card's table holds them. */
export async function listActiveSupplies(
  db: Database,
  memberNumber: string,
  day: CalendarDate,
): Promise<{ repeatCode: number; endsOn: CalendarDate; days: number }[]> {
  const rows = await db
    .selectFrom('supply')
    .select(['repeat_code', 'ends_on', 'days'])
    .where('member_number', '=', memberNumber)
    .where('ends_on', '>=', day)
    .orderBy('ends_on')
    .orderBy('supply_id')
    .execute();
  return rows.map((row) => ({
    repeatCode: row.repeat_code,
    endsOn: calendarDate(row.ends_on),
    days: Math.min(row.days, 255),
  }));
}

export interface PaidSupply {
  readonly lineId: string;
  readonly repeatCode: number;
  readonly endsOn: string;
  readonly days: number;
  readonly quantity: number;
}

export async function addSupplies(
  db: Write,
  claim: {
    readonly claimId: string;
    readonly memberNumber: string;
    readonly terminalId: string;
    readonly providerId: string;
  },
  supplies: readonly PaidSupply[],
): Promise<void> {
  if (supplies.length === 0) return;
  await db
    .insertInto('supply')
    .values(
      supplies.map((supply) => ({
        member_number: claim.memberNumber,
        terminal_id: claim.terminalId,
        claim_id: claim.claimId,
        line_id: supply.lineId,
        repeat_code: supply.repeatCode,
        ends_on: supply.endsOn,
        days: supply.days,
        quantity: supply.quantity,
        provider_id: claim.providerId,
      })),
    )
    .execute();
}

/** What is left of a claim's supplies, in place of what was written down before. */
export async function replaceSupplies(
  db: Write,
  claim: Parameters<typeof addSupplies>[1],
  supplies: readonly PaidSupply[],
): Promise<void> {
  await db.deleteFrom('supply').where('claim_id', '=', claim.claimId).execute();
  await addSupplies(db, claim, supplies);
}
