import { describe, expect, it } from 'vitest';
import type { LineBase } from '#domain/adjudication/check.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import { type ConditionFactName, conditionFacts } from '#domain/adjudication/condition-facts.ts';
import { never } from '#domain/adjudication/history-facts.ts';
import { showFact } from '#domain/adjudication/show-fact.ts';
import { money } from '#domain/money.ts';
import { membershipFact, now, rulePack } from './builders.ts';
import {
  about,
  approval,
  asking,
  bornOn,
  claiming,
  day,
  history,
  known,
  paracetamol,
  past,
  unknown,
} from './terms.ts';

const pack = compilePack(rulePack());
const base = (input = asking(), changes: Partial<LineBase> = {}): LineBase => {
  const [line = paracetamol()] = input.claim.lines;
  const item = pack.item(line.itemCode);
  const { decidedAt: orderedAt } = input;
  const { providerId, serviceDate } = input.claim;
  const price = pack.price(providerId, line.itemCode, serviceDate, orderedAt);
  return {
    ...{ input, pack, line, orderedAt, item, price, planCode: 'SILVER', rule: null, terms: null },
    ...{ diagnoses: input.claim.diagnoses, approval: null, allowedBefore: [] },
    ...{ allowedThatDay: [], ...changes },
  };
};
const read = (name: ConditionFactName, given = base()) => conditionFacts[name].read(given);
const coveredSince = (from: string, changes: object = {}) => ({
  membership: membershipFact({ memberPeriod: { from: day(from), to: null }, ...changes }),
});
const services = (...given: Parameters<typeof history>[]) =>
  base(asking({}, { services: given.map((one) => history(...one)) }));
const withClaim = (changes: Parameters<typeof claiming>[0]) => base(claiming(changes));
const pregnant = (changes: object) =>
  withClaim({ pregnancy: { lastPeriod: day('2026-08-30'), ...changes } as never });

