import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { PriceRow } from '#domain/adjudication/rule-pack.ts';
import { addDays, isWithin } from '#domain/dates.ts';
import { moment, now, priceRow, rulePack, today } from './builders.ts';
import { condition } from './cases/sums/sum.ts';
import { withDiagnosisRules } from './terms.ts';

const network = { network: 'DAMASCUS' };
const own = { provider: 'NAFIS' };
const tier = { tier: 'CENTRE' };
/** The pack whose pharmacy is of a tier. */
const tiered = (prices: readonly PriceRow[]) =>
  compilePack(
    rulePack({
      prices,
      providers: rulePack().providers.map((one) =>
        one.providerId === 'NAFIS' ? { ...one, tier: 'CENTRE' } : one,
      ),
    }),
  );

const priceOn = (prices: readonly PriceRow[], on = today) =>
  compilePack(rulePack({ prices })).price('NAFIS', 'X', on, now)?.unitPrice ?? null;

describe('a price', () => {
  it.each([
    ['the network’s, where the provider has none', [priceRow(network, 'X', 5)], 5],
    [
      'the provider’s own before its network’s',
      [priceRow(own, 'X', 4), priceRow(network, 'X', 5)],
      4,
    ],
    [
      'the network’s once the provider’s own has run out',
      [priceRow(own, 'X', 4, '2026-01-01', '2026-11-21'), priceRow(network, 'X', 5)],
      5,
    ],
    ['none before its first day', [priceRow(network, 'X', 5, '2026-11-23')], null],
    ['in force on its first day', [priceRow(network, 'X', 5, '2026-11-22')], 5],
    ['in force on its last day', [priceRow(network, 'X', 5, '2026-01-01', '2026-11-22')], 5],
    ['none after its last day', [priceRow(network, 'X', 5, '2026-01-01', '2026-11-21')], null],
    ['none of another network', [priceRow({ network: 'ALEPPO' }, 'X', 5)], null],
    ['none of another provider', [priceRow({ provider: 'RABWA' }, 'X', 5)], null],
  ] as const)('is %s', (_, prices, expected) => {
    expect(priceOn(prices)).toBe(expected);
  });

  it.each([
    ['its tier’s before its network’s', [priceRow(tier, 'X', 4), priceRow(network, 'X', 5)], 4, 5],
    [
      'its own before its tier’s',
      [priceRow(tier, 'X', 4), priceRow(own, 'X', 3), priceRow(network, 'X', 5)],
      3,
      5,
    ],
    [
      'its network’s once its tier’s has run out',
      [priceRow(tier, 'X', 4, '2026-01-01', '2026-11-21'), priceRow(network, 'X', 5)],
      5,
      5,
    ],
    [
      'its tier’s on the last day of that',
      [priceRow(tier, 'X', 4, '2026-01-01', '2026-11-22'), priceRow(network, 'X', 5)],
      4,
      5,
    ],
    ['its tier’s alone', [priceRow(tier, 'X', 4)], 4, null],
    [
      'its network’s where another tier has one',
      [priceRow({ tier: 'EDGE' }, 'X', 4), priceRow(network, 'X', 5)],
      5,
      5,
    ],
  ] as const)('of a provider of a tier is %s, and another’s is not', (_, prices, its, others) => {
    const pack = tiered(prices);
    expect(pack.price('NAFIS', 'X', today, now)?.unitPrice ?? null).toBe(its);
    expect(pack.price('RABWA', 'X', today, now)?.unitPrice ?? null).toBe(others);
  });

  describe('that changes within its first day', () => {
    const change = moment('2026-11-22T09:30:00.000Z');
    const before = priceRow(network, 'X', 5, '2026-01-01', '2026-11-22');
    const after = { ...priceRow(network, 'X', 6, '2026-11-22'), at: change };
    const later = {
      ...priceRow(network, 'X', 7, '2026-11-22'),
      at: moment('2026-11-22T12:00:00.000Z'),
    };
    const until = (row: PriceRow): PriceRow => ({ ...row, period: { from: today, to: today } });
    const at = (prices: readonly PriceRow[], orderedAt: string, on = today) =>
      compilePack(rulePack({ prices })).price('NAFIS', 'X', on, moment(orderedAt))?.unitPrice ??
      null;

    it.each([
      ['2026-11-22T09:29:59.999Z', 5],
      ['2026-11-22T09:30:00.000Z', 6],
      ['2026-11-22T09:30:00.001Z', 6],
      ['2026-11-22T12:00:00.000Z', 7],
      // Of a service of that day that was ordered the day before, or entered the day after.
      ['2026-11-21T23:00:00.000Z', 5],
      ['2026-11-23T08:00:00.000Z', 7],
    ])(
      'is of what is ordered at %s the %i, in whatever order its rows come',
      (orderedAt, price) => {
        const rows = [before, until(after), later];
        expect(at(rows, orderedAt)).toBe(price);
        expect(at(rows.toReversed(), orderedAt)).toBe(price);
        expect(at([later, before, until(after)], orderedAt)).toBe(price);
      },
    );

    it('comes after one that begins with the same day, in whatever order they come', () => {
      const rows = [priceRow(network, 'X', 5, '2026-11-22', '2026-11-22'), after];
      for (const list of [rows, rows.toReversed()]) {
        expect(at(list, '2026-11-22T09:29:59.999Z')).toBe(5);
        expect(at(list, '2026-11-22T09:30:00.000Z')).toBe(6);
      }
    });

    it('is of another day that day’s, whenever it was ordered', () => {
      const rows = [before, after];
      expect(at(rows, '2026-11-22T10:00:00.000Z', addDays(today, -1))).toBe(5);
      expect(at(rows, '2026-11-22T08:00:00.000Z', addDays(today, 1))).toBe(6);
    });

    it('is before that moment the network’s, where the provider’s own begins within the day', () => {
      const rows = [priceRow(network, 'X', 5), { ...priceRow(own, 'X', 4, today), at: change }];
      expect(at(rows, '2026-11-22T09:00:00.000Z')).toBe(5);
      expect(at(rows, '2026-11-22T10:00:00.000Z')).toBe(4);
    });

    it('is a decree’s too', () => {
      const decrees = [
        { item: 'X', period: before.period, unitPrice: before.unitPrice },
        { item: 'X', period: after.period, unitPrice: after.unitPrice, at: change },
      ];
      const pack = compilePack(rulePack({ decrees }));
      const decree = (orderedAt: string) => pack.decree('X', today, moment(orderedAt))?.unitPrice;
      expect(decree('2026-11-22T09:29:59.999Z')).toBe(5);
      expect(decree('2026-11-22T09:30:00.000Z')).toBe(6);
    });
  });

  it('is the same as reading the whole list, in whatever order its rows come', () => {
    const row = fc
      .record({
        own: fc.boolean(),
        start: fc.integer({ min: -20, max: 20 }),
        length: fc.option(fc.integer({ min: 0, max: 10 })),
      })
      .map(({ own: isOwn, start, length }): PriceRow => {
        const from = addDays(today, start);
        return {
          ...priceRow(isOwn ? own : network, 'X', start + 100),
          period: { from, to: length === null ? null : addDays(from, length) },
        };
      });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 12 }),
        fc.integer({ min: -25, max: 25 }),
        (rows, at) => {
          const on = addDays(today, at);
          const latest = (isOwn: boolean) =>
            rows
              .filter(({ scope, period }) => 'provider' in scope === isOwn && isWithin(on, period))
              .map(({ unitPrice }) => unitPrice)
              .sort((a, b) => b - a)[0];
          expect(priceOn(rows, on)).toBe(latest(true) ?? latest(false) ?? null);
        },
      ),
    );
  });
});

