import { z } from 'zod';
import { type amountIn, code, count, date, listOf, shaped } from './case-scalars.ts';

/** What several parts of a case are written in. */

/** Reads an amount of the pack's currency. */
export type Amount = ReturnType<typeof amountIn>;

export const period = shaped({ from: date, to: date.nullable() }, 'a period as {"from", "to"}');

export const otherCover = { insurer: code, pays: z.enum(['first', 'second']) };

export const place = shaped(
  {
    site: code.exactOptional(),
    side: z.enum(['left', 'right', 'both']).exactOptional(),
    tooth: code.exactOptional(),
    surface: code.exactOptional(),
    session: count.exactOptional(),
  },
  'the place as an object with any of site, side, tooth, surface and session',
);

/** With or without its dot, in large or small letters; what is no ICD-10 code stays as it was written. */
export const diagnosis = z
  .string('write an ICD-10 code as text, such as "E11.9"')
  .min(1)
  .max(20)
  .transform((text) => {
    const [, category, detail] = /^([A-Z]\d{2})(?:\.?([0-9A-Z]{1,4}))?$/i.exec(text) ?? [];
    if (category === undefined) return text;
    return (detail === undefined ? category : `${category}.${detail}`).toUpperCase();
  });

export const diagnoses = listOf(diagnosis, 50, 'ICD-10 codes');
