import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { openCases } from '#packs/cases/open-cases.ts';
import { checkPack } from '#packs/check/check-pack.ts';
import { importOpenImis } from '#packs/import/openimis/import-openimis.ts';
import { readOpenImis } from '#packs/import/openimis/read-openimis.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { topicSchemas } from '#packs/source-schema.ts';
import { openImisTables, type Tables } from './openimis-tables.ts';

const contract = topicSchemas.contract.parse({
  packId: 'IMPORTED',
  version: 1,
  insurer: { code: 'NHI', name: { ar: 'التأمين الصحي', en: 'Health insurance' } },
  contract: {
    code: 'IMPORTED',
    name: { ar: 'التأمين الصحي', en: 'Health insurance' },
    period: { from: '2017-01-01', to: '2030-12-31' },
  },
  currency: { code: 'SYP', exponent: 2, cashStep: '1.00' },
});

const scratch = mkdtempSync(join(tmpdir(), 'openimis-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function importFolder(folder: string) {
  const tables = readOpenImis(folder);
  if (!('items' in tables)) throw new Error(tables.join('\n'));
  const imported = importOpenImis(tables, contract);
  const out = join(folder, 'pack');
  for (const [name, content] of Object.entries(imported.files)) {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    writeFileSync(join(out, name), content);
  }
  return { ...imported, out };
}

function importTables(change: (tables: Tables) => void = () => undefined) {
  const folder = mkdtempSync(join(scratch, 'import-'));
  const tables = openImisTables();
  change(tables);
  for (const [name, rows] of Object.entries(tables)) {
    const columns = Object.keys(rows[0] ?? {});
    const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
    writeFileSync(join(folder, `${name}.csv`), lines.map((cells) => cells.join(',')).join('\n'));
  }
  return importFolder(folder);
}

describe('a pack imported from openIMIS tables', () => {
  const { out, refused } = importTables();
  const { pack, problems } = checkPack(out);
  if (pack === null) throw new Error(JSON.stringify(problems));
  const prepared = preparePack(pack);
  const read = openCases(prepared);

  const decide = (item: string, change: Readonly<Record<string, unknown>> = {}) => {
    const {
      born = '1980-05-01',
      sex = 'male',
      services = [],
      usage = [],
      since = '2020-01-01',
      ...claim
    } = change;
    const input = read({
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
    if (!input.ok) throw new Error(JSON.stringify(input.failure));
    const [line] = adjudicate(input.value, prepared).lines;
    const reason = line?.findings[0]?.reason ?? null;
    return { outcome: line?.outcome, reason, insurer: line?.amounts.insurer };
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
      { outcome: 'reduced', reason: 'ceiling-nearly-used', insurer: 5_000 },
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
      { outcome: 'referred', reason: 'price-unknown' },
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
    'a waiting that differs for children',
    (tables) => set(tables, 'product-services', 'WaitingPeriodChild', '9'),
    /^product-services\.csv:2: WaitingPeriodAdult and WaitingPeriodChild differ/,
  ],
  [
    'a deductible after a share',
    (tables) => set(tables, 'products', 'DedInsuree', '10'),
    /^products\.csv:2: DedInsuree comes after the member's share of its items there/,
  ],
  [
    'two deductibles',
    (tables) => {
      withoutShares(tables);
      set(tables, 'products', 'DedInsuree', '10');
      set(tables, 'products', 'DedTreatment', '5');
    },
    /^products\.csv:2: it states DedTreatment and DedInsuree/,
  ],
  [
    'a deductible by kind of care',
    (tables) => set(tables, 'products', 'DedOPInsuree', '10'),
    /^products\.csv:2: a pack cannot state DedOPInsuree/,
  ],
  [
    'a mask for nobody',
    (tables) => set(tables, 'services', 'ServPatCat', '3'),
    /^services\.csv:2: the mask 3 is for nobody/,
  ],
  [
    'another limit in emergencies',
    (tables) => set(tables, 'product-items', 'LimitAdultE', '50'),
    /^product-items\.csv:2: it pays otherwise/,
  ],
])('refuses the import whole for %s, and names the row', (_what, change, why) => {
  expect(importTables(change).refused).toContainEqual(expect.stringMatching(why));
});

test.each([
  ['DedTreatment', { per: 'visit', of: 'member' }],
  ['DedInsuree', { per: 'policy-year', of: 'member' }],
  ['DedPolicy', { per: 'policy-year', of: 'family' }],
])('takes %s for a deductible where nothing is shared before it', (column, expected) => {
  const { out, refused } = importTables((tables) => {
    withoutShares(tables);
    set(tables, 'products', column, '10');
  });
  expect(refused).toEqual([]);
  const { pack, problems } = checkPack(out);
  expect(problems).toEqual([]);
  expect(pack?.deductibles).toMatchObject([
    { ceilingId: `BASIC-${column}`, plans: ['BASIC'], limit: 1_000, ...expected },
  ]);
});

/** The product pays all of every item. */
function withoutShares(tables: Tables): void {
  for (const row of [...(tables['product-items'] ?? []), ...(tables['product-services'] ?? [])]) {
    if (row.LimitationType !== 'C') continue;
    row.LimitAdult = '100';
    row.LimitChild = '100';
  }
}

function set(tables: Tables, name: string, column: string, value: string): void {
  const row = tables[name]?.[0];
  if (row === undefined) throw new Error(`${name} has no rows`);
  row[column] = value;
}

const demo = fileURLToPath(new URL('../../../../shared/data/openimis-demo', import.meta.url));

test('the public demonstration database of openIMIS becomes a pack that passes the check', () => {
  if (!existsSync(demo)) {
    if (process.env.MEDEXA_STRICT === '1') throw new Error(`${demo} is absent`);
    process.stderr.write(`Not tried: ${demo} is absent\n`);
    return;
  }
  const tables = readOpenImis(demo);
  if (!('items' in tables)) throw new Error(tables.join('\n'));
  const { refused, leftOut, files } = importOpenImis(tables, contract);
  const folder = mkdtempSync(join(scratch, 'import-'));
  const out = join(folder, 'imported');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    writeFileSync(join(out, name), content);
  }
  expect(refused).toEqual([]);
  expect(leftOut).toHaveLength(7);
  const { pack, problems } = checkPack(out);
  expect(problems).toEqual([]);
  expect(pack).toMatchObject({ items: { length: 338 }, plans: { length: 4 } });
  expect(parse(files['reference/members.yaml'] ?? '').members).toHaveLength(60);
});
