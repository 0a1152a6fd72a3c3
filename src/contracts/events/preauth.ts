import { z } from 'zod';
import { decisionSchema } from './decision-schema.ts';
import { adjudicationInputSchema } from './input-schema.ts';

/**
 * Body of a `preauth` event: one line that could not be decided at the counter, sent for approval by itself. The
 * engine input is complete, as a claim's is, its claim's id being the request's.
 */
export const preauthBodySchema = z
  .object({
    input: adjudicationInputSchema,
    decision: decisionSchema,
    requestNumber: z.string().max(60),
  })
  .refine(({ input }) => input.claim.lines.length === 1, 'a request is for one line');

export type PreauthBody = z.output<typeof preauthBodySchema>;
