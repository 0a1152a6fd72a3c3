import { describe, expect, it } from 'vitest';
import type { StayTerm } from '#domain/adjudication/contract-terms.ts';
import {
  authorisedDays,
  bedClassOf,
  coverDay,
  lastDay,
  lengthOf,
} from '#domain/adjudication/stays.ts';
import type { Approval } from '#domain/approvals.ts';
import type { Stay } from '#domain/circumstances.ts';
import type { Claim } from '#domain/claims.ts';
import { approval, approvals, asking, claiming, day, today } from './terms.ts';

const stay = (from: string, to: string): Stay => ({
  ...{ from: day(from), to: day(to), roomClass: 'second' },
});
const claim = (changes: Partial<Claim>): Claim => claiming(changes).claim;
const term: StayTerm = {
  ...{ maximumDays: 3, roomClasses: ['second'], clause: 'art-23' },
  rooms: [
    { roomClass: 'first', item: 'ATORVASTATIN-20' },
    { roomClass: 'second', item: 'PARACETAMOL-500' },
  ],
};
const { rooms: _, ...untold } = term;

describe('the days that a stay must be covered', () => {
  it.each<[string, Partial<Claim>, string, string]>([
    [
      'from the admission to the end',
      { encounter: 'inpatient', stay: stay('2026-11-20', '2026-11-25') },
      '2026-11-20',
      '2026-11-25',
    ],
    [
      'the day itself, of a stay of that day',
      { encounter: 'inpatient', stay: stay('2026-11-22', '2026-11-22') },
      '2026-11-22',
      '2026-11-22',
    ],
    [
      'from the service, before a stay that begins later',
      { encounter: 'inpatient', stay: stay('2026-11-23', '2026-11-25') },
      '2026-11-22',
      '2026-11-25',
    ],
    [
      'to the service, after a stay that ended',
      { encounter: 'inpatient', stay: stay('2026-11-18', '2026-11-20') },
      '2026-11-18',
      '2026-11-22',
    ],
    [
      'the day of the service, of what is no stay',
      { encounter: 'day-case', stay: stay('2026-11-20', '2026-11-25') },
      '2026-11-22',
      '2026-11-22',
    ],
    [
      'the day of the service, of a stay that nobody entered',
      { encounter: 'inpatient' },
      '2026-11-22',
      '2026-11-22',
    ],
  ])('are %s', (_name, changes, from, to) => {
    expect([coverDay(claim(changes)), lastDay(claim(changes))]).toEqual([from, to]);
  });

  it('are counted with the first and the last', () => {
    expect(lengthOf(stay('2026-11-22', '2026-11-22'))).toBe(1);
    expect(lengthOf(stay('2026-11-22', '2026-11-24'))).toBe(3);
  });
});

it('a bed is of the class of its item, and of none where the contract tells no beds apart', () => {
  const classes = ['PARACETAMOL-500', 'METFORMIN-850'].map((code) => bedClassOf(term, code));
  expect(classes).toEqual(['second', null]);
  expect(bedClassOf(untold, 'PARACETAMOL-500')).toBeNull();
});

describe('the days that are authorised', () => {
  const granted = (...list: readonly Partial<Approval>[]) =>
    asking({}, { approvals: approvals(...list.map((one) => approval({ quantity: 4, ...one }))) });
  const days = (given: ReturnType<typeof asking>, of = term) =>
    authorisedDays(given, of, stay('2026-11-22', '2026-11-30'));

  it.each<[string, ReturnType<typeof asking>, number | null]>([
    ['the plan’s, without an approval', asking(), 3],
    ['the plan’s, which are more', granted({ quantity: 2 }), 3],
    ['those of an approval, which are more', granted({}), 4],
    ['those of several together', granted({}, { itemCode: 'ATORVASTATIN-20', quantity: 1 }), 5],
    ['any number, where one has no limit', granted({}, { quantity: null }), null],
    ['the plan’s, where it is for no bed', granted({ itemCode: 'METFORMIN-850' }), 3],
    ['those of one for this provider', granted({ providerId: 'NAFIS' }), 4],
    ['the plan’s, where it is for another', granted({ providerId: 'RABWA' }), 3],
    [
      'those of one that is valid on the admission',
      granted({ period: { from: today, to: today } }),
      4,
    ],
    [
      'the plan’s, where it was valid before',
      granted({ period: { from: day('2026-11-01'), to: day('2026-11-21') } }),
      3,
    ],
  ])('are %s', (_name, given, most) => {
    expect(days(given)).toBe(most);
  });

  it('are the plan’s where the contract tells no beds apart', () => {
    expect(days(granted({}), untold)).toBe(3);
  });
});
