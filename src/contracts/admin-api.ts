import { z } from 'zod';
import { calendarDateSchema, hexSchema, instantSchema, moneySchema } from './schemas.ts';

/**
 * What cards may let a terminal do, at most: a reception reads (MED, LEDGER), and only what its provider is licensed
 * for besides. Left out, or null: all of that.
 */
export const terminalRolesSchema = z
  .array(z.enum(['MED', 'LEDGER', 'DISPENSE', 'DOCTOR', 'SERVICE']))
  .min(1)
  .max(5);

/** POST /v1/admin/enrolment-codes, with `Authorization: Bearer` and the administrator's token. */
export const mintRequestSchema = z.object({
  providerId: z.string().min(1).max(60),
  cardRoles: terminalRolesSchema.exactOptional(),
});

export const mintReplySchema = z.object({
  code: hexSchema(16),
  providerId: z.string(),
  cardRoles: terminalRolesSchema.nullable(),
  expiresAt: instantSchema,
});

/** GET /v1/admin/requests, for the administrator: requests that wait for a person, oldest first. */
export const requestListSchema = z.object({
  requests: z.array(
    z.object({
      requestId: z.string(),
      requestNumber: z.string(),
      terminalId: z.string(),
      memberNumber: z.string(),
      providerId: z.string(),
      itemCode: z.string(),
      /** Base units. */
      quantity: z.number().int(),
      /** What the line claims, minor units. */
      claimed: moneySchema,
      serviceDate: calendarDateSchema,
      /** Why it is not decided: the reasons of the centre's own findings. */
      reasons: z.array(z.string()),
    }),
  ),
});

/** POST /v1/admin/requests/{id}/answer: a person's answer, which is given once. */
export const answerRequestSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('approved'),
    /** Base units, and minor units before they are shared; null: without a limit. */
    quantity: z.number().int().min(1).max(1_000_000).nullable(),
    amount: moneySchema.nullable(),
    /** Both ends included. */
    period: z
      .object({ from: calendarDateSchema, to: calendarDateSchema })
      .refine(({ from, to }) => from <= to, 'the period ends before it begins'),
    /** Checks whose findings it sets aside. */
    waives: z.array(z.string().max(60)).max(100).default([]),
  }),
  z.object({
    outcome: z.literal('refused'),
    reasons: z.array(z.string().trim().min(1).max(500)).min(1).max(20),
  }),
]);

/** The id of the approval that was granted; null where the request was refused. */
export const answeredSchema = z.object({ approvalId: z.string().nullable() });

export type TerminalRoles = z.output<typeof terminalRolesSchema>;
export type RequestList = z.output<typeof requestListSchema>;
export type RequestAnswer = z.output<typeof answerRequestSchema>;
