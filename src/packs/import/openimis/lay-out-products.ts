import { isNever, termsByAge } from './lay-out-ages.ts';
import {
  type Covered,
  categoryCeilings,
  ceilingsOf,
  isStated,
  neverPaid,
} from './lay-out-ceilings.ts';
import { deductiblesOf } from './lay-out-deductibles.ts';
import type { ImportedItem } from './lay-out-items.ts';
import type { OpenImis, OpenImisRow } from './read-openimis.ts';
import { type Refuse, untranslated } from './words.ts';

/**
 * Products become plans. openIMIS states a share of every item in every product, a pack one of every benefit in
 * every plan: items whose shares are the same everywhere are a benefit.
 */
export function layOutProducts(
  tables: OpenImis,
  items: readonly ImportedItem[],
  networks: readonly { readonly code: string }[],
  refuse: Refuse,
) {
  for (const row of tables.products) refuseUnknown(row, refuse);
  const codes = new Map(
    tables.products.map((row) => [row.cell('ProdID'), row.cell('ProductCode')]),
  );
  const covered = listCovered(tables, items, codes, refuse);
  const byAge = termsByAge(covered);
  const shares = new Map(
    covered.map(({ plan, item, percent }) => [`${plan} ${item.code}`, percent]),
  );
  const profileOf = ({ kind, code }: ImportedItem): string =>
    JSON.stringify([
      kind === 'medicine' || kind === 'device' ? 'items' : 'services',
      ...[...codes.values()].map((plan) => shares.get(`${plan} ${code}`) ?? null),
    ]);
  const profiles = [...new Set(items.map(profileOf))];
  const benefitOf = (profile: string) => `benefit-${profiles.indexOf(profile) + 1}`;
  const benefitOfItem = new Map(items.map((item) => [item.code, benefitOf(profileOf(item))]));
  return {
    benefits: profiles.map((profile) => ({
      code: benefitOf(profile),
      name: nameOf(profile, benefitOf(profile)),
    })),
    ofItem: (code: string) => benefitOfItem.get(code) ?? '',
    plans: tables.products.map((row, at) => ({
      code: row.cell('ProductCode'),
      name: untranslated(row.cell('ProductName')),
      networks: networks.map(({ code }) => code),
      benefits: profiles.map((profile) => {
        const percent = (JSON.parse(profile) as (number | null)[])[at + 1] ?? null;
        const benefit = { benefit: benefitOf(profile), covered: percent !== null };
        const share =
          percent === null || percent === 100 ? {} : { coInsurance: { percent: 100 - percent } };
        return { ...benefit, ...share, clause: 'products' };
      }),
      excludedItems: excludedFrom(row, items, covered).map((item) => ({
        item,
        clause: 'products',
      })),
    })),
    fixedLimits: covered.flatMap(fixedLimitOf),
    waiting: { waiting: byAge.waiting },
    frequencies: { frequencies: byAge.frequencies },
    conditionsByAge: byAge.conditions,
    ceilings: {
      ceilings: [
        ...tables.products.flatMap((row) => ceilingsOf(row, covered, refuse)),
        ...tables.products.flatMap((row) => categoryCeilings(row, items)),
      ],
      deductibles: tables.products.flatMap((row) => deductiblesOf(row, refuse)),
    },
  };
}

/** `["items",100,null]` in words. */
function nameOf(profile: string, code: string) {
  const number = code.replace('benefit-', '');
  return profile.startsWith('["items"')
    ? { ar: `الأدوية والمواد، ${number}`, en: `Medicines and items, ${number}` }
    : { ar: `الخدمات، ${number}`, en: `Services, ${number}` };
}

function listCovered(
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
      const limit = both(row, 'LimitAdult', 'LimitChild', refuse);
      refuseOtherLimits(row, limit, refuse);
      const isShare = row.cell('LimitationType') === 'C';
      return [{ row, plan, item, percent: isShare ? percentOf(row, limit, refuse) : 100 }];
    });
  return [
    ...read('item', 'ItemID', tables['product-items']),
    ...read('service', 'ServiceID', tables['product-services']),
  ];
}

function percentOf(row: OpenImisRow, limit: number | null, refuse: Refuse): number {
  const percent = limit ?? 100;
  if (Number.isInteger(percent) && percent >= 0 && percent <= 100) return percent;
  refuse(row.place, `it pays ${percent} percent: a pack states whole percents from 0 to 100`);
  return 100;
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

/** A fixed limit: the most that is paid of a unit; zero is none. */
const fixedLimitOf = ({ row, plan, item }: Covered): object[] =>
  row.cell('LimitationType') !== 'F' || !isStated(row, 'LimitAdult')
    ? []
    : [
        {
          for: { item: item.code },
          plans: [plan],
          price: { reference: row.amount('LimitAdult') },
          clause: 'products',
        },
      ];

/** What the product lists and never pays. */
const excludedFrom = (
  row: OpenImisRow,
  items: readonly ImportedItem[],
  covered: readonly Covered[],
): readonly string[] => {
  const plan = row.cell('ProductCode');
  const none = covered
    .filter((one) => one.plan === plan && isNever(one))
    .map(({ item }) => item.code);
  return [...new Set([...none, ...neverPaid(row, items)])];
};

/** A pack's shares know no referral and no emergency. */
function refuseOtherLimits(row: OpenImisRow, limit: number | null, refuse: Refuse): void {
  const differs = (column: string) => ![null, limit].includes(row.number(column));
  const isOther = ['R', 'E'].some(
    (other) =>
      !['', row.cell('LimitationType')].includes(row.cell(`LimitationType${other}`)) ||
      differs(`LimitAdult${other}`) ||
      differs(`LimitChild${other}`),
  );
  if (isOther)
    refuse(
      row.place,
      'it pays otherwise on referral or in an emergency: state one limit, and add the others to the pack as conditions',
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

/** What a pack cannot say: left out, it would be a contract that pays more than the product does. */
function refuseUnknown(row: OpenImisRow, refuse: Refuse): void {
  const stated = unknown.filter((column) => isStated(row, column));
  for (const column of stated)
    refuse(
      row.place,
      `a pack cannot state ${column}: empty it, and add it to the pack as a condition`,
    );
  if (row.number('InsurancePeriod') !== 12)
    refuse(
      row.place,
      'its period is not of 12 months, and ceilings run by the policy year: make it 12',
    );
}

const unknown = [
  ...['OPInsuree', 'IPInsuree', 'OPTreatment', 'IPTreatment', 'OPPolicy', 'IPPolicy'].map(
    (one) => `Ded${one}`,
  ),
  ...['OPInsuree', 'IPInsuree', 'OPTreatment', 'IPTreatment', 'OPPolicy', 'IPPolicy'].map(
    (one) => `Max${one}`,
  ),
  ...['PolicyExtraMember', 'PolicyExtraMemberIP', 'PolicyExtraMemberOP', 'CeilingPolicy'].map(
    (one) => `Max${one}`,
  ),
  ...['MaxNoHospitalizaion', 'MaxAmountHospitalization', 'MaxNoVisits'],
];
