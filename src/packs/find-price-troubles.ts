import type { DecreeRow, PriceRow, RulePack } from '#domain/adjudication/rule-pack.ts';
import { addDays, type CalendarDate, type Instant, type Period } from '#domain/dates.ts';
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
      (rows.get(keyOf(scope, item)) ?? []).map(({ row }) => wholeDaysOf(row)),
    ),
    ...findStrayMoments(pack.prices, 'prices'),
    ...findStrayMoments(pack.decrees, 'decrees'),
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
    const sorted = of.toSorted((a, b) => (beginningOf(a.row) < beginningOf(b.row) ? -1 : 1));
    return sorted.flatMap(({ row, at }, index) => {
      const before = sorted[index - 1]?.row;
      return [
        ...when(
          before !== undefined && row.at === undefined && isOn(before, row.period.from),
          [list, at],
          `"${row.item}" has two prices on ${row.period.from}: end the earlier one the day before`,
        ),
        ...when(
          before !== undefined && row.at !== undefined && isOn(before, addDays(row.period.from, 1)),
          [list, at],
          `"${row.item}" has two prices on ${addDays(row.period.from, 1)}: end the earlier one on the day on which this one begins`,
        ),
        ...when(
          before !== undefined && row.at !== undefined && row.at === before.at,
          [list, at],
          `"${row.item}" has two prices from ${row.at} on: remove one of them`,
        ),
      ];
    });
  });

/** By text, a day sorts before every moment that is said of it. */
const beginningOf = ({ period, at }: DecreeRow): string => `${period.from} ${at ?? ''}`;

/** Of a later row, whether one before it is still in force on a day. */
const isOn = ({ period: { to } }: DecreeRow, day: CalendarDate): boolean =>
  to === null || to >= day;

/** The days on which a row is in force whatever the hour. */
const wholeDaysOf = ({ period, at }: DecreeRow): Period =>
  at === undefined ? period : { from: addDays(period.from, 1), to: period.to };

/** Moments that lie on no clock of their day: it begins fourteen hours before that of UTC at the earliest, and ends twelve after it. */
const findStrayMoments = (
  rows: readonly DecreeRow[],
  list: 'prices' | 'decrees',
): Contradiction[] =>
  rows.flatMap(({ period: { from }, at }, index) =>
    when(
      at !== undefined && (at < hoursFrom(from, -14) || at >= hoursFrom(from, 36)),
      [list, index],
      `${at} is not on ${from}, wherever one is: correct the moment, or from`,
    ),
  );

const hoursFrom = (day: CalendarDate, hours: number): Instant =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + hours * 3_600_000).toISOString() as Instant;

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