describe('a fact of a condition', () => {
  it('that is known whatever was done before is of no day', () => {
    expect(showFact('episode.isFollowUp', base())).toMatchObject({
      ...{ value: { value: 'false' }, source: 'terminal', asOf: null },
    });
  });

  it.each<[ConditionFactName, unknown]>([
    ['person.age', 58],
    ['person.ageMonths', 704],
    ['person.ageDays', 21_437],
    ['person.sex', 'male'],
    ['member.plan', 'SILVER'],
    ['member.relationship', 'self'],
    ['member.daysInsured', 325],
    ['member.monthsInsured', 10],
    ['provider.id', 'NAFIS'],
    ['provider.network', 'DAMASCUS'],
    ['clinician.specialty', null],
    ['claim.date', '2026-11-22'],
    ['claim.encounter', 'outpatient'],
    ['claim.accident', null],
    ['claim.documents', null],
    ['claim.daysSinceOnset', null],
    ['claim.stayDays', null],
    ['claim.isPregnant', null],
    ['claim.pregnancyWeek', null],
    ['claim.delivery', null],
    ['claim.lines', 1],
    ['line.item', 'PARACETAMOL-500'],
    ['line.quantity', 30],
    ['line.days', 10],
    ['line.unitPrice', 100],
    ['line.claimed', 3_000],
    ['line.modifier', ''],
    ['line.tooth', null],
    ['line.diagnosis', 'E78.0'],
    ['line.diagnoses', ['E78.0']],
    ['line.hasApproval', false],
    ['item.kind', 'medicine'],
    ['item.benefit', 'medicines'],
    ['item.atc', 'C10AA05'],
    ['item.listPrice', 100],
    ['history.timesThisMonth', null],
    ['history.timesThisYear', null],
    ['history.timesThisPolicyYear', null],
    ['history.unitsThisPolicyYear', null],
    ['history.daysSinceLast', null],
  ])('%s of an ordinary line', (name, value) => {
    expect(read(name)).toEqual(value);
  });

  const priced = base(asking({ unitPrice: money(90) }));
  const nobody = base(asking({ unitPrice: null }), { item: null, price: null, diagnoses: [] });

  it.each<[ConditionFactName, string, LineBase, unknown]>([
    [
      'clinician.specialty',
      'of who treats',
      withClaim({ clinician: { specialty: 'eyes' } as never }),
      'eyes',
    ],
    ['claim.accident', 'as it was said', withClaim({ accident: 'none' as never }), 'none'],
    [
      'claim.documents',
      'that are present',
      withClaim({ documents: ['report' as never] }),
      ['report'],
    ],
    ['claim.daysSinceOnset', 'to the service', withClaim({ onset: day('2026-11-20') }), 2],
    [
      'claim.stayDays',
      'with its first and last day',
      withClaim({ stay: { from: day('2026-11-20'), to: day('2026-11-22') } as never }),
      3,
    ],
    ['claim.isPregnant', 'who is', pregnant({}), true],
    ['claim.isPregnant', 'who is not', withClaim({ pregnancy: null }), false],
    ['claim.isPregnant', 'who has delivered', pregnant({ delivery: 'normal' }), false],
    ['claim.pregnancyWeek', 'in completed weeks', pregnant({}), 12],
    ['claim.pregnancyWeek', 'of nobody pregnant', withClaim({ pregnancy: null }), null],
    ['claim.pregnancyWeek', 'that nobody knows', pregnant({ lastPeriod: null }), null],
    ['claim.delivery', 'as it was', pregnant({ delivery: 'normal' }), 'normal'],
    ['claim.delivery', 'that has not come', pregnant({}), ''],
    ['claim.delivery', 'of nobody pregnant', withClaim({ pregnancy: null }), ''],
    ['line.unitPrice', 'as asked', priced, 90],
    ['line.claimed', 'as asked', priced, 2_700],
    ['line.unitPrice', 'that nobody knows', nobody, null],
    ['line.claimed', 'that nobody knows', nobody, null],
    ['line.claimed', 'beyond all reckoning', base(asking({ unitPrice: money(9e15) })), null],
    ['line.modifier', 'that is stated', base(asking({ modifier: '76' })), '76'],
    ['line.tooth', 'that is stated', base(asking({ place: { tooth: '36' } })), '36'],
    ['line.diagnosis', 'that is missing', nobody, null],
    ['line.diagnoses', 'that are missing', nobody, null],
    ['line.hasApproval', 'that carries it', base(asking(), { approval: approval() }), true],
    ['item.kind', 'of what nobody knows', nobody, null],
    ['item.benefit', 'of what nobody knows', nobody, null],
    ['item.atc', 'of what nobody knows', nobody, null],
    ['item.atc', 'of no medicine', base(asking(), { item: pack.item('CONSULTATION') }), ''],
    ['item.listPrice', 'of what nobody knows', nobody, null],
    ['member.plan', 'that is unknown', base(asking(), { planCode: null }), null],
    ['provider.network', 'of a stranger', base(asking({}, { providerId: 'NOBODY' })), null],
  ])('%s: %s', (name, _, given, value) => {
    expect(read(name, given)).toEqual(value);
  });

  const noMember = base(asking({}, { membership: unknown('never-synced', 'centre') }));
  it('of a member whom nobody knows is not known', () => {
    expect(read('member.relationship', noMember)).toBeNull();
    expect(read('member.daysInsured', noMember)).toBeNull();
    expect(read('member.monthsInsured', noMember)).toBeNull();
  });

  it.each([
    ['2026-05-22', 6],
    ['2026-05-23', 5],
    ['2026-11-22', 0],
    ['2026-11-23', -1],
    ['2025-11-22', 12],
    ['2025-12-31', 10],
  ])('counts whole months from %s as a waiting does', (from, months) => {
    expect(read('member.monthsInsured', base(asking({}, coveredSince(from))))).toBe(months);
  });

  it.each([
    ['2026-01-31', '2026-02-28', 1],
    ['2026-01-31', '2026-02-27', 0],
    ['2024-02-29', '2025-02-28', 12],
  ])('counts from %s to the last day of a shorter month, %s', (from, on, months) => {
    const given = base(claiming({ serviceDate: day(on) }, asking({}, coveredSince(from))));
    expect(read('member.monthsInsured', given)).toBe(months);
  });

  it('counts months of a renewal without a gap from the first start', () => {
    const given = base(asking({}, coveredSince('2026-11-01', { insuredSince: day('2026-01-22') })));
    expect(read('member.monthsInsured', given)).toBe(10);
  });
});

describe('an age that a condition asks for', () => {
  const ages = ['person.age', 'person.ageMonths', 'person.ageDays'] as const;
  const agesOf = (given: ReturnType<typeof asking>) => ages.map((name) => read(name, base(given)));

  it.each([
    ['of the month alone', bornOn('1968-03-01', 'month'), [58, null, null]],
    ['of the year alone', bornOn('1968-01-01', 'year'), [null, null, null]],
    ['on the day of birth', bornOn('2026-11-22'), [0, 0, 0]],
    ['before it', bornOn('2026-11-23'), [null, null, null]],
  ] as const)('%s', (_, birth, known) => {
    expect(agesOf(about(birth))).toEqual(known);
  });

  it('is not known where the birth date is not verified, or the person not known', () => {
    expect(agesOf(asking({}, { unverified: ['birth'] }))).toEqual([null, null, null]);
    expect(agesOf(asking({}, { unverified: ['sex'] }))).toEqual([58, 704, 21_437]);
    expect(agesOf(asking({}, { person: null }))).toEqual([null, null, null]);
  });
});

it.each([
  ['of a woman', about({ sex: 'female' }), 'female'],
  ['that is not known', about({ sex: 'unknown' as never }), null],
  ['of nobody', asking({}, { person: null }), null],
  ['that is not verified', asking({}, { unverified: ['sex'] }), null],
  ['that is, though the birth date is not', asking({}, { unverified: ['birth'] }), 'male'],
] as const)('a sex that a condition asks for: %s', (_, given, sex) => {
  expect(read('person.sex', base(given))).toBe(sex);
});

