import type { MaternityTerm } from '#domain/adjudication/care-terms.ts';
import type { Pregnancy } from '#domain/circumstances.ts';
import { unknown } from '#domain/facts.ts';
import { day } from '../builders.ts';
import { asking, claiming, withItemRule } from '../terms.ts';
import { type Case, passes } from './case.ts';

const asks = (changes: Partial<MaternityTerm>) =>
  withItemRule({ maternity: { waitingMonths: null, weeks: null, deliveries: null, ...changes } });

/** The member's cover began on 1 January 2026. */
const waits = asks({ waitingMonths: 3 });
const scan = asks({ weeks: { from: 11, to: 13 } });
const birth = asks({ deliveries: ['vaginal', 'assisted'] });

const pregnant = (changes: Partial<Pregnancy> = {}, on = '2026-11-22') =>
  claiming(
    { pregnancy: { lastPeriod: day('2026-04-01'), ...changes } },
    asking({}, { on: day(on) }),
  );
const since = (lastPeriod: string, on = '2026-11-22') =>
  pregnant({ lastPeriod: day(lastPeriod) }, on);

export const maternityCases: readonly Case[] = [
  { title: 'asks nothing where no rule speaks of it', given: asking(), says: passes },
  {
    title: 'passes a pregnancy that began on the first day after the waiting',
    given: since('2026-04-01'),
    pack: waits,
    says: passes,
  },
  {
    title: 'passes one that began the day after',
    given: since('2026-04-02'),
    pack: waits,
    says: passes,
  },
  {
    title: 'declines one that began the day before',
    given: since('2026-03-31'),
    pack: waits,
    says: { outcome: 'declined', reason: 'pregnancy-before-cover', bearer: 'member' },
  },
  {
    title: 'counts from the last period, whenever the service is',
    given: since('2026-03-31', '2026-12-30'),
    pack: waits,
    says: { outcome: 'declined', reason: 'pregnancy-before-cover' },
  },
  {
    title: 'refers where the start of the cover is unknown',
    given: { ...since('2026-04-01'), membership: unknown('never-synced', 'centre') },
    pack: waits,
    says: {
      outcome: 'referred',
      reason: 'pregnancy-cover-unknown',
      nearest: { kind: 'connect' },
    },
  },
  {
    title: 'refers where nothing was said of a pregnancy',
    given: asking(),
    pack: waits,
    says: {
      outcome: 'referred',
      reason: 'pregnancy-not-said',
      nearest: { kind: 'state-pregnancy' },
    },
  },
  {
    title: 'declines where it was said that there is none',
    given: claiming({ pregnancy: null }),
    pack: scan,
    says: { outcome: 'declined', reason: 'pregnancy-none', bearer: 'provider' },
  },
  {
    title: 'refers where the last period is not known',
    given: pregnant({ lastPeriod: null }),
    pack: waits,
    says: { outcome: 'referred', reason: 'last-period-unknown' },
  },
  {
    title: 'refers where it lies after the service',
    given: since('2026-11-23'),
    pack: scan,
    says: { outcome: 'referred', reason: 'last-period-unknown' },
  },
  {
    title: 'declines the day before the first week, and says when it begins',
    given: since('2026-09-07'),
    pack: scan,
    says: {
      outcome: 'declined',
      reason: 'pregnancy-too-early',
      bearer: 'provider',
      nearest: { kind: 'wait-until', date: day('2026-11-23') },
    },
  },
  {
    title: 'passes on the first day of the first week',
    given: since('2026-09-06'),
    pack: scan,
    says: passes,
  },
  {
    title: 'passes on the last day of the last week',
    given: since('2026-08-17'),
    pack: scan,
    says: passes,
  },
  {
    title: 'declines on the day after it',
    given: since('2026-08-16'),
    pack: scan,
    says: { outcome: 'declined', reason: 'pregnancy-too-late', bearer: 'provider' },
  },
  {
    title: 'passes a birth that the contract names',
    given: pregnant({ delivery: 'assisted' }),
    pack: birth,
    says: passes,
  },
  {
    title: 'asks no last period of a birth that rests on its kind alone',
    given: pregnant({ lastPeriod: null, delivery: 'vaginal' }),
    pack: birth,
    says: passes,
  },
  {
    title: 'declines another',
    given: pregnant({ delivery: 'caesarean' }),
    pack: birth,
    says: { outcome: 'declined', reason: 'delivery-not-covered', bearer: 'member' },
  },
  {
    title: 'refers where it was not said how the child was born',
    given: pregnant(),
    pack: birth,
    says: { outcome: 'referred', reason: 'delivery-not-said' },
  },
  {
    title: 'takes a last period that began on the day itself',
    given: since('2026-11-22'),
    pack: waits,
    says: passes,
  },
  {
    title: 'does not ask since when a member is covered where nothing waits',
    given: { ...since('2026-08-30'), membership: unknown('never-synced', 'centre') },
    pack: scan,
    says: passes,
  },
];
