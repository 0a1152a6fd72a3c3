import type { Counter } from '#domain/adjudication/counter-terms.ts';
import type { AdjudicationInput, CeilingUse } from '#domain/adjudication/input.ts';
import { money } from '#domain/money.ts';
import type { Membership } from '#domain/people.ts';
import { day, membershipFact, rulePack, today } from '../builders.ts';
import { asking, ceiling, deductible, maximum, paracetamol, use } from '../terms.ts';
import { type Case, passes } from './case.ts';

// Of thirty tablets at one pound the insurer pays 24.00. From 1 July 184 of the year's 365 days are left.
const july = '2026-07-01';
const from = (date: string) => ({ from: day(date), to: day('2026-12-31') });
const inPlanSince = (planSince: string | null, changes: Partial<Membership> = {}) =>
  membershipFact({ ...(planSince === null ? {} : { planSince: day(planSince) }), ...changes });

/** A member who is in the plan since a day, and what was used from another on. */
const used = (
  total: number | null,
  told: string,
  planSince: string | null = told,
  changes: Partial<CeilingUse> & { readonly member?: Partial<Membership> } = {},
): AdjudicationInput => {
  const { member, ...ofUse } = changes;
  return asking(
    {},
    {
      membership: inPlanSince(planSince, member),
      usage: [use(total, null, { period: from(told), ...ofUse })],
    },
  );
};

const after = (
  afterPlanChange: Counter['afterPlanChange'],
  changes: Parameters<typeof ceiling>[0] = {},
) =>
  rulePack({
    ceilings: [
      ceiling({ ...(afterPlanChange === undefined ? {} : { afterPlanChange }), ...changes }),
    ],
  });

const reduced = { outcome: 'reduced', reason: 'ceiling-nearly-used' } as const;
const referred = (reason: string) => ({ outcome: 'referred', reason }) as Case['says'];
const year = '2026-01-01';

const resetCases: readonly Case[] = [
  {
    title: 'carries use over a change of plan unless told otherwise',
    given: used(97_601, year, july),
    pack: after(undefined),
    says: reduced,
  },
  {
    title: 'counts from the change where it begins anew, and passes exactly what is left',
    given: used(97_600, july),
    pack: after('reset'),
    says: passes,
  },
  {
    title: 'counts from the change where it begins anew, and reduces one above',
    given: used(97_601, july),
    pack: after('reset'),
    says: reduced,
  },
  {
    title: 'does not take what was used in the whole year for what was used in the plan',
    given: used(0, year, july),
    pack: after('reset'),
    says: referred('ceiling-use-unknown'),
  },
  {
    title: 'counts the whole year of whoever is in the plan since its first day',
    given: used(97_600, year),
    pack: after('reset', { limit: 100_000 }),
    says: passes,
  },
  {
    title: 'counts from the second day of the year where the plan changed on it',
    given: used(97_600, '2026-01-02'),
    pack: after('reset'),
    says: passes,
  },
  {
    title: 'counts from the day of the service where the plan changed on it',
    given: used(0, today),
    pack: after('reset'),
    says: passes,
  },
  {
    title: 'counts the whole year before the change',
    given: used(97_601, year, '2026-11-23'),
    pack: after('reset'),
    says: reduced,
  },
  {
    title: 'counts the whole year of whoever joined with the plan',
    given: used(97_601, year, july, { member: { memberPeriod: { from: day(july), to: null } } }),
    pack: after('reset'),
    says: reduced,
  },
  {
    title: 'counts from a change on the day after the member joined',
    given: used(0, july, july, { member: { memberPeriod: { from: day('2026-06-30'), to: null } } }),
    pack: after('reset'),
    says: passes,
  },
  {
    title: 'passes what is left even of the whole year, though nobody knows of a change',
    given: used(97_600, year, null),
    pack: after('reset'),
    says: passes,
  },
  {
    title: 'refers one above it: some may have been used before a change',
    given: used(97_601, year, null),
    pack: after('reset'),
    says: referred('ceiling-plan-since-unknown'),
  },
  {
    title: 'refers for its use where neither that nor since when is known',
    given: used(null, year, null),
    pack: after('reset'),
    says: referred('ceiling-use-unknown'),
  },
  {
    title: 'does not read use that is told of no period',
    given: used(0, july, july, { period: null }),
    pack: after('reset'),
    says: referred('ceiling-use-unknown'),
  },
  {
    title: 'reduces what is above it where nothing was used, be it before a change or after',
    given: used(0, year, null),
    pack: after('reset', { limit: 2_399 }),
    says: reduced,
  },
];

