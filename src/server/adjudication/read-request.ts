import { z } from 'zod';
import { identifierSchema } from '#contracts/events/fact-schemas.ts';
import { type PreauthBody, preauthBodySchema } from '#contracts/events/preauth.ts';
import type { ClaimLine } from '#domain/claims.ts';

export interface SubmittedRequest {
  /** As it came, fields that the schema does not name included. */
  readonly body: PreauthBody;
  readonly manifestVersion: number;
  readonly memberNumber: string;
  readonly line: ClaimLine;
}

/** Reads the request in a stored event line; null when its body cannot be understood, or is for nobody. */
export function readRequest(stored: Uint8Array): SubmittedRequest | null {
  const parsed = envelopeSchema.safeParse(JSON.parse(new TextDecoder().decode(stored)));
  if (!parsed.success) return null;
  const { body, manifestVersion, eventId } = parsed.data.envelope;
  const request = preauthBodySchema.safeParse(body);
  if (!request.success || request.data.input.eventId !== eventId) return null;
  const { claim, person } = request.data.input;
  const [line] = claim.lines;
  if (line === undefined || person === null) return null;
  return { body: body as PreauthBody, manifestVersion, memberNumber: person.memberNumber, line };
}

const envelopeSchema = z.object({
  envelope: z.object({
    eventId: identifierSchema,
    manifestVersion: z.number().int().nonnegative(),
    body: z.unknown(),
  }),
});
