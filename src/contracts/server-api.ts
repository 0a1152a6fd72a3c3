import { z } from 'zod';
import { terminalKeySchema } from './reference.ts';
import { hexSchema, instantSchema } from './schemas.ts';

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

export const refusalSchema = z.object({ code: z.string(), detail: z.string().optional() });

export type Status = z.output<typeof statusSchema>;
export type EnrolmentRequest = z.output<typeof enrolmentRequestSchema>;
export type EnrolmentGrant = z.output<typeof enrolmentGrantSchema>;
export type Ack = z.output<typeof ackSchema>;
export type IssuedCertificate = z.output<typeof issuedCertificateSchema>;
export type TerminalKeyPage = z.output<typeof terminalKeyPageSchema>;
