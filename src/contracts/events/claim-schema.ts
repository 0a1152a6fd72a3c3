import { z } from 'zod';
import type { MeasuredRefraction, Referral } from '#domain/circumstances.ts';
import {
  type Batch,
  type Claim,
  type Consent,
  type ControlledSupply,
  earlyReasons,
  encounterKinds,
  type ServicePlace,
} from '#domain/claims.ts';
import type { Correction } from '#domain/eyes.ts';
import { calendarDateSchema, instantSchema, moneySchema } from '../schemas.ts';
import { count, identifierSchema, pregnancySchema } from './fact-schemas.ts';

/** What is asked of the insurer, as it arrives from elsewhere. */

export const placeSchema: z.ZodType<ServicePlace> = z.object({
  site: identifierSchema.exactOptional(),
  side: z.enum(['left', 'right', 'both']).exactOptional(),
  tooth: identifierSchema.exactOptional(),
  surface: identifierSchema.exactOptional(),
  session: count.exactOptional(),
});

export const diagnosesSchema = z.array(z.string().max(20)).max(50);

const consentSchema: z.ZodType<Consent> = z.object({
  upTo: moneySchema,
  at: instantSchema,
  userId: identifierSchema,
});

const hundredths = z.number().int().min(-9999).max(9999);
const correctionSchema: z.ZodType<Correction> = z.object({
  sphere: hundredths,
  cylinder: hundredths,
  axis: z.number().int().min(0).max(180),
  addition: hundredths,
});
const eyes = { right: correctionSchema.nullable(), left: correctionSchema.nullable() };
const refractionSchema: z.ZodType<MeasuredRefraction> = z.object({
  ...eyes,
  before: z.object(eyes).exactOptional(),
});

const batchSchema: z.ZodType<Batch> = z.object({
  number: identifierSchema,
  expiresOn: calendarDateSchema,
});

const controlledSchema: z.ZodType<ControlledSupply> = z.object({
  prescriptionNumber: identifierSchema.exactOptional(),
  takerId: identifierSchema.exactOptional(),
});

const referralSchema: z.ZodType<Referral> = z.object({
  fromSpecialty: z.string().max(60),
  licence: z.string().max(60),
  toSpecialty: z.string().max(60),
  on: calendarDateSchema,
  validDays: count.nullable(),
  diagnosis: z.string().max(20).nullable(),
});

export const claimSchema: z.ZodType<Claim> = z.object({
  claimId: identifierSchema,
  encounter: z.enum(encounterKinds),
  currency: identifierSchema.exactOptional(),
  serviceDate: calendarDateSchema,
  providerId: identifierSchema,
  diagnoses: diagnosesSchema,
  lines: z
    .array(
      z.object({
        lineId: identifierSchema,
        itemCode: identifierSchema,
        quantity: count.min(1),
        daysSupply: count.min(1).nullable(),
        on: calendarDateSchema.exactOptional(),
        unitPrice: moneySchema.nullable(),
        orderedAt: instantSchema.exactOptional(),
        diagnoses: diagnosesSchema.exactOptional(),
        place: placeSchema.exactOptional(),
        modifier: identifierSchema.exactOptional(),
        early: z.enum(earlyReasons).exactOptional(),
        prescriptionId: identifierSchema.exactOptional(),
        approvalId: identifierSchema.exactOptional(),
        paidByOther: moneySchema.exactOptional(),
        tax: moneySchema.exactOptional(),
        consent: consentSchema.exactOptional(),
        batch: batchSchema.exactOptional(),
        controlled: controlledSchema.exactOptional(),
      }),
    )
    .min(1)
    .max(200)
    .refine(
      (lines) => new Set(lines.map(({ lineId }) => lineId)).size === lines.length,
      'two lines share an id',
    ),
  clinician: z
    .object({
      name: z.string().max(120),
      licence: z.string().max(60),
      specialty: z.string().max(60),
    })
    .exactOptional(),
  accident: z.enum(['none', 'own', 'traffic', 'work', 'other-party']).exactOptional(),
  onset: calendarDateSchema.exactOptional(),
  documents: z
    .array(z.enum(['referral', 'report']))
    .max(20)
    .exactOptional(),
  stay: z
    .object({
      from: calendarDateSchema,
      to: calendarDateSchema,
      roomClass: z.string().max(60),
    })
    .exactOptional(),
  pregnancy: pregnancySchema.nullable().exactOptional(),
  refraction: refractionSchema.exactOptional(),
  referral: referralSchema.exactOptional(),
  otherCover: z
    .object({ insurer: z.string().min(1).max(60), pays: z.enum(['first', 'second']) })
    .nullable()
    .exactOptional(),
  episode: identifierSchema.exactOptional(),
});
