import { z } from 'zod';
import { calendarDateSchema, instantSchema } from '#contracts/schemas.ts';
import type { SignedEvent } from '#domain/chain.ts';

/**
 * What the mirror keeps of a commit: the signed events, and of the rows beside them
 * only what the events themselves do not say. Replaying them in order restores the commit.
 */
const eventSchema = z.object({
  // The hash is verified before an event is restored: its fields need no second description here.
  event: z.custom<SignedEvent>((value) => typeof value === 'object' && value !== null),
});

export const claimKeySchema = z.object({
  claimId: z.string(),
  eventId: z.string(),
  receiptNumber: z.string(),
  savedAt: instantSchema,
  member: z.object({ memberNumber: z.string(), nameAr: z.string(), nameLatin: z.string() }),
  serviceDate: calendarDateSchema,
});

export const requestKeySchema = z.object({
  requestId: z.string(),
  eventId: z.string(),
  requestNumber: z.string(),
  requestedAt: instantSchema,
  member: z.object({ memberNumber: z.string(), nameAr: z.string(), nameLatin: z.string() }),
  itemCode: z.string(),
});

export const voidKeySchema = z.object({
  claimId: z.string(),
  eventId: z.string(),
  voidedAt: instantSchema,
  /** Whose ledger has to be corrected; null where nothing of the claim is on a card. */
  cardNumber: z.string().nullable(),
});

export const dayCloseSchema = z.object({
  day: calendarDateSchema,
  eventId: z.string(),
  closedAt: instantSchema,
});

export const supplySchema = z.object({
  repeatCode: z.number().int(),
  endsOn: calendarDateSchema,
  days: z.number().int(),
  quantity: z.number().int().nullable(),
  providerId: z.string().nullable(),
});

const entrySchema = z.discriminatedUnion('kind', [
  eventSchema.extend({ kind: z.literal('event') }),
  claimKeySchema.extend({ kind: z.literal('claim') }),
  requestKeySchema.extend({ kind: z.literal('request') }),
  voidKeySchema.extend({ kind: z.literal('void') }),
  dayCloseSchema.extend({ kind: z.literal('day-close') }),
  z.object({
    kind: z.literal('supplies'),
    claimId: z.string(),
    memberNumber: z.string(),
    supplies: z.array(supplySchema),
    at: instantSchema,
  }),
  z.object({
    kind: z.literal('card-write'),
    cardNumber: z.string(),
    seq: z.number().int(),
    claimId: z.string(),
    eventId: z.string(),
    /** Hex, 240 bytes. */
    record: z.string(),
    savedAt: instantSchema,
  }),
]);

export const frameSchema = z.array(entrySchema).min(1);

/** How a claim is found and filed; what was decided stands in its signed event. */
export type ClaimKey = z.output<typeof claimKeySchema>;
/** How a request for approval is found and filed; what was asked stands in its signed event. */
export type RequestKey = z.output<typeof requestKeySchema>;
/** How a void is filed; what it takes back stands in its signed event. */
export type VoidKey = z.output<typeof voidKeySchema>;
export type DayClose = z.output<typeof dayCloseSchema>;
export type MirrorEntry = z.output<typeof entrySchema>;
