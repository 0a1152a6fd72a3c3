import { asking, claiming, redenominated } from '../terms.ts';
import { type Case, passes } from './case.ts';

// From 22 November a hundred old minor units are one new one.
const pack = redenominated('2026-11-22');
const stating = (currency: string) => claiming({ currency });
const unknown = { outcome: 'referred', reason: 'currency-unknown' } as const;

export const currencyCases: readonly Case[] = [
  { title: 'asks nothing where the contract has one', given: asking(), says: passes },
  { title: 'passes the one that is stated', given: stating('SYP'), says: passes },
  { title: 'refers another than the contract’s', given: stating('USD'), says: unknown },
  { title: 'passes the new one on its first day', given: stating('SYN'), pack, says: passes },
  { title: 'reads the old one on that day too', given: stating('SYP'), pack, says: passes },
  { title: 'refers one that is neither', given: stating('USD'), pack, says: unknown },
  {
    title: 'refers what was not said from that day on',
    given: asking(),
    pack,
    says: { outcome: 'referred', reason: 'currency-not-said' },
  },
  {
    title: 'refers what was not said the day after',
    given: asking(),
    pack: redenominated('2026-11-21'),
    says: { outcome: 'referred', reason: 'currency-not-said' },
  },
  {
    title: 'need not be told the day before',
    given: asking(),
    pack: redenominated('2026-11-23'),
    says: passes,
  },
  {
    title: 'refers under any mode of the pack',
    given: stating('USD'),
    pack: { ...pack, modes: { currency: 'observe' } },
    says: { outcome: 'referred', mode: 'enforce' },
  },
];
