import { z } from 'zod';
import type { ClaimBody } from './claim.ts';
import { clinicalRecordSchema } from './clinical-schema.ts';
import { decisionSchema } from './decision-schema.ts';
import { adjudicationInputSchema } from './input-schema.ts';

/** Checks the body of a `claim` event as it arrives from elsewhere; a reader keeps the fields it does not name. */
export const claimBodySchema: z.ZodType<ClaimBody> = z.object({
  input: adjudicationInputSchema,
  decision: decisionSchema,
  receiptNumber: z.string().max(60),
  clinical: clinicalRecordSchema.exactOptional(),
});
