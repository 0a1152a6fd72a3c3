import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkPack } from '#packs/check/check-pack.ts';
import { topicSchemas } from '#packs/source-schema.ts';
import { importTables, openImported, removeImports, set } from './openimis-pack.ts';
import type { Tables } from './openimis-tables.ts';

/** openIMIS states waiting (its reason 17) and number (16) of adults and of children, who are under 18. */

afterAll(removeImports);

const terms: readonly (readonly [code: string, terms: Readonly<Record<string, string>>])[] = [
  ['SHARE', { WaitingPeriodAdult: '6', WaitingPeriodChild: '3' }],
  ['WOMEN', { WaitingPeriodAdult: '', WaitingPeriodChild: '1' }],
  ['MEN', { WaitingPeriodAdult: '2', WaitingPeriodChild: '0' }],
  ['TWICE', { LimitNoAdult: '3', LimitNoChild: '2' }],
  ['ADULT', { LimitNoAdult: '0', LimitNoChild: '2' }],
  ['CHILD', { LimitNoAdult: '2', LimitNoChild: '0' }],
  ['STAY', { LimitNoAdult: '', LimitNoChild: '1' }],
  ['OFTEN', { LimitNoAdult: '1', LimitNoChild: '' }],
];

const imported = importTables((tables: Tables) => {
  for (const [code, changed] of terms) {
    const id = tables.services?.find(({ ServCode }) => ServCode === code)?.ServiceID ?? '';
    set(
      tables,
      'product-services',
      { LimitNoAdult: '', LimitNoChild: '', ...changed },
      { ServiceID: id },
    );
    set(
      tables,
      'services',
      { ServPatCat: '15', ServCareType: 'B', ServFrequency: '0' },
      { ServCode: code },
    );
  }
});
const decideCase = openImported(imported);
const { conditions: importedConditions } = topicSchemas.conditions.parse(
  parse(imported.files['conditions.yaml'] ?? ''),
);

const born = { adult: '1980-05-01', child: '2015-05-01' } as const;

interface Asked {
  readonly since?: string;
  readonly used?: number | null;
  readonly quantity?: number;
  readonly on?: string;
}

function decide(code: string, birthDate: string, asked: Asked) {
  const { since = '2026-01-01', used = 0, quantity = 1, on = '2026-11-22' } = asked;
  const [line] = decideCase({
    person: {
      memberNumber: '1',
      birthDate,
      sex: 'male',
      cover: { plan: 'BASIC', from: '2026-01-01', to: '2026-12-31', memberFrom: since },
    },
    provider: 'HOS',
    history: {
      services: used === 0 ? [] : [{ date: '2026-02-01', item: code, quantity: used }],
      supplies: [],
      prescriptions: [],
      approvals: [],
    },
    usage: [{ ceiling: 'BASIC-MaxPolicy', used: '0.00' }],
    claim: { date: on, lines: [{ item: code, quantity }] },
  });
  return line;
}

test('passes the check', () => {
  expect(imported.refused).toEqual([]);
  expect(checkPack(imported.out).problems).toEqual([]);
});

test.each<[string, keyof typeof born, string, string]>([
  ['SHARE', 'adult', '2026-05-22', 'approved'],
  ['SHARE', 'adult', '2026-05-23', 'declined'],
  ['SHARE', 'child', '2026-08-22', 'approved'],
  ['SHARE', 'child', '2026-08-23', 'declined'],
  ['WOMEN', 'adult', '2026-11-22', 'approved'],
  ['WOMEN', 'child', '2026-10-22', 'approved'],
  ['WOMEN', 'child', '2026-10-23', 'declined'],
  ['MEN', 'adult', '2026-09-22', 'approved'],
  ['MEN', 'adult', '2026-09-23', 'declined'],
  ['MEN', 'child', '2026-11-22', 'approved'],
])('%s of an %s insured since %s is %s', (code, who, since, outcome) => {
  expect(decide(code, born[who], { since })?.outcome).toBe(outcome);
});

test('the months are said in both languages', () => {
  const months = importedConditions.filter(({ id }) => /waiting/.test(id)).map(({ text }) => text);
  expect(months).toContainEqual({
    ar: 'يُدفع للأطفال حين تبلغ مدّة التغطية بالأشهر 1',
    en: 'it is paid for children after 1 month of cover',
  });
  expect(months).toContainEqual({
    ar: 'يُدفع للبالغين حين تبلغ مدّة التغطية بالأشهر 6',
    en: 'it is paid for adults after 6 months of cover',
  });
});

test('an age that leaves open which waiting holds refers', () => {
  const asked = { since: '2026-07-22' };
  expect(decide('SHARE', '2008', asked)).toMatchObject({ reason: 'condition-fact-unknown' });
  expect(decide('SHARE', '2008-11-22', asked)?.outcome).toBe('declined');
  expect(decide('SHARE', '2008-11-23', asked)?.outcome).toBe('approved');
});

describe('a number a policy year', () => {
  test.each<[string, keyof typeof born, number | null, number, string]>([
    ['TWICE', 'adult', 2, 1, 'approved'],
    ['TWICE', 'adult', 2, 2, 'reduced'],
    ['TWICE', 'adult', 3, 1, 'declined'],
    ['TWICE', 'child', 1, 1, 'approved'],
    ['TWICE', 'child', 1, 2, 'referred'],
    ['TWICE', 'child', 2, 1, 'declined'],
    ['TWICE', 'child', null, 1, 'referred'],
    ['ADULT', 'adult', 0, 1, 'declined'],
    ['ADULT', 'child', 1, 1, 'approved'],
    ['ADULT', 'child', 2, 1, 'declined'],
    ['CHILD', 'child', 0, 1, 'declined'],
    ['CHILD', 'adult', 1, 1, 'approved'],
    ['CHILD', 'adult', 2, 1, 'declined'],
    ['STAY', 'adult', 9, 5, 'approved'],
    ['STAY', 'child', 0, 1, 'approved'],
    ['STAY', 'child', 1, 1, 'declined'],
    ['OFTEN', 'child', 9, 5, 'approved'],
    ['OFTEN', 'adult', 0, 1, 'approved'],
    ['OFTEN', 'adult', 0, 2, 'referred'],
    ['OFTEN', 'adult', 1, 1, 'declined'],
  ])('%s of an %s after %s, asked for %i, is %s', (code, who, used, quantity, outcome) => {
    expect(decide(code, born[who], { used, quantity })?.outcome).toBe(outcome);
  });
});
