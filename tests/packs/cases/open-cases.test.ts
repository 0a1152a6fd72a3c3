import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tellDecision } from '#contracts/messages/tell-decision.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { Ceiling } from '#domain/adjudication/counter-terms.ts';
import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import { type CaseProblem, openCases } from '#packs/cases/open-cases.ts';
import { rulePack } from '#tests/domain/builders.ts';

const ceiling: Ceiling = {
  ceilingId: 'YEAR',
  name: { ar: 'السنة', en: 'Year' },
  plans: null,
  scope: null,
  diagnosis: null,
  per: 'calendar-year',
  of: 'member',
  basis: 'net',
  limit: 10_000_00,
  offlineAllowance: null,
  basket: null,
  clause: 'art-11',
};
const visits: Ceiling = { ...ceiling, ceilingId: 'VISITS', basis: 'visits', limit: 4 };
const ofVisit: Ceiling = { ...ceiling, ceilingId: 'VISIT', per: 'visit' };
const ofLine: Ceiling = { ...ceiling, ceilingId: 'LINE', per: 'line' };
const pack = compilePack(rulePack({ ceilings: [ceiling, visits, ofVisit, ofLine] }));
const read = openCases(pack);

const person = {
  memberNumber: '5577811042',
  birthDate: '1968-03-14',
  sex: 'male',
  cover: { plan: 'SILVER', from: '2026-01-01', to: '2026-12-31' },
};
const claim = {
  date: '2026-11-22',
  lines: [{ item: 'ATORVASTATIN-20', quantity: 30, days: 30 }],
};
const history = { services: [], supplies: [], prescriptions: [], approvals: [] };
const whole = { person, provider: 'NAFIS', history, usage: [], claim };

const prescription = {
  id: 'RX',
  date: '2026-11-20',
  prescriberLicence: '1',
  lines: [{ item: 'ATORVASTATIN-20', quantity: 30, filled: 0 }],
};
const earlier = { date: '2026-11-01', item: 'ATORVASTATIN-2O', quantity: 1 };
const ordered = (orderedAt: string) => ({ item: 'ATORVASTATIN-20', orderedAt });
const approval = { id: 'A', item: 'CONSULTATION', from: '2026-01-01', to: '2026-12-31' };
const dates = { from: '2026-03-02', to: '2026-03-01' };
const backward: readonly [string, object][] = [
  [
    'person.cover.to',
    { person: { ...person, cover: { ...person.cover, ...dates, memberTo: null } } },
  ],
  [
    'person.cover.memberTo',
    { person: { ...person, cover: { ...person.cover, memberTo: '2025-12-31' } } },
  ],
  [
    'person.cover.memberFrom',
    { person: { ...person, cover: { ...person.cover, memberFrom: '2027-01-01' } } },
  ],
  ['card.to', { card: dates }],
  ['claim.stay.to', { claim: { ...claim, stay: { ...dates, roomClass: 'first' } } }],
  ['history.approvals[0].to', { history: { ...history, approvals: [{ ...approval, ...dates }] } }],
  ['usage[0].to', { usage: [{ ceiling: 'YEAR', used: '1.00', period: dates }] }],
];

