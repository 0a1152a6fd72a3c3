import { z } from 'zod';
import type { Amounts, DecidedLine, Decision } from '#domain/adjudication/decision.ts';
import type { AdjudicationInput, CeilingUse, HolderProofs } from '#domain/adjudication/input.ts';
import type { Approval } from '#domain/approvals.ts';
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
import type { ClaimBody } from './claim.ts';
import { clinicalRecordSchema } from './clinical-schema.ts';
import { count, factOf, identifierSchema, pregnancySchema, supplySchema } from './fact-schemas.ts';

/** Checks the body of a `claim` event as it arrives from elsewhere; a reader keeps the fields it does not name. */

const placeSchema: z.ZodType<ServicePlace> = z.object({
  site: identifierSchema.exactOptional(),
  side: z.enum(['left', 'right', 'both']).exactOptional(),
  tooth: identifierSchema.exactOptional(),
  surface: identifierSchema.exactOptional(),
  session: count.exactOptional(),
});
const diagnosesSchema = z.array(z.string().max(20)).max(50);

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

const claimSchema: z.ZodType<Claim> = z.object({
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

/** What a line or a claim comes to, by who bears it. */
export const amountsSchema: z.ZodType<Amounts> = z.object({
  claimed: moneySchema,
  insurer: moneySchema,
  memberShare: moneySchema,
  memberPrivate: moneySchema,
  providerWriteOff: moneySchema,
  otherPayers: moneySchema.exactOptional(),
});

/**
 * Of the terminal's decision only what is reckoned with; its findings and steps pass through as they are,
 * since it counts only where replaying the input gives the very same decision.
 */
export const decisionSchema = z.looseObject({
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
  clinical: clinicalRecordSchema.exactOptional(),
});
