import { describe, expect, it } from 'vitest';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { ConditionRule } from '#domain/adjudication/conditions.ts';
import { inOtherKey, isExactIn, keyTold } from '#domain/adjudication/currency-keys.ts';
import type { AdjudicationInput, CardLimits } from '#domain/adjudication/input.ts';
import { inputOn } from '#domain/adjudication/input-in-key.ts';
import { packOn, turnMoney } from '#domain/adjudication/pack-in-key.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { known, unknown } from '#domain/facts.ts';
import { money } from '#domain/money.ts';
import { card, day, now, priceRow, rulePack, signed } from './builders.ts';
import {
  approval,
  approvals,
  asking,
  ceiling,
  claiming,
  decree,
  deductible,
  itemRule,
  maximum,
  redenominated,
  use,
  withBenefit,
} from './terms.ts';

const condition = (changes: Partial<ConditionRule>): ConditionRule => ({
  ...{ conditionId: 'ONE', scope: null, diagnosis: null, plans: null, when: 'true' },
  ...{ outcome: 'refer', bearer: 'provider', clause: 'art-23' },
  text: { ar: 'نصفه', en: 'half of it' },
  ...changes,
});

/** A contract in which every kind of amount is written, a hundred old minor units of it one new. */
const amounts: RulePack = redenominated(
  '2026-07-01',
  rulePack({
    ...withBenefit('medicines', {
      coInsuranceMinimum: money(100),
      coInsuranceMaximum: money(200),
      coPayment: { amount: money(300), per: 'visit' },
    }),
    prices: [
      priceRow({ network: 'DAMASCUS' }, 'PARACETAMOL-500', 400, '2026-01-01', '2026-06-30'),
      priceRow({ network: 'DAMASCUS' }, 'PARACETAMOL-500', 5, '2026-07-01'),
    ],
    decrees: [decree(600)],
    identity: {
      collection: [],
      insteadOfCard: [
        {
          path: 'emergency',
          encounters: null,
          scopes: null,
          age: null,
          mostPerClaim: money(700),
          isPolicyEnough: false,
          clause: 'art-3',
        },
      ],
      proofs: [
        { scope: null, plans: null, above: null, needs: 'pin', clause: 'art-3' },
        { scope: null, plans: null, above: money(750), needs: 'pin', clause: 'art-3' },
      ],
    },
    itemRules: [
      itemRule({
        approval: { isNeeded: true, above: money(800) },
        price: { discountPercent: null, percentOf: null, reference: money(900) },
      }),
    ],
    ceilings: [
      ceiling({ limit: 1_000, offlineAllowance: 1_100, basket: { number: 1, unit: money(1_200) } }),
      ceiling({ ceilingId: 'VISITS', basis: 'visits', limit: 1_300, offlineAllowance: 1_400 }),
      ceiling({ ceilingId: 'UNITS', basis: 'units', limit: 1_500 }),
    ],
    deductibles: [deductible({ limit: 1_600 })],
    outOfPocket: [maximum({ limit: 1_700 })],
    conditions: [
      condition({ when: 'false', outcome: 'decline' }),
      condition({ when: 'true', outcome: 'reduce', pays: { most: money(1_800) } }),
      condition({ when: 'true', outcome: 'reduce', pays: { percent: 50 } }),
    ],
    offline: {
      ...rulePack().offline,
      limits: {
        floor: money(1_900),
        perMember: { claims: 3, amount: money(2_000) },
        perTerminal: { claims: 4, amount: money(2_100) },
        referPerThousand: 0,
        clause: 'art-24',
      },
    },
  }),
);

/** Every leaf that differs, by its path. */
function changed(before: unknown, after: unknown, path = ''): [string, unknown, unknown][] {
  if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null)
    return Object.is(before, after) ? [] : [[path, before, after]];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) =>
    changed(Reflect.get(before, name), Reflect.get(after, name), `${path}/${name}`),
  );
}

