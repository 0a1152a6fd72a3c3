import { z } from 'zod';

/** What the terms of a compiled pack are made of, as they travel. */

export const count = z.number().int().nonnegative();

export const kind = z.enum([
  'medicine',
  'procedure',
  'laboratory',
  'imaging',
  'consultation',
  'device',
]);

export const encounter = z.enum(['outpatient', 'inpatient', 'day-case', 'emergency']);

export const period = z.enum([
  'visit',
  'day',
  'week',
  'month',
  'calendar-year',
  'policy-year',
  'lifetime',
]);

export const plans = z.array(z.string()).nullable();

export const sex = z.enum(['male', 'female']).nullable();

const age = z.object({ value: count, unit: z.enum(['days', 'months', 'years']) }).nullable();

export const ageRange = z.object({ from: age, to: age });

export const scope = z.union([
  z.strictObject({ item: z.string() }),
  z.strictObject({ items: z.array(z.string()) }),
  z.strictObject({ atc: z.string() }),
  z.strictObject({ benefit: z.string() }),
  z.strictObject({ benefits: z.array(z.string()) }),
  z.strictObject({ kind }),
]);
