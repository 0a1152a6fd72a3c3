import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { Instant } from '#domain/dates.ts';
import type { Database, Write } from './tables.ts';

/** Writes down that a terminal was told what the centre knows of a member. */
export async function addTold(
  db: Database,
  told: { readonly terminalId: string; readonly memberNumber: string; readonly at: Instant },
): Promise<void> {
  await db
    .insertInto('told_facts')
    .values({ terminal_id: told.terminalId, member_number: told.memberNumber, told_at: told.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether a terminal was told of the person of a claim at the moment that the claim names. */
export async function wasToldOf(
  db: Write,
  terminalId: string,
  { offline, person }: AdjudicationInput,
): Promise<boolean> {
  if (person === null || offline?.known !== true) return false;
  const row = await db
    .selectFrom('told_facts')
    .select('told_at')
    .where('terminal_id', '=', terminalId)
    .where('member_number', '=', person.memberNumber)
    .where('told_at', '=', offline.asOf)
    .executeTakeFirst();
  return row !== undefined;
}
