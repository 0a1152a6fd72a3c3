import { z } from 'zod';
import { amount, bilingual, code, diagnosisScope, plans, scope, whole } from './source-scalars.ts';
import { period } from './term-words.ts';

/** What a contract counts over a period, as its author writes it under `ceilings`. */

const limit = z.union([amount, whole], 'write an amount in quotes, or a count');

const afterPlanChange = z.enum(['carry', 'reset', 'prorate']).optional();

export const ceiling = z.strictObject({
  ceilingId: code,
  name: bilingual,
  plans,
  for: scope.optional(),
  diagnosis: diagnosisScope.optional(),
  per: z.enum(['line', ...period.options]),
  of: z.enum(['member', 'family']),
  afterPlanChange,
  basis: z.enum(['net', 'gross', 'visits', 'units']),
  limit,
  offlineAllowance: limit.optional(),
  basket: z.strictObject({ number: whole.max(255), unit: whole }).optional(),
  clause: code,
});

/** A deductible, or the most that a member pays. */
export const borne = z.strictObject({
  id: code,
  name: bilingual,
  plans,
  for: scope.optional(),
  per: z.enum(['visit', 'calendar-year', 'policy-year']),
  of: z.enum(['member', 'family']),
  afterPlanChange,
  amount,
  offlineAllowance: amount.optional(),
  basket: z.strictObject({ number: whole.max(255), unit: whole }).optional(),
  clause: code,
});
