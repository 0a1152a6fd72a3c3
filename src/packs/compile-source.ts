import type {
  BenefitRule,
  DecreeRow,
  Item,
  PriceRow,
  RulePack,
} from '#domain/adjudication/rule-pack.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { type Currency, zero } from '#domain/money.ts';
import { parseAmount } from './amount-text.ts';
import { clinicalOrigin, compileClinicalTerms } from './compile-clinical-terms.ts';
import { compilePlanTerms, compileProvider, compileTerms } from './compile-terms.ts';
import { compileCurrency } from './currency-source.ts';
import type { Path } from './problem.ts';
import type { ReadMoney } from './read-money.ts';
import type { PackSource, Topic } from './source-schema.ts';
import { compileTax } from './tax-source.ts';

/** Where in the source something was written. */
export interface Origin {
  readonly topic: Topic;
  readonly path: Path;
}

export type Report = (origin: Origin, why: string) => void;

/** Lays the topics out as a pack. Amounts that the currency cannot hold are reported and read as zero. */
export function compileSource(source: PackSource, report: Report): RulePack {
  const { packId, version, insurer, contract, currency } = source.contract;
  const readAs =
    ({ code, exponent }: Pick<Currency, 'code' | 'exponent'>): ReadMoney =>
    (text, topic, path) => {
      const amount = parseAmount(text, exponent);
      if (amount === null)
        report(
          { topic, path },
          `"${text}" is not an amount of ${code} with at most ${exponent} decimals: write no more decimals`,
        );
      return amount ?? zero;
    };
  const read = readAs(currency);
  // A dated price is written in the currency of its first day.
  const readOn = (on: CalendarDate): ReadMoney =>
    readAs(currency.redenominations?.findLast(({ from }) => from <= on) ?? currency);
  return {
    packId,
    version,
    insurer,
    contract,
    ...compileCurrency(currency, (step, one, at) =>
      readAs(one)(step, 'contract', [
        'currency',
        ...(at === null ? [] : ['redenominations', at]),
        'cashStep',
      ]),
    ),
    plans: compilePlans(source.plans, read),
    networks: source.networks.networks,
    ...(source.networks.tiers === undefined ? {} : { tiers: source.networks.tiers }),
    providers: source.providers.providers.map(compileProvider),
    benefits: source.benefits.benefits,
    items: [
      ...source.medicines.medicines.map(compileMedicine),
      ...source.services.services.map(compileService),
    ],
    prices: compilePrices(source.prices, readOn, report),
    decrees: compileDecrees(source.prices, readOn),
    taxes: (source.prices.taxes ?? []).map(compileTax),
    diagnoses: source.diagnoses.diagnoses,
    repeatKeys: source.repeat.keys,
    repeat: compileRepeat(source.repeat),
    ...compileTerms(source, read),
    ...compileClinicalTerms(source),
    ...compileModes(source.modes),
    clauses: source.clauses.clauses,
  };
}

/** Finds where something of the compiled pack was written. */
export function originOf(path: Path, source: PackSource): Origin {
  const [collection, index, ...rest] = path;
  if (collection === 'identity') return { topic: 'identity', path: path.slice(1).map(asWritten) };
  if (collection === 'clinical') return clinicalOrigin(path.slice(1));
  if (typeof index !== 'number') return { topic: topicOf(collection), path: pathInTopic(path) };
  if (collection === 'items') {
    const { topic, path: item } = itemOrigin(index, source);
    return { topic, path: [...item, ...rest.filter((step) => step !== 'medicine')] };
  }
  if (collection === 'prices') return priceOrigin(index, source.prices.lists, 'lists');
  if (collection === 'decrees') return priceOrigin(index, source.prices.decrees ?? [], 'decrees');
  if (collection === 'currencyKeys') {
    const named = rest.map((step) => (step === 'since' ? 'from' : step));
    return { topic: 'contract', path: ['currency', 'redenominations', index - 1, ...named] };
  }
  if (collection === 'taxes') return { topic: 'prices', path };
  if (collection === 'repeatKeys') return { topic: 'repeat', path: ['keys', index, ...rest] };
  const renamed = rest.map(asWritten);
  if (collection === 'itemRules')
    return { topic: 'item-rules', path: ['rules', index, ...renamed] };
  if (collection === 'programmes')
    return { topic: 'item-rules', path: ['programmes', index, ...rest] };
  if (collection === 'serviceGroups')
    return { topic: 'item-rules', path: ['groups', index, ...rest] };
  if (collection === 'diagnosisRules')
    return { topic: 'diagnosis-rules', path: ['rules', index, ...renamed] };
  if (collection === 'conditions') {
    const named = renamed.map((step) => (step === 'conditionId' ? 'id' : step));
    return { topic: 'conditions', path: ['conditions', index, ...named] };
  }
  if (collection === 'deductibles' || collection === 'outOfPocket')
    return { topic: 'ceilings', path: [collection, index, ...renamed.map(asBorneWritten)] };
  if (collection === 'trials') return { topic: 'modes', path: ['trials', index, ...rest] };
  if (collection === 'suspensions') return { topic: 'modes', path: ['suspended', index, ...rest] };
  if (collection === 'frequencies' || collection === 'waiting' || collection === 'ceilings')
    return { topic: collection, path: [collection, index, ...renamed] };
  return { topic: topicOf(collection), path };
}

const compileRepeat = ({ keys: _, ...rule }: PackSource['repeat']): RulePack['repeat'] => rule;

