import { z } from 'zod';
import { calendarDateSchema } from '#contracts/schemas.ts';
import type { PastClaim } from '#domain/adjudication/own-use.ts';
import { listSpecialUses } from '#domain/adjudication/special-uses.ts';
import type { SpecialUse } from '#domain/history.ts';
import type { Reader, Writer } from './connection.ts';

/** Writes down what special prescriptions a claim uses up, in place of what was written down before. */
export function replaceSpecialUses(db: Writer, claim: PastClaim): void {
  const { claimId } = claim.input.claim;
  db.run('DELETE FROM special_prescriptions WHERE claim_id = :claimId', { claimId });
  for (const { itemCode, lineId, number, on, providerId } of listSpecialUses(claim)) {
    db.run(
      `INSERT INTO special_prescriptions (claim_id, line_id, number, used_on, item_code, provider_id)
       VALUES (:claimId, :lineId, :number, :on, :itemCode, :providerId)`,
      { claimId, lineId, number, on, itemCode, providerId },
    );
  }
}

/** Where the numbers, as they are compared, were used here, whoever was served. */
export const findSpecialUses = (db: Reader, numbers: readonly string[]): SpecialUse[] =>
  numbers.flatMap((number) =>
    db
      .all(
        `SELECT number, used_on AS "on", item_code AS itemCode, provider_id AS providerId
         FROM special_prescriptions WHERE number = :number`,
        { number },
      )
      .map((row) => rowSchema.parse(row)),
  );

const rowSchema = z.object({
  number: z.string(),
  on: calendarDateSchema,
  itemCode: z.string(),
  providerId: z.string().nullable(),
});
