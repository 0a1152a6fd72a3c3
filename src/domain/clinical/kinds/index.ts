import type { AlertKind } from '../alert.ts';
import { ageCaution } from './age-caution.ts';
import { allergy } from './allergy.ts';
import { duplicateTherapy } from './duplicate-therapy.ts';
import { interaction } from './interaction.ts';
import { pregnancyCaution } from './pregnancy-caution.ts';

/** Every kind of clinical alert, in the order in which alerts of equal severity are listed. */
export const alertKinds = [
  allergy,
  interaction,
  pregnancyCaution,
  ageCaution,
  duplicateTherapy,
] as const satisfies readonly AlertKind[];

export type AlertKindId = (typeof alertKinds)[number]['id'];

/** Everything that some kind can say. Its texts live in `contracts/messages`. */
export type AlertCode = (typeof alertKinds)[number]['codes'][number];