const proratedCases: readonly Case[] = [
  {
    title: 'grants the limit of the days left, rounded half up, and passes exactly that',
    given: used(50_411 - 2_400, july),
    pack: after('prorate'),
    says: passes,
  },
  {
    title: 'grants the limit of the days left, and reduces one above',
    given: used(50_411 - 2_399, july),
    pack: after('prorate'),
    says: { ...reduced, shown: { limit: { kind: 'money', value: money(50_411) } } as never },
  },
  {
    title: 'grants the whole limit to whoever is in the plan since the year’s first day',
    given: used(97_600, year),
    pack: after('prorate'),
    says: passes,
  },
  {
    title: 'grants one day less of it for a change on the second day',
    given: used(99_726 - 2_399, '2026-01-02'),
    pack: after('prorate'),
    says: reduced,
  },
  {
    title: 'grants one day of it for a change on the last',
    given: {
      ...used(0, '2026-12-31'),
      claim: { ...asking().claim, serviceDate: day('2026-12-31') },
    },
    pack: after('prorate', { limit: 365 * 2_399 }),
    says: reduced,
  },
  {
    title: 'grants the units of the days left',
    given: used(0, july),
    pack: after('prorate', { basis: 'units', limit: 59 }),
    says: passes,
  },
  {
    title: 'refers where nobody knows since when the member is in the plan',
    given: used(0, year, null),
    pack: after('prorate'),
    says: referred('ceiling-plan-since-unknown'),
  },
  {
    title: 'does not ask since when where another is used up',
    given: {
      ...used(0, year, null),
      usage: [use(0), use(100_000, null, { ceilingId: 'OTHER' })],
    },
    pack: rulePack({
      ceilings: [ceiling({ afterPlanChange: 'prorate' }), ceiling({ ceilingId: 'OTHER' })],
    }),
    says: { outcome: 'declined', reason: 'ceiling-used-up' },
  },
];

export const planChangeCases: readonly Case[] = [...resetCases, ...proratedCases];

export const diagnosisPlanChangeCases: readonly Case[] = [
  {
    title: 'refers where nobody knows since when the member is in the plan',
    given: used(0, year, null),
    pack: after('prorate', { scope: null, diagnosis: 'E78' }),
    says: referred('diagnosis-ceiling-plan-since-unknown'),
  },
];

// Thirty tablets at one pound come to 30.00, of which a deductible may take all.
const bearing = (changes: Parameters<typeof deductible>[0]) =>
  rulePack({ deductibles: [deductible(changes)] });
const borne = (
  total: number | null,
  told: string,
  planSince: string | null = told,
  own?: number,
) => ({
  ...used(total, told, planSince),
  usage: [use(total, own ?? null, { ceilingId: 'DEDUCTIBLE', period: from(told) })],
});

const twoLines = {
  ...asking().claim,
  lines: [paracetamol({ quantity: 10 }), paracetamol({ lineId: 'line-2', quantity: 30 })],
};

export const deductiblePlanChangeCases: readonly Case[] = [
  {
    title: 'is borne anew after a change of plan where the contract says so',
    given: borne(0, july),
    pack: bearing({ afterPlanChange: 'reset' }),
    says: passes,
  },
  {
    title: 'refers where it may be borne already, or may begin anew',
    given: borne(1, year, null),
    pack: bearing({ afterPlanChange: 'reset', limit: 3_000 }),
    says: referred('deductible-plan-since-unknown'),
  },
  {
    title: 'charges what is certain to be left of it',
    given: borne(1, year, null),
    pack: bearing({ afterPlanChange: 'reset', limit: 3_001 }),
    says: passes,
  },
  {
    title: 'refers where only this place knows what was borne, and not whether before a change',
    given: borne(null, year, null, 1),
    pack: bearing({ afterPlanChange: 'reset', limit: 3_000, offlineAllowance: 3_000 }),
    says: referred('deductible-plan-since-unknown'),
  },
  {
    title: 'charges the rest of what may begin anew, once earlier lines have borne some',
    given: {
      ...borne(1, year, null),
      claim: twoLines,
    },
    pack: bearing({ afterPlanChange: 'reset', limit: 4_001 }),
    says: passes,
  },
  {
    title: 'refers where the rest of what may begin anew is more than is certain to be left',
    given: {
      ...borne(2, year, null),
      claim: twoLines,
    },
    pack: bearing({ afterPlanChange: 'reset', limit: 3_999 }),
    says: referred('deductible-plan-since-unknown'),
  },
  {
    title: 'charges a second line the rest, where nobody knows since when and nothing was borne',
    given: { ...borne(0, year, null), claim: twoLines },
    pack: bearing({ afterPlanChange: 'reset', limit: 3_000 }),
    says: passes,
  },
  {
    title: 'charges a second line the rest of this place’s allowance',
    given: { ...borne(null, year, july, 0), claim: twoLines },
    pack: bearing({ limit: 3_000, offlineAllowance: 3_000 }),
    says: passes,
  },
  {
    title: 'charges this place’s allowance where nothing was borne here',
    given: borne(null, year, null, 0),
    pack: bearing({ afterPlanChange: 'reset', limit: 3_000, offlineAllowance: 3_000 }),
    says: passes,
  },
];

export const maximumPlanChangeCases: readonly Case[] = [
  {
    title: 'refers where nobody knows of how many days it is',
    given: { ...used(0, year, null), usage: [use(0, null, { ceilingId: 'MAXIMUM' })] },
    pack: rulePack({ outOfPocket: [maximum({ afterPlanChange: 'prorate' })] }),
    says: referred('out-of-pocket-plan-since-unknown'),
  },
];

export const planOfDayCases: readonly Case[] = [
  {
    title: 'refers the day before the present plan: under which one it was nobody knows',
    given: asking({}, { membership: inPlanSince('2026-11-23') }),
    says: referred('plan-of-day-unknown'),
  },
  {
    title: 'passes on the first day of the present plan',
    given: asking({}, { membership: inPlanSince(today) }),
    says: passes,
  },
  {
    title: 'passes on the day after it',
    given: asking({}, { membership: inPlanSince('2026-11-21') }),
    says: passes,
  },
];
