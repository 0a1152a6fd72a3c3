import { input, rulePack } from '../builders.ts';
import { asking, ceiling, claiming, use } from '../terms.ts';
import { type Case, passes } from './case.ts';

const _borne = { outcome: 'declined', bearer: 'provider' } as const;
const _excluded = { outcome: 'declined', reason: 'diagnosis-excluded', bearer: 'member' } as const;
const _saying = (...diagnoses: string[]) => claiming({ diagnoses });

const lipids = (changes: Parameters<typeof ceiling>[0] = {}) =>
  rulePack({ ceilings: [ceiling({ scope: null, diagnosis: 'E78', ...changes })] });
// Thirty tablets at one pound: 30.00, of which the insurer's share is 24.00.
const spent = (total: number | null, own: number | null = null) =>
  asking({}, { usage: [use(total, own)] });

export const diagnosisCeilingCases: readonly Case[] = [
  { title: 'asks nothing where no diagnosis has a ceiling', given: asking(), says: passes },
  {
    title: 'passes one minor unit below what is left',
    given: spent(100_000 - 2_401),
    pack: lipids(),
    says: passes,
  },
  {
    title: 'passes exactly what is left',
    given: spent(100_000 - 2_400),
    pack: lipids(),
    says: passes,
  },
  {
    title: 'reduces what is one minor unit above, at the member’s cost',
    given: spent(100_000 - 2_399),
    pack: lipids(),
    says: { outcome: 'reduced', reason: 'diagnosis-ceiling-nearly-used', bearer: 'member' },
  },
  {
    title: 'declines when nothing is left',
    given: spent(100_000),
    pack: lipids(),
    says: { outcome: 'declined', reason: 'diagnosis-ceiling-used-up', bearer: 'member' },
  },
  {
    title: 'refers when nobody knows what was used',
    given: asking(),
    pack: lipids(),
    says: { outcome: 'referred', reason: 'diagnosis-ceiling-use-unknown' },
  },
  {
    title: 'refers beyond the terminal’s allowance',
    given: spent(null, 0),
    pack: lipids({ offlineAllowance: 2_399 }),
    says: { outcome: 'referred', reason: 'diagnosis-ceiling-allowance-used' },
  },
  {
    title: 'does not hold for another diagnosis',
    given: claiming({ diagnoses: ['I10'] }, spent(100_000)),
    pack: lipids(),
    says: passes,
  },
  {
    title: 'counts visits: the last one passes',
    given: spent(2),
    pack: lipids({ basis: 'visits', limit: 3 }),
    says: passes,
  },
  {
    title: 'counts visits: the one after is declined',
    given: spent(3),
    pack: lipids({ basis: 'visits', limit: 3 }),
    says: { outcome: 'declined', reason: 'diagnosis-ceiling-used-up' },
  },
  {
    title: 'counts units, in whole packs',
    given: spent(5),
    pack: lipids({ basis: 'units', limit: 30 }),
    says: { outcome: 'reduced', reason: 'diagnosis-ceiling-nearly-used' },
  },
  {
    title: 'counts units: less than a pack is nothing',
    given: spent(21),
    pack: lipids({ basis: 'units', limit: 30 }),
    says: { outcome: 'declined', reason: 'diagnosis-ceiling-used-up' },
  },
  { title: 'is silent without a price', given: input(), pack: lipids({ plans: [] }), says: passes },
  {
    title: 'asks nothing where no diagnosis was entered',
    given: claiming({ diagnoses: [] }),
    pack: rulePack({ ceilings: [ceiling({ diagnosis: 'E78', per: 'visit', limit: 0 })] }),
    says: { ...passes, clause: null },
  },
];
