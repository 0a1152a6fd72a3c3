import { z } from 'zod';
import { code, count, text } from './source-scalars.ts';

/** Terms of a course of care: as a contract's author writes them, and as they travel compiled. */

const same = z.enum(['clinician', 'specialty']);
const collectors = z.enum(['nobody', 'listed']);

/** Topics of an item's rule, as they are written. */
export const courseTopics = {
  followUp: z
    .strictObject({
      days: count,
      same,
      anywhere: z.boolean().optional(),
      fee: z.enum(['included', 'insurer']),
    })
    .optional(),
  referral: z
    .strictObject({
      needed: z.boolean(),
      to: text,
      from: z.array(text).min(1).optional(),
      validDays: count,
      exceptEmergency: z.boolean().optional(),
    })
    .optional(),
  controlled: z.strictObject({ collectors }).optional(),
  programme: z.strictObject({ code }).optional(),
};

const number = z.number().int().nonnegative();

/** The same, compiled. Packs of before have none. */
export const courseTermsSchema = {
  followUp: z
    .object({ days: number, same, isAnywhere: z.boolean(), isFeeIncluded: z.boolean() })
    .nullable()
    .default(null),
  referral: z
    .object({
      isNeeded: z.boolean(),
      to: z.string(),
      from: z.array(z.string()).nullable(),
      validDays: number,
      isWaivedForEmergency: z.boolean(),
    })
    .nullable()
    .default(null),
  controlled: z.object({ collectors }).nullable().default(null),
  programme: z.object({ code: z.string() }).nullable().default(null),
};
