import type { ItemScope } from '#domain/adjudication/contract-terms.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { type Contradiction, when } from '../contradiction.ts';
import type { Path } from '../problem.ts';

/** Beginnings of ATC codes in the lists of clinical alerts under which the pack has no medicine. */
export function findUnlistedAtc({ clinical, items }: RulePack): Contradiction[] {
  if (clinical === undefined) return [];
  const codes = items.flatMap(({ medicine }) => medicine?.atc ?? []);
  const judge = (atc: string, path: Path) =>
    when(
      !codes.some((one) => one.startsWith(atc)),
      ['clinical', ...path],
      `no medicine is under ATC ${atc}: correct it, or remove it`,
    );
  const judgeAll = (list: readonly string[], path: Path) =>
    list.flatMap((atc, at) => judge(atc, [...path, at]));
  const judgeScope = (scope: ItemScope, path: Path) =>
    'atc' in scope ? judge(scope.atc, path) : [];
  return [
    ...clinical.interactions.flatMap(({ between, and }, at) => [
      ...judgeAll(between, ['interactions', at, 'between']),
      ...judgeAll(and, ['interactions', at, 'and']),
    ]),
    ...(['ageCautions', 'pregnancyCautions'] as const).flatMap((list) =>
      clinical[list].flatMap(({ scope }, at) => judgeScope(scope, [list, at, 'scope'])),
    ),
    ...clinical.allergyClasses.flatMap(({ atc, crossing }, at) => [
      ...judgeAll(atc, ['allergyClasses', at, 'atc']),
      ...crossing.flatMap((one, index) =>
        judgeAll(one.atc, ['allergyClasses', at, 'crossing', index, 'atc']),
      ),
    ]),
  ];
}
