import { z } from 'zod';
import type { ClaimBody } from '#contracts/events/claim.ts';
import { claimBodySchema, identifierSchema } from '#contracts/events/claim-schema.ts';
import type { Decision } from '#domain/adjudication/decision.ts';

export interface SubmittedClaim {
  readonly body: ClaimBody;
  /** The terminal's decision exactly as it came, to be compared with the replayed one. */
  readonly decisionAsSent: Decision;
  readonly manifestVersion: number;
}

/** Reads the claim in a stored event line; null when its body cannot be understood. */
export function readClaim(line: Uint8Array): SubmittedClaim | null {
  const parsed = envelopeSchema.safeParse(JSON.parse(new TextDecoder().decode(line)));
  if (!parsed.success) return null;
  const { body, manifestVersion, eventId } = parsed.data.envelope;
  const claim = claimBodySchema.safeParse(body);
  if (!claim.success || claim.data.input.eventId !== eventId) return null;
  const { decision } = body as { readonly decision: Decision };
  return { body: claim.data, decisionAsSent: decision, manifestVersion };
}

/** The claim's id as far as even an unreadable body tells it; else the event's. */
export function claimIdOf(line: Uint8Array, eventId: string): string {
  const named = namedSchema.safeParse(JSON.parse(new TextDecoder().decode(line)));
  return named.success ? named.data.envelope.body.input.claim.claimId : eventId;
}

const envelopeSchema = z.object({
  envelope: z.object({
    eventId: z.string(),
    manifestVersion: z.number().int().nonnegative(),
    body: z.unknown(),
  }),
});

const namedSchema = z.object({
  envelope: z.object({
    body: z.object({ input: z.object({ claim: z.object({ claimId: identifierSchema }) }) }),
  }),
});
