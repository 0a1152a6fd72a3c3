import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { Ceiling } from '#domain/adjudication/counter-terms.ts';
import { inOtherKey, isExactIn, keyOn } from '#domain/adjudication/currency-keys.ts';
import { listOwnUse } from '#domain/adjudication/own-use.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { type Money, money } from '#domain/money.ts';
import { day, membership, rulePack } from './builders.ts';
import { asking, ceiling, claiming, redenominated, use } from './terms.ts';

const pack = redenominated('2026-11-22', rulePack({ ceilings: [ceiling({ limit: 100_000 })] }));
const compiled = compilePack(pack);

/** Thirty tablets at a pound, which are thirty new minor units. */
const decide = (
  currency: string,
  changes: Partial<ClaimLine> = {},
  used: number | null = 0,
  usedIn: string | null = currency,
) => {
  const usage = [use(used, null, usedIn === null ? {} : { currency: usedIn })];
  const [line] = adjudicate(claiming({ currency }, asking(changes, { usage })), compiled).lines;
  if (line === undefined) throw new Error('no line');
  return line;
};

describe('a key', () => {
  it.each([
    ['2026-11-21', 'SYP'],
    ['2026-11-22', 'SYN'],
    ['2027-01-01', 'SYN'],
  ])('holds by the service date: %s', (on, key) => {
    expect(keyOn(pack, day(on))).toBe(key);
  });

  it.each<[number, string, string, number | null, boolean]>([
    [100, 'SYP', 'SYN', 1, true],
    [149, 'SYP', 'SYN', 1, false],
    [150, 'SYP', 'SYN', 2, false],
    [151, 'SYP', 'SYN', 2, false],
    [1, 'SYN', 'SYP', 100, true],
    [7, 'SYN', 'SYN', 7, true],
    [7, 'USD', 'SYN', null, false],
    [7, 'SYP', 'USD', null, false],
  ])('turns %i %s into %s half up: %s', (amount, from, to, turned, isExact) => {
    expect(inOtherKey(pack, money(amount) as Money, from, to)).toBe(turned);
    if (from !== to) expect(isExactIn(pack, money(amount), from, to)).toBe(isExact);
  });
});

describe('a claim from the day of a redenomination on', () => {
  it('counts in the new key, whichever its prices are stated in', () => {
    const stated = decide('SYN', { unitPrice: money(1) });
    expect(stated.amounts).toMatchObject({ claimed: 30, insurer: 24, memberShare: 6 });
    expect(decide('SYP', { unitPrice: money(100) }).amounts).toEqual(stated.amounts);
  });

  it('says no key where the contract counts in one', () => {
    const decision = adjudicate(asking(), compilePack(rulePack()));
    expect(decision.currency).toEqual({ code: 'SYP', exponent: 2 });
  });

  it('says which key it counts in', () => {
    const decision = adjudicate(claiming({ currency: 'SYP' }), compiled);
    expect(decision.currency).toEqual({ code: 'SYP', exponent: 2, key: 'SYN' });
  });

  it('does not read a price in a currency that the contract does not know', () => {
    const line = decide('USD', { unitPrice: money(5) });
    expect(line.outcome).toBe('referred');
    expect(line.amounts.claimed).toBe(30);
  });

  it.each([
    ['what was used in the old key', 97_600, 'SYP', 24, 'approved'],
    ['one old minor unit more, which rounds away', 97_601, 'SYP', 24, 'approved'],
    ['half a new one more', 97_650, 'SYP', 23, 'reduced'],
    ['what was used in the new key', 976, 'SYN', 24, 'approved'],
    ['one new one more', 977, 'SYN', 23, 'reduced'],
  ])('holds a ceiling by %s', (_, used, usedIn, insurer, outcome) => {
    const line = decide('SYN', {}, used, usedIn);
    expect(line.outcome).toBe(outcome);
    expect(line.amounts.insurer).toBe(insurer);
  });

  it('refers where nobody says in which key the use was counted', () => {
    expect(decide('SYN', {}, 0, null).findings[0]?.reason).toBe('ceiling-use-unknown');
  });
});

it.each<[Ceiling['basis'], number, number]>([
  ['net', 4_800, 48],
  ['units', 60, 60],
  ['visits', 2, 2],
])(
  'counts one’s own claims of both keys together, money in the key of the day: %s',
  (basis, old, now) => {
    const before = claiming({ serviceDate: day('2026-11-21') }, asking({}, { usage: [use(0)] }));
    const after = claiming(
      { currency: 'SYN' },
      asking({}, { usage: [use(0, null, { currency: 'SYN' })] }),
    );
    const claims = [before, after].map((input) => ({
      input,
      decision: adjudicate(input, compiled),
    }));
    expect(claims.map(({ decision }) => decision.totals.insurer)).toEqual([2_400, 24]);
    const counting = compilePack({ ...pack, ceilings: [ceiling({ basis })] });
    const used = (on: string) => listOwnUse(counting, claims, membership(), day(on))[0]?.used;
    expect([used('2026-11-21'), used('2026-11-22')]).toEqual([old, now]);
  },
);
