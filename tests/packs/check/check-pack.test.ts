import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demoPackFolder } from '#fixtures/demo-insurer/demo-insurer.ts';
import { checkPack } from '#packs/check/check-pack.ts';
import { problemsAsFailure } from '#packs/problem.ts';
import { contentMistakes } from '../content-mistakes.ts';
import { copyPack, edit, write } from '../pack-folder.ts';
import { checkMistakes } from './check-mistakes.ts';

describe('the check names file, place and cure when an author', () => {
  test.each(checkMistakes)('$did', (one) => {
    const folder = copyPack();
    edit(folder, one.file, one.from, one.to);
    const [first, ...others] = checkPack(folder).problems;
    if (first === undefined) throw new Error('the pack passed');
    expect(problemsAsFailure([first, ...others])).toMatchObject({
      file: one.saidOf ?? one.file,
      where: expect.stringMatching(one.where),
      why: expect.stringMatching(one.why),
    });
  });

  test('made a mistake that the reader tells already', () => {
    const [mistake] = contentMistakes;
    if (mistake === undefined) throw new Error('there are no mistakes');
    const folder = copyPack();
    edit(folder, mistake.file, mistake.from, mistake.to);
    expect(checkPack(folder)).toMatchObject({ problems: [{ file: mistake.file }], golden: [] });
  });
});

test('the demo pack passes, with a good dozen golden claims that all hold', () => {
  const { problems, golden } = checkPack(demoPackFolder);
  expect(problems).toEqual([]);
  expect(golden.length).toBeGreaterThanOrEqual(13);
  expect(golden.filter(({ holds }) => !holds)).toEqual([]);
});

test('a clause that no rule cites is a warning, at its line', () => {
  expect(checkPack(demoPackFolder).warnings).toContainEqual({
    file: 'clauses.yaml',
    path: ['clauses', 0, 'id'],
    line: 3,
    why: expect.stringMatching(/^no rule cites clause "art-3-1": write the rule/),
  });
});

test.each([
  [
    'an Arabic name without Arabic letters',
    'ar: الشبكة أ, en',
    'ar: Network A, en',
    'ar',
    /Arabic$/,
  ],
  ['an English name in Arabic', 'en: Network A', 'en: الشبكة أ', 'en', /English$/],
])('warns of %s', (_what, from, to, language, cure) => {
  const folder = copyPack();
  edit(folder, 'networks.yaml', from, to);
  const { problems, warnings } = checkPack(folder);
  expect(problems).toEqual([]);
  expect(warnings).toContainEqual({
    file: 'networks.yaml',
    path: ['networks', 0, 'name', language],
    line: 2,
    why: expect.stringMatching(cure),
  });
});

test.each([
  [
    100,
    '',
    /^nothing is left over where a supply is repeated only once the last is used up: lower/,
  ],
  [0, '', /^nobody waits, whatever is at hand: raise thresholdPercent/],
  [99, '', null],
  [1, '', null],
  [100, 'accepts: [travel]\n', null],
])('warns of days carried over at %i percent, or does not', (percent, accepts, why) => {
  const folder = copyPack();
  edit(folder, 'repeat.yaml', 'thresholdPercent: 75\n', `thresholdPercent: ${percent}\n${accepts}`);
  const said = checkPack(folder).warnings.filter(({ file }) => file === 'repeat.yaml');
  expect(said).toEqual(
    why === null
      ? []
      : [
          {
            file: 'repeat.yaml',
            path: ['carriedDaysMost'],
            line: 4,
            why: expect.stringMatching(why),
          },
        ],
  );
});

test('says nothing of it where nothing is carried over', () => {
  const folder = copyPack();
  edit(folder, 'repeat.yaml', 'thresholdPercent: 75', 'thresholdPercent: 100');
  edit(folder, 'repeat.yaml', 'carriedDaysMost: 10\n', '');
  expect(checkPack(folder).warnings.filter(({ file }) => file === 'repeat.yaml')).toEqual([]);
});

