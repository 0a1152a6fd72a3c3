import type { ImportedItem } from './lay-out-items.ts';
import type { Covered } from './list-covered.ts';
import type { OpenImisRow } from './read-openimis.ts';
import type { Refuse } from './words.ts';

const whole = [
  ['MaxInsuree', 'member', 'policy-year', 'سقف المنتفع في سنة العقد', 'Member in a policy year'],
  ['MaxPolicy', 'family', 'policy-year', 'سقف العقد في سنته', 'Policy in its year'],
  ['MaxTreatment', 'member', 'visit', 'سقف الزيارة', 'One visit'],
] as const;

/** The product's ceiling of everything; zero is none. Of two, openIMIS takes one by its kind, a pack the smaller remainder. */
export function ceilingsOf(
  row: OpenImisRow,
  covered: readonly Covered[],
  refuse: Refuse,
): object[] {
  const stated = whole.filter(([column]) => isStated(row, column));
  const [first] = stated;
  if (first === undefined) return [];
  if (stated.length > 1)
    refuse(
      row.place,
      `it states ${stated.map(([name]) => name).join(' and ')}, of which a pack takes the smaller remainder: state one`,
    );
  const plan = row.cell('ProductCode');
  const [column, of, per, ar, en] = first;
  const bound = scopeOf(
    covered.filter((one) => one.plan === plan),
    refuse,
  );
  if (bound === null) return [];
  return [
    ceiling(`${plan}-${column}`, { ar, en }, plan, row.amount(column), { ...bound, of, per }),
  ];
}

/** What the ceiling counts: all, or all that is not excluded from it; null where everything is. */
function scopeOf(covered: readonly Covered[], refuse: Refuse): object | null {
  const counted = covered.filter((one) => !isExcluded(one, refuse)).map(({ item }) => item.code);
  if (counted.length === covered.length) return {};
  return counted.length === 0 ? null : { for: { items: counted } };
}

function isExcluded({ row }: Covered, refuse: Refuse): boolean {
  const [adult, child] = [row.cell('CeilingExclusionAdult'), row.cell('CeilingExclusionChild')];
  if (adult !== child || !['', 'B'].includes(adult))
    refuse(
      row.place,
      'it is outside the ceiling by kind of care or by age: write B in CeilingExclusionAdult and CeilingExclusionChild, or leave both empty',
    );
  return adult === 'B';
}

const categories = [
  ['S', 'Surgery', 'العمليات الجراحية', 'Surgery'],
  ['C', 'Consultation', 'الاستشارات', 'Consultations'],
  ['D', 'Delivery', 'الولادة', 'Delivery'],
  ['A', 'Antenatal', 'رعاية الحمل', 'Antenatal care'],
] as const;

/** Most money a claim, and most claims a policy year, of the services of one category. */
export function categoryCeilings(row: OpenImisRow, items: readonly ImportedItem[]): object[] {
  const plan = row.cell('ProductCode');
  return categories.flatMap(([letter, column, ar, en]) => {
    const scope = codesOf(items, letter);
    if (scope.length === 0) return [];
    const lay = (name: string, limit: string | number, bound: object) =>
      ceiling(`${plan}-${name}${column}`, { ar, en }, plan, limit, {
        for: { items: scope },
        ...bound,
      });
    const number = row.number(`MaxNo${column}`) ?? 0;
    return [
      ...(isStated(row, `MaxAmount${column}`)
        ? [lay('MaxAmount', row.amount(`MaxAmount${column}`), { per: 'visit' })]
        : []),
      ...(number > 0 ? [lay('MaxNo', number, { per: 'policy-year', basis: 'visits' })] : []),
    ];
  });
}

/** Services of which the product pays no claim at all: the most of their category is none. */
export const neverPaid = (row: OpenImisRow, items: readonly ImportedItem[]): readonly string[] =>
  categories.flatMap(([letter, column]) =>
    row.number(`MaxNo${column}`) === 0 ? codesOf(items, letter) : [],
  );

const codesOf = (items: readonly ImportedItem[], letter: string): readonly string[] =>
  items.filter(({ category }) => category === letter).map(({ code }) => code);

export const isStated = (row: OpenImisRow, column: string): boolean =>
  (row.number(column) ?? 0) !== 0;

const ceiling = (
  ceilingId: string,
  name: object,
  plan: string,
  limit: string | number,
  bound: object,
): object => ({
  ceilingId,
  name,
  plans: [plan],
  of: 'member',
  basis: 'net',
  limit,
  ...bound,
  clause: 'products',
});