describe('a compiled pack', () => {
  const pack = compilePack(rulePack());

  it('answers null for what it does not know', () => {
    expect(pack.plan('X')).toBeNull();
    expect(pack.benefitRule('SILVER', 'optical')).toBeNull();
    expect(pack.benefitRule('X', 'medicines')).toBeNull();
    expect(pack.benefitName('X')).toBeNull();
    expect(pack.exclusion('SILVER', 'FILLING')).toBeNull();
    expect(pack.exclusion('X', 'WHITENING')).toBeNull();
    expect(pack.provider('X')).toBeNull();
    expect(pack.item('X')).toBeNull();
    expect(pack.price('X', 'CONSULTATION', today, now)).toBeNull();
  });

  it('reads no condition by itself', () => {
    const conditions = condition({ when: 'true' }).conditions ?? [];
    const [read] = compilePack(rulePack({ conditions })).conditions;
    expect(read).toEqual({ rule: conditions[0], prepared: null });
  });

  it('knows of what its rules of diagnoses speak, though not all of them do', () => {
    const speaking = compilePack(withDiagnosisRules({ sex: 'female' }, { isCovered: true }));
    expect(speaking.hasDiagnosisTerms('sex')).toBe(true);
    expect(speaking.hasDiagnosisTerms('isCovered')).toBe(true);
    expect(speaking.hasDiagnosisTerms('age')).toBe(false);
  });

  it('finds what it knows', () => {
    expect(pack.plan('SILVER')?.name.en).toBe('Silver');
    expect(pack.benefitRule('SILVER', 'dental')?.covered).toBe(false);
    expect(pack.benefitName('dental')?.en).toBe('dental care');
    expect(pack.exclusion('SILVER', 'WHITENING')).toEqual({ clause: 'art-11' });
    expect(pack.provider('RABWA')?.network).toBe('DAMASCUS');
    expect(pack.item('FILLING')?.cardCode).toBe(7);
  });
});
