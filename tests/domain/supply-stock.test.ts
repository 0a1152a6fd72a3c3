import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { carriedMostOf } from '#domain/adjudication/checks/repeat-window.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import {
  atHandWith,
  findForbidden,
  firstPermitted,
  leftOn,
  placeSupplies,
} from '#domain/adjudication/repeats.ts';
import { aCount, fromPack } from '#domain/adjudication/shown.ts';
import { stockAfterEach, supplyDays } from '#domain/adjudication/supply-stock.ts';
import { addDays, type CalendarDate, daysBetween } from '#domain/dates.ts';
import type { Source } from '#domain/facts.ts';
import type { Supply } from '#domain/history.ts';
import { input, rulePack, supplies, supply } from './builders.ts';
import { day } from './terms.ts';

const first = day('2026-01-01');
const on = (offset: number): CalendarDate => addDays(first, offset);
const offsetOf = (date: CalendarDate): number => daysBetween(first, date);

/** Dispensed so many days after the first, for so many days. */
const given = (offset: number, days: number, changes: Partial<Supply> = {}): Supply =>
  supply({ endsOn: on(offset + days - 1), days, ...changes });

const told = (source: Source, ...given: readonly Supply[]) =>
  given.map((one) => ({ supply: one, startOn: addDays(one.endsOn, 1 - one.days), source }));

const carrying = (carriedDaysMost: number, thresholdPercent = 75) => ({
  thresholdPercent,
  carriedDaysMost,
});

const place = (most: number, ...list: readonly Supply[]) =>
  placeSupplies([supplies(list, 'terminal')], 101, carrying(most));

/** Of each supply, earliest first: what was carried to it, what was at hand, and when the next is permitted. */
const toldOf = (placed: ReturnType<typeof place>) =>
  placed.toReversed().map(({ carried, atHand, nextOn }) => [carried, atHand, offsetOf(nextOn)]);

describe('what was dispensed on one day', () => {
  const mine = { providerId: 'RABWA' };
  const theirs = { providerId: 'NAFIS' };
  const nobody = { providerId: null };

  it.each([
    ['one supply', [told('terminal', given(0, 30))], 30, 0],
    ['two of one place', [told('terminal', given(0, 30), given(0, 10))], 40, 0],
    [
      'one that two places know',
      [told('terminal', given(0, 30, mine)), told('centre', given(0, 30, mine))],
      ...[30, 0],
    ],
    [
      'what the claim itself holds beside what was known before it',
      [told('operator', given(0, 10, mine)), told('centre', given(0, 30, mine))],
      ...[40, 0],
    ],
    [
      'of two places the one that knows of more',
      [told('terminal', given(0, 20, mine)), told('centre', given(0, 20, mine), given(0, 5, mine))],
      ...[25, 0],
    ],
    [
      'supplies of two providers',
      [told('terminal', given(0, 30, mine)), told('centre', given(0, 20, theirs))],
      ...[50, 0],
    ],
    [
      'one whose provider one place does not know',
      [told('terminal', given(0, 30, mine)), told('centre', given(0, 30, nobody))],
      ...[30, 0],
    ],
    [
      'a larger one of nobody',
      [told('terminal', given(0, 30, mine)), told('centre', given(0, 40, nobody))],
      ...[40, 0],
    ],
    ['what a card sums up', [told('card', given(0, 37))], 0, 37],
    ['the larger of two sums', [told('card', given(0, 30), given(0, 37), given(0, 2))], 0, 37],
    [
      'a supply, and its sum on the card',
      [told('terminal', given(0, 30)), told('card', given(0, 37))],
      ...[30, 37],
    ],
  ] as const)('is %s', (_, lists, supplied, summed) => {
    expect(supplyDays(lists.flat())).toEqual([{ on: on(0), supplied, summed }]);
  });

  it('comes in the order of the days', () => {
    const list = told('terminal', given(20, 5), given(0, 5), given(10, 5));
    expect(supplyDays(list).map((one) => offsetOf(one.on))).toEqual([0, 10, 20]);
  });
});

