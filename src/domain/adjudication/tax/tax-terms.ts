import type { CalendarDate, Period } from '../../dates.ts';
import { isWithin } from '../../dates.ts';
import type { Bilingual } from '../../people.ts';

/** Who bears a tax: one of the parties whole, or insurer and member as they share the line. */
export type TaxBearer = 'insurer' | 'member' | 'provider' | 'shared';

/** A tax on the items of a category, which rules of items name. */
export interface TaxRule {
  readonly category: string;
  readonly name: Bilingual;
  /** Whether every price of list, decree and claim contains it; else it is put on top. */
  readonly isInPrices: boolean;
  readonly bearer: TaxBearer;
  /** Of a shared one: whether deductible, co-payment, co-insurance and maximum look at it as at the price. */
  readonly isSharedWithPrice: boolean;
  /** Whether what the insurer pays of it uses up ceilings. */
  readonly isCounted: boolean;
  readonly rates: readonly TaxRate[];
  readonly clause: string;
}

/** A rate on service dates of the period, both ends included. */
export interface TaxRate {
  readonly period: Period;
  /** Exact: 825 is 8.25 %. Nothing is a rate too. */
  readonly perTenThousand: number;
}

/** The rate on a service date; null where the contract names none. */
export const rateOn = ({ rates }: TaxRule, on: CalendarDate): number | null =>
  rates.find(({ period }) => isWithin(on, period))?.perTenThousand ?? null;
