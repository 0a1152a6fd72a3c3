import { z } from 'zod';
import { approvalSchema } from './events/claim-schema.ts';
import { terminalKeySchema } from './reference.ts';
import { calendarDateSchema, hexSchema, instantSchema, moneySchema } from './schemas.ts';

/**
 * The central server's API: plain REST with JSON bodies, described by these shapes.
 * Every request except enrolment and status carries an RFC 9421 signature by the terminal's Ed25519 key
 * over "@method", "@target-uri" and "content-digest" (RFC 9530), with `created`, `keyid` and `nonce`.
 */
export const paths = {
  status: '/v1/status',
  enrol: '/v1/enrolments',
  events: (terminalId: string) => `/v1/terminals/${terminalId}/events`,
  verdicts: (terminalId: string) => `/v1/terminals/${terminalId}/verdicts`,
  cardCertificate: (terminalId: string) => `/v1/terminals/${terminalId}/card-certificate`,
  terminalKeys: '/v1/terminal-keys',
  cardCorrections: '/v1/card-corrections',
  cardOffers: (terminalId: string) => `/v1/terminals/${terminalId}/card-offers`,
  cardSessions: (terminalId: string) => `/v1/terminals/${terminalId}/card-sessions`,
  cardAnswers: (terminalId: string, sessionId: string) =>
    `/v1/terminals/${terminalId}/card-sessions/${sessionId}/answers`,
  memberFacts: (terminalId: string) => `/v1/terminals/${terminalId}/member-facts`,
  mintCode: '/v1/admin/enrolment-codes',
  requests: '/v1/admin/requests',
  answer: (requestId: string) => `/v1/admin/requests/${requestId}/answer`,
  cardOrders: (cardNumber: string) => `/v1/admin/cards/${cardNumber}/orders`,
  openApi: '/v1/openapi.json',
} as const;

export const statusSchema = z.object({
  service: z.literal('medexa-central'),
  protocol: z.object({ min: z.number().int(), max: z.number().int() }),
  serverTime: instantSchema,
});

/**
 * POST /v1/enrolments. Both proofs are made over "enrol1" || JCS({code, chainKey, cardKey}): Ed25519 by the
 * chain's key, ECDSA P-256 with SHA-256 (r || s) by the card's. Posting the same keys again is answered again.
 */
export const enrolmentRequestSchema = z.object({
  /** The one-time code, 128 bits in hex. */
  code: hexSchema(16),
  /** Raw Ed25519 public key: signs the chain and requests. */
  chainKey: hexSchema(32),
  /** Compressed P-256 point: signs ledger records and authenticates to cards. */
  cardKey: hexSchema(33),
  chainProof: hexSchema(64),
  cardProof: hexSchema(64),
});

/**
 * By what cards admit the terminal: 220 bytes for its card key, signed by the provider anchor (CARD).
 * Null where the server has no anchor, or the provider may do nothing at a card.
 */
export const cardCertificateSchema = hexSchema(220).nullable();

/**
 * What enrolment answers, signed by the server over "enrolled1" || JCS(grant).
 * terminalId = "T-" and the first 16 hex digits of SHA-256(chainKey), on both sides.
 */
export const enrolmentGrantSchema = z.object({
  terminalId: z.string(),
  epoch: z.number().int().positive(),
  providerId: z.string(),
  /** Raw Ed25519 key with which the server signs acknowledgements and verdict pages. */
  serverKey: hexSchema(32),
  /** Raw Ed25519 key under which reference data are published. */
  referenceKey: hexSchema(32),
  serverTime: instantSchema,
  cardCertificate: cardCertificateSchema.default(null),
});
export const enrolmentReplySchema = z.object({ grant: enrolmentGrantSchema, sig: hexSchema(64) });

/** One line of the NDJSON upload (gzip): a signed event. The body is stored as it came. */
export const uploadLineSchema = z.object({
  envelope: z.looseObject({
    v: z.literal(1),
    terminalId: z.string(),
    epoch: z.number().int(),
    seq: z.number().int().positive(),
    prevHash: hexSchema(32),
    eventId: z.uuid(),
    type: z.string(),
    body: z.unknown(),
  }),
  hash: hexSchema(32),
  sig: hexSchema(64),
});

export const uploadLimits = {
  events: 50,
  compressedBytes: 512 * 1024,
  /** Less than an upload: one event can always be sent, however badly it compresses. */
  eventBytes: 480 * 1024,
} as const;

/**
 * Custody, never a verdict; signed over "ack1" || JCS(ack). `ackSeq` is an event of this upload: the last one
 * that was taken in, before the first that could not be.
 */
export const ackSchema = z.object({
  terminalId: z.string(),
  epoch: z.number().int(),
  ackSeq: z.number().int().nonnegative(),
  ackHash: hexSchema(32),
  serverTime: instantSchema,
  durability: z.enum(['disk', 'process']),
});
export const signedAckSchema = z.object({ ack: ackSchema, sig: hexSchema(64) });

/**
 * 409: the chain does not continue here. `chain-gap`: send again from `expectedSeq`. `chain-forked`: this
 * sequence is known with other content, or the event is not the terminal's; `expectedSeq` is the one in question.
 */
