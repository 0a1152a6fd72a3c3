import { z } from 'zod';
import type { Amounts, DecidedLine, Decision } from '#domain/adjudication/decision.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { Claim, Supply } from '#domain/claims.ts';
import type { Fact } from '#domain/facts.ts';
import { hotlistEntrySchema, membershipSchema, personSchema } from '../reference.ts';
import { calendarDateSchema, instantSchema, moneySchema, periodSchema } from '../schemas.ts';
import type { ClaimBody } from './claim.ts';

/** Checks the body of a `claim` event as it arrives from elsewhere; a reader keeps the fields it does not name. */

/** An identifier: one line of visible text, as it may be stored and shown. */
export const identifierSchema = z
  .string()
  .max(60)
  .regex(/^[^\p{C}]+$/u);
const count = z.number().int().nonnegative().max(1_000_000);
const source = z.enum(['card', 'terminal', 'centre', 'pack', 'operator']);

const factOf = <T>(value: z.ZodType<T>): z.ZodType<Fact<T>> =>
  z.discriminatedUnion('known', [
    z.object({ known: z.literal(true), value, source, asOf: instantSchema }),
    z.object({
      known: z.literal(false),
      why: z.enum(['never-synced', 'not-present', 'unreadable', 'unverified', 'card-rolled-back']),
      source,
    }),
  ]) as z.ZodType<Fact<T>>;

const claimSchema: z.ZodType<Claim> = z.object({
  claimId: identifierSchema,
  encounter: z.enum(['outpatient', 'inpatient', 'day-case', 'emergency']),
  serviceDate: calendarDateSchema,
  providerId: identifierSchema,
  diagnoses: z.array(z.string().max(20)).max(50),
  lines: z
    .array(
      z.object({
        lineId: identifierSchema,
        itemCode: identifierSchema,
        quantity: count.min(1),
        daysSupply: count.min(1).nullable(),
        unitPrice: moneySchema.nullable(),
      }),
    )
    .min(1)
    .max(200)
    .refine(
      (lines) => new Set(lines.map(({ lineId }) => lineId)).size === lines.length,
      'two lines share an id',
    ),
});

const supplySchema: z.ZodType<Supply> = z.object({
  repeatCode: z.number().int().nonnegative().max(0xff_ff_ff),
  endsOn: calendarDateSchema,
  days: count,
  quantity: count.nullable(),
  providerId: z.string().nullable(),
});

export const adjudicationInputSchema: z.ZodType<AdjudicationInput> = z.object({
  eventId: z.uuid(),
  decidedAt: instantSchema,
  claim: claimSchema,
  person: personSchema.nullable(),
  card: z.object({
    proof: z.enum(['genuine', 'copy-suspected', 'forged', 'issuer-unknown', 'none']),
    cardNumber: z.string().nullable(),
    validity: periodSchema.nullable(),
  }),
  holder: z.enum(['confirmed', 'not-yet', 'refused']),
  membership: factOf(membershipSchema.nullable()),
  hotlist: factOf(hotlistEntrySchema.nullable()),
  supplies: z.array(factOf(z.array(supplySchema).max(500))).max(20),
});

const amountsSchema: z.ZodType<Amounts> = z.object({
  claimed: moneySchema,
  insurer: moneySchema,
  memberShare: moneySchema,
  memberPrivate: moneySchema,
  providerWriteOff: moneySchema,
});

/**
 * Of the terminal's decision only what is reckoned with; its findings and steps pass through as they are,
 * since it counts only where replaying the input gives the very same decision.
 */
const decisionSchema = z.looseObject({
  engineVersion: z.number().int(),
  packId: z.string(),
  packVersion: z.number().int(),
  claimId: z.string(),
  outcome: z.enum(['approved', 'partial', 'pended', 'declined']),
  lines: z.array(
    z.looseObject({
      lineId: z.string(),
      outcome: z.enum(['approved', 'reduced', 'referred', 'declined']),
      guaranteed: z.boolean(),
      findings: z.array(z.unknown()),
      allowedQuantity: count,
      amounts: amountsSchema,
      steps: z.array(z.unknown()),
    }) as unknown as z.ZodType<DecidedLine>,
  ),
  totals: amountsSchema,
}) as unknown as z.ZodType<Decision>;

export const claimBodySchema: z.ZodType<ClaimBody> = z.object({
  input: adjudicationInputSchema,
  decision: decisionSchema,
  receiptNumber: z.string().max(60),
});
