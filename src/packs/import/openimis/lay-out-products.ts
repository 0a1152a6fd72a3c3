import { isNever, termsByAge } from './lay-out-ages.ts';
import { categoryCeilings, ceilingsOf, isStated, neverPaid } from './lay-out-ceilings.ts';
import { deductiblesOf } from './lay-out-deductibles.ts';
import type { ImportedItem } from './lay-out-items.ts';
import { type Covered, listCovered, type Share } from './list-covered.ts';
import type { OpenImis, OpenImisRow } from './read-openimis.ts';
import { codeOf, type Refuse, untranslated } from './words.ts';

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
    tables.products.map((row) => [row.cell('ProdID'), codeOf(row, 'ProductCode', refuse)]),
  );
  const covered = listCovered(tables, items, codes, refuse);
  const byAge = termsByAge(covered);
  const shares = new Map(covered.map(({ plan, item, share }) => [`${plan} ${item.code}`, share]));
  const profileOf = ({ kind, code }: ImportedItem): string =>
    JSON.stringify({
      of: kind === 'medicine' || kind === 'device' ? 'items' : 'services',
      shares: [...codes.values()].map((plan) => shares.get(`${plan} ${code}`) ?? null),
    } satisfies Profile);
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
      benefits: profiles.flatMap((profile) =>
        benefitsOf(benefitOf(profile), (JSON.parse(profile) as Profile).shares[at] ?? null),
      ),
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

interface Profile {
  readonly of: 'items' | 'services';
  /** In each plan; null where it does not have them. */
  readonly shares: readonly (Share | null)[];
}

/** What the plan says of a benefit, and what it says otherwise of it in an emergency. */
function benefitsOf(benefit: string, share: Share | null): object[] {
  const clause = 'products';
  if (share === null) return [{ benefit, covered: false, clause }];
  const pays = (percent: number) =>
    percent === 100 ? {} : { coInsurance: { percent: 100 - percent } };
  const always = { benefit, covered: true, ...pays(share.percent), clause };
  if (share.emergency === share.percent) return [always];
  const settings = ['emergency'];
  return [always, { benefit, settings, covered: true, ...pays(share.emergency), clause }];
}

function nameOf(profile: string, code: string) {
  const number = code.replace('benefit-', '');
  return (JSON.parse(profile) as Profile).of === 'items'
    ? { ar: `الأدوية والمواد، ${number}`, en: `Medicines and items, ${number}` }
    : { ar: `الخدمات، ${number}`, en: `Services, ${number}` };
}

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
