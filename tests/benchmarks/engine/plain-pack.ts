import type { Item, PriceRow, Provider, RulePack } from '#domain/adjudication/rule-pack.ts';
import { money } from '#domain/money.ts';
import { day, priceRow, rulePack, today } from '#tests/domain/builders.ts';
import { diagnosisRule, itemRule } from '#tests/domain/terms.ts';

/** The checks that have something to say under the plain pack; all others pass for want of a term. */
export const plainChecks = [
  'identity',
  'card-status',
  'cover',
  'provider-entitled',
  'diagnosis-covered',
  'item-covered',
  'item-sex',
  'item-age',
  'price',
  'quantity',
  'co-insurance',
] as const;

export type PlainCheck = (typeof plainChecks)[number];

/** What the pack says of an item beyond its price; every ninth item of the list has the same. */
const traits = [
  'plain',
  'women',
  'men',
  'adults',
  'few',
  'fewer',
  'excluded',
  'dental',
  'unpriced',
] as const;

type Trait = (typeof traits)[number];

const years = [2022, 2023, 2024, 2025, 2026] as const;
const networks = ['DAMASCUS', 'ALEPPO'] as const;
const rowsPerItem = years.length * networks.length;

export const itemCode = (number: number): string => `ITEM-${number}`;

/** How many items a list of so many prices has. */
export const countItems = (prices: number): number => Math.ceil(prices / rowsPerItem);

/** A contract of eleven plain rules over a list of so many prices: two networks, five years. */
export function plainPack(prices: number): RulePack {
  const numbers = Array.from({ length: countItems(prices) }, (_, number) => number);
  const { plans, ...rest } = rulePack();
  return {
    ...rest,
    plans: plans.map((plan) => ({
      ...plan,
      excludedItems: numbers
        .filter((number) => traitOf(number) === 'excluded')
        .map((number) => ({ item: itemCode(number), clause: 'art-11' })),
    })),
    networks: networks.map((code) => ({ code, name: { ar: code, en: code } })),
    providers,
    items: numbers.map(itemOf),
    prices: numbers.flatMap(pricesOf),
    itemRules: numbers.flatMap(rulesOf),
    diagnosisRules: [diagnosisRule({ scope: 'Z41', isCovered: false })],
    diagnosisNeededFor: ['medicine', 'device'],
  };
}

const traitOf = (number: number): Trait => traits[number % traits.length] ?? 'plain';

const [usual] = rulePack().providers;

const provider = (providerId: string, changes: Partial<Provider>): Provider => ({
  ...(usual as Provider),
  providerId,
  ...changes,
});

/** In order, on the last day of its contract, outside the plan's network, without a contract any more, and licensed for medicines alone. */
const providers: readonly Provider[] = [
  provider('NAFIS', { contract: { from: day('2024-01-01'), to: day('2027-12-31') } }),
  provider('ENDING', { contract: { from: day('2024-01-01'), to: today } }),
  provider('FAR', { network: 'ALEPPO' }),
  provider('LAPSED', { contract: { from: day('2024-01-01'), to: day('2025-12-31') } }),
  provider('CHEMIST', { licences: ['medicine'] }),
];

const itemOf = (number: number): Item => ({
  code: itemCode(number),
  cardCode: number + 1,
  kind: number % 2 === 0 ? 'medicine' : 'device',
  name: { ar: `صنف ${number}`, en: `Item ${number}` },
  benefit: traitOf(number) === 'dental' ? 'dental' : 'medicines',
  unit: 'tablet',
  medicine: {
    atc: 'C10AA05',
    ingredient: 'atorvastatin',
    strength: '20 mg',
    form: 'tablet',
    packSize: 30,
    saleableUnit: 10,
    gtins: [],
    repeatCode: null,
    dailyDose: 1,
  },
});

/** The price grows from year to year; what is unpriced has none in the last. */
const pricesOf = (number: number): readonly PriceRow[] =>
  networks.flatMap((network) =>
    years
      .filter((year) => year < 2026 || traitOf(number) !== 'unpriced')
      .map((year) =>
        priceRow(
          { network },
          itemCode(number),
          500 + (number % 97) * 10 + (year - 2022),
          `${year}-01-01`,
          `${year}-12-31`,
        ),
      ),
  );

const years18To65 = {
  from: { value: 18, unit: 'years' },
  to: { value: 65, unit: 'years' },
} as const;

const atMost = (perDispensing: number) => ({
  perDispensing,
  perDay: null,
  maximumDays: null,
  perPeriod: null,
});

const terms = {
  women: { sex: 'female' },
  men: { sex: 'male' },
  adults: { age: years18To65 },
  few: { quantity: atMost(10) },
  fewer: { quantity: atMost(5) },
} as const;

function rulesOf(number: number) {
  const trait = traitOf(number);
  if (!(trait in terms)) return [];
  return [itemRule({ scope: { item: itemCode(number) }, ...terms[trait as keyof typeof terms] })];
}

/** What most lines ask for one base unit: the lowest list price, exactly. */
export const lowPrice = money(504);
export const highPrice = money(5_000);
