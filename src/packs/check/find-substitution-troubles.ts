import type { Item, Medicine, RulePack } from '#domain/adjudication/rule-pack.ts';
import { isExchangeable } from '#domain/adjudication/substitution.ts';
import { type Contradiction, when } from '../contradiction.ts';
import type { Path } from '../problem.ts';

/** A medicine with its place in the pack. */
interface Placed {
  readonly item: Item;
  readonly medicine: Medicine;
  readonly at: number;
}

const listMedicines = ({ items }: RulePack): readonly Placed[] =>
  items.flatMap((item, at) =>
    item.medicine === null ? [] : [{ item, medicine: item.medicine, at }],
  );

const pathTo = ({ at }: Placed, field: keyof Medicine): Path => ['items', at, 'medicine', field];

/** Stated groups that cannot be meant: of several ingredients, or with a medicine that is never exchanged. */
export function findSubstitutionTroubles(pack: RulePack): Contradiction[] {
  return inStatedGroups(pack).flatMap(([first, one]) => {
    const path = pathTo(one, 'substitutionGroup');
    const group = one.medicine.substitutionGroup;
    return [
      ...when(
        first.medicine.ingredient !== one.medicine.ingredient,
        path,
        `substitution group "${group}" is of ${first.medicine.ingredient}, as ${first.item.code} has it, and this medicine of ${one.medicine.ingredient}: give it another group, or write the ingredient alike`,
      ),
      ...[first, one]
        .filter(({ medicine }) => medicine.isNarrowIndex === true)
        .flatMap((narrow) =>
          when(
            true,
            pathTo(narrow, 'substitutionGroup'),
            `${narrow.item.code} is of a narrow index and never exchanged, and shares substitution group "${group}": take it out of the group`,
          ),
        ),
    ];
  });
}

/** What may be meant, and is seldom: groups whose quantities differ, and narrow indices that are told of some only. */
export function findSubstitutionDoubts(pack: RulePack): Contradiction[] {
  const medicines = listMedicines(pack);
  return [
    ...inStatedGroups(pack).flatMap(([first, one]) =>
      when(
        first.item.unit !== one.item.unit || first.medicine.strength !== one.medicine.strength,
        pathTo(one, 'substitutionGroup'),
        `${one.item.code} is not of the unit and strength of ${first.item.code}, with which it shares a substitution group, and is given in its place unit for unit: give it another group`,
      ),
    ),
    ...toldOfSome(medicines),
    ...medicines.flatMap((one) => usuallyNarrow(one, medicines)),
  ];
}

/** Of each stated group, its first medicine with each that follows. */
const inStatedGroups = (pack: RulePack): readonly (readonly [Placed, Placed])[] => {
  const first = new Map<string, Placed>();
  return listMedicines(pack).flatMap((one): (readonly [Placed, Placed])[] => {
    const group = one.medicine.substitutionGroup;
    if (group === undefined) return [];
    const before = first.get(group);
    if (before === undefined) first.set(group, one);
    return before === undefined ? [] : [[before, one]];
  });
};

/** Medicines that are not of a narrow index, although others of their ingredient are. */
function toldOfSome(medicines: readonly Placed[]): Contradiction[] {
  const narrow = new Map(
    medicines
      .filter(({ medicine }) => medicine.isNarrowIndex === true)
      .map(({ item, medicine }) => [medicine.ingredient, item.code]),
  );
  return medicines.flatMap((one) => {
    const { ingredient, isNarrowIndex } = one.medicine;
    const other = narrow.get(ingredient);
    return when(
      isNarrowIndex === undefined && other !== undefined,
      pathTo(one, 'ingredient'),
      `${other}, also of ${ingredient}, is of a narrow index, and ${one.item.code} is not: set narrowIndex for both, or for neither`,
    );
  });
}

const usuallyNarrow = (one: Placed, all: readonly Placed[]): Contradiction[] => {
  const { medicine, item } = one;
  return when(
    narrowIndexAtc.includes(medicine.atc) &&
      all.some((other) => other !== one && isExchangeable(medicine, other.medicine)),
    pathTo(one, 'atc'),
    `ATC ${medicine.atc} is usually counted among those of a narrow index, and ${item.code} is exchanged for others: set narrowIndex, or give it a substitutionGroup of its own`,
  );
};

/**
 * Of which regulators ask for narrower limits of bioequivalence, or advise against changing the product: warfarin,
 * digoxin, levothyroxine, lithium, phenytoin, carbamazepine, ciclosporin, tacrolimus.
 */
const narrowIndexAtc = [
  'B01AA03',
  'C01AA05',
  'H03AA01',
  'N05AN01',
  'N03AB02',
  'N03AF01',
  'L04AD01',
  'L04AD02',
];
