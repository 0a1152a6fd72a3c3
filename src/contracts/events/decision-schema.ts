import { z } from 'zod';
import type { Amounts, DecidedLine, Decision } from '#domain/adjudication/decision.ts';
import { moneySchema } from '../schemas.ts';
import { count } from './fact-schemas.ts';

/** What a line or a claim comes to, by who bears it. */
export const amountsSchema: z.ZodType<Amounts> = z.object({
  claimed: moneySchema,
  insurer: moneySchema,
  memberShare: moneySchema,
  memberPrivate: moneySchema,
  providerWriteOff: moneySchema,
  otherPayers: moneySchema.exactOptional(),
});

/**
 * Of the terminal's decision only what is reckoned with; its findings and steps pass through as they are,
 * since it counts only where replaying the input gives the very same decision.
 */
export const decisionSchema = z.looseObject({
  engineVersion: z.number().int(),
  packId: z.string(),
  packVersion: z.number().int(),
  claimId: z.string(),
  outcome: z.enum(['approved', 'partial', 'pended', 'declined']),
  lines: z.array(
    z.looseObject({
      lineId: z.string(),
      outcome: z.enum(['approved', 'reduced', 'referred', 'declined']),
      guaranteed: z.boolean(),
      findings: z.array(z.unknown()),
      allowedQuantity: count,
      amounts: amountsSchema,
      steps: z.array(z.unknown()),
    }) as unknown as z.ZodType<DecidedLine>,
  ),
  totals: amountsSchema,
}) as unknown as z.ZodType<Decision>;
