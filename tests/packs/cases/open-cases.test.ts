import { describe, expect, it } from 'vitest';
import {
  claim,
  decide,
  history,
  laidOut,
  person,
  prescription,
  read,
  reasonOf,
  whole,
} from './opened-case.ts';

describe('a case', () => {
  it('is approved for sure when everything is in order', () => {
    expect(decide(whole).lines).toMatchObject([{ outcome: 'approved', guaranteed: true }]);
  });

  const stories: readonly [string, object, string][] = [
    ['cover is unknown', { person: { ...person, cover: null } }, 'cover-unknown'],
    ['supplies are left out', { history: { services: [] } }, 'supply-history-unknown'],
    ['the history is null', { history: null }, 'supply-history-unknown'],
    [
      'a supply’s days are unknown',
      {
        history: {
          ...history,
          supplies: [{ date: '2026-11-01', item: 'METFORMIN-850', quantity: 30, days: null }],
        },
      },
      'supply-history-unknown',
    ],
    ['usage is left out', { usage: undefined }, 'ceiling-use-unknown'],
    ['a use is null', { usage: [{ ceiling: 'YEAR', used: null }] }, 'ceiling-use-unknown'],
    [
      'a use is of another year',
      {
        usage: [
          { ceiling: 'YEAR', used: '0.00', period: { from: '2025-01-01', to: '2025-12-31' } },
        ],
      },
      'ceiling-use-unknown',
    ],
    ['the hotlist is unknown', { card: { blocked: null } }, 'hotlist-unknown'],
    ['no card was presented', { card: null }, 'no-card'],
  ];
  it.each(stories)('refers when %s', (_, changes, reason) => {
    expect(decide({ ...whole, ...changes }).outcome).toBe('pended');
    expect(reasonOf({ ...whole, ...changes })).toBe(reason);
  });

  it.each<[string, object, string | undefined]>([
    [
      'somebody without a card whom the contract does not serve',
      { instead: 'forgotten' },
      'no-card',
    ],
    ['a newborn that the contract does not serve', { instead: 'newborn' }, 'other-card-not-agreed'],
  ])('refers %s', (_, changes, reason) => {
    expect(reasonOf({ ...whole, ...changes })).toBe(reason);
  });

  it.each([
    ['forgotten', { kind: 'member-number', why: 'forgotten' }, 'none'],
    ['broken', { kind: 'member-number', why: 'broken' }, 'none'],
    ['emergency', { kind: 'emergency' }, 'none'],
    ['newborn', { kind: 'mother-card' }, 'genuine'],
    [
      { guardian: { memberNumber: '2', policyNumber: 'P', family: 'F' } },
      {
        kind: 'guardian-card',
        guardian: { memberNumber: '2', policyNumber: 'P', familyId: 'F' },
      },
      'genuine',
    ],
  ])('says what stands in place of the own card: %j', (instead, insteadOfCard, proof) => {
    expect(laidOut({ ...whole, instead })).toMatchObject({
      insteadOfCard,
      card: { proof },
      holder: 'confirmed',
    });
  });

  it('places a supply so that its last day is the first plus its days less one', () => {
    const supplies = [{ date: '2026-11-09', item: 'ATORVASTATIN-20', quantity: 30, days: 30 }];
    const input = laidOut({ ...whole, history: { ...history, supplies } });
    expect(input.supplies).toMatchObject([
      { known: true, value: [{ repeatCode: 101, endsOn: '2026-12-08', days: 30 }] },
    ]);
    expect(input.services).toMatchObject([
      { known: true, value: { services: [{ itemCode: 'ATORVASTATIN-20', on: '2026-11-09' }] } },
    ]);
  });

  it('takes null of the cover for what is left out: it is not known', () => {
    const cover = { ...person.cover, planSince: null, family: null, otherCovers: null };
    expect(laidOut({ ...whole, person: { ...person, cover } })).toEqual(laidOut(whole));
  });

  it('is decided at noon of the last of its lines’ days, unless it says when', () => {
    const lines = [...claim.lines, { item: 'METFORMIN-850', date: '2026-11-30' }, ...claim.lines];
    const given = { ...whole, claim: { ...claim, lines } };
    expect(laidOut(given).decidedAt).toBe('2026-11-30T12:00:00.000Z');
    expect(laidOut(whole).decidedAt).toBe('2026-11-22T12:00:00.000Z');
    const decidedAt = '2026-12-01T08:00:00.000Z';
    expect(laidOut({ ...given, terminal: { decidedAt } }).decidedAt).toBe(decidedAt);
  });

  it('takes an amount as decimal text or in minor units', () => {
    const prices = ['6.60', { minor: 660 }].map((unitPrice) => {
      const lines = [{ ...claim.lines[0], unitPrice }];
      return laidOut({ ...whole, claim: { ...claim, lines } }).claim.lines[0]?.unitPrice;
    });
    expect(prices).toEqual([660, 660]);
  });

  it.each([
    ['E11.9', 'E11.9'],
    ['E119', 'E11.9'],
    ['e11.9', 'E11.9'],
    ['E11', 'E11'],
    ['S72001A', 'S72.001A'],
    ['diabetes', 'diabetes'],
  ])('writes the diagnosis %s as %s', (written, code) => {
    const given = { ...whole, claim: { ...claim, diagnoses: [written] } };
    expect(laidOut(given).claim.diagnoses).toEqual([code]);
  });

  it.each([
    ['1968-03-14', { date: '1968-03-14', precision: 'day' }],
    ['1968-03', { date: '1968-03-01', precision: 'month' }],
    ['1968', { date: '1968-01-01', precision: 'year' }],
  ])('knows of the birth date %s as much as is written', (birthDate, birth) => {
    expect(laidOut({ ...whole, person: { ...person, birthDate } }).person?.birth).toEqual(birth);
  });
});

describe('a line that names no diagnoses', () => {
  const told = (changes: object, lineChanges: object = {}) => {
    const given = read({
      ...whole,
      history: { ...history, prescriptions: [{ ...prescription, validDays: 7, ...changes }] },
      claim: { ...claim, diagnoses: ['E11.9'], lines: [{ ...claim.lines[0], ...lineChanges }] },
    });
    if (!given.ok) throw new Error('the case reads');
    return given.value.claim.lines[0]?.diagnoses;
  };

  it.each([
    ['has those of the prescription that it fills', { diagnoses: ['E78.0'] }, {}, ['E78.0']],
    ['has the claim’s where that names none', { diagnoses: [] }, {}, undefined],
    ['has the claim’s where it is filled', { diagnoses: ['E78.0'], ...filled() }, {}, undefined],
    ['keeps its own', { diagnoses: ['E78.0'] }, { diagnoses: ['I10'] }, ['I10']],
  ])('%s', (_, changes, lineChanges, diagnoses) => {
    expect(told(changes, lineChanges)).toEqual(diagnoses);
  });
});

function filled() {
  return { lines: prescription.lines.map((line) => ({ ...line, filled: line.quantity })) };
}