/** What a contract does not write stays out of its pack, whose bytes are as before. */
const compileModes = ({
  modes,
  trials,
  suspended,
}: PackSource['modes']): Pick<RulePack, 'modes' | 'trials' | 'suspensions'> => ({
  modes,
  ...(trials === undefined
    ? {}
    : {
        trials: trials.map(({ check, mode, providers = null, from, to }) => ({
          check,
          mode,
          providers,
          period: { from, to },
        })),
      }),
  ...(suspended === undefined
    ? {}
    : { suspensions: suspended.map(({ until = null, ...rest }) => ({ ...rest, until })) }),
});

const asBorneWritten = (step: string | number) =>
  step === 'ceilingId' ? 'id' : step === 'limit' ? 'amount' : step;

const asWritten = (step: string | number) => (step === 'scope' ? 'for' : step);

const ownTopics: Readonly<Record<string, Topic>> = {
  plans: 'plans',
  networks: 'networks',
  tiers: 'networks',
  providers: 'providers',
  benefits: 'benefits',
  diagnoses: 'diagnoses',
  repeat: 'repeat',
  offline: 'offline',
  modes: 'modes',
  clauses: 'clauses',
};

const topicOf = (collection: string | number | undefined): Topic =>
  ownTopics[String(collection)] ?? 'contract';

const pathInTopic = (path: Path): Path =>
  path[0] === 'repeat' || path[0] === 'offline' ? path.slice(1) : path;

function itemOrigin(index: number, { medicines }: PackSource): Origin {
  const count = medicines.medicines.length;
  return index < count
    ? { topic: 'medicines', path: ['medicines', index] }
    : { topic: 'services', path: ['services', index - count] };
}

function priceOrigin(
  index: number,
  lists: readonly Pick<PackSource['prices']['lists'][number], 'prices'>[],
  named: 'lists' | 'decrees',
): Origin {
  let before = 0;
  for (const [at, list] of lists.entries()) {
    const item = Object.keys(list.prices)[index - before];
    if (item !== undefined) return { topic: 'prices', path: [named, at, 'prices', item] };
    before += Object.keys(list.prices).length;
  }
  return { topic: 'prices', path: [named] };
}

function compilePlans({ plans }: PackSource['plans'], read: ReadMoney): RulePack['plans'] {
  return plans.map((plan, at) => ({
    code: plan.code,
    name: plan.name,
    networks: plan.networks,
    benefits: plan.benefits.map((rule, index): BenefitRule => {
      const path = ['plans', at, 'benefits', index, 'coInsurance'];
      const bound = (name: 'minimum' | 'maximum') => {
        const text = rule.coInsurance?.[name];
        return text === undefined || text === null ? null : read(text, 'plans', [...path, name]);
      };
      return {
        benefit: rule.benefit,
        covered: rule.covered,
        coInsurancePercent: rule.coInsurance?.percent ?? 0,
        coInsuranceMinimum: bound('minimum'),
        coInsuranceMaximum: bound('maximum'),
        ...compileCoPayment(rule, ['plans', at, 'benefits', index, 'coPayment', 'amount'], read),
        ...(rule.formulary === undefined ? {} : { formulary: rule.formulary }),
        clause: rule.clause,
      };
    }),
    excludedItems: plan.excludedItems ?? [],
    ...compilePlanTerms(plan),
  }));
}

const compileCoPayment = (
  { coPayment }: PackSource['plans']['plans'][number]['benefits'][number],
  path: Path,
  read: ReadMoney,
): Pick<BenefitRule, 'coPayment'> =>
  coPayment === undefined
    ? {}
    : { coPayment: { amount: read(coPayment.amount, 'plans', path), per: coPayment.per } };

function compileMedicine(source: PackSource['medicines']['medicines'][number]): Item {
  const { code, cardCode, name, benefit, unit, narrowIndex = false, ...known } = source;
  const medicine = narrowIndex ? { ...known, isNarrowIndex: true as const } : known;
  return { code, cardCode, kind: 'medicine', name, benefit, unit, medicine };
}

const compileService = (source: PackSource['services']['services'][number]): Item => ({
  ...source,
  medicine: null,
});

function compilePrices(
  { lists }: PackSource['prices'],
  readOn: (on: CalendarDate) => ReadMoney,
  report: Report,
): PriceRow[] {
  return lists.flatMap((list, at) => {
    const scope = holderOf(list);
    if (scope === null)
      report(
        { topic: 'prices', path: ['lists', at] },
        'a list belongs to one network, tier or provider: name exactly one',
      );
    return Object.entries(list.prices).map(([item, text]) => ({
      scope: scope ?? { network: '' },
      item,
      ...spanOf(list),
      unitPrice: readOn(list.from)(text, 'prices', ['lists', at, 'prices', item]),
    }));
  });
}

const spanOf = ({
  from,
  at,
  to,
}: Pick<PackSource['prices']['lists'][number], 'from' | 'at' | 'to'>): Pick<
  DecreeRow,
  'period' | 'at'
> => ({ period: { from, to }, ...(at === undefined ? {} : { at }) });

/** Whose list it is; null where it names none, or several. */
function holderOf({
  network,
  tier,
  provider,
}: PackSource['prices']['lists'][number]): PriceRow['scope'] | null {
  const named = [
    ...(provider === undefined ? [] : [{ provider }]),
    ...(tier === undefined ? [] : [{ tier }]),
    ...(network === undefined ? [] : [{ network }]),
  ];
  return named.length === 1 ? (named[0] ?? null) : null;
}

const compileDecrees = (
  { decrees = [] }: PackSource['prices'],
  readOn: (on: CalendarDate) => ReadMoney,
): DecreeRow[] =>
  decrees.flatMap((list, at) =>
    Object.entries(list.prices).map(([item, text]) => ({
      item,
      ...spanOf(list),
      unitPrice: readOn(list.from)(text, 'prices', ['decrees', at, 'prices', item]),
    })),
  );
