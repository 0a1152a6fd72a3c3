import { afterAll, describe, expect, test } from 'vitest';
import { checkPack } from '#packs/check/check-pack.ts';
import { importTables, openImported, removeImports, set } from './openimis-pack.ts';
import type { Tables } from './openimis-tables.ts';

afterAll(removeImports);

type Used = readonly (readonly [ceiling: string, used: string | number])[];
type Lines = readonly (readonly [item: string, quantity?: number])[];

const decideWith = (change: (tables: Tables) => void) => {
  const decide = openImported(importTables(change));
  return (lines: Lines, used: Used = [], said: object = {}) =>
    decide({
      person: {
        memberNumber: '1',
        birthDate: '1980-05-01',
        sex: 'male',
        cover: { plan: 'BASIC', from: '2026-01-01', to: '2026-12-31' },
      },
      provider: 'HOS',
      history: { services: [], supplies: [], prescriptions: [], approvals: [] },
      usage: used.map(([ceiling, of]) => ({ ceiling, used: of })),
      claim: {
        date: '2026-11-22',
        ...said,
        lines: lines.map(([item, quantity = 1]) => ({ item, quantity })),
      },
    });
};
const paid = (lines: ReturnType<ReturnType<typeof decideWith>>) =>
  lines.map(({ insurer }) => insurer);

/** SHARE costs 200.00 and is paid at 80 %, FIXED costs 80.00 and is paid up to 50.00, WAIT costs 200.00. */
const product = (terms: Readonly<Record<string, string>>) => (tables: Tables) =>
  set(tables, 'products', { MaxPolicy: '', ...terms });

describe('the fixed limit, openIMIS’ limitation F', () => {
  const decide = decideWith(product({}));
  test.each<[string, Lines, readonly number[]]>([
    ['is of one unit', [['FIXED']], [5_000]],
    ['counts with the quantity', [['FIXED', 3]], [15_000]],
    ['of another line is not used by this one', [['FIXED'], ['FIXED']], [5_000, 5_000]],
  ])('%s', (_what, lines, expected) => expect(paid(decide(lines))).toEqual(expected));

  test.each([
    ['80.01', 8_000],
    ['80.00', 8_000],
    ['79.99', 7_999],
    ['0.00', 8_000],
    ['', 8_000],
  ])('of %s leaves of 80.00', (limit, expected) => {
    const change = (tables: Tables) =>
      set(
        tables,
        'product-services',
        { LimitAdult: limit, LimitChild: limit },
        { LimitationType: 'F' },
      );
    expect(paid(decideWith(change)([['FIXED']]))).toEqual([expected]);
  });
});

describe('a deductible comes after the fixed limit, before the share', () => {
  test.each<[string, string, Used, Lines, readonly number[]]>([
    ['of a claim', 'DedTreatment', [], [['SHARE']], [15_200]],
    ['over its lines', 'DedTreatment', [], [['FIXED'], ['SHARE']], [4_000, 16_000]],
    ['of a limited line', 'DedTreatment', [], [['FIXED']], [4_000]],
    ['of a member, untouched', 'DedInsuree', [['BASIC-DedInsuree', '0.00']], [['SHARE']], [15_200]],
    ['nearly met', 'DedInsuree', [['BASIC-DedInsuree', '9.99']], [['SHARE']], [15_999]],
    ['met', 'DedInsuree', [['BASIC-DedInsuree', '10.00']], [['SHARE']], [16_000]],
    ['of a policy', 'DedPolicy', [['BASIC-DedPolicy', '5.00']], [['SHARE']], [15_600]],
  ])('%s', (_what, column, used, lines, expected) => {
    const decide = decideWith(product({ [column]: '10.00' }));
    expect(paid(decide(lines, used))).toEqual(expected);
  });

  test('and one that swallows the line leaves nothing of it to pay', () => {
    const decide = decideWith(product({ DedTreatment: '50.00' }));
    expect(decide([['FIXED']])).toMatchObject([{ insurer: 0 }]);
  });
});

