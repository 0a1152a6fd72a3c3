import { expect, test } from 'vitest';
import { demoPackFolder } from '#fixtures/demo-insurer/demo-insurer.ts';
import { diffPacks } from '#packs/diff/diff-packs.ts';
import { sayChanges } from '#packs/diff/say-changes.ts';
import { inspectPackSource } from '#packs/read-pack-source.ts';
import { copyPack, edit } from './pack-folder.ts';

const read = (folder: string) => {
  const { pack } = inspectPackSource(folder);
  if (pack === null) throw new Error('the pack has no shape');
  return pack;
};

const rows: readonly [string, string, string, string, string][] = [
  [
    'a price that rose',
    'prices.yaml',
    'MET-850: "4.20"',
    'MET-850: "4.62"',
    'prices: 1 changed\n  MET-850, network A, from 2026-01-01: unitPrice up from 4.20 to 4.62 (+10 %)\n',
  ],
  [
    'a price that fell',
    'prices.yaml',
    'MET-850: "4.20"',
    'MET-850: "4.19"',
    'prices: 1 changed\n  MET-850, network A, from 2026-01-01: unitPrice down from 4.20 to 4.19 (-0.2 %)\n',
  ],
  [
    'a price that is gone',
    'prices.yaml',
    '      PRO-DIA: "400.00"\n',
    '',
    'prices: 1 removed\n  PRO-DIA, provider SY-HOM-0007, from 2026-01-01: removed\n',
  ],
  [
    'a rule that came',
    'waiting.yaml',
    'waiting:\n',
    'waiting:\n  - { for: { kind: imaging }, plans: [basic], months: 1, exceptAccident: true, exceptEmergency: true, clause: art-10-1 }\n',
    'waiting: 1 added\n  imaging, plans basic: added\n',
  ],
  [
    'a rule that went',
    'item-rules.yaml',
    '  - for: { item: VAC-HEX }\n    age: { to: 24 months }\n    clause: art-7-4\n',
    '',
    'item-rules: 1 removed\n  VAC-HEX: removed\n',
  ],
  [
    'a rule that changed',
    'item-rules.yaml',
    'perDispensing: 35',
    'perDispensing: 30',
    'item-rules: 1 changed\n  PAR-500: quantity.perDispensing was 35, is 30\n',
  ],
  [
    'a share and its least',
    'plans.yaml',
    'percent: 20, minimum: "2.00", maximum: "300.00"',
    'percent: 25, maximum: "300.00"',
    'plans: 1 changed\n  silver, chronic-medicines: coInsurancePercent was 20, is 25; coInsuranceMinimum, which was 2.00, is gone\n',
  ],
  [
    'a benefit in some networks',
    'plans.yaml',
    '      - { benefit: supplements, covered: false, clause: art-8-1 }\n',
    '      - { benefit: supplements, covered: false, clause: art-8-1 }\n      - { benefit: supplements, networks: [A], covered: true, clause: art-8-1 }\n',
    'plans: 1 added\n  gold, supplements/A: added\n',
  ],
  [
    'a ceiling of money',
    'ceilings.yaml',
    'limit: "12000.00"',
    'limit: "10000.00"',
    'ceilings: 1 changed\n  CHRONIC-SILVER: limit down from 12000.00 to 10000.00 (-16.7 %)\n',
  ],
  [
    'a ceiling that counts',
    'ceilings.yaml',
    'limit: 156',
    'limit: 160',
    'ceilings: 1 changed\n  DIALYSIS: limit was 156, is 160\n',
  ],
  [
    'a condition’s expression',
    'conditions.yaml',
    'person.age < 45',
    'person.age < 50',
    'conditions: 1 changed\n  prostate-age: when was person.age < 45',
  ],
  [
    'an interaction',
    'interactions.yaml',
    'severity: serious',
    'severity: contraindicated',
    'interactions: 1 changed\n  anticoagulant-nsaid: severity was serious, is contraindicated\n',
  ],
  [
    'a caution',
    'cautions.yaml',
    'age: { to: 7 years }',
    'age: { to: 8 years }',
    'cautions: 1 changed\n  tetracycline-teeth: age.to.value was 7, is 8\n',
  ],
  [
    'the version',
    'contract.yaml',
    'version: 118',
    'version: 119',
    'contract: 1 changed\n  contract: version was 118, is 119\n',
  ],
];

test.each(rows)('says of %s what changed', (_what, file, from, to, said) => {
  const folder = copyPack();
  edit(folder, file, from, to);
  expect(sayChanges(diffPacks(read(demoPackFolder), read(folder)))).toContain(said);
});

test('says that nothing differs, also when rules only changed places', () => {
  const pack = read(demoPackFolder);
  expect(sayChanges(diffPacks(pack, { ...pack, prices: pack.prices.toReversed() }))).toBe(
    'Nothing differs.\n',
  );
});
