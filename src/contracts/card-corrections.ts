import { z } from 'zod';
import { identifierSchema } from './events/fact-schemas.ts';
import { base64Schema, calendarDateSchema, hexSchema, instantSchema } from './schemas.ts';

/**
 * What a void owes to a card that has left, as it travels to every other terminal: sealed by the ledger record that it
 * corrects, so that it tells nothing to whoever does not have the card (decision 0041).
 */
export const sealedCorrectionSchema = z.object({
  cardNumber: z.string().regex(/^\d{16}$/),
  /** The claim's first record in the card's ledger. */
  seq: z.number().int().positive().max(0xff_ff_ff),
  /** Base64. */
  sealed: base64Schema.max(40_000),
});

const seqSchema = z.number().int().nonnegative().max(0xff_ff_ff);
const codeSchema = z.number().int().positive().max(0xff_ff_ff);
const supplyRowSchema = z.object({
  repeatCode: codeSchema,
  endsOn: calendarDateSchema,
  days: z.number().int().nonnegative().max(255),
});

/** What is under the seal, as JSON: what comes off the card, in the card's own terms. */
export const correctionSchema = z.object({
  records: z
    .array(z.object({ seq: codeSchema, hash: hexSchema(8) }))
    .min(1)
    .max(100),
  number: z.number().int().positive().max(255),
  groups: z
    .array(
      z.object({
        fills: z.object({ seq: seqSchema, lines: z.number().int().nonnegative().max(0xff_ff) }),
        lines: z
          .array(
            z.object({
              cardCode: codeSchema,
              quantity: z.number().int().positive().max(1_000_000),
            }),
          )
          .min(1)
          .max(200),
      }),
    )
    .min(1)
    .max(50),
  baskets: z
    .object({
      year: z.number().int().min(2001).max(2255),
      numbers: z.array(z.number().int().min(1).max(255)).max(6),
    })
    .nullable(),
  uses: z.array(
    z.object({
      basket: z.number().int().min(1).max(255),
      units: z.number().int().min(-0xff_ff_ff).max(0),
    }),
  ),
  gone: z.array(supplyRowSchema).max(200),
  left: z.array(supplyRowSchema).max(200),
});

/** GET /v1/card-corrections?after=: in order, without gaps, signed over "corrections1" || JCS(page). */
export const correctionPageSchema = z.object({
  after: z.number().int().nonnegative(),
  corrections: z.array(
    z.object({
      /** Gap-free over all cards. */
      seq: z.number().int().positive(),
      /** The `void` event. */
      voidId: identifierSchema,
      /** Null: the card has it, or it is owed no longer. */
      correction: sealedCorrectionSchema.nullable(),
    }),
  ),
  serverTime: instantSchema,
});
export const signedCorrectionPageSchema = z.object({
  page: correctionPageSchema,
  sig: hexSchema(64),
});

export type SealedCorrection = z.output<typeof sealedCorrectionSchema>;
export type CorrectionPage = z.output<typeof correctionPageSchema>;
