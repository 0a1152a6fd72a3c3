import type { ItemRule } from '#domain/adjudication/item-rule.ts';
import { type Contradiction, when } from './contradiction.ts';
import type { Path } from './problem.ts';

/** Terms of pregnancies and teeth that say nothing, or cannot be met. */
export const findCareTroubles = (
  { maternity, dental }: Pick<ItemRule, 'maternity' | 'dental'>,
  path: Path,
): Contradiction[] => [
  ...when(
    maternity !== null && Object.values(maternity).every((value) => value === null),
    [...path, 'maternity'],
    'it says nothing: write waitingMonths, weeks or deliveries',
  ),
  ...when(
    maternity?.weeks != null && maternity.weeks.from > maternity.weeks.to,
    [...path, 'maternity', 'weeks'],
    'the weeks end before they begin: exchange them',
  ),
  ...when(
    dental?.dentition === 'primary' && dental.kinds?.includes('premolar') === true,
    [...path, 'dental', 'kinds'],
    'there are no primary premolars: remove them, or the dentition',
  ),
];
