import type { CoordinationTerm } from '#domain/adjudication/contract-terms.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { money } from '#domain/money.ts';
import type { OtherCover } from '#domain/people.ts';
import { day, membershipFact, now, rulePack } from '../builders.ts';
import { asking, claiming } from '../terms.ts';
import { type Case, passes } from './case.ts';

const withTerm = (changes: Partial<CoordinationTerm>): RulePack => {
  const pack = rulePack();
  const coordination = { isAsked: false, liable: [], clause: 'art-13', ...changes };
  return { ...pack, plans: pack.plans.map((plan) => ({ ...plan, coordination })) };
};
const asks = withTerm({ isAsked: true });
const liable = withTerm({ liable: ['traffic', 'work'] });

const cover = (changes: Partial<OtherCover> = {}): OtherCover => ({
  insurer: 'Orient',
  pays: 'first',
  period: { from: day('2026-01-01'), to: day('2026-11-22') },
  ...changes,
});
const covered = (...otherCovers: readonly OtherCover[]) =>
  asking({}, { membership: membershipFact({ otherCovers }) });
const paid = { paidByOther: money(1_000) };
const paysFirst = {
  outcome: 'referred',
  reason: 'other-cover-pays-first',
  nearest: { kind: 'enter-other-payment' },
} as const;

export const coordinationCases: readonly Case[] = [
  { title: 'asks nothing where nobody knows of others who pay', given: asking(), says: passes },
  {
    title: 'refers on the last day of another cover that pays first, until its payment is known',
    given: covered(cover()),
    says: paysFirst,
  },
  {
    title: 'asks nothing on the day after it',
    given: covered(cover({ period: { from: day('2026-01-01'), to: day('2026-11-21') } })),
    says: passes,
  },
  {
    title: 'refers on its first day',
    given: covered(cover({ period: { from: day('2026-11-22'), to: null } })),
    says: paysFirst,
  },
  {
    title: 'asks nothing on the day before it',
    given: covered(cover({ period: { from: day('2026-11-23'), to: null } })),
    says: passes,
  },
  {
    title: 'asks nothing of a cover that pays second',
    given: covered(cover({ pays: 'second' })),
    says: passes,
  },
  {
    title: 'passes once the payment is known',
    given: asking(paid, { membership: membershipFact({ otherCovers: [cover()] }) }),
    says: {
      ...passes,
      facts: [
        {
          name: 'other-cover',
          value: { kind: 'code', value: 'Orient' },
          source: 'centre',
          asOf: now,
        },
        {
          name: 'paid-by-other',
          value: { kind: 'money', value: money(1_000) },
          source: 'operator',
          asOf: now,
        },
      ],
    },
  },
  {
    title: 'passes where it was nothing',
    given: asking(
      { paidByOther: money(0) },
      { membership: membershipFact({ otherCovers: [cover()] }) },
    ),
    says: passes,
  },
  {
    title: 'believes what was stated where the data do not tell',
    given: claiming({ otherCover: { insurer: 'Orient', pays: 'first' } }),
    says: paysFirst,
  },
  {
    title: 'refers where the contract asks and nobody said',
    given: asking(),
    pack: asks,
    says: {
      outcome: 'referred',
      reason: 'other-cover-not-said',
      nearest: { kind: 'state-other-cover' },
    },
  },
  {
    title: 'passes where it was said that there is none',
    given: claiming({ otherCover: null }),
    pack: asks,
    says: passes,
  },
  { title: 'passes where the data tell of none', given: covered(), pack: asks, says: passes },
  {
    title: 'refers an accident for which somebody else pays first',
    given: claiming({ accident: 'traffic' }),
    pack: liable,
    says: { outcome: 'referred', reason: 'liable-pays-first', clause: 'art-13' },
  },
  {
    title: 'passes it once that payment is known',
    given: claiming({ accident: 'work' }, asking(paid)),
    pack: liable,
    says: passes,
  },
  {
    title: 'records another accident, and passes it',
    given: claiming({ accident: 'other-party' }),
    pack: liable,
    says: {
      ...passes,
      facts: [
        {
          name: 'accident',
          value: { kind: 'word', value: 'accident-other-party' },
          source: 'operator',
          asOf: now,
        },
      ],
    },
  },
  {
    title: 'passes where the member tells of one that pays second, and keeps it on record',
    given: claiming({ otherCover: { insurer: 'Orient', pays: 'second' } }),
    pack: asks,
    says: {
      ...passes,
      facts: [
        {
          ...{ name: 'other-cover', value: { kind: 'code', value: 'Orient' } },
          ...{ source: 'operator', asOf: now },
        },
      ],
    },
  },
  {
    title: 'asks no further where a payment was entered',
    given: asking(paid),
    pack: asks,
    says: passes,
  },
  {
    title: 'keeps no accident on record where there was none',
    given: claiming({ accident: 'none' }),
    pack: liable,
    says: { ...passes, facts: [] },
  },
];
