import type { AgeRange, ItemScope } from '../adjudication/contract-terms.ts';
import type { Bilingual } from '../people.ts';

/** From the gravest on; a note tells what is not known and asks for nothing. */
export const severities = ['contraindicated', 'serious', 'caution', 'note'] as const;
export type Severity = (typeof severities)[number];

/** What a list of the pack says where one of its entries applies. */
export interface Warning {
  readonly id: string;
  readonly severity: Severity;
  /** What may happen. */
  readonly text: Bilingual;
  /** What to do about it. */
  readonly management: Bilingual;
}

/** Medicines that do not go together: one of either list, each the beginning of an ATC code. */
export interface Interaction extends Warning {
  readonly between: readonly string[];
  readonly and: readonly string[];
}

/** The ages that are warned of, both ends included. */
export interface AgeCaution extends Warning {
  readonly scope: ItemScope;
  readonly age: AgeRange;
}

/** Trimesters begin with the 1st, the 15th and the 29th week after the last menstrual period began. */
export const phases = ['first', 'second', 'third', 'breastfeeding'] as const;
export type Phase = (typeof phases)[number];

export interface PregnancyCaution extends Warning {
  readonly scope: ItemScope;
  readonly phases: readonly Phase[];
}

/** Medicines of which an allergy to one is an allergy to all, by what people call them. */
export interface AllergyClass {
  readonly id: string;
  readonly name: Bilingual;
  /** As cards write it, in any language; capitals and small letters are the same. */
  readonly names: readonly string[];
  /** Beginnings of ATC codes. */
  readonly atc: readonly string[];
  /** Other medicines to which the allergy may extend. */
  readonly crossing: readonly (Warning & { readonly atc: readonly string[] })[];
}

/** What the pack lists for clinical alerts. It never decides on cover. */
export interface ClinicalTerms {
  readonly interactions: readonly Interaction[];
  readonly ageCautions: readonly AgeCaution[];
  readonly pregnancyCautions: readonly PregnancyCaution[];
  /** The ages at which it must be said whether a woman is pregnant. */
  readonly childbearing: AgeRange;
  readonly allergyClasses: readonly AllergyClass[];
}
