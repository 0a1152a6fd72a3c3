import type { Covered } from './lay-out-ceilings.ts';
import type { OpenImisRow } from './read-openimis.ts';
import type { Refuse } from './words.ts';

const columns = [
  ['DedTreatment', 'member', 'visit', 'تحمّل الزيارة', 'Deductible of a visit'],
  ['DedInsuree', 'member', 'policy-year', 'تحمّل المنتفع في السنة', 'Deductible of a member a year'],
  ['DedPolicy', 'family', 'policy-year', 'تحمّل العقد في السنة', 'Deductible of a policy a year'],
] as const;

/**
 * A product's deductible, where both programs mean the same by it. openIMIS takes a share first and the
 * deductible of what is left, a pack the other way round; and where a product states two, openIMIS takes one
 * by its kind, a pack the smaller remainder.
 */
export function deductiblesOf(
  row: OpenImisRow,
  covered: readonly Covered[],
  refuse: Refuse,
): object[] {
  const stated = columns.filter(([column]) => (row.number(column) ?? 0) !== 0);
  const [first] = stated;
  if (first === undefined) return [];
  const plan = row.cell('ProductCode');
  const [column, of, per, ar, en] = first;
  if (stated.length > 1)
    refuse(
      row.place,
      `it states ${stated.map(([name]) => name).join(' and ')}, of which a pack takes the smaller remainder: state one`,
    );
  if (covered.some((one) => one.plan === plan && one.percent !== 100))
    refuse(
      row.place,
      `${column} comes after the member's share of its items there, and before it in a pack: empty it, and add a deductible to the pack`,
    );
  return [
    {
      id: `${plan}-${column}`,
      name: { ar, en },
      plans: [plan],
      per,
      of,
      amount: row.cell(column),
      clause: 'products',
    },
  ];
}
