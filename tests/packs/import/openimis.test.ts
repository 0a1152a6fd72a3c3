import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkPack } from '#packs/check/check-pack.ts';
import { importTables, openImported, removeImports, set } from './openimis-pack.ts';
import type { Tables } from './openimis-tables.ts';

afterAll(removeImports);

describe('a pack imported from openIMIS tables', () => {
  const imported = importTables();
  const { out, refused } = imported;
  const { problems } = checkPack(out);
  const decideCase = openImported(imported);

  const decide = (item: string, change: Readonly<Record<string, unknown>> = {}) => {
    const {
      born = '1980-05-01',
      sex = 'male',
      services = [],
      usage = [],
      since = '2020-01-01',
      ...claim
    } = change;
    const [line] = decideCase({
      person: {
        memberNumber: '1',
        birthDate: born,
        sex,
        cover: { plan: 'BASIC', from: '2026-01-01', to: '2026-12-31', memberFrom: since },
      },
      provider: 'HOS',
      history: { services, supplies: [], prescriptions: [], approvals: [] },
      usage,
      claim: { date: '2026-11-22', lines: [{ item, days: 5 }], ...claim },
    });
    return line;
  };

  test('passes the check', () => {
    expect(refused).toEqual([]);
    expect(problems).toEqual([]);
  });

  test.each([
    [
      'a service for women, asked by a man',
      'WOMEN',
      {},
      { outcome: 'declined', reason: 'item-women-only' },
    ],
    ['the same, asked by a woman', 'WOMEN', { sex: 'female' }, { outcome: 'approved' }],
    [
      'a service for men, asked by a woman',
      'MEN',
      { sex: 'female' },
      { outcome: 'declined', reason: 'item-men-only' },
    ],
    [
      'a service for children, on the last day before 18',
      'CHILD',
      { born: '2008-11-23' },
      { outcome: 'approved' },
    ],
    [
      'the same, on the eighteenth birthday',
      'CHILD',
      { born: '2008-11-22' },
      { outcome: 'declined', reason: 'item-too-old' },
    ],
    [
      'a service for adults, on the last day before 18',
      'ADULT',
      { born: '2008-11-23' },
      { outcome: 'declined', reason: 'item-too-young' },
    ],
    [
      'the same, on the eighteenth birthday',
      'ADULT',
      { born: '2008-11-22' },
      { outcome: 'approved' },
    ],
    [
      'one of every thirty days, after 29',
      'OFTEN',
      { services: [{ date: '2026-10-24', item: 'OFTEN', quantity: 1 }] },
      { outcome: 'declined', reason: 'duplicate-service' },
    ],
    [
      'the same, after 30',
      'OFTEN',
      { services: [{ date: '2026-10-23', item: 'OFTEN', quantity: 1 }] },
      { outcome: 'approved' },
    ],
    [
      'what is for inpatients, without a stay',
      'STAY',
      {},
      { outcome: 'declined', reason: 'setting-not-covered' },
    ],
    ['a service with a share, of 200.00', 'SHARE', {}, { outcome: 'approved', insurer: 16_000 }],
    [
      'a service with a waiting of 6 months, a day early',
      'WAIT',
      { since: '2026-05-23' },
      { outcome: 'declined', reason: 'waiting' },
    ],
    ['the same, on the day', 'WAIT', { since: '2026-05-22' }, { outcome: 'approved' }],
    [
      'a fixed limit of 50.00 on 80.00',
      'FIXED',
      {},
      { outcome: 'reduced', reason: 'above-reference-price', insurer: 5_000 },
    ],
    [
      'the second of two a year',
      'TWICE',
      { services: [{ date: '2026-03-01', item: 'TWICE', quantity: 1 }] },
      { outcome: 'approved' },
    ],
    [
      'the third of two a year',
      'TWICE',
      { services: [{ date: '2026-03-01', item: 'TWICE', quantity: 2 }] },
      { outcome: 'declined', reason: 'frequency-reached' },
    ],
    [
      'what is left of the policy’s ceiling',
      'SHARE',
      { usage: [{ ceiling: 'BASIC-MaxPolicy', used: '990.00' }] },
      { outcome: 'reduced', insurer: 1_000 },
    ],
    [
      'what the product does not list',
      'OUT',
      {},
      { outcome: 'declined', reason: 'benefit-not-covered' },
    ],
    [
      'what the facility’s lists leave out',
      'UNPRICED',
      {},
      { outcome: 'declined', reason: 'condition-provider-bears' },
    ],
    ['a medicine at the list’s own price', '0001', {}, { outcome: 'approved', insurer: 1_250 }],
  ])('decides %s', (_what, item, change, expected) => {
    expect(decide(item, change)).toMatchObject(expected);
  });

  test('has its members, with what they are to each other', () => {
    const imported = importTables();
    const { members } = parse(imported.files['reference/members.yaml'] ?? '');
    expect(members).toMatchObject([
      {
        person: { memberNumber: '0700', nameLatin: 'Jane Doe', sex: 'female' },
        membership: { planCode: 'BASIC', relationship: 'self', policyStatus: 'active' },
      },
      { person: { sex: 'unknown' }, membership: { relationship: 'child' } },
    ]);
  });

  test('warns of every name that openIMIS has in one language', () => {
    expect(checkPack(out).warnings.map(({ why }) => why)).toContain(
      '"For women" is not translated: write it in Arabic',
    );
  });
});

test.each<[string, (tables: Tables) => void, RegExp]>([
  [
    'a share that differs for children',
    (tables) => first(tables, 'product-services', { LimitChild: '50' }),
    /^product-services\.csv:2: LimitAdult and LimitChild differ/,
  ],
  [
    'two deductibles',
    (tables) => {
      set(tables, 'products', { DedInsuree: '10', DedTreatment: '5' });
    },
    /^products\.csv:2: it states DedTreatment and DedInsuree/,
  ],
  [
    'a deductible by kind of care',
    (tables) => first(tables, 'products', { DedOPInsuree: '10' }),
    /^products\.csv:2: a pack cannot state DedOPInsuree/,
  ],
  [
    'a mask for nobody',
    (tables) => first(tables, 'services', { ServPatCat: '3' }),
    /^services\.csv:2: the mask 3 is for nobody/,
  ],
])('refuses the import whole for %s, and names the row', (_what, change, why) => {
  expect(importTables(change).refused).toContainEqual(expect.stringMatching(why));
});

/** Only the table's first row. */
function first(tables: Tables, name: string, terms: Readonly<Record<string, string>>): void {
  const [row] = tables[name] ?? [];
  if (row === undefined) throw new Error(`${name} has no rows`);
  Object.assign(row, terms);
}
