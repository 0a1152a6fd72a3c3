import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { unknown } from '#domain/facts.ts';
import { day, input, line, membershipFact, rulePack } from '../builders.ts';
import { claiming } from '../terms.ts';
import { type Case, passes } from './case.ts';

const tomorrow = day('2026-11-23');

const waits = rulePack({
  waiting: [
    {
      scope: { benefit: 'medicines' },
      diagnosis: null,
      plans: null,
      months: 6,
      isWaivedForAccident: true,
      isWaivedForEmergency: true,
      clause: 'art-24',
    },
  ],
});
const waitsOf = (...changes: readonly Partial<RulePack['waiting'][number]>[]) =>
  rulePack({
    waiting: waits.waiting.flatMap((rule) => changes.map((one) => ({ ...rule, ...one }))),
  });
const ofDiagnosis = rulePack({
  waiting: waits.waiting.map((rule) => ({ ...rule, scope: null, diagnosis: 'E70-E90' })),
});
const since = (from: string, insuredSince?: string) => ({
  membership: membershipFact({
    memberPeriod: { from: day(from), to: null },
    ...(insuredSince === undefined ? {} : { insuredSince: day(insuredSince) }),
  }),
});
/** A stay until 26 November of which the 25th is claimed; the waiting ends on the 22nd. */
const admitted = (from: string) =>
  claiming(
    {
      accident: 'none',
      encounter: 'inpatient',
      serviceDate: day('2026-11-25'),
      stay: { from: day(from), to: day('2026-11-26'), roomClass: 'first' },
    },
    input(since('2026-05-22')),
  );
const said = (member: ReturnType<typeof since>) => claiming({ accident: 'none' }, input(member));
const unsaid = (from: string) => input(since(from));
const notSaid = {
  outcome: 'referred',
  reason: 'waiting-accident-not-said',
  nearest: { kind: 'state-accident' },
} as const;
const waiting = {
  outcome: 'declined',
  reason: 'waiting',
  bearer: 'member',
  nearest: { kind: 'wait-until', date: tomorrow },
} as const;

