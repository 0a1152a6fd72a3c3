import type { ItemScope } from '#domain/adjudication/contract-terms.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { Contradiction } from './contradiction.ts';
import type { KnownCodes } from './find-dangling.ts';
import type { Path } from './problem.ts';

/** Items in the lists of clinical alerts that the pack does not have. */
export const findClinicalTroubles = ({ clinical }: RulePack, known: KnownCodes): Contradiction[] =>
  (['ageCautions', 'pregnancyCautions'] as const).flatMap((list) =>
    (clinical?.[list] ?? []).flatMap(({ scope }, at) =>
      itemsIn(scope).flatMap((item) => known.item(item, ['clinical', list, at, 'scope'])),
    ),
  );

/** Ids, names and pairs that the lists of clinical alerts have twice. */
export function findClinicalDuplicates({
  clinical,
}: RulePack): (readonly [
  what: string,
  values: readonly (readonly [value: string, path: Path])[],
])[] {
  if (clinical === undefined) return [];
  const { interactions, ageCautions, pregnancyCautions, allergyClasses } = clinical;
  const ids = (list: string, rows: readonly { readonly id: string }[]) =>
    rows.map(({ id }, at) => [id, ['clinical', list, at, 'id']] as const);
  return [
    ['interaction', ids('interactions', interactions)],
    [
      'pair of groups',
      interactions.map(
        ({ between, and }, at) => [pairOf(between, and), ['clinical', 'interactions', at]] as const,
      ),
    ],
    [
      'caution',
      [...ids('ageCautions', ageCautions), ...ids('pregnancyCautions', pregnancyCautions)],
    ],
    ['class of allergies', ids('allergyClasses', allergyClasses)],
    [
      'name of an allergy',
      allergyClasses.flatMap(({ names }, at) =>
        names.map(
          (name, index) =>
            [name.toLowerCase(), ['clinical', 'allergyClasses', at, 'names', index]] as const,
        ),
      ),
    ],
  ];
}

const itemsIn = (scope: ItemScope): readonly string[] => {
  if ('item' in scope) return [scope.item];
  return 'items' in scope ? scope.items : [];
};

const pairOf = (between: readonly string[], and: readonly string[]): string =>
  [between, and]
    .map((side) => side.toSorted().join(' '))
    .toSorted()
    .join(' with ');
