import { z } from 'zod';
import { amountsSchema } from './events/decision-schema.ts';
import { approvalSchema } from './events/input-schema.ts';
import { hexSchema, instantSchema } from './schemas.ts';

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

export type Hold = (typeof holds)[number];
export type Verdict = z.output<typeof verdictSchema>;
export type VerdictPage = z.output<typeof verdictPageSchema>;