describe('the pack', () => {
  it('turns each of its amounts, tells where it stands and in which key, and touches nothing else', () => {
    const asked: string[] = [];
    const turned = turnMoney(amounts, (amount, path, key, until) => {
      asked.push(`${amount} ${key} ${until ?? 'without end'}: ${path.join(' ')}`);
      return money(amount + 1);
    });
    expect(asked).toEqual([
      '100 SYP without end: plans 0 benefits 0',
      '200 SYP without end: plans 0 benefits 0',
      '300 SYP without end: plans 0 benefits 0 coPayment',
      '1000 SYP without end: plans 0 benefits 1',
      '5000 SYP without end: plans 0 benefits 1',
      '400 SYP 2026-06-30: prices 0',
      '5 SYN without end: prices 1',
      '600 SYP without end: decrees 0',
      '700 SYP without end: identity insteadOfCard 0 mostPerClaim',
      '750 SYP without end: identity proofs 1 above',
      '800 SYP without end: itemRules 0 approval above',
      '900 SYP without end: itemRules 0 price reference',
      '1000 SYP without end: ceilings 0 limit',
      '1100 SYP without end: ceilings 0 offlineAllowance',
      '1200 SYP without end: ceilings 0 basket',
      '1600 SYP without end: deductibles 0 limit',
      '1700 SYP without end: outOfPocket 0 limit',
      '1800 SYP without end: conditions 1 pays',
      '1900 SYP without end: offline limits floor',
      '2000 SYP without end: offline limits perMember amount',
      '2100 SYP without end: offline limits perTerminal amount',
    ]);
    const leaves = changed(amounts, turned).map(([path, from, to]) => `${path}: ${from} ${to}`);
    expect(leaves).toEqual([
      '/plans/0/benefits/0/coInsuranceMinimum: 100 101',
      '/plans/0/benefits/0/coInsuranceMaximum: 200 201',
      '/plans/0/benefits/0/coPayment/amount: 300 301',
      '/plans/0/benefits/1/coInsuranceMinimum: 1000 1001',
      '/plans/0/benefits/1/coInsuranceMaximum: 5000 5001',
      '/prices/0/unitPrice: 400 401',
      '/prices/1/unitPrice: 5 6',
      '/decrees/0/unitPrice: 600 601',
      '/offline/limits/floor: 1900 1901',
      '/offline/limits/perMember/amount: 2000 2001',
      '/offline/limits/perTerminal/amount: 2100 2101',
      '/identity/insteadOfCard/0/mostPerClaim: 700 701',
      '/identity/proofs/1/above: 750 751',
      '/itemRules/0/approval/above: 800 801',
      '/itemRules/0/price/reference: 900 901',
      '/ceilings/0/limit: 1000 1001',
      '/ceilings/0/offlineAllowance: 1100 1101',
      '/ceilings/0/basket/unit: 1200 1201',
      '/deductibles/0/limit: 1600 1601',
      '/outOfPocket/0/limit: 1700 1701',
      '/conditions/1/pays/most: 1800 1801',
    ]);
  });

  it('turns nothing where nothing is stated', () => {
    const turned = turnMoney(rulePack({ itemRules: [itemRule({})] }), (amount) =>
      money(amount + 1),
    );
    const paths = changed(rulePack({ itemRules: [itemRule({})] }), turned).map(([path]) => path);
    expect(paths.every((path) => /unitPrice|coInsurance/.test(path))).toBe(true);
  });

  it('is laid out once for each key, and stays what it is in its own', () => {
    const prepared = { facts: [], evaluate: () => true };
    const compiled = compilePack(amounts, (when) => (when === 'true' ? prepared : null));
    const later = packOn(compiled, day('2026-11-22'));
    expect(packOn(compiled, day('2026-07-01'))).toBe(later);
    expect(packOn(later, day('2026-11-22'))).toBe(later);
    expect(packOn(compiled, day('2026-06-30'))).not.toBe(later);
    expect(later.pack.ceilings[0]?.limit).toBe(10);
    expect(later.pack.prices.map(({ unitPrice }) => unitPrice)).toEqual([4, 5]);
    expect(later.pack.currency.cashStep).toBe(1);
    expect(packOn(compiled, day('2026-06-30')).pack.currency.cashStep).toBe(100);
    expect(later.conditions.map((one) => one.prepared)).toEqual([null, prepared, prepared]);
  });

  it('turns by the ratios of every key between, there and back', () => {
    const [first, second] = amounts.currencyKeys;
    if (first === undefined || second === undefined) throw new Error('no keys');
    const third = {
      ...{ ...second, key: 'SYX', since: day('2026-12-01') },
      ratio: { before: 2, after: 3 },
    };
    const three = { ...amounts, currencyKeys: [first, second, third] };
    expect(inOtherKey(three, money(400), 'SYP', 'SYX')).toBe(6);
    expect(inOtherKey(three, money(6), 'SYX', 'SYP')).toBe(400);
    expect(inOtherKey(three, money(6), 'SYX', 'SYN')).toBe(4);
    expect(inOtherKey(three, money(4), 'SYN', 'SYX')).toBe(6);
    expect(isExactIn(three, money(200), 'SYP', 'SYX')).toBe(true);
    expect(isExactIn(three, money(100), 'SYP', 'SYX')).toBe(false);
    expect(isExactIn(three, money(100), 'USD', 'SYX')).toBe(false);
  });

  it('is told beside amounts where there are several, and not where there is one', () => {
    expect(keyTold(amounts, day('2026-06-30'))).toEqual({ currency: 'SYP' });
    expect(keyTold(amounts, day('2026-07-01'))).toEqual({ currency: 'SYN' });
    expect(keyTold(rulePack(), day('2026-07-01'))).toEqual({});
  });

  it('is the same pack where it counts in one key', () => {
    const one = compilePack(rulePack());
    expect(packOn(one, day('2026-11-22'))).toBe(one);
  });
});

