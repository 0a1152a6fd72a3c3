import type { DecreeRow, PriceRow, RulePack } from '#domain/adjudication/rule-pack.ts';
import type { Period } from '#domain/dates.ts';
import { type Contradiction, when } from './contradiction.ts';
import { firstDayWithout } from './first-day-without.ts';

/** Every item has exactly one price on each day of the contract, wherever a provider may be asked for it. */
export function findPriceTroubles(pack: RulePack): Contradiction[] {
  const rows = groupBy(pack.prices, ({ scope, item }) => keyOf(scope, item));
  return [
    ...findOverlaps(rows, 'prices'),
    ...findOverlaps(
      groupBy(pack.decrees, ({ item }) => item),
      'decrees',
    ),
    ...findGaps(pack, (scope, item) =>
      (rows.get(keyOf(scope, item)) ?? []).map(({ row }) => row.period),
    ),
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

/** Days without a price at a provider that may be asked: in its network, licensed, and not told to be without it. */
function findGaps(
  pack: RulePack,
  periodsOf: (scope: PriceRow['scope'], item: string) => readonly Period[],
): Contradiction[] {
  const networks = pack.networks.map((network) => ({
    code: network.code,
    withoutItems: new Set(network.withoutItems),
    providers: pack.providers.filter((one) => one.network === network.code),
  }));
  return pack.items.flatMap(({ code, kind }, at) =>
    networks.flatMap(({ code: network, withoutItems, providers }) => {
      if (withoutItems.has(code)) return [];
      const own = periodsOf({ network }, code);
      if (firstDayWithout(own, pack.contract.period) === null) return [];
      const days = providers
        .filter(({ licences }) => licences === null || licences.includes(kind))
        .map(({ providerId, tier }) =>
          firstDayWithout(
            [
              ...periodsOf({ provider: providerId }, code),
              ...(tier === undefined ? [] : periodsOf({ tier }, code)),
              ...own,
            ],
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
