import type { Period } from '#domain/dates.ts';
import { type ImportedItem, outside } from './lay-out-items.ts';
import type { OpenImis, OpenImisRow } from './read-openimis.ts';
import { codeOf, type Refuse, untranslated } from './words.ts';

/**
 * Facilities with the same two price lists are a network; what stands in neither list it is without, and openIMIS
 * refuses: "not in the price list", its reason 2.
 */
export function layOutPrices(
  tables: OpenImis,
  items: readonly ImportedItem[],
  period: Period,
  refuse: Refuse,
) {
  const pairs = new Map<string, OpenImisRow>();
  for (const facility of tables.facilities) pairs.set(networkOf(facility), facility);
  const pricesOf = openLists(tables);
  const networks = [...pairs].map(([code, facility]) => {
    const prices = items.map((item) => [item.code, pricesOf(facility, item)] as const);
    const withoutItems = prices.filter(([, price]) => price === null).map(([item]) => item);
    return {
      network: { code, name: untranslated(nameOf(tables, facility)), withoutItems },
      prices,
    };
  });
  return {
    networks: networks.map(({ network }) => network),
    lists: networks.map(({ network, prices }) => ({
      network: network.code,
      from: period.from,
      to: period.to,
      prices: Object.fromEntries(prices.filter(([, price]) => price !== null)),
    })),
    providers: tables.facilities.map((row) => ({
      providerId: codeOf(row, 'HFCode', refuse),
      name: untranslated(row.cell('HFName')),
      place: { ar: 'غير مذكور', en: 'not stated' },
      network: networkOf(row),
      ...careOf(row, refuse),
    })),
    unlisted: networks.flatMap(({ network }) => unlistedIn(network)),
  };
}

/** A price that nobody knows refers; that a list leaves an item out is known. */
const unlistedIn = ({ code, withoutItems }: NetworkWithout) =>
  withoutItems.length === 0
    ? []
    : [
        {
          id: `not-in-list-${code}`,
          for: { items: withoutItems },
          when: `provider.network == "${code}"`,
          outcome: 'decline',
          bearer: 'provider',
          text: { ar: 'ليس في لائحة أسعار الجهة', en: 'it is not in the facility’s price list' },
          clause: 'lists',
        },
      ];

interface NetworkWithout {
  readonly code: string;
  readonly withoutItems: readonly string[];
}

const networkOf = (facility: OpenImisRow): string =>
  `S${facility.cell('PLServiceID')}-I${facility.cell('PLItemID')}`;

/** The price of an item at a facility: the list's own, else the register's; null where the list leaves it out. */
function openLists(tables: OpenImis): (facility: OpenImisRow, item: ImportedItem) => string | null {
  const index = (rows: readonly OpenImisRow[], list: string, id: string) =>
    new Map(rows.map((row) => [`${row.cell(list)} ${row.cell(id)}`, row.amount('PriceOverule')]));
  const lists = {
    item: { column: 'PLItemID', rows: index(tables['item-price-list'], 'PLItemID', 'ItemID') },
    service: {
      column: 'PLServiceID',
      rows: index(tables['service-price-list'], 'PLServiceID', 'ServiceID'),
    },
  };
  return (facility, { table, id, price }) => {
    const { column, rows } = lists[table];
    const own = rows.get(`${facility.cell(column)} ${id}`);
    if (own === undefined) return null;
    return own === '' ? price : own;
  };
}

const nameOf = (tables: OpenImis, facility: OpenImisRow): string =>
  tables['price-lists-services']
    .find((list) => list.cell('PLServiceID') === facility.cell('PLServiceID'))
    ?.cell('PLServName') ?? networkOf(facility);

function careOf(row: OpenImisRow, refuse: Refuse): object {
  const care = row.cell('HFCareType');
  if (care === 'B' || care === '') return {};
  if (care === 'O') return { settings: outside };
  if (care === 'I') return { settings: ['inpatient'] };
  refuse(row.place, `"${care}" is no kind of care: write O, I or B`);
  return {};
}
