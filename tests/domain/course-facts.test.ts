import { describe, expect, it } from 'vitest';
import type { LineBase } from '#domain/adjudication/check.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import { type ConditionFactName, conditionFacts } from '#domain/adjudication/condition-facts.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { Referral } from '#domain/circumstances.ts';
import type { Enrolment, ProgrammeMedicine } from '#domain/enrolments.ts';
import type { PastService } from '#domain/history.ts';
import { input, line, now, rulePack } from './builders.ts';
import {
  asking,
  claiming,
  day,
  history,
  itemRule,
  known,
  paracetamol,
  past,
  unknown,
} from './terms.ts';

const followUp = { days: 14, same: 'clinician', isAnywhere: false, isFeeIncluded: true } as const;
const bare = compilePack(rulePack());
const bound = compilePack(
  rulePack({
    programmes: [{ code: 'PAIN', name: { ar: 'برنامج الألم', en: 'Pain programme' } }],
    itemRules: [
      itemRule({ scope: { kind: 'consultation' }, followUp }),
      itemRule({ scope: { benefit: 'medicines' }, programme: { code: 'PAIN' } }),
      itemRule({ controlled: { collectors: 'listed' } }),
    ],
  }),
);

const base = (given: AdjudicationInput, pack = bound): LineBase => {
  const [asked = paracetamol()] = given.claim.lines;
  const item = pack.item(asked.itemCode);
  const terms = item === null ? null : pack.itemTerms(item, 'SILVER');
  return {
    ...{ input: given, pack, line: asked, item, terms, price: null, planCode: 'SILVER' },
    orderedAt: given.decidedAt,
    ...{ rule: null, diagnoses: given.claim.diagnoses, approval: null },
    ...{ allowedBefore: [], allowedThatDay: [] },
  };
};
const read = (name: ConditionFactName, given: AdjudicationInput, pack = bound) =>
  conditionFacts[name].read(base(given, pack));

describe('a course of care of which the contract says nothing', () => {
  it.each<[ConditionFactName, unknown]>([
    ['claim.collectedBy', ''],
    ['claim.hasReferral', false],
    ['member.programmes', null],
    ['line.specialPrescription', null],
    ['line.takerId', null],
    ['line.batch', null],
    ['line.daysToExpiry', null],
    ['item.isControlled', false],
    ['item.programme', ''],
    ['referral.from', null],
    ['referral.to', null],
    ['referral.licence', null],
    ['referral.diagnosis', null],
    ['referral.daysSince', null],
    ['programme.monthly', null],
    ['programme.leftThisMonth', null],
    ['programme.daysUntilNext', null],
    ['episode.isFollowUp', false],
    ['episode.daysSinceFirst', null],
  ])('%s', (name, value) => {
    expect(read(name, asking(), bare)).toEqual(value);
  });

  it('says whether the item is controlled, and in which programme', () => {
    expect(read('item.isControlled', asking())).toBe(true);
    expect(read('item.programme', asking())).toBe('PAIN');
    const stranger = asking({ itemCode: 'NO-SUCH-CODE' });
    expect(read('item.isControlled', stranger)).toBeNull();
    expect(read('item.programme', stranger)).toBeNull();
  });
});

describe('a referral that a condition asks for', () => {
  const paper: Referral = {
    ...{ fromSpecialty: 'general-practice', licence: 'D-7', toSpecialty: 'orthopaedics' },
    ...{ on: day('2026-11-20'), validDays: null, diagnosis: 'M54' },
  };
  const sent = (changes: Partial<Referral> = {}) =>
    claiming({ referral: { ...paper, ...changes } });

  it.each<[ConditionFactName, string, AdjudicationInput, unknown]>([
    ['claim.hasReferral', 'that was entered', sent(), true],
    ['referral.from', 'with who sends', sent(), 'general-practice'],
    ['referral.to', 'with whither', sent(), 'orthopaedics'],
    ['referral.licence', 'with whose it is', sent(), 'D-7'],
    ['referral.licence', 'that cannot be read', sent({ licence: '' }), null],
    ['referral.diagnosis', 'for an illness', sent(), 'M54'],
    ['referral.diagnosis', 'for no illness', sent({ diagnosis: null }), ''],
    ['referral.daysSince', 'of two days ago', sent(), 2],
    ['referral.daysSince', 'of the day', sent({ on: day('2026-11-22') }), 0],
    ['referral.daysSince', 'of the day after', sent({ on: day('2026-11-23') }), -1],
  ])('%s: %s', (name, _, given, value) => {
    expect(read(name, given)).toEqual(value);
  });
});

