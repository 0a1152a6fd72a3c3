import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkPack } from '#packs/check/check-pack.ts';
import { demo, importFolder, openImported, removeImports } from './openimis-pack.ts';

/**
 * Claims over the public demonstration database, decided as openIMIS decides them: by its checks in the order in which it
 * makes them, with the number of its reason, and by what it remunerates.
 */

afterAll(removeImports);

const isThere = existsSync(demo);
test('the demonstration database stands beside the project', () => {
  if (process.env.MEDEXA_STRICT === '1') expect(isThere).toBe(true);
  if (!isThere) process.stderr.write(`Not tried: ${demo} is absent\n`);
});

type Outcome = 'declined' | number;
type Line = readonly [item: string, quantity?: number, asked?: string];
interface Asked {
  readonly plan?: string;
  readonly at?: string;
  readonly on?: string;
  readonly until?: string;
  readonly born?: string;
  readonly sex?: 'male' | 'female';
  readonly cover?: object;
  readonly before?: string;
  readonly used?: string;
}

const woman = { sex: 'female' } as const;
const dispensary = { at: 'JMDP001' };
const centre = { at: 'JMHC001' };
const fixed = { plan: 'FCUL0001', used: '0.00' };
const overnight = { until: '2026-06-16' };

const claims: readonly (readonly [
  rule: string,
  lines: readonly Line[],
  asked: Asked,
  expected: readonly Outcome[],
])[] = [
  ['2 in the price list of a hospital', [['0002']], {}, [100_000]],
  ['2 not in that of a health centre', [['0002']], centre, ['declined']],
  ['2 not in that of a dispensary', [['0002']], dispensary, ['declined']],
  ['2 a service in no list but a hospital’s', [['M2']], centre, ['declined']],
  ['2 a test in the list of a dispensary', [['I113']], dispensary, [125_000]],
  ['2 the same test, not in that of a health centre', [['I113']], centre, ['declined']],
  [
    '2 beside what is in the list',
    [['A1'], ['M2', 2], ['0001', 3]],
    { ...centre, plan: 'BCTA0001' },
    [40_000, 'declined', 3_000],
  ],
  ['3 an item that the product leaves out', [['0001']], {}, ['declined']],
  ['3 the same under the product that has it', [['0001']], { plan: 'BCTA0001' }, [1_000]],
  ['3 an item that the fixed product leaves out', [['0003']], fixed, ['declined']],
  ['3 the same under the basic one', [['0003']], {}, [362_000]],
  ['3 a service that the basic product leaves out', [['M31']], {}, ['declined']],
  ['3 the same under the fixed one', [['M31']], fixed, [2_100_000]],
  ['3 a service of no product', [['G2']], overnight, ['declined']],
  [
    '3 a stay that the fixed product leaves out',
    [['G1']],
    { ...fixed, ...overnight },
    ['declined'],
  ],
  ['3 the same under the basic one', [['G1']], overnight, [4_200_000]],
  ['4 for women or children, a woman', [['M1']], woman, [2_100_000]],
  ['4 for women or children, a girl', [['M1']], { ...woman, born: '2015-01-01' }, [2_100_000]],
  [
    '4 for women or children, a boy: no bit for men',
    [['M1']],
    { born: '2015-01-01' },
    ['declined'],
  ],
  ['4 for women or children, a man', [['M1']], {}, ['declined']],
  ['4 for men or children, a man', [['M11']], {}, [2_100_000]],
  ['4 for men or children, a newborn boy', [['M11']], { born: '2026-06-14' }, [2_100_000]],
  ['4 for men or children, a woman', [['M11']], woman, ['declined']],
  ['7 the first day of the cover', [['A1']], { on: '2026-01-01' }, [40_000]],
  ['7 the day before', [['A1']], { on: '2025-12-31' }, ['declined']],
  ['7 the last day', [['A1']], { on: '2026-12-31' }, [40_000]],
  ['7 the day after', [['A1']], { on: '2027-01-01' }, ['declined']],
  ['7 the member’s first day', [['A1']], { cover: { memberFrom: '2026-06-15' } }, [40_000]],
  ['7 the day before it', [['A1']], { cover: { memberFrom: '2026-06-16' } }, ['declined']],
  ['7 the member’s last day', [['A1']], { cover: { memberTo: '2026-06-15' } }, [40_000]],
  ['7 the day after it', [['A1']], { cover: { memberTo: '2026-06-14' } }, ['declined']],
  [
    '7 an idle, suspended or ready policy',
    [['A1']],
    { cover: { status: 'suspended' } },
    ['declined'],
  ],
  ['10 an outpatient item without a stay', [['0002']], {}, [100_000]],
  ['10 an outpatient item in a stay', [['0002']], overnight, ['declined']],
  ['10 an outpatient service in a stay', [['A1']], overnight, ['declined']],
  ['10 an inpatient service in a stay', [['G34']], overnight, [4_200_000]],
  ['10 an inpatient service without one', [['G34']], {}, ['declined']],
  ['10 a service of both in a stay', [['M2']], overnight, [2_100_000]],
  ['10 a service of both without one', [['M2']], {}, [2_100_000]],
  ['10 a stay at an outpatient facility', [['I1']], { ...centre, ...overnight }, ['declined']],
  ['5 the same service the same day: no frequency', [['A1']], { before: '2026-06-15' }, [40_000]],
  ['5 the same service twice in a claim', [['A1'], ['A1']], {}, [40_000, 40_000]],
  [
    '17 the fixed product on its first day: nothing waits',
    [['A1']],
    { ...fixed, on: '2026-01-01' },
    [40_000],
  ],
  ['17 the fixed product before three months', [['A1']], { ...fixed, on: '2026-03-31' }, [40_000]],
  ['price asked at the list’s', [['A1', 1, '400.00']], {}, [40_000]],
  ['price asked above it', [['A1', 1, '400.01']], {}, [40_000]],
  [
    'price by quantity',
    [
      ['0002', 7, '1000.01'],
      ['A1', 2],
    ],
    {},
    [700_000, 80_000],
  ],
  ['ceiling of the policy, untouched', [['M2']], fixed, [2_100_000]],
  ['ceiling a cent over what is needed', [['M2']], { ...fixed, used: '278999.99' }, [2_100_000]],
  ['ceiling with just enough', [['M2']], { ...fixed, used: '279000.00' }, [2_100_000]],
  ['ceiling a cent short', [['M2']], { ...fixed, used: '279000.01' }, [2_099_999]],
  ['ceiling with a cent left', [['M2']], { ...fixed, used: '299999.99' }, [1]],
  ['ceiling used up', [['M2']], { ...fixed, used: '300000.00' }, ['declined']],
  [
    'ceiling over the lines of a claim',
    [['M2', 14], ['G34'], ['M3'], ['A1']],
    fixed,
    [29_400_000, 'declined', 600_000, 'declined'],
  ],
  [
    'ceiling of the other fixed product',
    [['M2']],
    { plan: 'FCTA0001', used: '290000.00' },
    [1_000_000],
  ],
  ['ceiling: the basic product has none', [['M2', 20]], {}, [42_000_000]],
];

