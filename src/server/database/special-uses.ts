import type { listSpecialUses } from '#domain/adjudication/special-uses.ts';
import { calendarDate } from '#domain/dates.ts';
import type { SpecialUse } from '#domain/history.ts';
import type { Write } from './tables.ts';

/** Writes down what special prescriptions a claim used up, in place of what was written down before. */
export async function replaceSpecialUses(
  db: Write,
  claimId: string,
  uses: ReturnType<typeof listSpecialUses>,
): Promise<void> {
  await db.deleteFrom('special_prescription').where('claim_id', '=', claimId).execute();
  if (uses.length === 0) return;
  await db
    .insertInto('special_prescription')
    .values(
      uses.map(({ itemCode, lineId, number, on, providerId }) => ({
        claim_id: claimId,
        line_id: lineId,
        number,
        used_on: on,
        item_code: itemCode,
        provider_id: providerId ?? '',
      })),
    )
    .execute();
}

/** Where other claims used the numbers, at whichever terminal and whoever was served; the earliest first. */
export async function listSpecialUsesElsewhere(
  db: Write,
  numbers: readonly string[],
  claimId: string,
): Promise<SpecialUse[]> {
  if (numbers.length === 0) return [];
  const rows = await db
    .selectFrom('special_prescription')
    .select(['number', 'used_on', 'item_code', 'provider_id'])
    .where('number', 'in', [...numbers])
    .where('claim_id', '!=', claimId)
    .orderBy('used_on')
    .orderBy('claim_id')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    on: calendarDate(row.used_on),
    itemCode: row.item_code,
    providerId: row.provider_id === '' ? null : row.provider_id,
  }));
}
