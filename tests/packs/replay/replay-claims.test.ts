import { describe, expect, test } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { demoPackFolder } from '#fixtures/demo-insurer/demo-insurer.ts';
import { openCases } from '#packs/cases/open-cases.ts';
import { preparePack } from '#packs/prepare-pack.ts';
import { inspectPackSource } from '#packs/read-pack-source.ts';
import { replayClaims } from '#packs/replay/replay-claims.ts';
import { copyPack, edit } from '../pack-folder.ts';

const open = (folder: string) => {
  const { pack } = inspectPackSource(folder);
  if (pack === null) throw new Error('the pack has no shape');
  return preparePack(pack);
};

const demo = open(demoPackFolder);

const changed = (file: string, from: string, to: string) => {
  const folder = copyPack();
  edit(folder, file, from, to);
  return open(folder);
};

const claimOf = (lines: readonly object[], change: object = {}) => ({
  person: {
    memberNumber: '1042778155',
    birthDate: '1968-03-14',
    sex: 'male',
    cover: { plan: 'silver', from: '2026-01-01', to: '2026-12-31', memberFrom: '2024-01-01' },
  },
  provider: 'SY-DAM-0031',
  history: { services: [], supplies: [], prescriptions: [], approvals: [] },
  usage: [],
  claim: { date: '2026-11-22', diagnoses: ['E11.9'], lines },
  ...change,
});

const month = claimOf([{ item: 'MET-850', quantity: 60, days: 30 }]);
const scan = claimOf([{ item: 'IMG-ABD' }]);
const documents = [month, scan].map((one) => JSON.stringify(one));

describe('a replay lays a change to', () => {
  test.each<[string, string, string, string, object]>([
    [
      'price',
      'prices.yaml',
      'MET-850: "4.20"',
      'MET-850: "4.30"',
      { lines: 1, insurer: 480, member: 120, verdicts: { 'approved to approved': 1 } },
    ],
    [
      'co-insurance',
      'plans.yaml',
      'percent: 20, minimum: "2.00", maximum: "300.00"',
      'percent: 25, minimum: "2.00", maximum: "300.00"',
      { lines: 1, insurer: -1_260, member: 1_260, verdicts: { 'approved to approved': 1 } },
    ],
    [
      'quantity: ',
      'item-rules.yaml',
      '{ item: PAR-500 }\n    quantity: { perDispensing: 35 }',
      '{ item: MET-850 }\n    quantity: { perDispensing: 30 }',
      { lines: 1, insurer: -10_080, verdicts: { 'approved to reduced': 1 } },
    ],
    [
      'approval',
      'item-rules.yaml',
      'items: [IMG-MRIK, IMG-MRIL, IMG-CTH]',
      'items: [IMG-MRIK, IMG-MRIL, IMG-CTH, IMG-ABD]',
      { lines: 1, insurer: -11_200, verdicts: { 'approved to referred': 1 } },
    ],
  ])('%s', async (rule, file, from, to, effect) => {
    const replay = await replayClaims(documents, demo, changed(file, from, to));
    expect(replay).toMatchObject({
      claims: 2,
      lines: 2,
      changedClaims: 1,
      changedLines: 1,
      unread: 0,
    });
    expect(replay.rules).toMatchObject([{ rule: expect.stringContaining(rule.trim()), ...effect }]);
    const [{ insurer = 0 } = {}] = replay.rules;
    expect(replay.insurerAfter - replay.insurerBefore).toBe(insurer);
  });
});

test('a rule that is gone is named as such', async () => {
  const stricter = changed(
    'item-rules.yaml',
    'items: [IMG-MRIK, IMG-MRIL, IMG-CTH]',
    'items: [IMG-MRIK, IMG-MRIL, IMG-CTH, IMG-ABD]',
  );
  const { rules } = await replayClaims(documents, stricter, demo);
  expect(rules).toMatchObject([{ rule: expect.stringMatching(/^no longer .*approval-needed/) }]);
});

test('nothing changes between a pack and itself, for cases, inputs and events alike', async () => {
  const input = openCases(demo)(month);
  if (!input.ok) throw new Error('the case was not read');
  const event = { input: input.value, decision: adjudicate(input.value, demo) };
  const all = [...documents, JSON.stringify(input.value), JSON.stringify(event)];
  expect(await replayClaims(all, demo, demo)).toMatchObject({
    claims: 4,
    changedClaims: 0,
    rules: [],
    unread: 0,
  });
});

test('what cannot be read is counted and named by its line; the others are decided', async () => {
  const replay = await replayClaims(['', '{', JSON.stringify(month), '{"person":1}'], demo, demo);
  expect(replay).toMatchObject({ claims: 1, unread: 2 });
  expect(replay.firstUnread).toMatchObject([{ line: 2 }, { line: 4 }]);
});
