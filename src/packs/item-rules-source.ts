import { z } from 'zod';
import { careTopics } from './care-terms-schema.ts';
import { courseTopics } from './course-terms.ts';
import {
  ageRange,
  amount,
  code,
  count,
  diagnosisScope,
  plans,
  scope,
  sex,
  text,
  whole,
} from './source-scalars.ts';
import { encounter, period } from './term-words.ts';

/** Under `rules` of `item-rules.yaml`. */
export const itemRule = z.strictObject({
  for: scope,
  plans,
  sex: sex.optional(),
  age: ageRange.optional(),
  indications: z.array(diagnosisScope).min(1).optional(),
  quantity: z
    .strictObject({
      perDispensing: whole.optional(),
      perDay: z.number().positive().optional(),
      maximumDays: whole.optional(),
      perPeriod: z.strictObject({ period, units: whole }).optional(),
    })
    .optional(),
  duplicate: z.strictObject({ windowDays: count, modifiers: z.array(text).optional() }).optional(),
  prescription: z
    .strictObject({ needed: z.boolean(), validDays: count, paper: z.boolean().optional() })
    .optional(),
  approval: z.strictObject({ needed: z.boolean(), above: amount.optional() }).optional(),
  price: z
    .strictObject({
      discount: whole.max(100).optional(),
      percentOf: z.strictObject({ item: code, percent: whole.max(100) }).optional(),
      reference: amount.optional(),
    })
    .optional(),
  tax: code.optional(),
  settings: z.array(encounter).min(1).optional(),
  specialties: z.array(text).min(1).optional(),
  ...careTopics,
  ...courseTopics,
  globalPeriod: z
    .strictObject({
      before: count.optional(),
      after: count,
      contains: scope,
      same: z.enum(['provider', 'clinician', 'specialty']),
      modifiers: z.array(text).optional(),
    })
    .optional(),
  clause: code,
});

/** Under `groups` of the same. */
export const serviceGroup = z.union(
  [
    z.strictObject({ exclusive: z.array(code).min(2), clause: code }),
    z.strictObject({
      panel: code,
      parts: z.array(code).min(1),
      abovePrice: z.enum(['provider', 'member']).optional(),
      clause: code,
    }),
  ],
  'write either exclusive, or panel with its parts',
);
