import { z } from 'zod';
import { bilingualSchema } from '#contracts/schemas.ts';
import { phases, severities } from '#domain/clinical/terms.ts';
import { ageRange, scope } from './term-scalars.ts';

/** The lists of clinical alerts in a compiled pack, as they travel. Packs of before have none. */

const warning = {
  id: z.string(),
  severity: z.enum(severities),
  text: bilingualSchema,
  management: bilingualSchema,
};
const beginnings = z.array(z.string());

export const clinicalTermsSchema = z.object({
  interactions: z.array(z.object({ ...warning, between: beginnings, and: beginnings })),
  ageCautions: z.array(z.object({ ...warning, scope, age: ageRange })),
  pregnancyCautions: z.array(z.object({ ...warning, scope, phases: z.array(z.enum(phases)) })),
  childbearing: ageRange,
  allergyClasses: z.array(
    z.object({
      id: z.string(),
      name: bilingualSchema,
      names: z.array(z.string()),
      atc: beginnings,
      crossing: z.array(z.object({ ...warning, atc: beginnings })),
    }),
  ),
});
