import type { PriceRow, RulePack } from '#domain/adjudication/rule-pack.ts';
import { addDays, type CalendarDate, type Period } from '#domain/dates.ts';
import { type Contradiction, when } from './contradiction.ts';

/** Every item has, in every network, exactly one price on each day of the contract. */
export function findPriceTroubles(pack: RulePack): Contradiction[] {
  const rows = new Map<string, { row: PriceRow; at: number }[]>();
  for (const [at, row] of pack.prices.entries()) {
    const key = `${JSON.stringify(row.scope)} ${row.item}`;
    rows.set(key, [...(rows.get(key) ?? []), { row, at }]);
  }
  const overlaps = [...rows.values()].flatMap((of) => {
    const sorted = of.toSorted((a, b) => (a.row.period.from < b.row.period.from ? -1 : 1));
    return sorted.flatMap(({ row, at }, index) => {
      const before = sorted[index - 1]?.row.period;
      const overlap = before !== undefined && (before.to === null || before.to >= row.period.from);
      return when(
        overlap,
        ['prices', at],
        `"${row.item}" has two prices on ${row.period.from}: end the earlier one the day before`,
      );
    });
  });
  const gaps = pack.items.flatMap(({ code }, at) =>
    pack.networks.flatMap((network) => {
      const own = rows.get(`${JSON.stringify({ network: network.code })} ${code}`) ?? [];
      const day = firstDayWithout(
        own.map(({ row }) => row.period),
        pack.contract.period,
      );
      return day === null
        ? []
        : [
            {
              path: ['items', at],
              why: `"${code}" has no price in network "${network.code}" on ${day}: add it to the prices`,
            },
          ];
    }),
  );
  return [...overlaps, ...gaps];
}

function firstDayWithout(periods: readonly Period[], within: Period): CalendarDate | null {
  let day = within.from;
  for (const period of periods.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (period.from > day) return day;
    if (period.to === null) return null;
    if (period.to >= day) day = addDays(period.to, 1);
  }
  return within.to === null || day <= within.to ? day : null;
}
