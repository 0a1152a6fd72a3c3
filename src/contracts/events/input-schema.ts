import { z } from 'zod';
import type { AdjudicationInput, CeilingUse, HolderProofs } from '#domain/adjudication/input.ts';
import type { Approval } from '#domain/approvals.ts';
import type { PastService, ServiceHistory, SpecialUse } from '#domain/history.ts';
import { otherCardKinds } from '#domain/other-cards.ts';
import type { Prescription } from '#domain/prescriptions.ts';
import { collectorSchema, insteadOfCardSchema } from '../presence.ts';
import {
  enrolmentSchema,
  hotlistEntrySchema,
  listedCollectorSchema,
  membershipSchema,
  personSchema,
  recallSchema,
} from '../reference.ts';
import { calendarDateSchema, instantSchema, moneySchema, periodSchema } from '../schemas.ts';
import { claimSchema, diagnosesSchema, placeSchema } from './claim-schema.ts';
import { count, factOf, identifierSchema, supplySchema } from './fact-schemas.ts';

const pastServiceSchema: z.ZodType<PastService> = z.object({
  itemCode: z.string().max(60),
  on: calendarDateSchema,
  quantity: count.nullable(),
  providerId: z.string().max(60).nullable(),
  place: placeSchema.nullable(),
  modifier: z.string().max(60).nullable(),
  clinician: z
    .object({ licence: z.string().max(60), specialty: z.string().max(60) })
    .exactOptional(),
  diagnosis: z.string().max(20).exactOptional(),
  episode: identifierSchema.exactOptional(),
});

export const historySchema: z.ZodType<ServiceHistory> = z.object({
  since: calendarDateSchema.nullable(),
  services: z.array(pastServiceSchema).max(2000),
});

const prescriptionSchema: z.ZodType<Prescription> = z.object({
  prescriptionId: identifierSchema,
  on: calendarDateSchema,
  validDays: count.nullable(),
  prescriberLicence: z.string().max(60).nullable(),
  prescriberName: z.string().max(60).exactOptional(),
  diagnoses: diagnosesSchema,
  episode: z.number().int().min(1).max(0xffff_ffff).exactOptional(),
  lines: z
    .array(z.object({ itemCode: identifierSchema, quantity: count, filled: count.nullable() }))
    .max(100),
});

export const approvalSchema: z.ZodType<Approval> = z.object({
  approvalId: identifierSchema,
  memberNumber: z.string().max(20),
  bornOn: calendarDateSchema.exactOptional(),
  itemCode: identifierSchema,
  providerId: z.string().max(60).nullable(),
  period: z.object({ from: calendarDateSchema, to: calendarDateSchema }),
  quantity: count.nullable(),
  amount: moneySchema.nullable(),
  waives: z.array(z.string().max(60)).max(100),
});

const specialUseSchema: z.ZodType<SpecialUse> = z.object({
  number: z.string().max(60),
  on: calendarDateSchema,
  itemCode: identifierSchema,
  providerId: z.string().max(60).nullable(),
});

const useSchema: z.ZodType<CeilingUse> = z.object({
  ceilingId: identifierSchema,
  period: periodSchema.nullable(),
  course: identifierSchema.exactOptional(),
  totals: z.array(factOf(moneySchema)).max(20),
  own: factOf(moneySchema),
  currency: identifierSchema.exactOptional(),
});

const countedSchema = z.object({ claims: count, amount: moneySchema });

const cardLimitsSchema = z.object({
  perClaim: moneySchema.nullable(),
  amount: moneySchema.nullable(),
  claims: count.nullable(),
});

const holderProofsSchema: z.ZodType<HolderProofs> = z.object({
  pin: factOf(z.enum(['verified', 'wanted', 'blocked', 'not-set'])).exactOptional(),
  signed: z.object({ at: instantSchema, userId: identifierSchema }).exactOptional(),
});

/** All that a decision was made of. */
export const adjudicationInputSchema: z.ZodType<AdjudicationInput> = z.object({
  eventId: z.uuid(),
  decidedAt: instantSchema,
  claim: claimSchema,
  person: personSchema.nullable(),
  card: z.object({
    proof: z.enum([
      'genuine',
      'copy-suspected',
      'forged',
      'issuer-unknown',
      'unauthenticated',
      'none',
    ]),
    cardNumber: z.string().nullable(),
    validity: periodSchema.nullable(),
    kind: z.enum(otherCardKinds).exactOptional(),
  }),
  holder: z.union([
    z.enum(['confirmed', 'not-yet', 'refused']),
    z.strictObject({ collectedBy: collectorSchema }),
  ]),
  insteadOfCard: insteadOfCardSchema.exactOptional(),
  proofs: holderProofsSchema.exactOptional(),
  membership: factOf(membershipSchema.nullable()),
  hotlist: factOf(hotlistEntrySchema.nullable()),
  supplies: z.array(factOf(z.array(supplySchema).max(500))).max(20),
  unverified: z
    .array(z.enum(['sex', 'birth']))
    .max(2)
    .exactOptional(),
  services: z.array(factOf(historySchema)).max(20).exactOptional(),
  prescriptions: z
    .array(factOf(z.array(prescriptionSchema).max(100)))
    .max(20)
    .exactOptional(),
  approvals: z
    .array(factOf(z.array(approvalSchema).max(100)))
    .max(20)
    .exactOptional(),
  enrolments: factOf(z.array(enrolmentSchema).max(50)).exactOptional(),
  collectors: factOf(z.array(listedCollectorSchema).max(50)).exactOptional(),
  recalls: factOf(z.array(recallSchema).max(500)).exactOptional(),
  specialUses: z
    .array(factOf(z.array(specialUseSchema).max(500)))
    .max(20)
    .exactOptional(),
  usage: z.array(useSchema).max(500).exactOptional(),
  offline: factOf(
    z.object({
      isOnline: z.boolean(),
      currency: identifierSchema.exactOptional(),
      member: countedSchema,
      terminal: countedSchema,
      card: cardLimitsSchema.exactOptional(),
    }),
  ).exactOptional(),
  clock: z
    .object({
      bound: instantSchema,
      wall: instantSchema,
      lastDayClose: calendarDateSchema.nullable(),
    })
    .exactOptional(),
  rulesAsOf: instantSchema.exactOptional(),
});