const tryAll = () => {
  let decide: ReturnType<typeof openImported>;
  let imported: ReturnType<typeof importFolder>;
  beforeAll(() => {
    imported = importFolder(demo);
    decide = openImported(imported);
  });

  test('becomes a pack that passes the check', () => {
    const { refused, leftOut, files, out } = imported;
    expect(refused).toEqual([]);
    expect(leftOut).toHaveLength(7);
    const { pack, problems } = checkPack(out);
    expect(problems).toEqual([]);
    expect(pack).toMatchObject({ items: { length: 338 }, plans: { length: 4 } });
    expect(parse(files['reference/members.yaml'] ?? '').members).toHaveLength(60);
  });

  test.each<[number: string, on: string, Outcome]>([
    ['172000001', '2018-12-05', 'declined'],
    ['172000001', '2018-12-06', 40_000],
    ['172000001', '2019-08-05', 40_000],
    ['172000001', '2019-08-06', 'declined'],
    // Their own dates end before their policy begins: no day is in both.
    ['070707070', '2019-03-19', 'declined'],
    ['070707070', '2019-08-20', 'declined'],
  ])('7 member %s by the dates of the tables, on %s', (number, on, expected) => {
    const [person, cover] = coverOf(imported.files['reference/members.yaml'] ?? '', number);
    const [line] = decide({ ...caseOf([['A1']], { on }), person: { ...person, cover } });
    expect(line?.outcome === 'declined' ? 'declined' : line?.insurer).toBe(expected);
  });

  test.each(claims)('%s', (rule, lines, asked, expected) => {
    const decided = decide(caseOf(lines, asked));
    const told = decided.map(({ outcome, insurer }) =>
      outcome === 'declined' || outcome === 'referred' ? outcome : insurer,
    );
    expect(told).toEqual(expected);
    const said = reasons[rule.split(' ')[0] ?? ''];
    for (const { outcome, reason } of decided)
      if (said !== undefined && outcome === 'declined') expect(said).toContain(reason);
  });
};
if (isThere) describe('the demonstration database of openIMIS', tryAll);

