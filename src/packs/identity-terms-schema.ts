import { z } from 'zod';
import { moneySchema } from '#contracts/schemas.ts';
import { ageRange, plans, scope } from './term-scalars.ts';
import { encounter } from './term-words.ts';

/** A compiled pack's terms of who is served, as they travel. */
export const identity = z.object({
  collection: z.array(
    z.object({
      scope,
      plans,
      isPermitted: z.boolean(),
      relationships: z
        .array(z.enum(['spouse', 'parent', 'child', 'sibling', 'other-relative', 'messenger']))
        .nullable(),
      clause: z.string(),
    }),
  ),
  insteadOfCard: z.array(
    z.object({
      path: z.enum(['member-number', 'emergency', 'guardian-card', 'mother-card']),
      encounters: z.array(encounter).nullable(),
      scopes: z.array(scope).nullable(),
      age: ageRange.nullable(),
      mostPerClaim: moneySchema.nullable(),
      isPolicyEnough: z.boolean().default(false),
      clause: z.string(),
    }),
  ),
  proofs: z
    .array(
      z.object({
        scope: scope.nullable(),
        plans,
        above: moneySchema.nullable(),
        needs: z.enum(['pin', 'signature']),
        clause: z.string(),
      }),
    )
    .exactOptional(),
});
