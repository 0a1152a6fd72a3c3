import { z } from 'zod';
import { amount, count, text } from '../source-scalars.ts';

/**
 * Claims that must decide as stated, or the pack is refused. `case` is a case of docs/adjudicate.md, laid over
 * `given`, field by field; what `expect` leaves out is not asked. Amounts are decimal text in quotes.
 */
const amounts = {
  claimed: amount.optional(),
  insurer: amount.optional(),
  memberShare: amount.optional(),
  memberPrivate: amount.optional(),
  providerWriteOff: amount.optional(),
  otherPayers: amount.optional(),
};

const lineExpected = z.strictObject({
  outcome: z.enum(['approved', 'reduced', 'referred', 'declined']),
  /** The codes of what is enforced and did not pass, in any order; an empty list: everything passed. */
  reasons: z.array(text).optional(),
  allowedQuantity: count.optional(),
  /** What of the claimed amount is tax. */
  tax: amount.optional(),
  ...amounts,
});

const part = z.record(z.string(), z.unknown());

export const goldenSchema = z.strictObject({
  given: part.optional(),
  claims: z
    .array(
      z.strictObject({
        name: text,
        case: part,
        expect: z.strictObject({
          outcome: z.enum(['approved', 'partial', 'pended', 'declined']),
          totals: z.strictObject(amounts).optional(),
          lines: z.array(lineExpected).optional(),
        }),
      }),
    )
    .min(1, 'write at least one claim, or remove the file'),
});

export type GoldenFile = z.output<typeof goldenSchema>;
export type GoldenClaim = GoldenFile['claims'][number];
