import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { demoPackFolder } from '#fixtures/demo-insurer/demo-insurer.ts';
import { readPackSource } from '#packs/read-pack-source.ts';
import { parseRulePack } from '#packs/rule-pack-schema.ts';

const demoPack = ((): RulePack => {
  const read = readPackSource(demoPackFolder);
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
})();

test.each<[string, object, RegExp, RegExp]>([
  [
    'money that is not whole',
    { currency: { ...demoPack.currency, cashStep: 0.5 } },
    /^currency\.cashStep$/,
    /int/,
  ],
  ['a missing collection', { plans: undefined }, /^plans$/, /^missing: write it$/],
  [
    'a plan that is there twice',
    { plans: [...demoPack.plans, demoPack.plans[0]] },
    /^plans\[3\]\.code$/,
    /is there twice/,
  ],
  [
    'prices that were cut off',
    { prices: demoPack.prices.slice(1) },
    /^items\[0\]$/,
    /has no price in network "A"/,
  ],
  [
    'a price in no network',
    { prices: demoPack.prices.map((row) => ({ ...row, scope: {} })) },
    /^prices\[0\]\.scope$/,
    /./,
  ],
])('refuses %s and says where', (_what, change, where, why) => {
  expect(parseRulePack({ ...demoPack, ...change })).toMatchObject({
    ok: false,
    failure: {
      code: 'reference-malformed',
      file: 'rule pack',
      where: expect.stringMatching(where),
      why: expect.stringMatching(why),
    },
  });
});

test('accepts a mode for a check that only a later program knows', () => {
  const pack = { ...demoPack, modes: { 'check-of-the-future': 'observe' } };
  expect(parseRulePack(pack)).toEqual({ ok: true, value: pack });
});

test('answers any JSON with a failure, never with an exception', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(parseRulePack(value).ok).toBe(false);
    }),
  );
});
