import { z } from 'zod';
import { earlyReasons, encounterKinds } from '#domain/claims.ts';
import { calendarDateSchema, moneySchema } from './schemas.ts';

/** What the window may say of the encounter and of a line beyond what is asked and paid. */

const words = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{C}]+$/u);

const hundredths = z.number().int().min(-9999).max(9999);
const eye = z
  .object({
    sphere: hundredths,
    cylinder: hundredths,
    axis: z.number().int().min(0).max(180),
    addition: hundredths,
  })
  .nullable();
const eyes = { right: eye, left: eye };

export const encounterWishSchema = z.object({
  encounter: z.enum(encounterKinds).optional(),
  clinician: z
    .object({ name: words.max(120), licence: z.string().trim().max(60), specialty: words })
    .nullable()
    .optional(),
  accident: z.enum(['none', 'own', 'traffic', 'work', 'other-party']).nullable().optional(),
  onset: calendarDateSchema.nullable().optional(),
  documents: z
    .array(z.enum(['referral', 'report']))
    .max(2)
    .optional(),
  stay: z
    .object({ from: calendarDateSchema, to: calendarDateSchema, roomClass: words })
    .nullable()
    .optional(),
  referral: z
    .object({
      fromSpecialty: words,
      licence: z.string().trim().max(60),
      toSpecialty: words,
      on: calendarDateSchema,
      validDays: z.number().int().min(0).max(3650).nullable(),
      diagnosis: z.string().trim().min(1).max(20).nullable(),
    })
    .nullable()
    .optional(),
  /** Null says that there is none; `unsaid` takes back what was said. */
  pregnancy: z
    .union([
      z.object({
        lastPeriod: calendarDateSchema.nullable(),
        delivery: z.enum(['vaginal', 'assisted', 'caesarean']).exactOptional(),
      }),
      z.literal('unsaid'),
    ])
    .nullable()
    .optional(),
  /** Null says that there is none; `unsaid` takes back what was said. */
  otherCover: z
    .union([z.object({ insurer: words, pays: z.enum(['first', 'second']) }), z.literal('unsaid')])
    .nullable()
    .optional(),
  refraction: z
    .object({ ...eyes, before: z.object(eyes).exactOptional() })
    .nullable()
    .optional(),
});

export type EncounterWish = z.output<typeof encounterWishSchema>;

/** Null takes back what was said. */
export const lineDetails = {
  place: z
    .object({
      site: words.exactOptional(),
      side: z.enum(['left', 'right', 'both']).exactOptional(),
      tooth: z
        .string()
        .regex(/^[1-8][1-8]$/)
        .exactOptional(),
      surface: words.max(5).exactOptional(),
      session: z.number().int().min(1).max(99).exactOptional(),
    })
    .nullable()
    .optional(),
  modifier: words.max(10).nullable().optional(),
  batch: z.object({ number: words, expiresOn: calendarDateSchema }).nullable().optional(),
  controlled: z
    .object({ prescriptionNumber: words.exactOptional(), takerId: words.exactOptional() })
    .nullable()
    .optional(),
  /** The number of an approval, as it was told. */
  approvalId: words.nullable().optional(),
  diagnoses: z.array(z.string().max(8)).max(12).nullable().optional(),
  /** What others paid of it, as their statement says. */
  paidByOther: moneySchema.nullable().optional(),
  /** The tax that the provider states for the whole line. */
  tax: moneySchema.nullable().optional(),
  /** Why it is supplied before the last supply is used up. */
  early: z.enum(earlyReasons).nullable().optional(),
};
