import { describe, expect, it } from 'vitest';
import type { DentalTerm } from '#domain/adjudication/care-terms.ts';
import type { ItemScope } from '#domain/adjudication/contract-terms.ts';
import type { ItemRule } from '#domain/adjudication/item-rule.ts';
import {
  compileItemTerms,
  findNarrowest,
  isForPlan,
  isInScope,
  saleableUnitOf,
  wholeUnits,
} from '#domain/adjudication/item-terms.ts';
import { distinctionOf } from '#domain/adjudication/places.ts';
import type { Item } from '#domain/adjudication/rule-pack.ts';
import { indexByScope } from '#domain/adjudication/scope-index.ts';
import { rulePack } from './builders.ts';
import { itemRule, paracetamol } from './terms.ts';

const itemOf = (code: string): Item => {
  const found = rulePack().items.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no item ${code}`);
  return found;
};
const tablets = itemOf('PARACETAMOL-500');
const visit = itemOf('CONSULTATION');

/** From the widest to the narrowest that contains the tablets, each with one that does not. */
const scopes: readonly (readonly [string, ItemScope, ItemScope])[] = [
  ['kind', { kind: 'medicine' }, { kind: 'consultation' }],
  ['list of benefits', { benefits: ['dental', 'medicines'] }, { benefits: ['dental'] }],
  ['benefit', { benefit: 'medicines' }, { benefit: 'dental' }],
  ['ATC group', { atc: 'C10' }, { atc: 'C11' }],
  ['ATC code', { atc: 'C10AA05' }, { atc: 'C10AA06' }],
  ['list', { items: ['FILLING', 'PARACETAMOL-500'] }, { items: ['FILLING'] }],
  ['item', { item: 'PARACETAMOL-500' }, { item: 'FILLING' }],
];

describe('a scope', () => {
  it.each(scopes)('by %s contains what it names, and nothing else', (_, own, other) => {
    expect([isInScope(tablets, own), isInScope(tablets, other)]).toEqual([true, false]);
    expect([own, other].map((scope) => indexByScope([scope], (one) => one)(tablets))).toEqual([
      [own],
      [],
    ]);
  });

  it('by ATC contains nothing that is no medicine', () => {
    expect(isInScope(visit, { atc: '' })).toBe(false);
    expect(indexByScope([{ atc: '' }], (scope) => scope)(visit)).toEqual([]);
  });

  it('is found in the order of the list, and once however often it names the item', () => {
    const list: readonly ItemScope[] = [
      { kind: 'medicine' },
      { items: ['PARACETAMOL-500', 'PARACETAMOL-500'] },
      { item: 'FILLING' },
      { kind: 'medicine' },
      { item: 'PARACETAMOL-500' },
    ];
    const find = indexByScope(
      list.map((scope, at) => ({ scope, at })),
      ({ scope }) => scope,
    );
    expect(find(tablets).map(({ at }) => at)).toEqual([0, 1, 3, 4]);
  });
});

describe('a term', () => {
  const rules = (...list: readonly Partial<ItemRule>[]) =>
    list.map((changes, at) => itemRule({ sex: 'male', clause: `art-${at}`, ...changes }));
  const clauseOf = (list: readonly ItemRule[], planCode: string | null = 'SILVER') =>
    compileItemTerms(list)(tablets, planCode).sex?.clause ?? null;

  const pairs = scopes.slice(1).map(([name, narrow], at) => {
    const [before = '', wide = narrow] = scopes[at] ?? [];
    return [name, before, narrow, wide] as const;
  });

  it.each(pairs)(
    'of one %s wins over one of a %s, whichever stands first',
    (_, __, narrow, wide) => {
      expect(clauseOf(rules({ scope: narrow }, { scope: wide }))).toBe('art-0');
      expect(clauseOf(rules({ scope: wide }, { scope: narrow }))).toBe('art-1');
      const found = findNarrowest(rules({ scope: wide }, { scope: narrow }), tablets, 'SILVER');
      expect(found?.clause).toBe('art-1');
    },
  );

  it.each(scopes)('by %s that is bound to the plan wins over one for all', (_, scope) => {
    expect(clauseOf(rules({ scope }, { scope, plans: ['SILVER'] }))).toBe('art-1');
    expect(clauseOf(rules({ scope, plans: ['SILVER'] }, { scope }))).toBe('art-0');
  });

  it('of a narrower scope wins over one that is bound to the plan', () => {
    for (const [, , narrow, wide] of pairs) {
      expect(clauseOf(rules({ scope: narrow }, { scope: wide, plans: ['SILVER'] }))).toBe('art-0');
    }
  });

  it('is the first of equals', () => {
    expect(clauseOf(rules({}, {}))).toBe('art-0');
  });

  it('is taken from the next rule where the narrowest says nothing of it', () => {
    const found = compileItemTerms(rules({ sex: null }, { scope: { kind: 'medicine' } }));
    expect(found(tablets, 'SILVER').sex).toEqual({ value: 'male', clause: 'art-1' });
  });

  it('is null in every topic where nothing is said', () => {
    for (const terms of [
      compileItemTerms([])(tablets, 'SILVER'),
      compileItemTerms(rules({}))(visit, 'SILVER'),
    ]) {
      expect(Object.keys(terms).length).toBeGreaterThan(8);
      expect(Object.values(terms).filter((said) => said !== null)).toEqual([]);
    }
  });

  it('is told in every topic, with its clause', () => {
    const said = {
      age: { from: null, to: { value: 12, unit: 'years' } },
      duplicate: { windowDays: 0, modifiers: ['76'] },
      settings: ['outpatient'],
      specialties: ['cardiology'],
    } as const;
    const found = compileItemTerms(rules(said))(tablets, null);
    for (const [topic, value] of Object.entries(said)) {
      expect(found).toMatchObject({ [topic]: { value, clause: 'art-0' } });
    }
  });

  it('is looked up for each item and each plan', () => {
    const look = compileItemTerms(
      rules({ plans: ['GOLD'] }, { scope: { item: 'CONSULTATION' }, sex: 'female' }),
    );
    expect(look(tablets, 'GOLD').sex?.value).toBe('male');
    expect(look(tablets, 'SILVER').sex).toBeNull();
    expect(look(visit, 'GOLD').sex?.value).toBe('female');
    expect(look(tablets, 'GOLD').sex?.value).toBe('male');
  });

  it('is remembered, not looked up again', () => {
    const look = compileItemTerms(rules({}));
    expect(look(tablets, 'SILVER')).toBe(look(tablets, 'SILVER'));
  });

  it('is nobody’s where no rule has the item or the plan', () => {
    expect(findNarrowest(rules({}), visit, 'SILVER')).toBeNull();
    expect(findNarrowest(rules({ plans: ['GOLD'] }), tablets, 'SILVER')).toBeNull();
  });
});

it.each([
  ['for all', null, 'SILVER', true],
  ['for all, the plan being unknown', null, null, true],
  ['for the plan', ['GOLD', 'SILVER'], 'SILVER', true],
  ['for other plans', ['GOLD'], 'SILVER', false],
  ['for plans, the plan being unknown', ['GOLD'], null, false],
] as const)('a rule %s holds or not', (_, plans, planCode, holds) => {
  expect(isForPlan(plans, planCode)).toBe(holds);
});

describe('whole saleable units', () => {
  it('are of ten tablets, of one visit, and of one where the item is unknown', () => {
    expect([tablets, visit, null].map(saleableUnitOf)).toEqual([10, 1, 1]);
  });

  it.each([
    ['all that is asked, where exactly as much may be had', 25, 25, 25],
    ['all that is asked, where more may be had', 25, 26, 25],
    ['rounded down from one less', 25, 24, 20],
    ['a whole number of packs itself', 25, 20, 20],
    ['nothing below a pack', 25, 9, 0],
    ['nothing where nothing is left', 25, 0, 0],
    ['nothing where less than nothing is left', 25, -5, 0],
    ['nothing where less than less than a pack is left', 25, -15, 0],
  ])('are %s', (_, quantity, most, allowed) => {
    expect(wholeUnits(paracetamol({ quantity }), tablets, most)).toBe(allowed);
  });
});

const anyTooth: DentalTerm = {
  does: 'treats',
  dentition: null,
  kinds: null,
  surfaces: null,
  isOncePerTooth: false,
};

describe('what tells two services apart', () => {
  const terms = compileItemTerms([
    itemRule({ scope: { benefit: 'medicines' }, duplicate: { windowDays: 0, modifiers: ['76'] } }),
  ])(tablets, null);

  it.each([
    ['a tooth', { unit: 'tooth', kind: 'procedure' }, ['tooth', 'surface']],
    ['a procedure', { kind: 'procedure' }, ['site', 'side', 'session']],
    ['an image', { kind: 'imaging' }, ['site', 'side', 'session']],
    ['a device', { kind: 'device' }, ['side']],
    ['a test of the laboratory', { kind: 'laboratory' }, ['session']],
    ['a medicine', {}, []],
  ] as const)('of %s', (_, changes, parts) => {
    const asked = { ...tablets, ...changes };
    expect(distinctionOf(asked, terms)).toEqual({ parts, modifiers: ['76'] });
  });

  it.each<[string, Partial<ItemRule>, readonly string[]]>([
    ['a tooth and its surface, of what is done to one', { dental: anyTooth }, ['tooth', 'surface']],
    ['the side, of lenses', { optical: { everyMonths: 12, change: null } }, ['side']],
  ])('is %s', (_, changes, parts) => {
    const device: Item = { ...tablets, kind: 'device' };
    const said = compileItemTerms([itemRule({ scope: { kind: 'device' }, ...changes })]);
    expect(distinctionOf(device, said(device, null))).toEqual({ parts, modifiers: [] });
  });

  it('is not asked where the contract does not speak of duplicates, or does not know the item', () => {
    const nothing = { parts: [], modifiers: [] };
    const device: Item = { ...tablets, kind: 'device' };
    expect(distinctionOf(device, compileItemTerms([])(tablets, null))).toEqual(nothing);
    expect(distinctionOf(device, null)).toEqual(nothing);
    expect(distinctionOf(null, terms)).toEqual(nothing);
  });
});