describe('a history that a condition asks for', () => {
  const on = (...dates: readonly string[]) => dates.map((date) => past({ on: day(date) }));

  it('counts the item in its period, the day itself too', () => {
    const given = services([
      [...on('2026-11-22', '2026-11-01', '2026-10-31', '2025-12-31'), past({ itemCode: 'X' })],
    ]);
    expect(read('history.timesThisMonth', given)).toBe(2);
    expect(read('history.timesThisYear', given)).toBe(3);
    expect(read('history.timesThisPolicyYear', given)).toBe(3);
    expect(read('history.unitsThisPolicyYear', given)).toBe(30);
  });

  it.each([
    ['adds up units', [2, 30], 32],
    ['does not know units where one quantity is unknown', [2, null], null],
  ] as const)('%s', (_, quantities, units) => {
    const given = services([
      quantities.map((quantity, at) => past({ on: day(`2026-11-0${at + 1}`), quantity })),
    ]);
    expect(read('history.unitsThisPolicyYear', given)).toBe(units);
    expect(read('history.timesThisPolicyYear', given)).toBe(2);
  });

  it('is not known where a memory does not reach back', () => {
    const given = services([[], 'card', '2026-11-01']);
    expect(read('history.timesThisMonth', given)).toBe(0);
    expect(read('history.timesThisYear', given)).toBeNull();
  });

  it('of the policy’s year is not known where the policy is not', () => {
    const membership = unknown('never-synced', 'centre');
    const given = base(asking({}, { membership, services: [history()] }));
    expect(read('history.timesThisPolicyYear', given)).toBeNull();
    expect(read('history.unitsThisPolicyYear', given)).toBeNull();
    expect(read('history.timesThisYear', given)).toBe(0);
  });

  it.each([
    ['days since the last', services([on('2026-11-10', '2026-11-15')]), 7],
    ['none on the day itself', services([on('2026-11-22')]), 0],
    ['never, where it never was', services([[past({ itemCode: 'X' })]]), never],
    ['never before, though once after', services([on('2026-11-23')]), never],
    [
      'not known, where a memory begins after the last',
      services([on('2026-11-15'), 'card', '2026-11-16']),
      null,
    ],
    [
      'days, where a memory begins with the last',
      services([on('2026-11-15'), 'card', '2026-11-15']),
      7,
    ],
    ['not known, where none is remembered since', services([[], 'card', '2026-11-15']), null],
  ] as const)('tells %s', (_, given, value) => {
    expect(read('history.daysSinceLast', given)).toBe(value);
  });
});

describe('a fact that is shown', () => {
  const pain = {
    ...{ programme: 'PAIN', period: { from: day('2026-01-01'), to: null } },
    ...{ providerId: null, medicines: [] },
  };
  const told = base(
    claiming(
      { documents: ['report' as never, 'referral' as never] },
      asking({}, { services: [history([past()])], enrolments: known([pain], 'centre', now) }),
    ),
  );

  it.each<[ConditionFactName, object | null, string]>([
    ['person.age', { kind: 'count', value: 58 }, 'card'],
    ['member.daysInsured', { kind: 'days', value: 325 }, 'centre'],
    ['member.plan', { kind: 'code', value: 'SILVER' }, 'centre'],
    ['claim.documents', { kind: 'code', value: 'report, referral' }, 'operator'],
    ['line.quantity', { kind: 'units', value: 30 }, 'operator'],
    ['line.claimed', { kind: 'money', value: 3_000 }, 'operator'],
    ['line.hasApproval', { kind: 'code', value: 'false' }, 'operator'],
    ['history.timesThisMonth', { kind: 'count', value: 1 }, 'card'],
    ['member.programmes', { kind: 'code', value: 'PAIN' }, 'centre'],
  ])('%s, with where it is from and as of when', (fact, value, source) => {
    const { name } = conditionFacts[fact];
    expect(showFact(fact, told)).toEqual({ name, value, source, asOf: now });
  });

  it('is undated where it is the contract’s', () => {
    expect(showFact('item.listPrice', told)).toEqual({
      ...{ name: 'list-price', value: { kind: 'money', value: 100 }, source: 'pack', asOf: null },
    });
  });

  it('is undated and empty where it is not known', () => {
    const nobody = base(
      asking({}, { person: null, membership: unknown('never-synced', 'centre') }),
    );
    const empty = { value: null, asOf: null };
    expect(showFact('person.age', nobody)).toMatchObject(empty);
    expect(showFact('member.relationship', nobody)).toMatchObject({ ...empty, source: 'centre' });
    expect(showFact('history.timesThisMonth', nobody)).toMatchObject({
      ...empty,
      source: 'terminal',
    });
    expect(showFact('member.programmes', nobody)).toMatchObject({ ...empty, source: 'centre' });
    const stranger = base(asking({}, { membership: membershipFact() }), { planCode: null });
    expect(showFact('member.plan', stranger)).toMatchObject({ ...empty, source: 'centre' });
  });

  it('is described as the list of facts says', async () => {
    const described = Object.entries(conditionFacts).map(
      ([fact, { as, from, name, step, type }]) =>
        `${fact}: ${type}, ${name} as ${as} from ${from}, ${step}`,
    );
    await expect(described.join('\n')).toMatchFileSnapshot('said/condition-facts.txt');
  });
});
