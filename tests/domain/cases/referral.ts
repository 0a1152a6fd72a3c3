import type { ReferralTerm } from '#domain/adjudication/item-rule.ts';
import type { Referral } from '#domain/circumstances.ts';
import { day, input, line } from '../builders.ts';
import { claiming, withItemRule } from '../terms.ts';
import { type Case, passes } from './case.ts';

const consultation = input({
  lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })],
});

/** A general practitioner's, of 23 October: thirty days before. */
const paper = (changes: Partial<Referral> = {}): Referral => ({
  fromSpecialty: 'general-practice',
  licence: 'D-7',
  toSpecialty: 'cardiology',
  on: day('2026-10-23'),
  validDays: null,
  diagnosis: 'E78.5',
  ...changes,
});

const showing = (changes: Partial<Referral> = {}) =>
  claiming({ referral: paper(changes) }, consultation);

const asking = (changes: Partial<ReferralTerm> = {}) =>
  withItemRule({
    scope: { kind: 'consultation' },
    referral: {
      isNeeded: true,
      to: 'cardiology',
      from: ['general-practice'],
      validDays: 30,
      isWaivedForEmergency: true,
      ...changes,
    },
  });

const refused = (reason: string) =>
  ({ outcome: 'declined', reason, bearer: 'provider' }) as Case['says'];
const nearest = { kind: 'present-referral' } as const;

export const referralCases: readonly Case[] = [
  { title: 'asks nothing without a term', given: consultation, says: passes },
  {
    title: 'asks nothing where a narrower rule needs none',
    given: consultation,
    pack: asking({ isNeeded: false }),
    says: passes,
  },
  {
    title: 'refers without one',
    given: consultation,
    pack: asking(),
    says: { outcome: 'referred', reason: 'referral-not-entered', nearest },
  },
  {
    title: 'passes an emergency without one',
    given: claiming({ encounter: 'emergency' }, consultation),
    pack: asking(),
    says: passes,
  },
  {
    title: 'refers an emergency without one where the contract makes no exception',
    given: claiming({ encounter: 'emergency' }, consultation),
    pack: asking({ isWaivedForEmergency: false }),
    says: { outcome: 'referred', reason: 'referral-not-entered' },
  },
  {
    title: 'passes one on its last day',
    given: showing(),
    pack: asking(),
    says: { ...passes, clause: 'art-20' },
  },
  {
    title: 'passes one on the day before its last',
    given: showing({ on: day('2026-10-24') }),
    pack: asking(),
    says: passes,
  },
  {
    title: 'declines one a day after its last',
    given: showing({ on: day('2026-10-22') }),
    pack: asking(),
    says: { ...refused('referral-expired'), nearest },
  },
  {
    title: 'holds it to the referrer’s own days where they are fewer',
    given: showing({ validDays: 29 }),
    pack: asking(),
    says: refused('referral-expired'),
  },
  {
    title: 'holds it to the contract’s days where the referrer gives more',
    given: showing({ on: day('2026-10-22'), validDays: 90 }),
    pack: asking(),
    says: refused('referral-expired'),
  },
  {
    title: 'passes one of the same day',
    given: showing({ on: day('2026-11-22') }),
    pack: asking(),
    says: passes,
  },
  {
    title: 'declines one of the day after',
    given: showing({ on: day('2026-11-23') }),
    pack: asking(),
    says: {
      ...refused('referral-not-yet-valid'),
      nearest: { kind: 'wait-until', date: day('2026-11-23') },
    },
  },
  {
    title: 'declines one to another specialty',
    given: showing({ toSpecialty: 'urology' }),
    pack: asking(),
    says: { ...refused('referral-to-other-specialty'), nearest },
  },
  {
    title: 'declines one from a specialty that may not send',
    given: showing({ fromSpecialty: 'dentistry' }),
    pack: asking(),
    says: { ...refused('referrer-not-entitled'), nearest },
  },
  {
    title: 'passes one from any specialty where the contract names none',
    given: showing({ fromSpecialty: 'dentistry' }),
    pack: asking({ from: null }),
    says: passes,
  },
  {
    title: 'refers where it cannot be read who sent',
    given: showing({ licence: '' }),
    pack: asking(),
    says: { outcome: 'referred', reason: 'referrer-unknown', nearest },
  },
  {
    title: 'refers one for another illness',
    given: showing({ diagnosis: 'I10' }),
    pack: asking(),
    says: { outcome: 'referred', reason: 'referral-for-other-illness', nearest },
  },
  {
    title: 'refers where no diagnosis was stated to lay beside it',
    given: claiming({ diagnoses: [] }, showing()),
    pack: asking(),
    says: {
      outcome: 'referred',
      reason: 'referral-for-other-illness',
      nearest: { kind: 'enter-diagnosis' },
    },
  },
  {
    title: 'passes one that names no illness',
    given: showing({ diagnosis: null }),
    pack: asking(),
    says: passes,
  },
];