describe('of what is given in place of what', () => {
  const ofAmlodipine = (code: string) =>
    `gtins: ["${code}"]\n    repeatCode: 2008\n    dailyDose: 1\n`;
  const localGtin = ofAmlodipine('6210417010118');
  const saidOf = (folder: string, kind: 'problems' | 'warnings') =>
    checkPack(folder)[kind].flatMap(({ file, path, why }) =>
      file === 'medicines.yaml' ? [[path.at(-1), why]] : [],
    );
  const placeOf = (folder: string, code: string) =>
    [...readFileSync(join(folder, 'medicines.yaml'), 'utf8').matchAll(/- code: (\S+)/g)]
      .map(([, one]) => one)
      .indexOf(code);
  const withMore = (more: string, from = 'substitutionGroup: AML-5\n  - code: AML-5L') => {
    const folder = copyPack();
    edit(folder, 'medicines.yaml', from, from.replace('\n', `\n    ${more}\n`));
    return folder;
  };

  test('the demo contract has nothing to tell', () => {
    expect([saidOf(copyPack(), 'problems'), saidOf(copyPack(), 'warnings')]).toEqual([[], []]);
  });

  test.each(['AML-5', 'AML-5L'])(
    'a stated group with %s of a narrow index is a problem',
    (code) => {
      const folder = copyPack();
      const at = code === 'AML-5' ? ofAmlodipine('6210417010101') : localGtin;
      edit(folder, 'medicines.yaml', at, `${at}    narrowIndex: true\n`);
      const why = `${code} is of a narrow index and never exchanged, and shares substitution group "AML-5": take it out of the group`;
      expect(saidOf(folder, 'problems')).toEqual([['substitutionGroup', why]]);
      expect(checkPack(folder).problems[0]?.path[1]).toBe(placeOf(folder, code));
      const others = ['AML-5', 'AML-5L', 'AML-10'].filter((other) => other !== code);
      const doubt = (other: string) =>
        `${code}, also of amlodipine, is of a narrow index, and ${other} is not: set narrowIndex for both, or for neither`;
      expect(saidOf(folder, 'warnings')).toEqual(
        others.map((other) => ['ingredient', doubt(other)]),
      );
    },
  );

  test('a stated group of several ingredients is a problem', () => {
    const folder = copyPack();
    const warfarin = '    ingredient: warfarin\n';
    edit(folder, 'medicines.yaml', warfarin, `${warfarin}    substitutionGroup: AML-5\n`);
    edit(
      folder,
      'medicines.yaml',
      'narrowIndex: true\n  - code: APX-5',
      'narrowIndex: false\n  - code: APX-5',
    );
    expect(saidOf(folder, 'problems')).toEqual([
      [
        'substitutionGroup',
        'substitution group "AML-5" is of amlodipine, as AML-5 has it, and this medicine of warfarin: give it another group, or write the ingredient alike',
      ],
    ]);
  });

  test.each([
    ['unit', 'unit: tablet\n    atc: C08CA01', 'unit: dose\n    atc: C08CA01'],
    [
      'strength',
      'ingredient: amlodipine\n    strength: "5 mg"',
      'ingredient: amlodipine\n    strength: "10 mg"',
    ],
  ])('a stated group of more than one %s is a warning', (_, from, to) => {
    const folder = copyPack();
    edit(folder, 'medicines.yaml', from, to);
    expect(saidOf(folder, 'problems')).toEqual([]);
    expect(saidOf(folder, 'warnings')).toEqual([
      [
        'substitutionGroup',
        expect.stringMatching(/^AML-5L is not of the unit and strength of AML-5,/),
      ],
    ]);
  });

  test('a medicine usually of a narrow index that is exchanged for others is a warning', () => {
    const folder = withMore('narrowIndex: false', 'repeatCode: 2008\n');
    edit(folder, 'medicines.yaml', 'atc: C08CA01', 'atc: B01AA03');
    expect(saidOf(folder, 'warnings')).toEqual([
      [
        'atc',
        expect.stringMatching(
          /^ATC B01AA03 is usually counted .*, and AML-5 is exchanged for others: set narrowIndex/,
        ),
      ],
    ]);
  });
});

test('reads golden claims from a folder of their own too, and names it', () => {
  const folder = copyPack();
  mkdirSync(join(folder, 'golden'));
  write(folder, 'golden/more.yaml', 'claims: []\n');
  expect(checkPack(folder).problems).toMatchObject([
    {
      file: 'golden/more.yaml',
      path: ['claims'],
      why: expect.stringMatching(/at least one claim/),
    },
  ]);
});

describe('an item without a price in a network', () => {
  const withoutPrice = () => {
    const folder = copyPack();
    edit(folder, 'prices.yaml', '      PRO-DIA: "420.00"\n', '');
    edit(folder, 'prices.yaml', '      PRO-DIA: "400.00"\n', '');
    return folder;
  };

  test('is told where a provider of it may be asked', () => {
    expect(checkPack(withoutPrice()).problems).toMatchObject([
      {
        file: 'services.yaml',
        why: expect.stringMatching(/^"PRO-DIA" has no price in network "A"/),
      },
    ]);
  });

  test('passes where the network says that it is without it', () => {
    const folder = withoutPrice();
    edit(folder, 'networks.yaml', 'code: A,', 'code: A, withoutItems: [PRO-DIA],');
    expect(checkPack(folder).problems).toEqual([]);
  });

  test('passes where its providers have prices of their own, or no licence for it', () => {
    const folder = copyPack();
    edit(folder, 'prices.yaml', '      PRO-DIA: "420.00"\n', '');
    edit(
      folder,
      'providers.yaml',
      'settings: [outpatient, day-case, emergency]',
      'settings: [outpatient, day-case, emergency]\n    licences: [medicine]',
    );
    const items = checkPack(folder).problems.map(({ why }) => why);
    expect(items.filter((why) => why.includes('PRO-DIA'))).toEqual([]);
  });

  test('is told of a network that is without an item which does not exist', () => {
    const folder = copyPack();
    edit(folder, 'networks.yaml', 'code: A,', 'code: A, withoutItems: [PRO-DIE],');
    expect(checkPack(folder).problems).toMatchObject([
      { file: 'networks.yaml', why: expect.stringMatching(/^item "PRO-DIE" is not among/) },
    ]);
  });
});
