import { z } from 'zod';
import { sealedCorrectionSchema } from '../card-corrections.ts';
import { moneySchema } from '../schemas.ts';
import { identifierSchema } from './fact-schemas.ts';

/** Why a saved claim, or a part of it, is taken back. */
export const voidReasons = [
  'returned', // the medicine came back
  'not-collected',
  'entered-wrongly',
  'other-member', // saved for somebody else than the one who was there
] as const;

export type VoidReason = (typeof voidReasons)[number];

/** What is taken back: base units of lines, each line once; null is all that is left of the claim. */
export const takenLinesSchema = z
  .array(
    z.object({
      lineId: identifierSchema,
      quantity: z.number().int().min(1).max(1_000_000),
    }),
  )
  .min(1)
  .max(200)
  .refine(
    (lines) => new Set(lines.map(({ lineId }) => lineId)).size === lines.length,
    'a line is named twice',
  )
  .nullable();

/** Body of a `void` event: it names the claim that it takes back; the claim's own event is never changed for it. */
export const voidBodySchema = z.object({
  claimId: identifierSchema,
  /** The `claim` event. */
  claimEventId: z.uuid(),
  reason: z.enum(voidReasons),
  lines: takenLinesSchema,
  /** What the member got back at the counter, in minor units. */
  refund: moneySchema,
  /** What it owes to the member's card; left out: nothing, or nothing that another terminal could write there. */
  correction: sealedCorrectionSchema.exactOptional(),
});

export type VoidBody = z.output<typeof voidBodySchema>;
