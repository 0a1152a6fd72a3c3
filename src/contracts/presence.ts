import { z } from 'zod';
import type { InsteadOfCard } from '#domain/adjudication/input.ts';
import type { Collector } from '#domain/people.ts';

/** Shapes of what the operator states of those who come without a card of their own. */

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{C}]+$/u);

export const collectorSchema: z.ZodType<Collector> = z.object({
  name: line(80),
  relationship: z.enum(['spouse', 'parent', 'child', 'sibling', 'other-relative', 'messenger']),
  idNumber: line(30),
});

export const insteadOfCardSchema: z.ZodType<InsteadOfCard> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('member-number'), why: z.enum(['forgotten', 'broken']) }),
  z.object({ kind: z.literal('emergency') }),
  z.object({
    kind: z.literal('guardian-card'),
    guardian: z.object({
      memberNumber: z.string().max(20),
      policyNumber: z.string().max(60).nullable(),
      familyId: z.string().max(60).nullable().exactOptional(),
    }),
  }),
  z.object({ kind: z.literal('mother-card') }),
]);
