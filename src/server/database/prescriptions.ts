import { type PrescriptionBody, prescriptionBodySchema } from '#contracts/events/prescription.ts';
import type { EventPlace } from './inbox.ts';
import type { Database, Write } from './tables.ts';

/** Files a prescription under the event that told of it. */
export async function addPrescription(
  db: Write,
  { terminalId, epoch, seq }: EventPlace,
  body: PrescriptionBody,
): Promise<void> {
  await db
    .insertInto('prescription')
    .values({
      ...{ terminal_id: terminalId, epoch, seq },
      prescription_id: body.prescriptionId,
      member_number: body.memberNumber,
      card_number: body.cardNumber,
      licence: body.prescriber.licence,
      written_at: body.writtenAt,
      claim_id: body.claimId,
      content: JSON.stringify(body),
    })
    .execute();
}

/** A member's prescriptions of all terminals, oldest first. */
export async function listPrescriptions(
  db: Database | Write,
  memberNumber: string,
): Promise<PrescriptionBody[]> {
  const rows = await db
    .selectFrom('prescription')
    .select('content')
    .where('member_number', '=', memberNumber)
    .orderBy('written_at')
    .execute();
  return rows.map(({ content }) => prescriptionBodySchema.parse(JSON.parse(content)));
}