describe('a controlled medicine that a condition asks for', () => {
  const collector = { name: 'Hala', relationship: 'spouse', idNumber: '0507' } as const;
  const taken = (expiresOn = '2026-11-23') =>
    asking({
      batch: { number: 'M-204', expiresOn: day(expiresOn) },
      controlled: { prescriptionNumber: 'N-77', takerId: '0102' },
    });

  it.each<[ConditionFactName, string, AdjudicationInput, unknown]>([
    ['line.specialPrescription', 'with its number', taken(), 'N-77'],
    ['line.takerId', 'of the patient', taken(), '0102'],
    ['line.takerId', 'of a collector', asking({}, { holder: { collectedBy: collector } }), '0507'],
    ['line.batch', 'as entered', taken(), 'M-204'],
    ['line.daysToExpiry', 'a day before it', taken(), 1],
    ['line.daysToExpiry', 'on it', taken('2026-11-22'), 0],
    ['line.daysToExpiry', 'a day after it', taken('2026-11-21'), -1],
    [
      'claim.collectedBy',
      'whoever does',
      asking({}, { holder: { collectedBy: collector } }),
      'spouse',
    ],
    ['claim.collectedBy', 'before anybody asked', asking({}, { holder: 'not-yet' }), null],
    ['claim.collectedBy', 'somebody else', asking({}, { holder: 'refused' }), null],
  ])('%s: %s', (name, _, given, value) => {
    expect(read(name, given)).toEqual(value);
  });
});

describe('a programme that a condition asks for', () => {
  const place = (
    medicine: Partial<ProgrammeMedicine> | null = {},
    to = '2026-11-22',
  ): Enrolment => ({
    programme: 'PAIN',
    period: { from: day('2026-01-01'), to: day(to) },
    providerId: null,
    medicines:
      medicine === null
        ? []
        : [{ itemCode: 'PARACETAMOL-500', monthly: 90, nextOn: null, ...medicine }],
  });
  const enrolled = (one: Enrolment, ...services: readonly PastService[]) =>
    asking({}, { enrolments: known([one], 'centre', now), services: [history(services)] });

  it.each<[ConditionFactName, string, AdjudicationInput, unknown]>([
    ['member.programmes', 'on the last day', enrolled(place()), ['PAIN']],
    ['member.programmes', 'a day later', enrolled(place({}, '2026-11-21')), []],
    [
      'member.programmes',
      'that nobody knows',
      asking({}, { enrolments: unknown('never-synced', 'centre') }),
      null,
    ],
    ['programme.monthly', 'as approved', enrolled(place()), 90],
    ['programme.monthly', 'of another medicine', enrolled(place(null)), null],
    ['programme.leftThisMonth', 'all of it', enrolled(place()), 90],
    ['programme.leftThisMonth', 'what is left', enrolled(place(), past({ quantity: 60 })), 30],
    [
      'programme.leftThisMonth',
      'without a history',
      asking({}, { enrolments: known([place()], 'centre', now) }),
      null,
    ],
    ['programme.daysUntilNext', 'at once', enrolled(place()), 0],
    ['programme.daysUntilNext', 'on the day', enrolled(place({ nextOn: day('2026-11-22') })), 0],
    ['programme.daysUntilNext', 'a day after', enrolled(place({ nextOn: day('2026-11-21') })), 0],
    ['programme.daysUntilNext', 'a day before', enrolled(place({ nextOn: day('2026-11-23') })), 1],
    ['programme.daysUntilNext', 'of no place', enrolled(place({}, '2026-11-21')), null],
  ])('%s: %s', (name, _, given, value) => {
    expect(read(name, given)).toEqual(value);
  });
});

describe('an episode that a condition asks for', () => {
  const cardiologist = { name: 'x', licence: 'D-1', specialty: 'cardiology' };
  const consulting = (services: readonly PastService[] | null, clinician = cardiologist) =>
    claiming(
      { clinician },
      input({
        lines: [line({ itemCode: 'CONSULTATION', quantity: 1, daysSupply: null })],
        ...(services === null ? {} : { services: [history(services, 'terminal')] }),
      }),
    );
  const held = (on: string) =>
    past({
      ...{ itemCode: 'CONSULTATION', on: day(on), quantity: 1, providerId: 'NAFIS' },
      ...{ clinician: { licence: 'D-1', specialty: 'cardiology' }, diagnosis: 'E78.5' },
    });

  it.each<[string, AdjudicationInput, boolean | null, number | null]>([
    ['the first one', consulting([]), false, 0],
    ['on the last of its days', consulting([held('2026-11-08')]), true, 14],
    ['a day after them', consulting([held('2026-11-07')]), false, 0],
    ['before one that was claimed first', consulting([held('2026-11-24')]), true, -2],
    ['without a history', consulting(null), null, null],
    [
      'by nobody knows whom',
      consulting([held('2026-11-08')], { ...cardiologist, licence: '-' }),
      null,
      null,
    ],
  ])('%s', (_, given, isFollowUp, days) => {
    expect(read('episode.isFollowUp', given)).toBe(isFollowUp);
    expect(read('episode.daysSinceFirst', given)).toBe(days);
  });
});
