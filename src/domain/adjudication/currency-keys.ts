import type { CalendarDate } from '../dates.ts';
import { type Currency, type Money, proportion } from '../money.ts';
import type { RulePack } from './rule-pack.ts';

/** One of the currencies in which a contract counts, one after the other. */
export interface CurrencyKey {
  /** Its name: the code alone does not tell it from the one before, where both have the same. */
  readonly key: string;
  readonly currency: Currency;
  /** The first service date in it; null: from the beginning. */
  readonly since: CalendarDate | null;
  /** So many minor units of the key before it are so many of this one; null: there is none before it. */
  readonly ratio: { readonly before: number; readonly after: number } | null;
}

type Keyed = Pick<RulePack, 'currency' | 'currencyKeys'>;

/** All keys, in the order of their days; a contract without a redenomination has one, its currency's code. */
export const keysOf = ({ currency, currencyKeys }: Keyed): readonly string[] =>
  currencyKeys.length === 0 ? [currency.code] : currencyKeys.map(({ key }) => key);

/** The key that holds on a service date. */
export const keyOn = ({ currency, currencyKeys }: Keyed, on: CalendarDate): string =>
  currencyKeys.findLast(({ since }) => since === null || since <= on)?.key ?? currency.code;

/** The key of a day, to be stated beside amounts; nothing where the contract has one alone. */
export const keyTold = (pack: Keyed, on: CalendarDate): { readonly currency?: string } =>
  pack.currencyKeys.length === 0 ? {} : { currency: keyOn(pack, on) };

/** An amount of one key in another, rounded half up; null where the contract does not know either. */
export function inOtherKey(pack: Keyed, amount: Money, from: string, to: string): Money | null {
  if (from === to) return amount;
  const ratio = ratioBetween(pack, from, to);
  return ratio === null ? null : proportion(amount, ratio.numerator, ratio.denominator);
}

/** Whether an amount comes to whole minor units of another key. */
export function isExactIn(pack: Keyed, amount: Money, from: string, to: string): boolean {
  const ratio = ratioBetween(pack, from, to);
  if (ratio === null) return false;
  return (BigInt(amount) * BigInt(ratio.numerator)) % BigInt(ratio.denominator) === 0n;
}

function ratioBetween(pack: Keyed, from: string, to: string) {
  const keys = keysOf(pack);
  const [start, end] = [keys.indexOf(from), keys.indexOf(to)];
  if (start < 0 || end < 0) return null;
  const [first, last] = start < end ? [start, end] : [end, start];
  const steps = pack.currencyKeys.slice(first + 1, last + 1);
  const before = steps.reduce((all, { ratio }) => all * (ratio?.before ?? 1), 1);
  const after = steps.reduce((all, { ratio }) => all * (ratio?.after ?? 1), 1);
  return start < end
    ? { numerator: after, denominator: before }
    : { numerator: before, denominator: after };
}
