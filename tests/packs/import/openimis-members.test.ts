import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { importTables, removeImports, set } from './openimis-pack.ts';
import type { Tables } from './openimis-tables.ts';

afterAll(removeImports);

interface Membership {
  readonly membership: { readonly memberNumber: string; readonly insuredSince?: string };
}

function listMembers(change: (tables: Tables) => void) {
  const { files, leftOut, refused } = importTables(change);
  const { members } = parse(files['reference/members.yaml'] ?? '') as {
    readonly members: readonly Membership[];
  };
  return { members, leftOut, refused };
}

const link = (from: string, to: string) => ({
  InsureeId: '1',
  PolicyId: '1',
  EffectiveDate: from,
  ExpiryDate: to,
});

describe('a renewed policy, for whose members nothing waits', () => {
  test.each<[string, string, Readonly<Record<string, string>>[], string | undefined]>([
    [
      'that began the day after the earlier one',
      'R',
      [link('2025-01-01', '2025-12-31')],
      '2025-01-01',
    ],
    ['that began within the earlier one', 'R', [link('2025-03-01', '2026-02-28')], '2025-03-01'],
    ['that began a day later', 'R', [link('2025-01-01', '2025-12-30')], undefined],
    [
      'after two earlier ones, in any order',
      'R',
      [link('2024-01-01', '2024-12-31'), link('2025-01-01', '2025-12-31')],
      '2024-01-01',
    ],
    ['without an earlier one', 'R', [], undefined],
    ['that is new all the same', 'N', [link('2025-01-01', '2025-12-31')], undefined],
  ])('%s', (_what, stage, earlier, expected) => {
    const { members } = listMembers((tables) => {
      set(tables, 'policies', { PolicyStage: stage });
      tables['member-policies']?.push(...earlier);
    });
    const [jane, kim] = members;
    expect(jane?.membership.memberNumber).toBe('0700');
    expect(jane?.membership.insuredSince).toBe(expected);
    expect(kim?.membership.insuredSince).toBeUndefined();
  });

  test('but of whoever joined after it began something waits', () => {
    const { members, leftOut } = listMembers((tables) => {
      set(tables, 'policies', { PolicyStage: 'R' });
      set(tables, 'member-policies', { EffectiveDate: '2026-01-02' });
      tables['member-policies']?.push(link('2025-01-01', '2026-01-01'));
    });
    expect(members[0]?.membership.insuredSince).toBeUndefined();
    expect(leftOut.join('\n')).not.toContain('what it renews');
  });

  test('and where the tables do not have what it renews, that is told', () => {
    const { leftOut } = listMembers((tables) => set(tables, 'policies', { PolicyStage: 'R' }));
    expect(leftOut).toContain(
      'policies.csv:2: what it renews is in no table: waiting counts from its own first day',
    );
  });
});

test.each(['policies', 'member-policies'])(
  'an idle policy has no first day in %s: it covers nobody, and that is told',
  (table) => {
    const { members, leftOut, refused } = listMembers((tables) =>
      set(tables, table, { EffectiveDate: '' }),
    );
    expect(refused).toEqual([]);
    expect(members).toEqual([]);
    expect(leftOut).toContainEqual(
      expect.stringMatching(/^member-policies\.csv:2: .* has no EffectiveDate: it covers nobody$/),
    );
  },
);

test.each([
  ['members', 'DOB', ''],
  ['members', 'DOB', '1980-02-30'],
  ['policies', 'ExpiryDate', ''],
  ['member-policies', 'EffectiveDate', '31/01/2026'],
])('a day in %s that is none refuses the import: %s "%s"', (table, column, value) => {
  const { refused } = listMembers((tables) => set(tables, table, { [column]: value }));
  expect(refused).toContain(
    `${table}.csv:2: ${column} "${value}" is no date: write it as 2026-01-31`,
  );
});

describe('columns', () => {
  test('of which nothing is taken are told, where anything stands in them', () => {
    const { leftOut } = importTables((tables) => {
      set(tables, 'services', { ServMaximumAmount: '3', ServEmpty: '', ServiceUUID: 'x' });
    });
    expect(leftOut.filter((one) => one.startsWith('services.csv'))).toEqual([
      'services.csv: nothing is taken of the column "ServMaximumAmount"',
    ]);
  });

  test('that are missing are told: they are read as empty', () => {
    const { leftOut } = importTables((tables) => {
      for (const row of tables.items ?? []) delete row.ItemFrequency;
    });
    expect(leftOut.filter((one) => one.startsWith('items.csv'))).toEqual([
      'items.csv: there is no column "ItemFrequency": it is read as empty',
    ]);
  });

  test('of bookkeeping, contributions and enrolment are not told', () => {
    const { leftOut } = importTables((tables) => {
      set(tables, 'facilities', { HFLevel: 'H', ValidityFrom: '2018-01-01', AuditUserID: '1' });
    });
    expect(leftOut.filter((one) => one.startsWith('facilities.csv'))).toEqual([]);
  });
});

test.each([
  ['items', 'ItemFrequency', 'weekly'],
  ['services', 'ServPatCat', 'NULL'],
  ['services', 'ServPrice', '1,5'],
  ['item-price-list', 'PriceOverule', '-1'],
  ['product-items', 'LimitNoAdult', '1.'],
  ['product-services', 'WaitingPeriodChild', 'six'],
  ['products', 'MaxNoSurgery', 'two'],
  ['products', 'DedPolicy', '.5'],
])('%s with %s "%s", which is no number, refuse the import', (table, column, value) => {
  const { refused } = importTables((tables) => set(tables, table, { [column]: `"${value}"` }));
  const why = `${table}.csv:2: ${column} "${value}" is no number: write one such as 12.50, or leave it empty`;
  expect(refused).toContain(why);
});

test.each([
  ['items', 'ItemCode'],
  ['services', 'ServCode'],
  ['products', 'ProductCode'],
  ['facilities', 'HFCode'],
])('%s with a %s that no pack can have refuse the import', (table, column) => {
  const { refused } = importTables((tables) => set(tables, table, { [column]: 'A 1/2' }));
  expect(refused).toContain(
    `${table}.csv:2: "A 1/2" is no code: write Latin letters, digits, dots and hyphens`,
  );
});

test('an item without a price refuses the import', () => {
  const { refused } = importTables((tables) => set(tables, 'items', { ItemPrice: '' }));
  expect(refused).toContain('items.csv:2: it has no price: write a number');
});

test('a row that is no longer in force is not read', () => {
  const { files } = importTables((tables) => {
    const [row] = tables.items ?? [];
    tables.items?.push({ ...row, ItemID: '2', ItemCode: '0002', ValidityTo: '2020-01-01' });
  });
  expect(files['services.yaml']).toContain('0001');
  expect(files['services.yaml']).not.toContain('0002');
});
