import { z } from 'zod';
import { calendarDateSchema } from '#contracts/schemas.ts';
import type { CurrencyKey } from '#domain/adjudication/currency-keys.ts';
import { isExactIn, keysOf } from '#domain/adjudication/currency-keys.ts';
import { turnMoney } from '#domain/adjudication/pack-in-key.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { Currency } from '#domain/money.ts';
import { type Contradiction, when } from './contradiction.ts';
import { amount, code, whole } from './source-scalars.ts';

/** A currency that is redenominated: as it is written, as it travels compiled, and what cannot be meant. */

const currencyCode = z.string().regex(/^[A-Z]{3}$/, 'write the ISO 4217 code, such as SYP');
const exponent = z.number().int().min(0).max(4);
const plain = { code: currencyCode, exponent, cashStep: amount };

/** Under `currency` of `contract.yaml`. */
export const currencySource = z.strictObject({
  ...plain,
  redenominations: z
    .array(
      z.strictObject({
        from: calendarDateSchema,
        key: code,
        ...plain,
        ratio: z.strictObject({ before: whole, after: whole }),
      }),
    )
    .min(1)
    .optional(),
});

type Written = z.output<typeof currencySource>;

const currency = z.object({
  code: currencyCode,
  exponent,
  cashStep: z.number().int().positive(),
});

/** Packs of before have one key, and none here. */
export const currencySchema = {
  currency,
  currencyKeys: z
    .array(
      z.object({
        key: z.string(),
        currency,
        since: calendarDateSchema.nullable(),
        ratio: z
          .object({ before: z.number().int().min(1), after: z.number().int().min(1) })
          .nullable(),
      }),
    )
    .default([]),
};

/** The ratio is written in whole units of the currencies; compiled it is of their minor units. */
export function compileCurrency(
  { redenominations, ...first }: Written,
  readStep: (
    step: string,
    of: Pick<Currency, 'code' | 'exponent'>,
    at: number | null,
  ) => Currency['cashStep'] & number,
): Pick<RulePack, 'currency' | 'currencyKeys'> {
  const currencyIn = (one: Omit<Written, 'redenominations'>, at: number | null): Currency => ({
    code: one.code,
    exponent: one.exponent,
    cashStep: readStep(one.cashStep, one, at),
  });
  const own = currencyIn(first, null);
  if (redenominations === undefined) return { currency: own, currencyKeys: [] };
  const opening: CurrencyKey = { key: own.code, currency: own, since: null, ratio: null };
  const later = redenominations.map(({ from, key, ratio, ...one }, at): CurrencyKey => {
    const earlier = redenominations[at - 1]?.exponent ?? own.exponent;
    return {
      key,
      currency: currencyIn(one, at),
      since: from,
      ratio: {
        before: ratio.before * 10 ** earlier,
        after: ratio.after * 10 ** one.exponent,
      },
    };
  });
  return { currency: own, currencyKeys: [opening, ...later] };
}

/** Keys twice or out of order, amounts that are not whole in a later key, and conditions that compare amounts. */
export function findCurrencyTroubles(pack: RulePack): Contradiction[] {
  const { currencyKeys } = pack;
  if (currencyKeys.length === 0) return [];
  const keys = keysOf(pack);
  return [
    ...currencyKeys.flatMap(({ key, since }, at) => [
      ...when(
        keys.indexOf(key) < at,
        ['currencyKeys', at, 'key'],
        `currency key "${key}" is there twice: give one of them another`,
      ),
      ...when(
        since !== null && since <= (currencyKeys[at - 1]?.since ?? pack.contract.period.from),
        ['currencyKeys', at, 'since'],
        'it does not begin after the key before it, within the contract: write them in the order of their days',
      ),
    ]),
    ...findInexact(pack),
    ...pack.conditions.flatMap(({ when: text }, at) =>
      when(
        /\.(claimed|unitPrice|listPrice)\b/.test(text),
        ['conditions', at, 'when'],
        'it compares amounts, and the currency is redenominated: state them as a term of money instead',
      ),
    ),
  ];
}

function findInexact(pack: RulePack): Contradiction[] {
  const found: Contradiction[] = [];
  turnMoney(pack, (amount, path, from, until) => {
    const later = pack.currencyKeys.slice(keysOf(pack).indexOf(from) + 1);
    const inexact = later.find(
      ({ key, since }) =>
        (until === null || since === null || since <= until) && !isExactIn(pack, amount, from, key),
    );
    if (inexact !== undefined)
      found.push({
        path: [...path],
        why: `it comes to no whole amount of "${inexact.key}": write one that does, or end it the day before`,
      });
    return amount;
  });
  return found;
}
