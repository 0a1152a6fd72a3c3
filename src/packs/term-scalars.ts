import { z } from 'zod';
import { kind } from './term-words.ts';

/** What the terms of a compiled pack are made of, as they travel. */

export const count = z.number().int().nonnegative();

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