describe('what is carried over', () => {
  it.each([
    [
      'seven days of thirty, once three quarters are gone',
      10,
      [given(0, 30), given(23, 30)],
      7,
      51,
    ],
    ['as much as the most', 7, [given(0, 30), given(23, 30)], 7, 51],
    ['no more than the most', 6, [given(0, 30), given(23, 30)], 6, 50],
    ['the day that is left', 10, [given(0, 30), given(29, 30)], 1, 53],
    ['nothing once all is used up', 10, [given(0, 30), given(30, 30)], 0, 53],
    ['nothing long after', 10, [given(0, 30), given(90, 30)], 0, 113],
  ] as const)('is %s', (_, most, list, carried, next) => {
    expect(toldOf(place(most, ...list)).at(-1)).toEqual([carried, 30 + carried, next]);
  });

  it('grows from supply to supply, up to where it stands still', () => {
    const visits = [0, 23, 51, 81, 111];
    expect(toldOf(place(366, ...visits.map((at) => given(at, 30))))).toEqual([
      [0, 30, 23],
      [7, 37, 51],
      [9, 39, 81],
      [9, 39, 111],
      [9, 39, 141],
    ]);
  });

  it('takes nothing from what an earlier supply covers, and begins with the later of the two', () => {
    const placed = place(5, given(0, 60), given(1, 2), given(50, 30));
    expect(toldOf(placed)).toEqual([
      [0, 60, 45],
      [5, 7, 7],
      [5, 35, 77],
    ]);
  });

  it('is the same of a supply of which a card tells the sum', () => {
    const facts = [
      supplies([given(23, 37, { ownDays: 30 })], 'card'),
      supplies([given(0, 30), given(23, 30)], 'terminal'),
    ];
    expect(toldOf(placeSupplies(facts, 101, carrying(10)))).toEqual([
      [0, 30, 23],
      [7, 37, 51],
      [7, 37, 51],
    ]);
  });

  it('stands on the card’s sum where nobody else knows what was before', () => {
    const facts = [
      supplies([given(23, 37, { ownDays: 30 })], 'card'),
      supplies([given(23, 30), given(51, 30)], 'terminal'),
    ];
    expect(toldOf(placeSupplies(facts, 101, carrying(10)))).toEqual([
      [7, 37, 51],
      [7, 37, 51],
      [9, 39, 81],
    ]);
  });

  it.each([
    ['its own days', { ownDays: 30 }, 7],
    ['that it is nothing else', {}, 0],
    ['not which it was', { ownDays: null }, null],
    ['nobody who supplied it', { providerId: null }, null],
    ['its own days, of nobody', { ownDays: 30, providerId: null }, 7],
  ] as const)('is known from a card that tells %s', (_, changes, carried) => {
    const facts = [supplies([given(0, 37, changes)], 'card')];
    expect(placeSupplies(facts, 101, carrying(10)).map((one) => one.carried)).toEqual([carried]);
  });

  it('is nothing of what two providers dispensed on one day', () => {
    const both = [given(0, 30), given(0, 20, { providerId: 'NAFIS' })];
    expect(toldOf(place(10, ...both))).toEqual([
      [0, 50, 38],
      [0, 50, 38],
    ]);
  });

  it('is not added to what a card tells of a day of which nobody else knows', () => {
    const days = supplyDays([...told('terminal', given(0, 60)), ...told('card', given(50, 2))]);
    expect(stockAfterEach(days, 10).map(({ atHand }) => atHand)).toEqual([60, 2]);
  });

  it('names of one day first who tells of the supply itself', () => {
    const facts = [supplies([given(0, 30)], 'card'), supplies([given(0, 30)], 'centre')];
    const sources = (most?: number) =>
      placeSupplies(facts, 101, most === undefined ? { thresholdPercent: 75 } : carrying(most)).map(
        ({ source }) => source,
      );
    expect([sources(), sources(10)]).toEqual([
      ['card', 'centre'],
      ['centre', 'card'],
    ]);
  });

  it('leaves on each day what is not used up yet', () => {
    const placed = place(10, given(0, 30), given(23, 30));
    const left = [-1, 0, 22, 23, 24, 59, 60, 61].map((at) => leftOn(on(at), placed));
    expect(left).toEqual([0, 30, 8, 37, 36, 1, 0, 0]);
  });
});

describe('a supply entered late', () => {
  const terms = carrying(366);

  it.each([
    ['closes the days behind it by itself', 5, [given(20, 30)], 20],
    ['closes none that is open by then', 5, [given(28, 30)], null],
    // Day 0 leaves 25 days on day 5: fifty-five then, of which three quarters are 42.
    ['closes more with what it finds left over', 5, [given(0, 30), given(46, 30)], 46],
    ['closes none beyond that', 5, [given(0, 30), given(47, 30)], null],
    // Thirty days more on day 40 put off the last one, which was permitted on day 63, to day 76.
    ['closes what those between are put off to', 17, [given(40, 30), given(63, 30)], 63],
    ['leaves alone what they are not put off to', 17, [given(40, 30), given(69, 30)], null],
    ['leaves alone what they forbade before', 16, [given(40, 30), given(62, 30)], null],
  ] as const)('%s', (_, at, list, found) => {
    const obstacle = findForbidden(on(at), 30, place(366, ...list), terms);
    expect(obstacle === null ? null : offsetOf(obstacle.startOn)).toBe(found);
  });

  it('is permitted on the first day that neither side rules out', () => {
    const placed = place(366, given(0, 30), given(46, 30));
    expect(offsetOf(firstPermitted(on(5), 30, placed, terms))).toBe(69);
    expect(offsetOf(firstPermitted(on(5), 10, placed, terms))).toBe(23);
    expect(offsetOf(firstPermitted(on(5), null, placed, terms))).toBe(23);
  });

  it('adds to what was dispensed on its day, and to a card’s sum of it', () => {
    const facts = [
      supplies([given(23, 37, { ownDays: 30 })], 'card'),
      supplies([given(23, 30)], 'terminal'),
    ];
    expect(atHandWith(facts, 101, 10, { on: on(23), days: 5 })).toBe(42);
    expect(atHandWith(facts, 101, 10, { on: on(24), days: 5 })).toBe(15);
    expect(atHandWith(facts, 101, 10, { on: on(22), days: 5 })).toBe(5);
    expect(atHandWith(facts, 102, 10, { on: on(24), days: 5 })).toBe(5);
  });
});

