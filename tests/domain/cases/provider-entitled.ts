import type { Plan, Provider, RulePack } from '#domain/adjudication/rule-pack.ts';
import type { Stay } from '#domain/circumstances.ts';
import type { EncounterKind } from '#domain/claims.ts';
import { unknown } from '#domain/facts.ts';
import { money } from '#domain/money.ts';
import { day, input, rulePack, today } from '../builders.ts';
import { asking, claiming, withItemRule } from '../terms.ts';
import { type Case, passes } from './case.ts';
import { stayPeriodCases } from './stay-periods.ts';
import { stayRoomCases } from './stay-rooms.ts';
import { stayCases } from './stays.ts';

const provider = (changes: Partial<Provider>): RulePack => {
  const pack = rulePack();
  return { ...pack, providers: pack.providers.map((one) => ({ ...one, ...changes })) };
};

const plan = (changes: Partial<Plan>): RulePack => {
  const pack = rulePack();
  return { ...pack, plans: pack.plans.map((one) => ({ ...one, ...changes })) };
};

const borne = { outcome: 'declined', bearer: 'provider' } as const;
const yesterday = day('2026-11-21');
const tomorrow = day('2026-11-23');
const doctor = { name: 'Dr Rana', licence: 'SY-4471', specialty: 'cardiology' };
const heart = withItemRule({ specialties: ['cardiology'] });
const encounter = (kind: EncounterKind, stay?: Stay) =>
  claiming({ encounter: kind, ...(stay === undefined ? {} : { stay }) });

export const providerEntitledCases: readonly Case[] = [
  { title: 'passes a provider of the plan’s network', given: input(), says: passes },
  {
    title: 'passes on the only day of the provider’s contract',
    given: input(),
    pack: provider({ contract: { from: today, to: today } }),
    says: passes,
  },
  {
    title: 'tells a network of which the contract has no name by its code',
    given: input(),
    pack: rulePack({ networks: [] }),
    says: passes,
  },
  {
    title: 'asks no licence for a code of which nobody knows what it is',
    given: asking({ itemCode: 'NO-SUCH-CODE', unitPrice: money(100) }),
    pack: provider({ licences: ['medicine'] }),
    says: passes,
  },
  {
    title: 'declines one day before it, and says when it begins',
    given: input(),
    pack: provider({ contract: { from: tomorrow, to: null } }),
    says: {
      ...borne,
      reason: 'provider-contract-not-started',
      nearest: { kind: 'wait-until', date: tomorrow },
    },
  },
  {
    title: 'declines one day after it',
    given: input(),
    pack: provider({ contract: { from: day('2026-01-01'), to: yesterday } }),
    says: { ...borne, reason: 'provider-contract-ended' },
  },
  {
    title: 'declines outside the networks of the plan',
    given: input(),
    pack: plan({ networks: ['ALEPPO'] }),
    says: { ...borne, reason: 'provider-outside-network' },
  },
  {
    title: 'passes an emergency anywhere where the plan says so',
    given: encounter('emergency'),
    pack: plan({ networks: ['ALEPPO'], isEmergencyAnywhere: true }),
    says: passes,
  },
  {
    title: 'declines an emergency outside the network where the plan does not',
    given: encounter('emergency'),
    pack: plan({ networks: ['ALEPPO'] }),
    says: { ...borne, reason: 'provider-outside-network' },
  },
  {
    title: 'passes the kind for which the provider is licensed',
    given: asking(),
    pack: provider({ licences: ['medicine'] }),
    says: passes,
  },
  {
    title: 'declines a kind for which it is not',
    given: asking(),
    pack: provider({ licences: ['laboratory'] }),
    says: { ...borne, reason: 'provider-not-licensed' },
  },
  {
    title: 'refers a provider whom the rules do not know',
    given: input({ providerId: 'NOBODY' }),
    says: { outcome: 'referred', reason: 'provider-unknown' },
  },
  {
    title: 'refers while the plan is unknown',
    given: input({ membership: unknown('never-synced', 'centre') }),
    says: { outcome: 'referred', reason: 'network-unknown' },
  },
  {
    title: 'refers while the clinician is not stated where a specialty is asked for',
    given: asking(),
    pack: heart,
    says: { outcome: 'referred', reason: 'clinician-unknown', clause: 'art-20' },
  },
  {
    title: 'refers a clinician without a licence',
    given: claiming({ clinician: { ...doctor, licence: '' } }),
    pack: heart,
    says: { outcome: 'referred', reason: 'clinician-unknown' },
  },
  {
    title: 'passes a clinician of the specialty',
    given: claiming({ clinician: doctor }),
    pack: heart,
    says: passes,
  },
  {
    title: 'declines one of another',
    given: claiming({ clinician: { ...doctor, specialty: 'dermatology' } }),
    pack: heart,
    says: { ...borne, reason: 'clinician-not-entitled' },
  },
  {
    title:
      'declines outside the networks what is no emergency, though the plan pays those anywhere',
    given: encounter('outpatient'),
    pack: plan({ networks: ['ALEPPO'], isEmergencyAnywhere: true }),
    says: { ...borne, reason: 'provider-outside-network' },
  },
];