export const chainConflictSchema = z.object({
  code: z.enum(['chain-gap', 'chain-forked']),
  expectedSeq: z.number().int().positive(),
  expectedHash: hexSchema(32),
});

const amountsSchema = z.object({
  claimed: moneySchema,
  insurer: moneySchema,
  memberShare: moneySchema,
  memberPrivate: moneySchema,
  providerWriteOff: moneySchema,
  otherPayers: moneySchema.exactOptional(),
});

/** Why a claim waits for a person although the engine could decide it, or could not be asked. */
export const holds = [
  'malformed', // the body is not a claim
  'terminal-suspect', // the terminal's chain was forked or altered
  'event-repeated', // the event's id was used before
  'claim-repeated', // the claim's id was used before
  'provider-differs', // the claim is for a provider other than the terminal's
  'reference-unknown', // decided on reference data that this server never published
  'facts-differ', // the members' data in the claim are not what was published
  'not-reproduced', // the same engine, facts and rules give another decision
  'engine-failed', // the engine broke on it
  'approval-overdrawn', // it takes more of an approval than is left of it
] as const;

/**
 * What the centre says of a request for approval, besides its outcome: `accepted` and `adjusted` grant the
 * approval, `rejected` refuses it with reasons in the words of whoever did.
 */
export const requestAnswerSchema = z.object({
  /** As it was granted; what claims have taken of it since is reckoned by whoever asks. */
  approval: approvalSchema.nullable(),
  reasons: z.array(z.string().max(500)).max(20),
});

export const verdictSchema = z.object({
  /** Gap-free per terminal. */
  downSeq: z.number().int().positive(),
  /** The claim's id, or a request's. */
  claimId: z.string(),
  eventId: z.uuid(),
  /** Grows per claim; the highest wins. */
  version: z.number().int().positive(),
  /** `reversed`: taken back, wholly or in part; `totals` are what is left. */
  outcome: z.enum(['accepted', 'adjusted', 'rejected', 'pended', 'reversed']),
  /** The server's own decision on the terminal's input, enriched by its fuller history; null when malformed. */
  decision: z.unknown().nullable(),
  totals: amountsSchema.nullable(),
  /**
   * Where the server's decision on a line differs from the terminal's, by the finding that made it so;
   * a guaranteed line is paid as the terminal decided all the same.
   */
  differences: z.array(
    z.object({
      lineId: z.string(),
      check: z.string(),
      reason: z.string().nullable(),
      guaranteed: z.boolean(),
      /** The facts behind it that the terminal did not know, as the engine's FactUsed. */
      facts: z.array(z.unknown()).optional(),
    }),
  ),
  /** Why a person at the insurer has to look at a pended claim, where that is no finding of the engine. */
  hold: z.enum(holds).optional(),
  /** The void events that are counted in it. */
  voids: z.array(z.uuid()).optional(),
  /** Of a request that was answered. */
  answer: requestAnswerSchema.optional(),
  decidedAt: instantSchema,
});

/** GET …/verdicts?after=N; signed over "verdicts1" || JCS(page). */
export const verdictPageSchema = z.object({
  terminalId: z.string(),
  after: z.number().int().nonnegative(),
  verdicts: z.array(verdictSchema),
  serverTime: instantSchema,
});
export const signedVerdictPageSchema = z.object({ page: verdictPageSchema, sig: hexSchema(64) });

/** POST …/card-certificate, without a body: a fresh one; signed over "certificate1" || JCS(issued). */
export const issuedCertificateSchema = z.object({
  terminalId: z.string(),
  cardCertificate: cardCertificateSchema,
  serverTime: instantSchema,
});
export const signedCertificateSchema = z.object({
  issued: issuedCertificateSchema,
  sig: hexSchema(64),
});

/**
 * GET /v1/terminal-keys?after=N, for any enrolled terminal: the card keys of all of them, so that each can
 * verify what the others wrote on cards; signed over "keys1" || JCS(page). A key whose terms change comes again,
 * and its latest entry holds.
 */
export const terminalKeyPageSchema = z.object({
  after: z.number().int().nonnegative(),
  keys: z.array(
    terminalKeySchema.extend({
      /** Gap-free over all terminals. */
      seq: z.number().int().positive(),
    }),
  ),
  serverTime: instantSchema,
});
export const signedTerminalKeyPageSchema = z.object({
  page: terminalKeyPageSchema,
  sig: hexSchema(64),
});

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

export const refusalSchema = z.object({ code: z.string(), detail: z.string().optional() });

export type Hold = (typeof holds)[number];
export type Status = z.output<typeof statusSchema>;
export type EnrolmentRequest = z.output<typeof enrolmentRequestSchema>;
export type EnrolmentGrant = z.output<typeof enrolmentGrantSchema>;
export type Ack = z.output<typeof ackSchema>;
export type TerminalRoles = z.output<typeof terminalRolesSchema>;
export type RequestList = z.output<typeof requestListSchema>;
export type RequestAnswer = z.output<typeof answerRequestSchema>;
export type Verdict = z.output<typeof verdictSchema>;
export type VerdictPage = z.output<typeof verdictPageSchema>;
export type IssuedCertificate = z.output<typeof issuedCertificateSchema>;
export type TerminalKeyPage = z.output<typeof terminalKeyPageSchema>;