describe('the most that a line was decided by', () => {
  const decided = (repeat: { readonly carriedDaysMost?: number }) => {
    const pack = rulePack();
    const { lines } = adjudicate(
      input({ supplies: [supplies([])] }),
      compilePack({ ...pack, repeat: { ...pack.repeat, ...repeat } }),
    );
    const [line] = lines;
    if (line === undefined) throw new Error('the claim has a line');
    return line;
  };

  it('is read from what its check cites, and is none where it cites none or did not look', () => {
    const line = decided({ carriedDaysMost: 10 });
    expect(carriedMostOf(line)).toBe(10);
    expect(carriedMostOf(decided({}))).toBeNull();
    const others = line.findings.filter(({ check }) => check !== 'repeat-window');
    expect(carriedMostOf({ findings: others })).toBeNull();
    const unknown = line.findings.map((one) => ({
      ...one,
      facts: one.facts.map((fact) => ({ ...fact, value: null })),
    }));
    expect(carriedMostOf({ findings: unknown })).toBeNull();
    const other = line.findings.map((one) => ({
      ...one,
      facts: [{ ...fromPack('carried-most', aCount(3)) }],
    }));
    expect(carriedMostOf({ findings: other })).toBeNull();
  });
});

describe('a stock', () => {
  const anyDays = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 90 })), {
      minLength: 1,
      maxLength: 12,
    })
    .map((steps) => {
      let at = 0;
      return steps.map(([step, days]) => {
        at += step;
        return given(at, days);
      });
    });
  const anyMost = fc.integer({ min: 1, max: 60 });
  const anyThreshold = fc.integer({ min: 0, max: 100 });

  it('is at least the supply’s own days, and never more than those and the most that is carried', () => {
    fc.assert(
      fc.property(anyDays, anyMost, (list, most) => {
        for (const { supplied, atHand } of stockAfterEach(
          supplyDays(told('centre', ...list)),
          most,
        )) {
          expect(atHand).toBeGreaterThanOrEqual(supplied);
          expect(atHand).toBeLessThanOrEqual(supplied + most);
        }
      }),
    );
  });

  it('lets somebody who comes as soon as they may take no more in the long run than time has passed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 50, max: 99 }),
        (days, percent) => {
          const terms = carrying(366, percent);
          let list: readonly Supply[] = [];
          let next = on(0);
          for (let visit = 0; visit < 24; visit += 1) {
            list = [...list, supply({ endsOn: addDays(next, days - 1), days })];
            next = firstPermitted(
              next,
              days,
              placeSupplies([supplies(list, 'centre')], 101, terms),
              terms,
            );
          }
          // What is left then is less than what a supply lasts beyond its threshold, of all at hand.
          const over = 24 * days - offsetOf(next);
          expect(over).toBeLessThanOrEqual(days);
        },
      ),
    );
  });

  it('is known from the card alone as from all supplies, where every terminal wrote it there', () => {
    fc.assert(
      fc.property(anyDays, anyMost, anyThreshold, (list, most, percent) => {
        const terms = carrying(most, percent);
        let rows: readonly Supply[] = [];
        list.forEach((one, at) => {
          const startOn = addDays(one.endsOn, 1 - one.days);
          const what = { on: startOn, days: one.days };
          const atHand = atHandWith([supplies(rows, 'card')], 101, most, what);
          const row = supply({ endsOn: addDays(startOn, atHand - 1), days: atHand });
          rows = [...rows.filter(({ endsOn }) => endsOn > row.endsOn), row];
          const known = [supplies(list.slice(0, at + 1), 'centre')];
          const next = (facts: typeof known) =>
            firstPermitted(startOn, 30, placeSupplies(facts, 101, terms), terms);
          expect(next([supplies(rows, 'card')])).toBe(next(known));
        });
      }),
    );
  });
});