describe('the input', () => {
  const pack = redenominated('2026-11-22', rulePack({ ceilings: [ceiling({ limit: 100_000 })] }));
  const stated = (currency: string | undefined, changes: Partial<AdjudicationInput> = {}) =>
    claiming(
      currency === undefined ? {} : { currency },
      asking(
        { unitPrice: money(500), paidByOther: money(600), tax: money(700), consent: signed(800) },
        changes,
      ),
    );
  const lineOf = ({ claim }: AdjudicationInput) => claim.lines[0];

  it('is as it stands where the contract has one currency and nothing is stated', () => {
    const given = stated(undefined);
    expect(inputOn(given, rulePack())).toBe(given);
  });

  it.each([
    ['SYP', { unitPrice: 5, paidByOther: 6, tax: 7 }, 8],
    ['SYN', { unitPrice: 500, paidByOther: 600, tax: 700 }, 800],
  ])('reads what a line states in %s', (currency, read, upTo) => {
    const line = lineOf(inputOn(stated(currency), pack));
    expect(line).toMatchObject(read);
    expect(line?.consent?.upTo).toBe(upTo);
  });

  it.each([['USD'], [undefined]])('reads nothing of a line in %s', (currency) => {
    const read = lineOf(inputOn(stated(currency), pack));
    expect(read?.unitPrice).toBeNull();
    for (const name of ['paidByOther', 'tax', 'consent']) expect(read).not.toHaveProperty(name);
  });

  it('leaves what a line does not state unstated', () => {
    const plain = claiming({ currency: 'SYP' }, asking({ unitPrice: null }));
    expect(changed(plain, inputOn(plain, pack))).toEqual([]);
  });

  it.each<[string, string | undefined, number | null]>([
    ['turned from the key before', 'SYP', 50],
    ['as it is in its own', 'SYN', 5_000],
    ['not known in no key', undefined, null],
    ['not known in a strange one', 'USD', null],
  ])('has the use of a ceiling %s', (_, currency, value) => {
    const used = use(5_000, 5_000, currency === undefined ? {} : { currency });
    const [read] = inputOn(stated('SYN', { usage: [used] }), pack).usage ?? [];
    const total = value === null ? unknown('unverified', 'card') : known(value, 'card', now);
    const own = value === null ? unknown('unverified', 'terminal') : known(value, 'terminal', now);
    expect(read).toEqual({ ...used, totals: [total], own });
  });

  it.each(['visits', 'units'] as const)('counts %s in no key', (basis) => {
    const counting = { ...pack, ceilings: [ceiling({ basis })] };
    const used = use(5_000, null, { currency: 'SYP' });
    expect(inputOn(stated('SYN', { usage: [used] }), counting).usage).toEqual([used]);
  });

  it('keeps a use that is not known', () => {
    const used = use(null, null, { currency: 'SYP' });
    expect(inputOn(stated('SYN', { usage: [used] }), pack).usage).toEqual([used]);
  });

  it('reads what is left of an approval in the key of its first day', () => {
    const from = (on: string) => ({ period: { from: day(on), to: day('2026-12-31') } });
    const before = approval({ ...from('2026-11-21'), amount: money(300) });
    const after = approval({ ...from('2026-11-22'), amount: money(300) });
    const without = approval({ ...from('2026-11-21'), amount: null });
    const unasked = unknown('never-synced', 'centre');
    const given = [...approvals(before, after, without), unasked];
    const [read, none] = inputOn(stated('SYN', { approvals: given }), pack).approvals ?? [];
    const left = read?.known === true ? read.value.map(({ amount }) => amount) : null;
    expect(left).toEqual([3, 300, null]);
    expect(none).toEqual(unasked);
  });

  const validFrom = (from: string) => card({ validity: { from: day(from), to: null } });
  const offline = (
    limits: Partial<CardLimits> | null,
    { currency = 'SYN', held = validFrom('2026-01-01') } = {},
  ) => {
    const totals = {
      ...{ isOnline: false, currency },
      member: { claims: 1, amount: money(5_000) },
      terminal: { claims: 2, amount: money(6_000) },
      ...(limits === null ? {} : { card: { perClaim: null, amount: null, claims: 7, ...limits } }),
    };
    const given = { offline: known(totals, 'terminal' as const, now), card: held };
    const fact = inputOn(stated('SYN', given), pack).offline;
    return fact?.known === true ? fact.value : fact;
  };

  it('turns what was let through offline', () => {
    expect(offline(null, { currency: 'SYP' })).toMatchObject({
      member: { claims: 1, amount: 50 },
      terminal: { claims: 2, amount: 60 },
    });
    expect(offline(null)).not.toHaveProperty('card');
    expect(offline(null, { currency: 'USD' })).toEqual(unknown('unverified', 'terminal'));
  });

  it('reads what a card bounds in the key of its first day, and no limit as none', () => {
    const bounds = { perClaim: money(300), amount: money(400) };
    expect(offline(bounds)).toMatchObject({ card: { perClaim: 3, amount: 4, claims: 7 } });
    const held = validFrom('2026-11-22');
    expect(offline(bounds, { held })).toMatchObject({ card: { perClaim: 300, amount: 400 } });
    expect(offline({})).toMatchObject({ card: { perClaim: null, amount: null, claims: 7 } });
  });

  it.each<Partial<CardLimits>>([{ perClaim: money(300) }, { amount: money(400) }])(
    'knows nothing of offline work where a card’s %o cannot be read',
    (bounds) => {
      const held = card({ validity: null });
      expect(offline(bounds, { held })).toEqual(unknown('unverified', 'terminal'));
      expect(offline({}, { held })).toMatchObject({ card: { claims: 7 } });
    },
  );

  it('keeps what is not known of offline work', () => {
    const nothing = unknown('never-synced', 'terminal');
    expect(inputOn(stated('SYN', { offline: nothing }), pack).offline).toBe(nothing);
  });
});

describe('what no counter and no key of the contract knows', () => {
  const two = redenominated(
    '2026-07-01',
    rulePack({
      ceilings: [
        ceiling({ ceilingId: 'VISITS', basis: 'visits', limit: 9 }),
        ceiling({ ceilingId: 'MONEY', limit: 900 }),
      ],
    }),
  );

  it.each([
    ['VISITS', 700],
    ['MONEY', 7],
    ['NO-SUCH', 7],
  ])('is turned as money unless it is a count: %s', (ceilingId, turned) => {
    const usage = [use(700, null, { ceilingId, currency: 'SYP' })];
    expect(inputOn(asking({}, { usage }), two).usage?.[0]?.totals).toEqual([
      known(turned, 'card', now),
    ]);
  });

  it('is not read where the contract has one key and another is stated', () => {
    const stated = claiming({ currency: 'USD' }, asking({ unitPrice: money(5) }));
    expect(inputOn(stated, rulePack()).claim.lines[0]?.unitPrice).toBeNull();
  });
});
