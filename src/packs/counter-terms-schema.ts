import { z } from 'zod';
import { bilingualSchema } from '#contracts/schemas.ts';
import { count, plans, scope } from './term-scalars.ts';
import { period } from './term-words.ts';

/** What a compiled pack counts over a period, as it travels. */

const counter = {
  ceilingId: z.string(),
  name: bilingualSchema,
  plans,
  scope: scope.nullable(),
  diagnosis: z.string().nullable(),
  of: z.enum(['member', 'family']),
  afterPlanChange: z.enum(['reset', 'prorate']).exactOptional(),
  limit: count,
  offlineAllowance: count.nullable(),
  basket: z.object({ number: count.min(1).max(255), unit: count.min(1) }).nullable(),
  clause: z.string(),
};

export const ceiling = z.object({
  ...counter,
  per: z.enum(['line', ...period.options]),
  basis: z.enum(['net', 'gross', 'visits', 'units']),
});

const borne = { ...counter, per: z.enum(['visit', 'calendar-year', 'policy-year']) };

export const deductible = z.object({ ...borne, basis: z.literal('deductible') });

export const outOfPocket = z.object({ ...borne, basis: z.literal('out-of-pocket') });
