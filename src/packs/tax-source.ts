import { z } from 'zod';
import { bilingualSchema, calendarDateSchema, periodSchema } from '#contracts/schemas.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { TaxRule } from '#domain/adjudication/tax/tax-terms.ts';
import type { Period } from '#domain/dates.ts';
import { type Contradiction, when } from './contradiction.ts';
import type { KnownCodes } from './find-dangling.ts';
import { firstDayWithout } from './first-day-without.ts';
import { bilingual, code } from './source-scalars.ts';

/** Taxes: as a contract's author writes them, as they travel compiled, and what cannot be meant. */

const percentPattern = /^(\d{1,3})(?:\.(\d{1,2}))?$/;
const rate = z
  .string('write the rate in percent as decimal text in quotes, such as "8.25"')
  .regex(percentPattern, 'write the rate in percent, with at most two decimals: "8.25"')
  .transform((written) => {
    const [, whole = '0', fraction = ''] = percentPattern.exec(written) ?? [];
    return Number(`${whole}${fraction.padEnd(2, '0')}`);
  })
  .refine((perTenThousand) => perTenThousand <= 10_000, 'write at most "100"');

const bearer = z.enum(['insurer', 'member', 'provider', 'shared']);

/** Under `taxes` of `prices.yaml`. */
export const taxSource = z.strictObject({
  category: code,
  name: bilingual,
  prices: z.enum(['with-tax', 'without-tax']),
  bearer,
  sharedAs: z.enum(['price', 'result']).optional(),
  countsTowardsCeilings: z.boolean(),
  rates: z
    .array(
      z.strictObject({
        from: calendarDateSchema,
        to: calendarDateSchema.nullable(),
        percent: rate,
      }),
    )
    .min(1),
  clause: code,
});

type Written = z.output<typeof taxSource>;

export const taxSchema = z.object({
  category: z.string(),
  name: bilingualSchema,
  isInPrices: z.boolean(),
  bearer,
  isSharedWithPrice: z.boolean(),
  isCounted: z.boolean(),
  rates: z.array(
    z.object({ period: periodSchema, perTenThousand: z.number().int().min(0).max(10_000) }),
  ),
  clause: z.string(),
});

/** A shared tax is shared as the price is, step by step, unless the rule says otherwise. */
export const compileTax = ({
  category,
  name,
  prices,
  bearer,
  sharedAs,
  countsTowardsCeilings,
  rates,
  clause,
}: Written): TaxRule => ({
  category,
  name,
  isInPrices: prices === 'with-tax',
  bearer,
  isSharedWithPrice: bearer === 'shared' && sharedAs !== 'result',
  isCounted: countsTowardsCeilings,
  rates: rates.map(({ from, to, percent }) => ({ period: { from, to }, perTenThousand: percent })),
  clause,
});

/** Two rates on a day, a day of the contract without one, categories that nobody names or lists. */
export function findTaxTroubles(pack: RulePack, known: KnownCodes): Contradiction[] {
  const named = new Set(pack.itemRules.flatMap(({ tax }) => tax ?? []));
  return [
    ...pack.itemRules.flatMap(({ tax }, at) => known.tax(tax, ['itemRules', at, 'tax'])),
    ...pack.taxes.flatMap((rule, at) => [
      ...known.clause(rule.clause, ['taxes', at, 'clause']),
      ...findRateTroubles(rule, pack.contract.period).map(({ path, why }) => ({
        path: ['taxes', at, ...path],
        why,
      })),
      ...when(
        !named.has(rule.category),
        ['taxes', at, 'category'],
        `no rule names tax "${rule.category}": write of which items it is, or remove it`,
      ),
    ]),
  ];
}

function findRateTroubles({ category, rates }: TaxRule, contract: Period): Contradiction[] {
  const sorted = rates
    .map(({ period }, at) => ({ period, at }))
    .toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1));
  const day = firstDayWithout(
    sorted.map(({ period }) => period),
    contract,
  );
  return [
    ...sorted.flatMap(({ period, at }, index) => {
      const before = sorted[index - 1]?.period;
      return [
        ...when(
          period.to !== null && period.to < period.from,
          ['rates', at],
          'the period ends before it begins: correct one of the dates',
        ),
        ...when(
          before !== undefined && (before.to === null || before.to >= period.from),
          ['rates', at],
          `tax "${category}" has two rates on ${period.from}: end the earlier one the day before`,
        ),
      ];
    }),
    ...when(
      day !== null,
      ['rates'],
      `tax "${category}" has no rate on ${day}: add one; nothing is "0"`,
    ),
  ];
}
