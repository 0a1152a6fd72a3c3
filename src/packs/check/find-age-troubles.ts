import type { Age, AgeRange } from '#domain/adjudication/contract-terms.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { type Contradiction, when } from '../contradiction.ts';
import type { Path } from '../problem.ts';

/** Ranges of age into which nobody falls. */
export const findAgeTroubles = (pack: RulePack): Contradiction[] => [
  ...pack.itemRules.flatMap(({ age }, at) => reversed(age, ['itemRules', at, 'age'])),
  ...pack.diagnosisRules.flatMap(({ age }, at) => reversed(age, ['diagnosisRules', at, 'age'])),
  ...pack.identity.insteadOfCard.flatMap(({ age }, at) =>
    reversed(age, ['identity', 'insteadOfCard', at, 'age']),
  ),
  ...(pack.clinical?.ageCautions ?? []).flatMap(({ age }, at) =>
    reversed(age, ['clinical', 'ageCautions', at, 'age']),
  ),
  ...reversed(pack.clinical?.childbearing ?? null, ['clinical', 'childbearing']),
];

const reversed = (range: AgeRange | null, path: Path): Contradiction[] => {
  const { from = null, to = null } = range ?? {};
  return when(
    from !== null && to !== null && leastDays(from) > mostDays(to),
    path,
    'nobody is of this age, it ends before it begins: exchange the two',
  );
};

const unitDays = { days: [1, 1], months: [28, 31], years: [365, 366] } as const;

/** On how many days of life the age is reached at the earliest. */
const leastDays = ({ value, unit }: Age): number => value * unitDays[unit][0];

/** On how many days of life it ends at the latest: the last day before the next birthday counts. */
const mostDays = ({ value, unit }: Age): number => (value + 1) * unitDays[unit][1] - 1;
