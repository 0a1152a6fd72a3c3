import { z } from 'zod';
import { phases, severities } from '#domain/clinical/terms.ts';
import { ageRange, bilingual, code, text } from './source-scalars.ts';

/** The topics of clinical alerts: what goes with what, and for whom. They decide nothing of cover. */

const atc = z
  .string()
  .regex(
    /^[A-Z](\d{2}([A-Z]{1,2}(\d{2})?)?)?$/,
    'write an ATC code or the beginning of one, such as M01A',
  );
const beginnings = z.array(atc).min(1);

const scope = z.union(
  [
    z.strictObject({ item: code }),
    z.strictObject({ items: z.array(code).min(1) }),
    z.strictObject({ atc }),
  ],
  'name exactly one of item, items and atc',
);

const warning = {
  id: code,
  severity: z.enum(severities),
  text: bilingual,
  management: bilingual,
};

export const clinicalTopics = {
  interactions: z.strictObject({
    interactions: z.array(z.strictObject({ ...warning, between: beginnings, and: beginnings })),
  }),
  cautions: z.strictObject({
    childbearing: ageRange,
    ages: z.array(z.strictObject({ ...warning, for: scope, age: ageRange })),
    pregnancy: z.array(
      z.strictObject({ ...warning, for: scope, phases: z.array(z.enum(phases)).min(1) }),
    ),
    allergies: z.array(
      z.strictObject({
        id: code,
        name: bilingual,
        names: z.array(text).min(1),
        atc: beginnings,
        crossing: z.array(z.strictObject({ ...warning, atc: beginnings })).optional(),
      }),
    ),
  }),
} as const;