export const waitingPeriodCases: readonly Case[] = [
  { title: 'asks nothing where the contract sets no waiting', given: input(), says: passes },
  {
    title: 'passes on the very day',
    given: said(since('2026-05-22')),
    pack: waits,
    says: passes,
  },
  {
    title: 'declines one day before, and says when',
    given: said(since('2026-05-23')),
    pack: waits,
    says: waiting,
  },
  {
    title: 'passes one day after',
    given: said(since('2026-05-21')),
    pack: waits,
    says: passes,
  },
  {
    title: 'declines a stay admitted one day before, though the bed is claimed of a day after',
    given: admitted('2026-11-21'),
    pack: waits,
    says: { ...waiting, nearest: { kind: 'wait-until', date: day('2026-11-22') } },
  },
  {
    title: 'passes a stay admitted on the very day',
    given: admitted('2026-11-22'),
    pack: waits,
    says: passes,
  },
  {
    title: 'passes a stay admitted one day after',
    given: admitted('2026-11-23'),
    pack: waits,
    says: passes,
  },
  {
    title: 'counts the day of the service where nobody is admitted',
    given: claiming({ encounter: 'outpatient' }, admitted('2026-11-21')),
    pack: waits,
    says: passes,
  },
  {
    title: 'counts from the cover that was renewed without a gap',
    given: said(since('2026-11-01', '2026-05-22')),
    pack: waits,
    says: passes,
  },
  {
    title: 'refers a day too early where nobody said whether it was an accident',
    given: unsaid('2026-05-23'),
    pack: waits,
    says: notSaid,
  },
  {
    title: 'need not know of an accident on the very day',
    given: unsaid('2026-05-22'),
    pack: waits,
    says: passes,
  },
  {
    title: 'need not know of an accident where none is exempt',
    given: unsaid('2026-05-23'),
    pack: waitsOf({ isWaivedForAccident: false }),
    says: waiting,
  },
  {
    title: 'declines by the rule that exempts no accident, though a longer one may be set aside',
    given: unsaid('2026-06-22'),
    pack: waitsOf({ months: 12 }, { months: 6, isWaivedForAccident: false, clause: 'art-25' }),
    says: {
      ...waiting,
      clause: 'art-25',
      nearest: { kind: 'wait-until', date: day('2026-12-22') },
    },
  },
  {
    title: 'refers by the longer rule where the one that exempts no accident is over',
    given: unsaid('2026-05-22'),
    pack: waitsOf({ months: 6, isWaivedForAccident: false }, { months: 12, clause: 'art-25' }),
    says: { ...notSaid, clause: 'art-25' },
  },
  {
    title: 'passes by the rule that holds for sure once every one is over',
    given: unsaid('2026-05-22'),
    pack: waitsOf({ months: 6, clause: 'art-25' }, { months: 3, isWaivedForAccident: false }),
    says: { ...passes, clause: 'art-24' },
  },
  {
    title: 'need not know of a diagnosis where all wait',
    given: claiming({ accident: 'none', diagnoses: [] }, input(since('2026-05-23'))),
    pack: waits,
    says: waiting,
  },
  {
    title: 'refers a day too early where no diagnosis was stated and some wait',
    given: claiming({ diagnoses: [] }, input(since('2026-05-23'))),
    pack: ofDiagnosis,
    says: {
      outcome: 'referred',
      reason: 'waiting-diagnosis-missing',
      nearest: { kind: 'enter-diagnosis' },
    },
  },
  {
    title: 'exempts an accident',
    given: claiming({ accident: 'own' }, input(since('2026-11-01'))),
    pack: waits,
    says: passes,
  },
  {
    title: 'does not exempt what is no accident',
    given: claiming({ accident: 'none' }, input(since('2026-05-23'))),
    pack: waits,
    says: waiting,
  },
  {
    title: 'exempts an emergency',
    given: claiming({ encounter: 'emergency' }, input(since('2026-11-01'))),
    pack: waits,
    says: passes,
  },
  {
    title: 'waits by diagnosis',
    given: said(since('2026-05-23')),
    pack: ofDiagnosis,
    says: waiting,
  },
  {
    title: 'does not wait by another diagnosis',
    given: claiming({ diagnoses: ['I10'] }, input(since('2026-05-23'))),
    pack: ofDiagnosis,
    says: passes,
  },
  {
    title: 'refers while the start of the cover is unknown',
    given: input({ membership: unknown('never-synced', 'centre') }),
    pack: waits,
    says: { outcome: 'referred', reason: 'waiting-start-unknown' },
  },
  {
    title: 'lets the longest of two hold, told first',
    given: said(since('2026-06-22')),
    pack: waitsOf({ months: 6 }, { months: 3, clause: 'art-25' }),
    says: {
      ...waiting,
      clause: 'art-24',
      nearest: { kind: 'wait-until', date: day('2026-12-22') },
    },
  },
  {
    title: 'lets the longest of two hold, told last',
    given: said(since('2026-06-22')),
    pack: waitsOf({ months: 3 }, { months: 6, clause: 'art-25' }),
    says: {
      ...waiting,
      clause: 'art-25',
      nearest: { kind: 'wait-until', date: day('2026-12-22') },
    },
  },
  {
    title: 'names the first of two that are as long',
    given: said(since('2026-06-22')),
    pack: waitsOf({}, { clause: 'art-25' }),
    says: { outcome: 'declined', reason: 'waiting', clause: 'art-24' },
  },
  {
    title: 'asks nothing where the rules are of other items or other plans',
    given: said(since('2026-11-22')),
    pack: waitsOf({ scope: { benefit: 'dental' } }, { plans: ['GOLD'] }),
    says: { ...passes, facts: [] },
  },
  {
    title: 'asks nothing of an item that the contract does not contain, unless it is of every item',
    given: input({ ...since('2026-11-22'), lines: [line({ itemCode: 'NONE' })] }),
    pack: waits,
    says: { ...passes, facts: [] },
  },
  {
    title: 'is of a diagnosis among several',
    given: claiming(
      { accident: 'none', diagnoses: ['J06.9', 'E78.0'] },
      input(since('2026-11-22')),
    ),
    pack: ofDiagnosis,
    says: { outcome: 'declined', reason: 'waiting' },
  },
];
