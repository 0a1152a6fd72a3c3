import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { demoPackFolder } from '#fixtures/demo-insurer/demo-insurer.ts';
import { inspectPackSource, readPackSource } from '#packs/read-pack-source.ts';
import { parseRulePack } from '#packs/rule-pack-schema.ts';
import { smallest, type Topic, topicSchemas, topics } from '#packs/source-schema.ts';
import { clinicalMistakes } from './clinical-mistakes.ts';
import { contentMistakes } from './content-mistakes.ts';
import { copyPack, edit, write } from './pack-folder.ts';
import { shapeMistakes } from './shape-mistakes.ts';

describe('the reader names file, place and cure when an author', () => {
  test.each([...shapeMistakes, ...contentMistakes, ...clinicalMistakes])('$did in $file', (one) => {
    const folder = copyPack();
    edit(folder, one.file, one.from, one.to);
    const read = readPackSource(folder);
    if (read.ok) throw new Error('the pack was accepted');
    expect(read.failure).toMatchObject({
      code: 'reference-malformed',
      file: one.saidOf ?? one.file,
      where: expect.stringMatching(one.where),
      why: expect.stringMatching(one.why),
    });
  });
});

test('reads the demo pack without a problem, and its compiled form survives JSON unchanged', () => {
  const { pack, problems } = inspectPackSource(demoPackFolder);
  expect(problems).toEqual([]);
  expect(parseRulePack(JSON.parse(JSON.stringify(pack)))).toEqual({ ok: true, value: pack });
});

test('lists every problem of every file, not the first alone', () => {
  const folder = copyPack();
  edit(folder, 'networks.yaml', '{ code: A,', '{ code: A, colour: red,');
  edit(folder, 'repeat.yaml', 'thresholdPercent: 75', 'thresholdPercent: much');
  const { pack, problems } = inspectPackSource(folder);
  expect(pack).toBeNull();
  expect(problems.map(({ file }) => file)).toEqual(['networks.yaml', 'repeat.yaml']);
});

test.each(topics)('asks for %s.yaml when it is missing', (topic) => {
  const folder = copyPack();
  rmSync(join(folder, `${topic}.yaml`));
  expect(readPackSource(folder)).toMatchObject({
    ok: false,
    failure: {
      file: `${topic}.yaml`,
      where: '',
      why: expect.stringMatching(/^the file is missing/),
    },
  });
});

test.each(Object.entries(smallest))(
  'takes for %s what it says is the least: %s',
  (topic, least) => {
    expect(topicSchemas[topic as Topic].safeParse(parse(least)).error).toBe(undefined);
    const folder = copyPack();
    rmSync(join(folder, `${topic}.yaml`));
    const { problems } = inspectPackSource(folder);
    expect(problems).toMatchObject([{ why: expect.stringContaining(`write at least ${least}`) }]);
  },
);

test('reads a topic that stands in JSON, and refuses one that stands in both', () => {
  const folder = copyPack();
  const whole = readPackSource(folder);
  const plans = parse(readFileSync(join(folder, 'plans.yaml'), 'utf8'));
  write(folder, 'plans.json', JSON.stringify(plans));
  expect(inspectPackSource(folder).problems).toMatchObject([
    { file: 'plans.json', why: 'the topic stands in plans.yaml too: keep one' },
  ]);
  rmSync(join(folder, 'plans.yaml'));
  expect(readPackSource(folder)).toEqual(whole);
  write(folder, 'plans.json', '{ "plans": 3 }');
  expect(inspectPackSource(folder).problems).toMatchObject([{ file: 'plans.json', line: 1 }]);
});

test('names a file that belongs to no topic', () => {
  const folder = copyPack();
  write(folder, 'medicine.yaml', 'medicines: []\n');
  expect(readPackSource(folder)).toMatchObject({
    ok: false,
    failure: { file: 'medicine.yaml', why: expect.stringContaining('medicines.yaml') },
  });
});

test('a folder that does not exist is a failure, not an exception', () => {
  expect(readPackSource('/nowhere/at/all')).toMatchObject({
    ok: false,
    failure: { code: 'reference-malformed' },
  });
});

test('reads amounts exactly, and the list price of the contract comes out in minor units', () => {
  const { pack } = inspectPackSource(demoPackFolder);
  const row = pack?.prices.find(
    ({ item, scope }) => item === 'MET-850' && 'network' in scope && scope.network === 'A',
  );
  expect(row?.unitPrice).toBe(420);
  expect(pack?.currency).toEqual({ code: 'SYP', exponent: 2, cashStep: 100 });
});
