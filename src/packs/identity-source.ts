import { z } from 'zod';
import { ageRange, amount, code, plans, scope } from './source-scalars.ts';
import { encounter } from './term-words.ts';

/** Who is served, as a contract's author writes it under `identity`. */

const relationship = z.enum([
  'spouse',
  'parent',
  'child',
  'sibling',
  'other-relative',
  'messenger',
]);

export const collectionRule = z.strictObject({
  for: scope,
  plans,
  permitted: z.boolean(),
  relationships: z.array(relationship).min(1).optional(),
  clause: code,
});

/** A newborn is served on its mother's card for so many days, the last included, unless the contract says otherwise. */
const usualAges = { 'mother-card': { to: { value: 30, unit: 'days' } } } as const;

export const insteadRule = z
  .strictObject({
    path: z.enum(['member-number', 'emergency', 'guardian-card', 'mother-card']),
    encounters: z.array(encounter).min(1).optional(),
    items: z.array(scope).min(1).optional(),
    age: ageRange.optional(),
    mostPerClaim: amount.optional(),
    policyIsEnough: z.boolean().optional(),
    clause: code,
  })
  .transform((rule) =>
    rule.path === 'mother-card' ? { age: usualAges[rule.path], ...rule } : rule,
  );

export const proofRule = z.strictObject({
  for: scope.exactOptional(),
  plans,
  above: amount.exactOptional(),
  needs: z.enum(['pin', 'signature']),
  clause: code,
});
