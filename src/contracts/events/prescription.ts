import { z } from 'zod';
import { calendarDateSchema, instantSchema } from '../schemas.ts';
import { clinicalRecordSchema } from './clinical-schema.ts';
import { identifierSchema } from './fact-schemas.ts';

/** Body of a `prescription` event: who ordered what for whom, as it was signed for the member's card. */
export const prescriptionBodySchema = z.object({
  /** The same on the card, here and at the server: the writer's key id and the second, `<16 hex>-<seconds>`. */
  prescriptionId: z.string().regex(/^[0-9a-f]{16}-\d{1,10}$/),
  writtenAt: instantSchema,
  serviceDate: calendarDateSchema,
  providerId: identifierSchema,
  prescriber: z.object({
    userId: identifierSchema,
    licence: z.string().regex(/^[!-~]{1,8}$/),
    specialty: z.string().max(60).nullable(),
  }),
  memberNumber: z.string().max(20),
  cardNumber: z.string().regex(/^\d{16}$/),
  /** The claim of the same visit; null where nothing but the prescription was saved. */
  claimId: identifierSchema.nullable(),
  /** The number of the episode in which it was ordered; left out: none is known. */
  episode: identifierSchema.exactOptional(),
  validDays: z.number().int().min(1).max(255),
  /** ICD-10, the principal one first. */
  diagnoses: z.array(z.string().max(20)).max(3),
  lines: z
    .array(
      z.object({
        itemCode: identifierSchema,
        /** Base units of one filling. */
        quantity: z.number().int().min(1).max(0xff_ff),
        /** Tenths of a base unit. */
        dose: z.number().int().min(1).max(0xff_ff),
        timesPerDay: z.number().int().min(1).max(24),
        days: z.number().int().min(1).max(255),
        refills: z.number().int().min(0).max(255),
      }),
    )
    .min(1)
    .max(6),
  /** Left out: nobody looked. */
  clinical: clinicalRecordSchema.exactOptional(),
});

export type PrescriptionBody = z.output<typeof prescriptionBodySchema>;