describe('a ceiling of everything, after the share', () => {
  test.each<[string, string, Used, Lines, readonly number[]]>([
    ['of a claim', 'MaxTreatment', [], [['SHARE'], ['WAIT']], [16_000, 4_000]],
    ['of a member', 'MaxInsuree', [['BASIC-MaxInsuree', '39.99']], [['SHARE']], [16_000]],
    ['of a member, all but', 'MaxInsuree', [['BASIC-MaxInsuree', '40.01']], [['SHARE']], [15_999]],
    ['of a policy, used up', 'MaxPolicy', [['BASIC-MaxPolicy', '200.00']], [['SHARE']], [0]],
  ])('%s', (_what, column, used, lines, expected) => {
    const decide = decideWith(product({ [column]: '200.00' }));
    expect(paid(decide(lines, used))).toEqual(expected);
  });

  test('of zero is none', () => {
    const terms = { MaxInsuree: '0.00', MaxPolicy: '0.00', MaxTreatment: '0.00' };
    expect(paid(decideWith(product(terms))([['SHARE']]))).toEqual([16_000]);
  });

  test('leaves out what is excluded from it, for adult and child, and whatever the care', () => {
    const decide = decideWith((tables) => {
      product({ MaxTreatment: '100.00' })(tables);
      const excluded = { CeilingExclusionAdult: 'B', CeilingExclusionChild: 'B' };
      set(tables, 'product-services', excluded, { LimitAdult: '80.00' });
    });
    expect(paid(decide([['SHARE'], ['WAIT']]))).toEqual([16_000, 10_000]);
  });

  test('is none where everything is excluded from it', () => {
    const decide = decideWith((tables) => {
      product({ MaxTreatment: '100.00' })(tables);
      const excluded = { CeilingExclusionAdult: 'B', CeilingExclusionChild: 'B' };
      set(tables, 'product-services', excluded);
      set(tables, 'product-items', excluded);
    });
    expect(paid(decide([['WAIT']]))).toEqual([20_000]);
  });
});

describe('a category of services', () => {
  const surgery = (terms: Readonly<Record<string, string>>) => (tables: Tables) => {
    product(terms)(tables);
    set(tables, 'services', { ServCategory: 'S' }, { ServCode: 'SHARE' });
    set(tables, 'services', { ServCategory: 'S' }, { ServCode: 'WAIT' });
  };

  test('is paid up to its ceiling in a claim, whatever was paid in others', () => {
    const decide = decideWith(surgery({ MaxAmountSurgery: '200.00' }));
    expect(paid(decide([['SHARE'], ['WAIT'], ['FIXED']]))).toEqual([16_000, 4_000, 5_000]);
  });

  test.each([
    [0, [16_000, 20_000]],
    [1, [16_000, 20_000]],
    [2, [0, 0]],
  ])('is paid in so many claims a policy year: after %i of 2', (used, expected) => {
    const decide = decideWith(surgery({ MaxNoSurgery: '2' }));
    const lines: Lines = [['SHARE'], ['WAIT']];
    expect(paid(decide(lines, [['BASIC-MaxNoSurgery', used]]))).toEqual(expected);
  });

  test('of which no claim is paid is excluded', () => {
    const decide = decideWith(surgery({ MaxNoSurgery: '0' }));
    expect(decide([['SHARE'], ['FIXED']])).toMatchObject([
      { outcome: 'declined', reason: 'item-excluded' },
      { outcome: 'reduced' },
    ]);
  });
});

describe('the share in an emergency, openIMIS’ visit E', () => {
  const emergency = (terms: Readonly<Record<string, string>>) => (tables: Tables) => {
    product({})(tables);
    set(tables, 'product-services', terms, { LimitAdult: '80.00' });
  };
  const share = { LimitAdultE: '50.00', LimitChildE: '50.00' };

  test.each([
    ['emergency', 10_000],
    ['outpatient', 16_000],
    ['inpatient', 16_000],
  ])('in %s care', (encounter, expected) => {
    const decide = decideWith(emergency(share));
    expect(paid(decide([['SHARE']], [], { encounter }))).toEqual([expected]);
  });

  test.each<[string, Readonly<Record<string, string>>, string, number]>([
    ['left empty is that of any visit', {}, 'SHARE', 16_000],
    ['of zero pays nothing', { LimitAdultE: '0.00', LimitChildE: '0.00' }, 'SHARE', 0],
    ['of another item does not speak of this one', share, 'WAIT', 20_000],
  ])('%s', (_what, terms, item, expected) => {
    const decide = decideWith(emergency(terms));
    expect(paid(decide([[item]], [], { encounter: 'emergency' }))).toEqual([expected]);
  });

  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'for children alone',
      { LimitAdultE: '80', LimitChildE: '50' },
      /LimitAdultE and LimitChildE differ/,
    ],
    ['as a fixed limit', { LimitationTypeE: 'F' }, /it pays otherwise in an emergency/],
    [
      'that is no whole percent',
      { LimitAdultE: '33.3', LimitChildE: '33.3' },
      /it pays 33\.3 percent/,
    ],
    ['of a referral', { LimitAdultR: '50' }, /it pays otherwise on referral/],
    ['of a referral of another kind', { LimitationTypeR: 'F' }, /it pays otherwise on referral/],
  ])('%s refuses the import', (_what, terms, why) => {
    expect(importTables(emergency(terms)).refused).toContainEqual(expect.stringMatching(why));
  });

  test('of a fixed limit refuses the import where it is another', () => {
    const change = (tables: Tables) =>
      set(tables, 'product-services', { LimitAdultE: '60' }, { LimitationType: 'F' });
    expect(importTables(change).refused).toContainEqual(
      expect.stringMatching(/it pays otherwise in an emergency/),
    );
  });
});

