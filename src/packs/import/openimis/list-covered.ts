import type { ImportedItem } from './lay-out-items.ts';
import type { OpenImis, OpenImisRow } from './read-openimis.ts';
import type { Refuse } from './words.ts';

/** What a product lists: an item, and what of it the product pays. */
export interface Covered {
  readonly row: OpenImisRow;
  readonly plan: string;
  readonly item: ImportedItem;
  readonly share: Share;
}

/** The insurer's part in percent, and in an emergency. */
export interface Share {
  readonly percent: number;
  readonly emergency: number;
}

/** Items and services of every product; `codes` are the products' by their ids. */
export function listCovered(
  tables: OpenImis,
  items: readonly ImportedItem[],
  codes: ReadonlyMap<string, string>,
  refuse: Refuse,
): readonly Covered[] {
  const byId = new Map(items.map((item) => [`${item.table} ${item.id}`, item]));
  const read = (table: ImportedItem['table'], id: string, rows: readonly OpenImisRow[]) =>
    rows.flatMap((row): Covered[] => {
      const item = byId.get(`${table} ${row.cell(id)}`);
      const plan = codes.get(row.cell('ProdID'));
      // What is no longer in force in the register is not offered either.
      if (item === undefined || plan === undefined) return [];
      refuseOtherPrice(row, refuse);
      return [{ row, plan, item, share: shareOf(row, refuse) }];
    });
  return [
    ...read('item', 'ItemID', tables['product-items']),
    ...read('service', 'ServiceID', tables['product-services']),
  ];
}

function shareOf(row: OpenImisRow, refuse: Refuse): Share {
  const limit = both(row, 'LimitAdult', 'LimitChild', refuse);
  refuseOther(row, 'R', limit, refuse);
  if (row.cell('LimitationType') !== 'C') {
    refuseOther(row, 'E', limit, refuse);
    return { percent: 100, emergency: 100 };
  }
  const percent = percentOf(row, limit ?? 100, refuse);
  if (row.cell('LimitationTypeE') !== 'C') {
    refuseOther(row, 'E', limit, refuse);
    return { percent, emergency: percent };
  }
  const emergency = both(row, 'LimitAdultE', 'LimitChildE', refuse);
  return { percent, emergency: percentOf(row, emergency ?? percent, refuse) };
}

function percentOf(row: OpenImisRow, percent: number, refuse: Refuse): number {
  if (Number.isInteger(percent) && percent >= 0 && percent <= 100) return percent;
  refuse(row.place, `it pays ${percent} percent: a pack states whole percents from 0 to 100`);
  return 100;
}

/** A pack's shares know no referral, and a fixed limit no emergency either; what is left empty is the same. */
function refuseOther(
  row: OpenImisRow,
  visit: 'R' | 'E',
  limit: number | null,
  refuse: Refuse,
): void {
  const differs = (column: string) => ![null, limit].includes(row.number(column));
  const isOther =
    !['', row.cell('LimitationType')].includes(row.cell(`LimitationType${visit}`)) ||
    differs(`LimitAdult${visit}`) ||
    differs(`LimitChild${visit}`);
  if (isOther)
    refuse(
      row.place,
      `it pays otherwise ${visit === 'R' ? 'on referral' : 'in an emergency'}: state one limit, and add the other to the pack as a condition`,
    );
}

/** One value for adults and children; a pack's shares and prices know no ages. */
function both(row: OpenImisRow, adult: string, child: string, refuse: Refuse): number | null {
  if (row.number(adult) !== row.number(child))
    refuse(
      row.place,
      `${adult} and ${child} differ: state one, and add the other to the pack as a condition`,
    );
  return row.number(adult);
}

/** P, the price list's, is the price of a pack. */
function refuseOtherPrice(row: OpenImisRow, refuse: Refuse): void {
  const origin = row.cell('PriceOrigin');
  if (['P', ''].includes(origin)) return;
  const why = origins.get(origin) ?? 'is no origin of a price';
  refuse(row.place, `PriceOrigin ${origin} ${why}: write P, the price list's`);
}

const origins = new Map([
  ['O', 'pays whatever the facility asks, and a pack holds it to a list'],
  ['R', 'is reckoned from the funds at the end of a period, and a pack decides at once'],
]);
