import { z } from 'zod';
import { prescriptionBodySchema } from '#contracts/events/prescription.ts';
import type { WaitingEvent } from '../database/inbox.ts';
import { addPrescription } from '../database/prescriptions.ts';
import type { Write } from '../database/tables.ts';

/** Keeps a prescription by its member; `quarantined` where the event is a repetition or cannot be read. */
export async function recordPrescription(
  db: Write,
  event: WaitingEvent,
): Promise<'done' | 'quarantined'> {
  if (event.isRepeated) return 'quarantined';
  const read = lineSchema.safeParse(JSON.parse(new TextDecoder().decode(event.line)));
  if (!read.success) return 'quarantined';
  await addPrescription(db, event, read.data.envelope.body);
  return 'done';
}

const lineSchema = z.object({ envelope: z.object({ body: prescriptionBodySchema }) });
