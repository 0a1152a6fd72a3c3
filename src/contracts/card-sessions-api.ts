import { z } from 'zod';
import { calendarDateSchema, hexSchema, instantSchema } from './schemas.ts';

/**
 * The part of the central server's API by which the issuer works on a card that is in a terminal's reader: its key
 * stays at the server, and the terminal carries commands and answers (decision 0028). Requests are signed as all are.
 */

export const cardNumberSchema = z.string().regex(/^\d{16}$/, 'expected 16 digits');

/** What the issuer may be ordered to do with a card. */
export const cardWorks = [
  'renew-head', // a new HEAD, of a version that grows
  'unblock-pin', // the holder sets a new PIN
  'checkpoint', // the ledger summed up, signed by the issuer
] as const;

const cardWorkSchema = z.enum(cardWorks);

/** POST …/card-offers: what was ordered for the card in the reader; signed over "offers1" || JCS(offers). */
export const cardOffersRequestSchema = z.object({ cardNumber: cardNumberSchema });
export const cardOffersSchema = z.object({
  terminalId: z.string(),
  cardNumber: cardNumberSchema,
  works: z.array(cardWorkSchema),
  serverTime: instantSchema,
});
export const signedCardOffersSchema = z.object({ offers: cardOffersSchema, sig: hexSchema(64) });

/** POST …/card-sessions: begins a work that was ordered; the answer is its first step. */
export const cardSessionRequestSchema = z.object({
  cardNumber: cardNumberSchema,
  work: cardWorkSchema,
});

const bytesSchema = (least: number, most: number) =>
  z
    .string()
    .regex(/^([0-9a-f]{2})*$/, 'expected lower-case hex')
    .min(2 * least)
    .max(2 * most);

/**
 * One step of a session, and the answer to the step before; signed over "relay1" || JCS(turn). A request that is
 * sent again gets the same step again.
 */
export const cardTurnSchema = z.object({
  terminalId: z.string(),
  sessionId: z.uuid(),
  /** 1, 2, 3… within the session. */
  number: z.number().int().positive(),
  step: z.discriminatedUnion('kind', [
    /** A C-APDU for the card, of those that the work needs. */
    z.object({ kind: z.literal('command'), command: bytesSchema(4, 261) }),
    /** The terminal sends RESET RETRY COUNTER with the PIN that the holder types, and hands in the card's answer alone. */
    z.object({ kind: z.literal('new-pin') }),
    z.object({ kind: z.literal('done') }),
    /** A failure's code and its facts. */
    z.object({
      kind: z.literal('refused'),
      code: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ]),
});
export const signedCardTurnSchema = z.object({ turn: cardTurnSchema, sig: hexSchema(64) });

/** POST …/card-sessions/{id}/answers: the R-APDU that the step of that number brought. */
export const cardAnswerSchema = z.object({
  number: z.number().int().positive(),
  response: bytesSchema(2, 258),
});

const textOf = (mostBytes: number) =>
  z
    .string()
    .min(1)
    .refine((text) => new TextEncoder().encode(text).length <= mostBytes, 'too long for a card');

/** What a new HEAD states otherwise; what is left out stays as the card has it. */
const headChangesSchema = z.strictObject({
  names: z.object({ nameAr: textOf(200), nameLatin: textOf(200) }).exactOptional(),
  policyNumber: z.union([z.string().regex(/^\d{1,20}$/), textOf(10)]).exactOptional(),
  planCode: textOf(12).exactOptional(),
  validity: z
    .object({ from: calendarDateSchema, to: calendarDateSchema })
    .refine(({ from, to }) => from <= to, 'the period ends before it begins')
    .exactOptional(),
  flags: z.object({ hasPin: z.boolean() }).exactOptional(),
  offlineLimits: z
    .object({
      perClaim: z.number().int().min(0).max(0xffff_ffff),
      cumulative: z.number().int().min(0).max(0xffff_ffff),
      claims: z.number().int().min(0).max(0xff),
    })
    .exactOptional(),
});

/** POST /v1/admin/cards/{number}/orders: takes the place of an open order of the same work. */
export const cardOrderSchema = z.discriminatedUnion('work', [
  z.object({
    work: z.literal('renew-head'),
    changes: headChangesSchema.refine(
      (changes) => Object.keys(changes).length > 0,
      'nothing would change',
    ),
  }),
  /** Holds for a day. */
  z.object({ work: z.literal('unblock-pin') }),
  z.object({
    work: z.literal('checkpoint'),
    /** The centre's and the card's supplies together lack nothing: somebody made sure. */
    isWhole: z.boolean().default(false),
    /** Left out: what the card says of its running ceilings stays. */
    ceilings: z
      .object({
        year: z.number().int().min(2001).max(2255),
        used: z
          .array(
            z.object({
              basket: z.number().int().min(1).max(255),
              used: z.number().int().min(0).max(0xff_fffe),
            }),
          )
          .min(1)
          .max(6),
      })
      .exactOptional(),
  }),
]);
export const orderedSchema = z.object({
  number: z.number().int().positive(),
  cardNumber: cardNumberSchema,
  work: cardWorkSchema,
  expiresAt: instantSchema.nullable(),
});

export type CardWork = (typeof cardWorks)[number];
export type CardOffers = z.output<typeof cardOffersSchema>;
export type CardSessionRequest = z.output<typeof cardSessionRequestSchema>;
export type CardTurn = z.output<typeof cardTurnSchema>;
export type CardAnswer = z.output<typeof cardAnswerSchema>;
export type CardOrder = z.output<typeof cardOrderSchema>;
export type Ordered = z.output<typeof orderedSchema>;
