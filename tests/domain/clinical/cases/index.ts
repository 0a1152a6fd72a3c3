import type { AlertKindId } from '#domain/clinical/kinds/index.ts';
import { ageCautionCases } from './age-caution.ts';
import { allergyCases } from './allergy.ts';
import type { AlertCase } from './case.ts';
import { duplicateTherapyCases } from './duplicate-therapy.ts';
import { interactionCases } from './interaction.ts';
import { pregnancyCautionCases } from './pregnancy-caution.ts';

/** The stories of every kind of alert: one without an entry does not compile. */
export const alertCasesOf: Readonly<Record<AlertKindId, readonly AlertCase[]>> = {
  allergy: allergyCases,
  interaction: interactionCases,
  'pregnancy-caution': pregnancyCautionCases,
  'age-caution': ageCautionCases,
  'duplicate-therapy': duplicateTherapyCases,
};