const stayPlan = plan({ stay: { maximumDays: 3, roomClasses: ['second'], clause: 'art-23' } });
const stay = (to: string, roomClass = 'second'): Stay => ({
  from: today,
  to: day(to),
  roomClass,
});

export const careSettingCases: readonly Case[] = [
  { title: 'passes where nothing is restricted', given: input(), says: passes },
  ...stayCases,
  ...stayRoomCases,
  ...stayPeriodCases,
  {
    title: 'declines what the provider is not equipped for',
    given: encounter('inpatient'),
    pack: provider({ settings: ['outpatient'] }),
    says: { ...borne, reason: 'setting-not-licensed' },
  },
  {
    title: 'passes what it is equipped for',
    given: encounter('outpatient'),
    pack: provider({ settings: ['outpatient'] }),
    says: passes,
  },
  {
    title: 'declines an item outside its settings',
    given: encounter('outpatient'),
    pack: withItemRule({ settings: ['inpatient'] }),
    says: { ...borne, reason: 'setting-not-covered', clause: 'art-20' },
  },
  {
    title: 'passes an item in its setting',
    given: encounter('inpatient'),
    pack: withItemRule({ settings: ['inpatient'] }),
    says: passes,
  },
  {
    title: 'refers a stay of which nothing is said',
    given: encounter('inpatient'),
    pack: stayPlan,
    says: { outcome: 'referred', reason: 'stay-unknown' },
  },
  {
    title: 'refers a stay that ends before it begins',
    given: encounter('inpatient', stay('2026-11-21')),
    pack: stayPlan,
    says: { outcome: 'referred', reason: 'stay-unknown' },
  },
  {
    title: 'passes a stay of one day less than the most',
    given: encounter('inpatient', stay('2026-11-23')),
    pack: stayPlan,
    says: passes,
  },
  {
    title: 'passes a stay of exactly the most days, first and last counted',
    given: encounter('inpatient', stay('2026-11-24')),
    pack: stayPlan,
    says: passes,
  },
  {
    title: 'refers one day more',
    given: encounter('inpatient', stay('2026-11-25')),
    pack: stayPlan,
    says: { outcome: 'referred', reason: 'stay-too-long' },
  },
  {
    title: 'refers a room above the plan',
    given: encounter('inpatient', stay('2026-11-22', 'first')),
    pack: stayPlan,
    says: { outcome: 'referred', reason: 'room-above-plan' },
  },
  {
    title: 'asks for no stay outside the hospital',
    given: encounter('day-case'),
    pack: stayPlan,
    says: passes,
  },
];