describe('of the product’s list', () => {
  test('an item of which the most is none is excluded', () => {
    const decide = decideWith((tables) =>
      set(
        tables,
        'product-services',
        { LimitNoAdult: '0', LimitNoChild: '0' },
        { LimitNoAdult: '2' },
      ),
    );
    expect(decide([['TWICE']])).toMatchObject([{ outcome: 'declined', reason: 'item-excluded' }]);
  });

  test('its WaitingPeriod is the grace for paying contributions, and nothing waits for it', () => {
    const decide = decideWith(product({ WaitingPeriod: '24' }));
    expect(paid(decide([['SHARE']]))).toEqual([16_000]);
  });
});

test('a facility without a kind of care has both', () => {
  const decide = decideWith((tables) => set(tables, 'facilities', { HFCareType: '' }));
  expect(decide([['SHARE']])).toMatchObject([{ outcome: 'approved' }]);
});

test('a currency without decimals takes amounts that openIMIS writes with two', () => {
  const change = (tables: Tables) => {
    product({ MaxInsuree: '500.00', DedTreatment: '20.00', MaxAmountSurgery: '90.00' })(tables);
    set(tables, 'services', { ServCategory: 'S' }, { ServCode: 'SHARE' });
    set(tables, 'item-price-list', { PriceOverule: '12.00' });
  };
  const franc = { code: 'XAF', exponent: 0, cashStep: '1' };
  const { pack, problems } = checkPack(importTables(change, franc).out);
  expect(problems).toEqual([]);
  expect(pack?.ceilings).toMatchObject([{ limit: 500 }, { limit: 90 }]);
  expect(pack?.deductibles).toMatchObject([{ limit: 20 }]);
});

test.each<[string, string, Readonly<Record<string, string>>, RegExp]>([
  [
    'a price that is the facility’s own',
    'product-items',
    { PriceOrigin: 'O' },
    /^product-items\.csv:2: PriceOrigin O pays whatever/,
  ],
  [
    'a price relative to funds',
    'product-services',
    { PriceOrigin: 'R' },
    /^product-services\.csv:2: PriceOrigin R is reckoned/,
  ],
  [
    'an origin of a price that is none',
    'product-services',
    { PriceOrigin: 'X' },
    /^product-services\.csv:2: PriceOrigin X is no origin/,
  ],
  [
    'a share that is no whole percent',
    'product-items',
    { LimitAdult: '33.33', LimitChild: '33.33' },
    /^product-items\.csv:2: it pays 33\.33 percent/,
  ],
  [
    'a share above all of it',
    'product-items',
    { LimitAdult: '101', LimitChild: '101' },
    /^product-items\.csv:2: it pays 101 percent/,
  ],
  [
    'two ceilings',
    'products',
    { MaxInsuree: '1', MaxTreatment: '1', MaxPolicy: '' },
    /^products\.csv:2: it states MaxInsuree and MaxTreatment/,
  ],
  [
    'a ceiling that grows with the family',
    'products',
    { MaxPolicyExtraMember: '1' },
    /^products\.csv:2: a pack cannot state MaxPolicyExtraMember/,
  ],
  [
    'the most to which it grows',
    'products',
    { MaxCeilingPolicy: '1' },
    /^products\.csv:2: a pack cannot state MaxCeilingPolicy/,
  ],
  [
    'an exclusion from the ceiling by kind of care',
    'product-items',
    { CeilingExclusionAdult: 'H', CeilingExclusionChild: 'H' },
    /^product-items\.csv:2: it is outside the ceiling by kind of care/,
  ],
  [
    'an exclusion from the ceiling by age',
    'product-items',
    { CeilingExclusionAdult: 'B' },
    /^product-items\.csv:2: it is outside the ceiling by kind of care or by age/,
  ],
])('refuses the import whole for %s', (_what, table, terms, why) => {
  const change = (tables: Tables) => set(tables, table, terms);
  expect(importTables(change).refused).toContainEqual(expect.stringMatching(why));
});

test('passes over an exclusion from a ceiling where there is no ceiling', () => {
  const change = (tables: Tables) => {
    product({})(tables);
    set(tables, 'product-items', { CeilingExclusionAdult: 'H' });
  };
  expect(importTables(change).refused).toEqual([]);
});
