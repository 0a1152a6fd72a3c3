import { describe, expect, it } from 'vitest';
import type { CaseProblem } from '#packs/cases/open-cases.ts';
import {
  approval,
  claim,
  dates,
  earlier,
  history,
  ordered,
  person,
  prescription,
  read,
  whole,
} from './opened-case.ts';

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

describe('a case', () => {
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
});
