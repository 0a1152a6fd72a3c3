import type { Medicine } from '../adjudication/rule-pack.ts';
import type { Bilingual } from '../people.ts';
import type { Allergy } from './clinical-input.ts';
import { type CompiledClinical, startsWithAny, substancesIn } from './compile-clinical.ts';
import type { AllergyClass, Severity, Warning } from './terms.ts';
import { warned } from './warned.ts';

/** An allergy as medicines are compared with it. */
export interface Allergen {
  /** As the pack calls it; null: as the card writes it. */
  readonly name: Bilingual | null;
  /** Substances, in small letters: whatever contains one of them is ruled out. */
  readonly substances: readonly string[];
  /** Beginnings of ATC codes that are ruled out whole. */
  readonly classes: readonly string[];
  /** Beginnings of ATC codes beside the substance. */
  readonly related: readonly string[];
  readonly crossing: AllergyClass['crossing'];
}

export interface Met {
  readonly code: 'allergy-substance' | 'allergy-class' | 'allergy-related' | 'allergy-crossing';
  readonly severity: Severity;
  readonly warning: Pick<Warning, 'text' | 'management'> | null;
}

const atcPattern = /^[A-Z](\d{2}([A-Z]{1,2}(\d{2})?)?)?$/;
const substanceLength = 7;
const groupLength = 5;

/** What the allergy means for medicines; null where the pack knows neither such a class nor such a substance. */
export function allergenOf({ name }: Allergy, pack: CompiledClinical): Allergen | null {
  const written = name.trim().toLowerCase();
  const byName = classesOf(pack).find(({ names }) =>
    names.some((one) => one.toLowerCase() === written),
  );
  if (byName !== undefined) return ofClass(byName.atc, pack, byName.name);
  if (!atcPattern.test(name)) return ofSubstance([written], pack.atcOf(written), pack);
  if (name.length < substanceLength) return ofClass([name], pack, null);
  return ofSubstance(pack.ingredientsOf(name), [name], pack);
}

/** How a medicine meets it, the gravest way first; null where it does not. */
export function meet(allergen: Allergen, medicine: Medicine): Met | null {
  const { substances, classes, related, crossing } = allergen;
  const { atc } = medicine;
  if (substancesIn(medicine).some((one) => substances.includes(one)))
    return { code: 'allergy-substance', severity: 'contraindicated', warning: null };
  if (startsWithAny(atc, classes))
    return { code: 'allergy-class', severity: 'contraindicated', warning: null };
  if (startsWithAny(atc, related))
    return { code: 'allergy-related', severity: 'serious', warning: null };
  const crossed = crossing.find((one) => startsWithAny(atc, one.atc));
  return crossed === undefined ? null : { code: 'allergy-crossing', ...warned(crossed) };
}

/** A whole class, with what the pack's classes within or around it add. */
function ofClass(
  beginnings: readonly string[],
  pack: CompiledClinical,
  name: Bilingual | null,
): Allergen {
  const around = classesOf(pack).filter(({ atc }) =>
    beginnings.some((one) => startsWithAny(one, atc) || atc.some((each) => each.startsWith(one))),
  );
  return {
    name: name ?? around.find(({ atc }) => atc.join() === beginnings.join())?.name ?? null,
    substances: [],
    classes: beginnings,
    related: around.flatMap(({ atc }) => atc),
    crossing: around.flatMap(({ crossing }) => crossing),
  };
}

/** A substance alone; its own group and its class are near to it. */
function ofSubstance(
  substances: readonly string[],
  codes: readonly string[],
  pack: CompiledClinical,
): Allergen | null {
  if (codes.length === 0) return null;
  const around = classesOf(pack).filter(({ atc }) => codes.some((one) => startsWithAny(one, atc)));
  return {
    name: null,
    substances,
    classes: [],
    related: [
      ...codes.map((one) => one.slice(0, groupLength)),
      ...around.flatMap(({ atc }) => atc),
    ],
    crossing: around.flatMap(({ crossing }) => crossing),
  };
}

const classesOf = ({ terms }: CompiledClinical): readonly AllergyClass[] =>
  terms?.allergyClasses ?? [];
