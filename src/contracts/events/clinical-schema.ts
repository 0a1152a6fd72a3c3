import { z } from 'zod';
import {
  type Acknowledgement,
  acknowledgementReasons,
  type ClinicalAlert,
  type ClinicalRecord,
} from '#domain/clinical/alert.ts';
import type { ClinicalInput, MedicalRecord } from '#domain/clinical/clinical-input.ts';
import { severities } from '#domain/clinical/terms.ts';
import { insteadOfCardSchema } from '../presence.ts';
import { personSchema } from '../reference.ts';
import { bilingualSchema, calendarDateSchema, instantSchema } from '../schemas.ts';
import { factOf, identifierSchema, pregnancySchema, supplySchema } from './fact-schemas.ts';

/** Checks what events keep of clinical alerts. */

const alertIdSchema = z
  .string()
  .max(300)
  .regex(/^[^\p{C}]+$/u);

const medicalRecordSchema: z.ZodType<MedicalRecord> = z.object({
  allergies: z
    .array(z.object({ to: z.enum(['substance', 'class']), name: z.string().max(60) }))
    .max(50),
  medicines: z.array(identifierSchema).max(50),
  isVerified: z.boolean(),
});

const clinicalInputSchema: z.ZodType<ClinicalInput> = z.object({
  decidedAt: instantSchema,
  insteadOfCard: insteadOfCardSchema.exactOptional(),
  unverified: z
    .array(z.enum(['sex', 'birth']))
    .max(2)
    .exactOptional(),
  person: personSchema.pick({ birth: true, sex: true }).nullable(),
  claim: z.object({
    serviceDate: calendarDateSchema,
    pregnancy: pregnancySchema.nullable().exactOptional(),
    lines: z.array(z.object({ lineId: identifierSchema, itemCode: identifierSchema })).max(220),
  }),
  supplies: z.array(factOf(z.array(supplySchema).max(500))).max(20),
  record: factOf(medicalRecordSchema.nullable()),
});

const acknowledgementSchema: z.ZodType<Acknowledgement> = z.object({
  alertId: alertIdSchema,
  reason: z.enum(acknowledgementReasons),
  note: z.string().max(200).nullable(),
  at: instantSchema,
  userId: identifierSchema,
});

/** Of an alert its frame alone: it counts only where what was looked at gives the very same again. */
const alertSchema = z.looseObject({
  alertId: alertIdSchema,
  kind: z.string().max(60),
  code: z.string().max(60),
  severity: z.enum(severities),
  lineIds: z.array(identifierSchema).max(220),
  shown: z.record(z.string(), z.unknown()),
  facts: z.array(z.unknown()).max(100),
  warning: z.object({ text: bilingualSchema, management: bilingualSchema }).nullable(),
}) as unknown as z.ZodType<ClinicalAlert>;

export const clinicalRecordSchema: z.ZodType<ClinicalRecord> = z.object({
  input: clinicalInputSchema,
  alerts: z.array(alertSchema).max(2000),
  acknowledgements: z.array(acknowledgementSchema).max(2000),
});