/** What is said here for a reason of openIMIS, as docs/importing.md has it. */
const reasons: Readonly<Record<string, readonly (string | null)[]>> = {
  2: ['condition-provider-bears'],
  3: ['benefit-not-covered'],
  4: ['item-women-only', 'item-men-only'],
  7: ['cover-not-started', 'cover-ended', 'policy-suspended'],
  10: ['setting-not-covered', 'setting-not-licensed'],
};

interface Imported {
  readonly person: {
    readonly memberNumber: string;
    readonly birth: { readonly date: string };
    readonly sex: string;
  };
  readonly membership: {
    readonly planCode: string;
    readonly policyPeriod: { readonly from: string; readonly to: string };
    readonly memberPeriod: { readonly from: string; readonly to: string };
  };
}

/** A member of the reference data as a case has them. */
function coverOf(yaml: string, number: string): readonly [object, object] {
  const { members } = parse(yaml) as { readonly members: readonly Imported[] };
  const found = members.find(({ person }) => person.memberNumber === number);
  if (found === undefined) throw new Error(`${number} is no member`);
  const { person, membership } = found;
  const { policyPeriod, memberPeriod, planCode } = membership;
  return [
    { memberNumber: number, birthDate: person.birth.date, sex: person.sex },
    { plan: planCode, ...policyPeriod, memberFrom: memberPeriod.from, memberTo: memberPeriod.to },
  ];
}

function caseOf(lines: readonly Line[], asked: Asked): object {
  const { plan = 'BCUL0001', on = '2026-06-15', until, used } = asked;
  const stay =
    until === undefined
      ? {}
      : { encounter: 'inpatient', stay: { from: on, to: until, roomClass: 'ward' } };
  return {
    person: {
      memberNumber: '070707070',
      birthDate: asked.born ?? '1980-05-01',
      sex: asked.sex ?? 'male',
      cover: { plan, from: '2026-01-01', to: '2026-12-31', ...asked.cover },
    },
    provider: asked.at ?? 'JMHOS001',
    history: {
      services:
        asked.before === undefined
          ? []
          : [{ date: asked.before, item: lines[0]?.[0], quantity: 1 }],
      supplies: [],
      prescriptions: [],
      approvals: [],
    },
    usage: used === undefined ? [] : [{ ceiling: `${plan}-MaxPolicy`, used }],
    claim: {
      date: on,
      ...stay,
      lines: lines.map(([item, quantity = 1, unitPrice]) => ({
        item,
        quantity,
        ...(unitPrice === undefined ? {} : { unitPrice }),
      })),
    },
  };
}
