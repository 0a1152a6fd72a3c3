import { z } from 'zod';

/** The scalars of a pack's source. Amounts are decimal text in quotes ("12.50"). */

export const text = z.string().trim().min(1, 'write a text');

export const code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, 'write a code of Latin letters, digits, dots and hyphens');

export const bilingual = z.strictObject({ ar: text, en: text });

export const amount = z
  .string('write the amount as decimal text in quotes, such as "12.50"')
  .regex(/^\d+(\.\d+)?$/, 'write the amount as decimal text in quotes, such as "12.50"');

export const whole = z.number().int().min(1);
export const count = z.number().int().min(0);
