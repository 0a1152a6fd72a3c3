import { z } from 'zod';
import type { ClaimBody } from '#contracts/events/claim.ts';
import { claimBodySchema } from '#contracts/events/claim-body-schema.ts';
import { identifierSchema } from '#contracts/events/fact-schemas.ts';

export interface SubmittedClaim {
  /** As it came, fields that the schema does not name included: the decision may rest on them. */
  readonly body: ClaimBody;
  readonly manifestVersion: number;
}

/**
 * Reads the claim in a stored event line; null when its body cannot be understood.
 * What the schema does not name is the engine's to understand, or to break on: then a person looks.
 */
export function readClaim(line: Uint8Array): SubmittedClaim | null {
  const parsed = envelopeSchema.safeParse(JSON.parse(new TextDecoder().decode(line)));
  if (!parsed.success) return null;
  const { body, manifestVersion, eventId } = parsed.data.envelope;
  const claim = claimBodySchema.safeParse(body);
  if (!claim.success || claim.data.input.eventId !== eventId) return null;
  return { body: body as ClaimBody, manifestVersion };
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
