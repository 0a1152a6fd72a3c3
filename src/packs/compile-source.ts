import type { Item, RulePack } from '#domain/adjudication/rule-pack.ts';
import type { CalendarDate } from '#domain/dates.ts';
import { type Currency, zero } from '#domain/money.ts';
import { parseAmount } from './amount-text.ts';
import { compileClinicalTerms } from './compile-clinical-terms.ts';
import { compilePlans } from './compile-plans.ts';
import { compileDecrees, compilePrices } from './compile-prices.ts';
import { compileProvider, compileTerms } from './compile-terms.ts';
import { compileCurrency } from './currency-source.ts';
import type { Report } from './origin.ts';
import type { ReadMoney } from './read-money.ts';
import type { PackSource } from './source-schema.ts';
import { compileTax } from './tax-source.ts';

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

function compileMedicine(source: PackSource['medicines']['medicines'][number]): Item {
  const { code, cardCode, name, benefit, unit, narrowIndex = false, ...known } = source;
  const medicine = narrowIndex ? { ...known, isNarrowIndex: true as const } : known;
  return { code, cardCode, kind: 'medicine', name, benefit, unit, medicine };
}

const compileService = (source: PackSource['services']['services'][number]): Item => ({
  ...source,
  medicine: null,
});
