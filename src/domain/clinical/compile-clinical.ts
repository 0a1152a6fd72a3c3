import type { CompiledPack, Item, Medicine } from '../adjudication/rule-pack.ts';
import { indexByScope } from '../adjudication/scope-index.ts';
import type { Bilingual } from '../people.ts';
import type { AgeCaution, ClinicalTerms, Interaction, PregnancyCaution } from './terms.ts';

/** An item of which ATC code and ingredient are known. */
export type ListedMedicine = Item & { readonly medicine: Medicine };

/** What a pack knows of medicines and their dangers, laid out for looking up. */
export interface CompiledClinical {
  /** Null: the pack holds no such lists. */
  readonly terms: ClinicalTerms | null;
  item(code: string): Item | null;
  /** The medicines that are one supply to the repeat window, and what that supply is called. */
  supplied(
    repeatCode: number,
  ): { readonly name: Bilingual; readonly items: readonly Item[] } | null;
  /** Substances of the pack's medicines under an ATC code or its beginning. */
  ingredientsOf(atc: string): readonly string[];
  /** ATC codes of the pack's medicines that contain the substance. */
  atcOf(ingredient: string): readonly string[];
  interactions(atc: string, other: string): readonly Interaction[];
  ageCautions(item: Item): readonly AgeCaution[];
  pregnancyCautions(item: Item): readonly PregnancyCaution[];
}

/** The pack laid out for clinical alerts, once for each pack. */
export function clinicalOf(pack: CompiledPack): CompiledClinical {
  const compiled = known.get(pack) ?? compileClinical(pack);
  known.set(pack, compiled);
  return compiled;
}

const known = new WeakMap<CompiledPack, CompiledClinical>();

export const isListed = (item: Item | null): item is ListedMedicine =>
  item !== null && item.medicine !== null;

/** The substances in a medicine, in small letters. */
export const substancesIn = ({ ingredient }: Medicine): readonly string[] =>
  ingredient.toLowerCase().split(/\s+and\s+|\s*[+;/]\s*/);

function compileClinical({ pack, item }: CompiledPack): CompiledClinical {
  const terms = pack.clinical ?? null;
  const medicines = pack.items.filter(isListed);
  const byRepeatCode = Map.groupBy(medicines, ({ medicine }) => medicine.repeatCode);
  const names = new Map(pack.repeatKeys.map(({ code, name }) => [code, name]));
  return {
    terms,
    item,
    supplied(repeatCode) {
      const items = byRepeatCode.get(repeatCode) ?? [];
      const name = names.get(repeatCode) ?? items[0]?.name;
      return name === undefined || items.length === 0 ? null : { name, items };
    },
    ingredientsOf: (atc) =>
      medicines
        .filter(({ medicine }) => medicine.atc.startsWith(atc))
        .flatMap(({ medicine }) => substancesIn(medicine)),
    atcOf: (ingredient) =>
      medicines
        .filter(({ medicine }) => substancesIn(medicine).includes(ingredient))
        .map(({ medicine }) => medicine.atc),
    interactions: indexInteractions(terms?.interactions ?? []),
    ageCautions: indexByScope(terms?.ageCautions ?? [], ({ scope }) => scope),
    pregnancyCautions: indexByScope(terms?.pregnancyCautions ?? [], ({ scope }) => scope),
  };
}

/** Looks up only what names a beginning of the first code, however long the list is. */
function indexInteractions(list: readonly Interaction[]): CompiledClinical['interactions'] {
  const sides = new Map<string, { interaction: Interaction; others: readonly string[] }[]>();
  const put = (beginnings: readonly string[], others: readonly string[], one: Interaction) => {
    for (const beginning of beginnings) {
      const side = { interaction: one, others };
      const before = sides.get(beginning);
      if (before === undefined) sides.set(beginning, [side]);
      else before.push(side);
    }
  };
  for (const one of list) {
    put(one.between, one.and, one);
    put(one.and, one.between, one);
  }
  return (atc, other) => {
    const found = beginningsOf(atc)
      .flatMap((beginning) => sides.get(beginning) ?? [])
      .filter(({ others }) => startsWithAny(other, others))
      .map(({ interaction }) => interaction);
    return list.length === 0 ? [] : [...new Set(found)];
  };
}

const beginningsOf = (atc: string): readonly string[] =>
  Array.from({ length: atc.length }, (_, end) => atc.slice(0, end + 1));

export const startsWithAny = (atc: string, beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => atc.startsWith(beginning));
