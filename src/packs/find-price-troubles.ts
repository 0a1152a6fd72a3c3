import type { DecreeRow, PriceRow, RulePack } from '#domain/adjudication/rule-pack.ts';
import { addDays, type CalendarDate, type Period } from '#domain/dates.ts';
import { type Contradiction, when } from './contradiction.ts';

/** Every item has exactly one price on each day of the contract, wherever a provider may be asked for it. */
export function findPriceTroubles(pack: RulePack): Contradiction[] {
  const rows = groupBy(pack.prices, ({ scope, item }) => keyOf(scope, item));
  return [
    ...findOverlaps(rows, 'prices'),
    ...findOverlaps(
      groupBy(pack.decrees, ({ item }) => item),
      'decrees',
    ),
    ...findGaps(pack, (scope, item) => rows.get(keyOf(scope, item)) ?? []),
  ];
}

type Grouped<Row extends DecreeRow> = ReadonlyMap<
  string,
  readonly { readonly row: Row; readonly at: number }[]
>;

function groupBy<Row extends DecreeRow>(
  list: readonly Row[],
  keyOfRow: (row: Row) => string,
): Grouped<Row> {
  const rows = new Map<string, { row: Row; at: number }[]>();
  for (const [at, row] of list.entries()) {
    const key = keyOfRow(row);
    rows.set(key, [...(rows.get(key) ?? []), { row, at }]);
  }
  return rows;
}

const findOverlaps = (rows: Grouped<DecreeRow>, list: 'prices' | 'decrees'): Contradiction[] =>
  [...rows.values()].flatMap((of) => {
    const sorted = of.toSorted((a, b) => (a.row.period.from < b.row.period.from ? -1 : 1));
    return sorted.flatMap(({ row, at }, index) => {
      const before = sorted[index - 1]?.row.period;
      const overlap = before !== undefined && (before.to === null || before.to >= row.period.from);
      return when(
        overlap,
        [list, at],
        `"${row.item}" has two prices on ${row.period.from}: end the earlier one the day before`,
      );
    });
  });

type Periods = readonly { readonly row: Pick<PriceRow, 'period'> }[];

/** Days without a price at a provider that may be asked: in its network, licensed, and not told to be without it. */
function findGaps(
  pack: RulePack,
  rowsOf: (scope: PriceRow['scope'], item: string) => Periods,
): Contradiction[] {
  const networks = pack.networks.map((network) => ({
    code: network.code,
    withoutItems: new Set(network.withoutItems),
    providers: pack.providers.filter((one) => one.network === network.code),
  }));
  return pack.items.flatMap(({ code, kind }, at) =>
    networks.flatMap(({ code: network, withoutItems, providers }) => {
      if (withoutItems.has(code)) return [];
      const own = rowsOf({ network }, code);
      if (firstDayWithout(own, pack.contract.period) === null) return [];
      const days = providers
        .filter(({ licences }) => licences === null || licences.includes(kind))
        .map(({ providerId }) =>
          firstDayWithout(
            [...rowsOf({ provider: providerId }, code), ...own],
            pack.contract.period,
          ),
        )
        .filter((day) => day !== null);
      const [day] = days.toSorted();
      return day === undefined
        ? []
        : [
            {
              path: ['items', at],
              why: `"${code}" has no price in network "${network}" on ${day}: add it to the prices, or to the network's withoutItems`,
            },
          ];
    }),
  );
}

const keyOf = (scope: PriceRow['scope'], item: string): string =>
  `${JSON.stringify(scope)} ${item}`;

function firstDayWithout(rows: Periods, within: Period): CalendarDate | null {
  let day = within.from;
  const periods = rows.map(({ row }) => row.period);
  for (const period of periods.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (period.from > day) return day;
    if (period.to === null) return null;
    if (period.to >= day) day = addDays(period.to, 1);
  }
  return within.to === null || day <= within.to ? day : null;
}
