import type { ImportedItem } from './lay-out-items.ts';
import type { OpenImisRow } from './read-openimis.ts';

export interface Covered {
  readonly row: OpenImisRow;
  readonly plan: string;
  readonly item: ImportedItem;
  /** The insurer's part in percent. */
  readonly percent: number;
}

/** A fixed limit: the most that is paid of one line. */
export function fixedLimitOf({ row, plan, item }: Covered): object[] {
  const limit = row.cell('LimitAdult');
  if (row.cell('LimitationType') !== 'F' || limit === '') return [];
  return [
    ceiling(`${plan}-${item.code}`, item.name, plan, limit, {
      for: { item: item.code },
      per: 'line',
    }),
  ];
}

const whole = [
  ['MaxInsuree', 'member', 'policy-year', 'سقف المنتفع في سنة العقد', 'Member in a policy year'],
  ['MaxPolicy', 'family', 'policy-year', 'سقف العقد في سنته', 'Policy in its year'],
  ['MaxTreatment', 'member', 'visit', 'سقف الزيارة', 'One visit'],
] as const;

export const ceilingsOf = (row: OpenImisRow): object[] =>
  whole.flatMap(([column, of, per, ar, en]) => {
    const plan = row.cell('ProductCode');
    const limit = row.cell(column);
    return limit === '' ? [] : [ceiling(`${plan}-${column}`, { ar, en }, plan, limit, { of, per })];
  });

const categories = [
  ['S', 'Surgery', 'العمليات الجراحية', 'Surgery'],
  ['C', 'Consultation', 'الاستشارات', 'Consultations'],
  ['D', 'Delivery', 'الولادة', 'Delivery'],
  ['A', 'Antenatal', 'رعاية الحمل', 'Antenatal care'],
] as const;

/** Most money and number a policy year of the services of one category. */
export function categoryCeilings(row: OpenImisRow, items: readonly ImportedItem[]): object[] {
  const plan = row.cell('ProductCode');
  return categories.flatMap(([letter, column, ar, en]) => {
    const scope = items.filter(({ category }) => category === letter).map(({ code }) => code);
    if (scope.length === 0) return [];
    const bound = { for: { items: scope }, per: 'policy-year' };
    const [amount, number] = [row.cell(`MaxAmount${column}`), row.number(`MaxNo${column}`)];
    return [
      ...(amount === ''
        ? []
        : [ceiling(`${plan}-MaxAmount${column}`, { ar, en }, plan, amount, bound)]),
      ...(number === null
        ? []
        : [
            ceiling(`${plan}-MaxNo${column}`, { ar, en }, plan, number, {
              ...bound,
              basis: 'units',
            }),
          ]),
    ];
  });
}

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
