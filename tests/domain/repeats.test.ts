import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { ageInHours, staleness } from '#domain/adjudication/ages.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import {
  daysToWait,
  findForbidden,
  firstPermitted,
  forbids,
  listSupplies,
  placeSupplies,
} from '#domain/adjudication/repeats.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { input, line, moment, now, rulePack, supplies, supply } from './builders.ts';
import { day, unknown } from './terms.ts';

const terms = { thresholdPercent: 75 };
const place = (...endsOn: readonly string[]) =>
  placeSupplies([supplies(endsOn.map((end) => supply({ endsOn: day(end) })))], 101, terms);

describe('an earlier supply', () => {
  it.each([
    [30, 75, 23],
    [28, 75, 21],
    [1, 75, 1],
    [30, 100, 30],
    [30, 0, 0],
  ])('of %i days at %i percent makes the next wait %i', (days, percent, wait) => {
    expect(daysToWait(days, percent)).toBe(wait);
  });

  it('begins so many days before its last, which counts, and says from when the next is permitted', () => {
    expect(place('2026-12-08')).toEqual([
      {
        ...{ supply: supply(), startOn: '2026-11-09', nextOn: '2026-12-02' },
        ...{ atHand: 30, carried: 0 },
        ...{ source: 'card', asOf: now },
      },
    ]);
  });

  it('is placed latest first, of its own code alone, and of who can tell', () => {
    const told = [
      unknown('unreadable', 'card'),
      supplies([supply({ endsOn: day('2026-12-01') }), supply({ repeatCode: 102 })]),
      supplies([supply({ endsOn: day('2026-12-08') }), supply({ endsOn: day('2026-11-30') })]),
    ];
    expect(placeSupplies(told, 101, terms).map(({ supply: { endsOn } }) => endsOn)).toEqual([
      ...['2026-12-08', '2026-12-01', '2026-11-30'],
    ]);
  });

  it.each([
    ['the day before it', '2026-11-08', false],
    ['its own day', '2026-11-09', true],
    ['the day before the permitted one', '2026-12-01', true],
    ['the permitted day', '2026-12-02', false],
  ])('forbids another on %s or not', (_, on, isForbidden) => {
    expect(place('2026-12-08').map((one) => forbids(one, day(on)))).toEqual([isForbidden]);
  });

  it.each([
    ['the last day that is too early', '2026-10-18', true],
    ['the day before that', '2026-10-17', false],
    ['its own day', '2026-11-09', false],
    ['the day before its own', '2026-11-08', true],
  ])('would be forbidden by thirty days from %s or not', (_, on, isForbidden) => {
    const found = findForbidden(day(on), 30, place('2026-12-08'), terms);
    expect(found?.startOn ?? null).toBe(isForbidden ? '2026-11-09' : null);
  });

  it.each([
    ['at once where nothing forbids it', '2026-12-02', 30, '2026-12-02'],
    ['from the permitted day', '2026-11-22', 30, '2026-12-02'],
    ['after a later one that this would forbid', '2026-11-08', 30, '2026-12-02'],
    ['at once where nobody knows how long it lasts', '2026-11-08', null, '2026-11-08'],
  ] as const)('lets the next come %s', (_, on, days, first) => {
    expect(firstPermitted(day(on), days, place('2026-12-08'), terms)).toBe(first);
  });

  it('leaves nothing over to a later one where the contract carries nothing over', () => {
    const placed = place('2026-12-08', '2027-01-23');
    expect(findForbidden(day('2026-12-02'), 30, placed, terms)?.startOn ?? null).toBeNull();
    expect(findForbidden(day('2026-12-03'), 30, placed, terms)?.startOn).toBe('2026-12-25');
    // Nor does another of its day change what it forbids.
    const sameDay = place('2026-12-08', '2026-12-30');
    expect(findForbidden(day('2026-11-09'), 30, sameDay, terms)?.startOn).toBe('2026-12-01');
  });

  it('lets the next come after both where one leads into the other', () => {
    expect(firstPermitted(day('2026-11-22'), 30, place('2027-01-04', '2026-12-08'), terms)).toBe(
      '2026-12-29',
    );
  });
});

describe('the age of a fact', () => {
  const limit = { softHours: 1, hardHours: 2 };

  it.each([
    ['11:00:00.000', 'fresh', 1],
    ['11:00:00.001', 'soft', 2],
    ['12:00:00.000', 'soft', 2],
    ['12:00:00.001', 'hard', 3],
    ['10:00:00.000', 'fresh', 0],
    ['09:00:00.000', 'fresh', 1],
    ['08:59:59.999', 'soft', 2],
    ['07:59:59.999', 'hard', 3],
  ] as const)('seen at %s is %s, in begun hours %i', (time, said, begun) => {
    const at = moment(`2026-11-22T${time}Z`);
    expect([staleness(now, at, limit), ageInHours(now, at)]).toEqual([said, begun]);
  });
});

describe('what a claim keeps from being repeated', () => {
  const pack = compilePack(rulePack({ modes: { 'repeat-window': 'observe', price: 'observe' } }));
  const listed = (...lines: readonly Partial<ClaimLine>[]) => {
    const given = input({ lines: lines.map((one, at) => line({ lineId: `${at}`, ...one })) });
    return listSupplies(pack, given.claim, adjudicate(given, pack).lines);
  };

  it('is an allowed medicine under a repeat key, from its line’s day on', () => {
    expect(listed({}, { on: day('2026-12-22'), quantity: 20, daysSupply: 20 })).toEqual([
      {
        ...{ lineId: '0', repeatCode: 101, endsOn: day('2026-12-21'), days: 30, quantity: 30 },
        providerId: 'NAFIS',
      },
      {
        ...{ lineId: '1', repeatCode: 101, endsOn: day('2027-01-10'), days: 20, quantity: 20 },
        providerId: 'NAFIS',
      },
    ]);
  });

  it.each<[string, Partial<ClaimLine>]>([
    ['without a repeat key', { itemCode: 'PARACETAMOL-500' }],
    ['that is no medicine', { itemCode: 'CONSULTATION' }],
    ['that nobody knows', { itemCode: 'NOBODY' }],
    ['that was declined', { itemCode: 'WHITENING' }],
    ['that says not how long it lasts', { daysSupply: null }],
    ['of a day after the cover', { on: day('2027-01-01') }],
  ])('is nothing %s', (_, changes) => {
    expect(listed(changes)).toEqual([]);
  });

  it('is nothing of an item that this contract no longer knows', () => {
    const given = input({ lines: [line({ itemCode: 'NOBODY' })] });
    const allowed = { lineId: 'line-1', outcome: 'approved', allowedDays: 3 } as const;
    expect(listSupplies(pack, given.claim, [{ ...allowed, allowedQuantity: 3 }])).toEqual([]);
  });

  it('is nothing of a line that was not decided', () => {
    expect(listSupplies(pack, input().claim, [])).toEqual([]);
  });
});
