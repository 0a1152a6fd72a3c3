import { describe, expect, it } from 'vitest';
import { compileItemTerms } from '#domain/adjudication/item-terms.ts';
import { isOnPaper, lastDayOf, paperIdOf } from '#domain/adjudication/prescriptions.ts';
import type { Item } from '#domain/adjudication/rule-pack.ts';
import { isSameMedicine } from '#domain/adjudication/substitution.ts';
import { rulePack } from './builders.ts';
import { day, itemRule } from './terms.ts';

const [tablets] = rulePack().items;
const visit = rulePack().items.find(({ code }) => code === 'CONSULTATION') ?? null;
const other = (changes: Partial<NonNullable<Item['medicine']>>): Item | null =>
  tablets === undefined || tablets.medicine === null
    ? null
    : { ...tablets, code: 'OTHER', medicine: { ...tablets.medicine, ...changes } };

describe('the last day of a prescription', () => {
  it.each([
    ['the contract’s', 7, null, '2026-11-22'],
    ['the contract’s, which is sooner', 7, 8, '2026-11-22'],
    ['either, which are the same', 7, 7, '2026-11-22'],
    ['the prescriber’s, which is sooner', 7, 6, '2026-11-21'],
    ['the prescriber’s, where the contract sets none', null, 6, '2026-11-21'],
    ['its own day, where neither sets one', null, null, '2026-11-15'],
  ])('is %s', (_, contract, prescriber, to) => {
    if (tablets === undefined) throw new Error('the contract has tablets');
    const prescription =
      contract === null ? null : { isNeeded: true, validDays: contract, takesPaper: true };
    const rule = itemRule({ scope: { kind: 'medicine' }, prescription });
    const ordered = { on: day('2026-11-15'), validDays: prescriber };
    expect(lastDayOf(ordered, compileItemTerms([rule])(tablets, null))).toBe(to);
  });

  it('is the prescriber’s for an item that nobody knows', () => {
    expect(lastDayOf({ on: day('2026-11-15'), validDays: 6 }, null)).toBe('2026-11-21');
  });
});

describe('a medicine', () => {
  it.each<[string, string, Item | null, Item | null, boolean]>([
    ['the same code, whatever it is', 'X', null, null, true],
    ['another brand of it', 'OTHER', tablets ?? null, other({}), true],
    ['another ingredient', 'OTHER', tablets ?? null, other({ ingredient: 'x' }), false],
    ['another strength', 'OTHER', tablets ?? null, other({ strength: 'x' }), false],
    ['another form', 'OTHER', tablets ?? null, other({ form: 'x' }), false],
    [
      'another brand of a narrow index',
      'OTHER',
      tablets ?? null,
      other({ isNarrowIndex: true }),
      false,
    ],
    ['another group', 'OTHER', tablets ?? null, other({ substitutionGroup: 'A' }), false],
    ['what nobody knows', 'OTHER', tablets ?? null, null, false],
    ['what is known, of what nobody knows', 'OTHER', null, tablets ?? null, false],
    ['what is no medicine', 'OTHER', tablets ?? null, visit, false],
    ['of what is none', 'OTHER', visit, tablets ?? null, false],
  ])('is the same or not: %s', (_, code, a, b, isSame) => {
    expect(isSameMedicine('X', a, code, b)).toBe(isSame);
  });
});

it('a prescription on paper is named by its prescriber and day, and told by that', () => {
  const id = paperIdOf('SY-4471', day('2026-11-15'));
  expect(id).toBe('paper-SY-4471-2026-11-15');
  expect([id, 'RX-1', 'RX-paper-'].map(isOnPaper)).toEqual([true, false, false]);
});
