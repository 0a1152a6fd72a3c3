import { isStated } from './lay-out-ceilings.ts';
import type { OpenImisRow } from './read-openimis.ts';
import type { Refuse } from './words.ts';

const columns = [
  ['DedTreatment', 'member', 'visit', 'تحمّل الزيارة', 'Deductible of a visit'],
  ['DedInsuree', 'member', 'policy-year', 'تحمّل المنتفع في السنة', 'Deductible of a member a year'],
  ['DedPolicy', 'family', 'policy-year', 'تحمّل العقد في السنة', 'Deductible of a policy a year'],
] as const;

/**
 * A product's deductible. openIMIS takes it of what the fixed limit leaves, and the share of what is left after it,
 * as a pack does; but where a product states two, it takes one by its kind, a pack the smaller remainder.
 */
export function deductiblesOf(row: OpenImisRow, refuse: Refuse): object[] {
  const stated = columns.filter(([column]) => isStated(row, column));
  const [first] = stated;
  if (first === undefined) return [];
  const plan = row.cell('ProductCode');
  const [column, of, per, ar, en] = first;
  if (stated.length > 1)
    refuse(
      row.place,
      `it states ${stated.map(([name]) => name).join(' and ')}, of which a pack takes the smaller remainder: state one`,
    );
  return [
    {
      id: `${plan}-${column}`,
      name: { ar, en },
      plans: [plan],
      per,
      of,
      amount: row.amount(column),
      clause: 'products',
    },
  ];
}