function laidOut(given: object): AdjudicationInput {
  const input = read(given);
  if (!input.ok) throw new Error(JSON.stringify(input.failure));
  return input.value;
}
const decide = (given: object) => adjudicate(laidOut(given), pack);
const reasonOf = (given: object) => decide(given).lines[0]?.findings[0]?.reason;

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

  const mistakes: readonly [string, object, CaseProblem][] = [
    [
      'a bare number for an amount',
      { claim: { ...claim, lines: [{ item: 'X', unitPrice: 4.5 }] } },
      {
        path: 'claim.lines[0].unitPrice',
        why: 'write the amount as text with at most 2 decimals, such as "45.00", or in minor units as {"minor": 4500}',
      },
    ],
    [
      'a ceiling that the pack does not have',
      { usage: [{ ceiling: 'YAER', used: '1.00' }] },
      {
        path: 'usage[0].ceiling',
        why: 'the pack has no ceiling "YAER": write one of YEAR, VISITS, VISIT, LINE',
      },
    ],
    [
      'the use of a ceiling of one visit',
      { usage: [{ ceiling: 'VISIT', used: '1.00' }] },
      { path: 'usage[0].ceiling', why: '"VISIT" begins anew with each visit: leave it out' },
    ],
    [
      'the use of a ceiling of one line',
      { usage: [{ ceiling: 'LINE', used: '1.00' }] },
      { path: 'usage[0].ceiling', why: '"LINE" begins anew with each line: leave it out' },
    ],
    [
      'a line that was entered after noon, when it is decided',
      { claim: { ...claim, lines: [ordered('2026-11-22T12:00:00.001Z')] } },
      {
        path: 'claim.lines[0].orderedAt',
        why: 'it lies after the decision, 2026-11-22T12:00:00.000Z: write an earlier moment, or a later terminal.decidedAt',
      },
    ],
    ...[{ services: [earlier] }, { supplies: [{ ...earlier, days: 1 }] }].map(
      (changes): [string, object, CaseProblem] => [
        `an earlier one of ${Object.keys(changes)[0]} of an item that nobody knows`,
        { history: { ...history, ...changes } },
        {
          path: `history.${Object.keys(changes)[0]}[0].item`,
          why: 'the pack has no item "ATORVASTATIN-2O": write the code of one of its own, or leave the entry out',
        },
      ],
    ),
    [
      'a count of a ceiling that holds money',
      { usage: [{ ceiling: 'YEAR', used: 3 }] },
      { path: 'usage[0].used', why: 'the ceiling "YEAR" holds an amount: write it as text' },
    ],
    [
      'money of a ceiling that counts',
      { usage: [{ ceiling: 'VISITS', used: '3.00' }] },
      { path: 'usage[0].used', why: 'the ceiling "VISITS" holds a count: write a whole number' },
    ],
    [
      'a ceiling’s use twice',
      {
        usage: [
          { ceiling: 'YEAR', used: '1.00' },
          { ceiling: 'YEAR', used: '9000.00' },
        ],
      },
      {
        path: 'usage[1].ceiling',
        why: 'another entry is of this ceiling: write its use once',
      },
    ],
    [
      'a ceiling’s use twice, once with the period around the claim’s day',
      {
        usage: [
          { ceiling: 'YEAR', used: '1.00' },
          { ceiling: 'YEAR', used: '1.00', period: { from: '2026-01-01', to: '2026-12-31' } },
        ],
      },
      {
        path: 'usage[1].ceiling',
        why: 'another entry is of this ceiling: write its use once',
      },
    ],
    [
      'a line of a day before the claim’s',
      {
        claim: {
          ...claim,
          lines: [
            { item: 'X', date: claim.date },
            { item: 'Y', date: '2026-11-21' },
          ],
        },
      },
      {
        path: 'claim.lines[1].date',
        why: `it lies before the claim’s first day, ${claim.date}: write that one into claim.date`,
      },
    ],
    [
      'one prescription twice',
      { history: { ...history, prescriptions: [prescription, prescription] } },
      {
        path: 'history.prescriptions[1].id',
        why: 'another prescription has this id: write it once, with all its lines',
      },
    ],
    [
      'one approval twice',
      { history: { ...history, approvals: [approval, approval] } },
      { path: 'history.approvals[1].id', why: 'another approval has this id: give each its own' },
    ],
    ...backward.map(([where, changes]): [string, object, CaseProblem] => [
      `${where} that lies before its beginning`,
      changes,
      { path: where, why: 'it ends before it begins: exchange the dates' },
    ]),
    [
      'an approval that sets aside a check that there is none of',
      { history: { ...history, approvals: [{ ...approval, waives: ['duplicate', 'duplicat'] }] } },
      {
        path: 'history.approvals[0].waives[1]',
        why: 'there is no check "duplicat": write one of docs/reasons.md, such as prior-approval',
      },
    ],
    [
      'cover without a gap that begins after the member’s own',
      {
        person: {
          ...person,
          cover: { ...person.cover, memberFrom: '2026-02-01', insuredSince: '2026-02-02' },
        },
      },
      {
        path: 'person.cover.insuredSince',
        why: 'it lies after the member’s own first day, 2026-02-01: write that day or an earlier one, or leave it out',
      },
    ],
    [
      'a fact that the engine does not have',
      { facts: { insteadOfCrad: { kind: 'emergency' } } },
      { path: 'facts.insteadOfCrad', why: 'unknown field: remove it or correct its spelling' },
    ],
    [
      'a card where none was read',
      { instead: 'forgotten', card: { number: '1' } },
      { path: 'card', why: 'without a card there is none to describe: leave it out' },
    ],
    [
      'no card where the mother’s was read',
      { instead: 'newborn', card: null },
      {
        path: 'card',
        why: 'the card of the mother or guardian was read: describe that one',
      },
    ],
    [
      'a course of what is counted over a period',
      { usage: [{ ceiling: 'YEAR', used: '1.00', course: 'RX-1' }] },
      { path: 'usage[0].course', why: '"YEAR" is counted over a period: leave it out' },
    ],
    [
      'two lines of one id',
      { claim: { ...claim, lines: [{ item: 'X', id: 'line-2' }, { item: 'Y' }] } },
      {
        path: 'claim.lines[1].id',
        why: 'another line has this id: give each line its own, or leave them out',
      },
    ],
    [
      'a day that is not in the calendar',
      { claim: { ...claim, date: '2026-02-29' } },
      { path: 'claim.date', why: 'not a day of the calendar: write it as "2026-11-22"' },
    ],
    [
      'a misspelt field',
      { claim: { ...claim, diagnosis: [] } },
      { path: 'claim.diagnosis', why: 'unknown field: remove it or correct its spelling' },
    ],
  ];
  it.each(mistakes)(
    'is refused with %s: where, what was expected, and the cure',
    (_, changes, problem) => {
      expect(read({ ...whole, ...changes })).toEqual({ ok: false, failure: [problem] });
    },
  );

  it('never breaks, whatever the document', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (document) => {
        const input = read(document);
        if (input.ok) adjudicate(input.value, pack);
        else expect(input.failure.length).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never breaks, whatever one of its places holds', () => {
    const places = listPlaces(full);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 2 }), (place, value) => {
        const input = read(putAt(full, place, value));
        if (!input.ok) {
          for (const { path, why } of input.failure) {
            expect(typeof path).toBe('string');
            expect(why).not.toBe('');
          }
          return;
        }
        tellDecision(adjudicate(input.value, pack), input.value);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Every field once, so that each of them meets arbitrary values. */
const full = {
  person: {
    ...person,
    unverified: ['sex'],
    cover: { ...person.cover, insuredSince: '2024-01-01' },
  },
  provider: { id: 'NAFIS', clinician: { specialty: 'cardiology' } },
  card: { number: '1', holder: 'confirmed', proof: 'genuine', blocked: false, from: '2026-01-01' },
  history: {
    since: '2025-01-01',
    services: [{ date: '2026-10-01', item: 'CONSULTATION', quantity: 1, place: { side: 'left' } }],
    supplies: [{ date: '2026-10-01', item: 'ATORVASTATIN-20', quantity: 30, days: 30 }],
    prescriptions: [
      {
        id: 'RX',
        date: '2026-11-20',
        prescriberLicence: '1',
        lines: [{ item: 'ATORVASTATIN-20', quantity: 30, filled: 0 }],
      },
    ],
    approvals: [
      { id: 'A', item: 'CONSULTATION', from: '2026-01-01', to: '2026-12-31', amount: '5.00' },
    ],
  },
  usage: [
    { ceiling: 'YEAR', used: '5.00', period: { from: '2026-01-01', to: null } },
    { ceiling: 'VISITS', used: 1 },
  ],
  claim: {
    ...claim,
    stay: { from: '2026-11-22', to: '2026-11-22', roomClass: 'first' },
    lines: [
      { ...claim.lines[0], unitPrice: '6.60', prescription: 'RX' },
      { item: 'CONSULTATION', approval: 'A', place: { tooth: '11', session: 1 } },
    ],
  },
  terminal: {
    decidedAt: '2026-11-22T10:00:00.000Z',
    offline: { member: { claims: 1, amount: '1.00' }, terminal: { claims: 1, amount: '1.00' } },
  },
};

type Place = readonly (string | number)[];

function listPlaces(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  const steps = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [at, ...[...steps].flatMap((step) => listPlaces(Object(value)[step], [...at, step]))];
}

function putAt(value: unknown, [step, ...rest]: Place, put: unknown): unknown {
  if (step === undefined) return put;
  const changed = putAt(Object(value)[step], rest, put);
  if (Array.isArray(value)) return value.with(Number(step), changed);
  return { ...Object(value), [step]: changed };
}

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
