import { allowances, limits } from './limits.ts';
import { lowered, notLowered } from './lowered.ts';
import { others } from './others.ts';
import { prices } from './prices.ts';
import { quantities } from './quantities.ts';
import { refusals } from './refusals.ts';
import { shares } from './shares.ts';
import type { Sum } from './sum.ts';
import { taxes } from './taxes.ts';

export type { Sum } from './sum.ts';

/** Sums of every kind. */
export const sums: readonly Sum[] = [
  ...prices,
  ...quantities,
  ...shares,
  ...limits,
  ...allowances,
  ...taxes,
  ...lowered,
  ...notLowered,
  ...others,
  ...refusals,
];
