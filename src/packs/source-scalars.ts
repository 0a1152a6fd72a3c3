import { z } from 'zod';
import { kind } from './term-words.ts';

/** The scalars of a pack's source, and of whom and what its rules hold. Amounts are decimal text in quotes ("12.50"). */

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

export const sex = z.enum(['male', 'female']);

export const plans = z.array(code).min(1).optional();

const agePattern = /^(\d{1,3}) (days|months|years)$/;

const age = z
  .string()
  .regex(agePattern, 'write the age as a number and days, months or years: 3 months')
  .transform((written) => {
    const [, value = '', unit = 'years'] = agePattern.exec(written) ?? [];
    return { value: Number(value), unit: unit as 'days' | 'months' | 'years' };
  });

export const ageRange = z.strictObject({ from: age.optional(), to: age.optional() });

export const diagnosisScope = z
  .string()
  .regex(
    /^[A-Z]\d{2}(\.[0-9A-Z]{1,4}|-[A-Z]\d{2})?$/,
    'write an ICD-10 code, a category or a range: E11.9, E11 or E10-E14',
  );

export const scope = z.union(
  [
    z.strictObject({ item: code }),
    z.strictObject({ items: z.array(code).min(1) }),
    z.strictObject({ atc: z.string().regex(/^[A-Z](\d{2}([A-Z]{1,2}(\d{2})?)?)?$/) }),
    z.strictObject({ benefit: code }),
    z.strictObject({ benefits: z.array(code).min(1) }),
    z.strictObject({ kind }),
  ],
  'name exactly one of item, items, atc, benefit, benefits and kind',
);
