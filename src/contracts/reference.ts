import { z } from 'zod';
import { otherCardKinds } from '#domain/other-cards.ts';
import {
  bilingualSchema,
  calendarDateSchema,
  hexSchema,
  instantSchema,
  periodSchema,
} from './schemas.ts';

/** Reference data beside the rule pack: who is insured, which cards are blocked, whose keys are known. */

export const personSchema = z.object({
  memberNumber: z.string().regex(/^\d{1,20}$/),
  nameAr: z.string().min(1),
  nameLatin: z.string().min(1),
  birth: z.object({ date: calendarDateSchema, precision: z.enum(['day', 'month', 'year']) }),
  sex: z.enum(['unknown', 'male', 'female', 'not-applicable']),
});

export const membershipSchema = z.object({
  memberNumber: z.string(),
  policyNumber: z.string(),
  planCode: z.string(),
  relationship: z.enum(['self', 'spouse', 'child', 'parent', 'other']),
  employer: bilingualSchema.nullable(),
  policyStatus: z.enum(['active', 'suspended', 'cancelled']),
  policyPeriod: periodSchema,
  memberPeriod: periodSchema,
  insuredSince: calendarDateSchema.exactOptional(),
  planSince: calendarDateSchema.exactOptional(),
  otherCovers: z
    .array(
      z.object({
        insurer: z.string().min(1).max(60),
        pays: z.enum(['first', 'second']),
        period: periodSchema,
      }),
    )
    .max(20)
    .readonly()
    .exactOptional(),
  familyId: z.string().min(1).max(60).exactOptional(),
});

/** A member's place in a programme for the chronically ill. */
export const enrolmentSchema = z.object({
  programme: z.string().max(60),
  period: periodSchema,
  providerId: z.string().max(60).nullable(),
  medicines: z
    .array(
      z.object({
        itemCode: z.string().max(60),
        monthly: z.number().int().positive().max(1_000_000),
        nextOn: calendarDateSchema.nullable(),
      }),
    )
    .max(100),
});

/** Whom the insurer lists for a member as one to whom controlled medicines may be handed. */
export const listedCollectorSchema = z.object({
  name: z.string().min(1).max(80),
  idNumber: z.string().min(1).max(30),
});

/** A batch that its maker or the authority calls back. */
export const recallSchema = z.object({
  itemCode: z.string().max(60),
  batch: z.string().min(1).max(60),
});

export const hotlistEntrySchema = z.object({
  cardNumber: z.string(),
  since: instantSchema,
  why: z.enum(['lost', 'stolen', 'replaced', 'cancelled', 'fraud']),
});

/** The P-256 key with which a provider's terminal signs ledger records (CARD's `terminal-keys`). */
export const terminalKeySchema = z.object({
  keyId: hexSchema(8),
  /** Compressed point, 33 bytes. */
  publicKey: hexSchema(33),
  providerId: z.string(),
  from: calendarDateSchema,
  to: calendarDateSchema.nullable(),
  revoked: z.boolean(),
});

/** An issuer's key under which cards' HEAD is signed. keyId = first 4 bytes of SHA-256(SPKI). */
export const issuerKeySchema = z.object({
  keyId: hexSchema(4),
  /** SubjectPublicKeyInfo, DER, base64. */
  spki: z.base64(),
  notBefore: calendarDateSchema,
  notAfter: calendarDateSchema,
  revoked: z.boolean(),
});

/** The number by which another scheme's health card names a member. */
export const otherCardSchema = z.object({
  kind: z.enum(otherCardKinds),
  number: z.string().regex(/^[0-9A-Z]{5,20}$/),
});

export const referenceSchema = z.object({
  format: z.literal(1),
  /** Grows with every publication; a terminal never goes back. */
  manifestVersion: z.number().int().positive(),
  publishedAt: instantSchema,
  /** The validated rule pack, as `packs` compiles it from source. */
  pack: z.unknown(),
  members: z.array(
    z.object({
      person: personSchema,
      membership: membershipSchema,
      otherCards: z.array(otherCardSchema).exactOptional(),
      /** Left out: the publication says nothing of them, and nobody was asked. */
      enrolments: z.array(enrolmentSchema).max(50).exactOptional(),
      collectors: z.array(listedCollectorSchema).max(50).exactOptional(),
    }),
  ),
  hotlist: z.array(hotlistEntrySchema),
  /** Left out: the publication does not say which batches are called back. */
  recalls: z.array(recallSchema).exactOptional(),
  terminalKeys: z.array(terminalKeySchema),
  issuerKeys: z.array(issuerKeySchema),
});

export type Reference = z.output<typeof referenceSchema>;
export type TerminalKey = z.output<typeof terminalKeySchema>;
export type IssuerKey = z.output<typeof issuerKeySchema>;

/** A reference with the insurer's Ed25519 signature over its canonical JSON ("ref1" || JCS). */
export interface SignedReference {
  readonly reference: Reference;
  /** Hex, 64 bytes. */
  readonly sig: string;
}
