import { z } from 'zod';
import { count, whole } from './source-scalars.ts';

/** Terms of pregnancies, teeth and eyes: as a contract's author writes them, and as they travel compiled. */

const delivery = z.enum(['vaginal', 'assisted', 'caesarean']);
const does = z.enum(['treats', 'removes', 'replaces']);
const dentition = z.enum(['primary', 'permanent']);
const toothKind = z.enum(['incisor', 'canine', 'premolar', 'molar']);
const hundredths = z
  .string('write the change in dioptres as text, such as "0.50"')
  .regex(/^\d{1,2}\.\d{2}$/, 'write the change in dioptres with two decimals: "0.50"')
  .transform((text) => Number(text.replace('.', '')));

/** Topics of an item's rule, as they are written. */
export const careTopics = {
  maternity: z
    .strictObject({
      waitingMonths: count.optional(),
      weeks: z.strictObject({ from: count, to: count }).optional(),
      deliveries: z.array(delivery).min(1).optional(),
    })
    .optional(),
  dental: z
    .strictObject({
      does: does.optional(),
      dentition: dentition.optional(),
      kinds: z.array(toothKind).min(1).optional(),
      surfaces: whole.max(5).optional(),
      oncePerTooth: z.boolean().optional(),
    })
    .optional(),
  optical: z.strictObject({ everyMonths: whole, change: hundredths.optional() }).optional(),
};

const number = z.number().int().nonnegative();

/** The same, compiled. Packs of before have none. */
export const careTermsSchema = {
  maternity: z
    .object({
      waitingMonths: number.nullable(),
      weeks: z.object({ from: number, to: number }).nullable(),
      deliveries: z.array(delivery).nullable(),
    })
    .nullable()
    .default(null),
  dental: z
    .object({
      does,
      dentition: dentition.nullable(),
      kinds: z.array(toothKind).nullable(),
      surfaces: number.nullable(),
      isOncePerTooth: z.boolean(),
    })
    .nullable()
    .default(null),
  optical: z.object({ everyMonths: number, change: number.nullable() }).nullable().default(null),
};
