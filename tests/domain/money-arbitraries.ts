import fc from 'fast-check';
import type { CoPayment, ItemRule } from '#domain/adjudication/contract-terms.ts';
import { countersOf } from '#domain/adjudication/counters.ts';
import { isCourse } from '#domain/adjudication/courses.ts';
import type { AdjudicationInput, CeilingUse } from '#domain/adjudication/input.ts';
import { periodAround } from '#domain/adjudication/past-services.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { TaxRule } from '#domain/adjudication/tax/tax-terms.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { known, unknown } from '#domain/facts.ts';
import { money } from '#domain/money.ts';
import { input, line, membership, now, rulePack, signed, today } from './builders.ts';
import { ceiling, decree, deductible, itemRule, maximum, taxRate, taxRule } from './terms.ts';

/** Claims of a member in order, most of whose lines are paid for, under contracts with every term of money. */

const small = fc.oneof(fc.nat(30), fc.nat(3_000), fc.nat(60_000));
const amount = small.map(money);

const coPayment: fc.Arbitrary<CoPayment> = fc.record({
  amount,
  per: fc.constantFrom('line', 'visit', 'day', 'episode', 'prescription'),
});

const sharing = fc.record({
  coInsurancePercent: fc.oneof(fc.constantFrom(0, 20, 50, 100), fc.integer({ min: 0, max: 100 })),
  coInsuranceMinimum: fc.option(amount, { freq: 1 }),
  coInsuranceMaximum: fc.option(amount, { freq: 1 }),
  coPayment: fc.option(coPayment),
});

const medicines = { benefit: 'medicines' } as const;
const allowance = fc.option(small);

const counters = fc
  .record({
    net: small,
    gross: small,
    perLine: small,
    visit: small,
    year: small,
    family: small,
    most: small,
    familyMost: small,
    offlineAllowance: allowance,
  })
  .chain(({ offlineAllowance, ...limit }) =>
    fc.record({
      ceilings: fc.subarray([
        ceiling({ limit: limit.net * 3, offlineAllowance }),
        ceiling({ ceilingId: 'GROSS', limit: limit.gross * 3, basis: 'gross', scope: null }),
        ceiling({ ceilingId: 'LINE', limit: limit.perLine, per: 'line', scope: null }),
      ]),
      deductibles: fc.subarray([
        deductible({ limit: limit.year, offlineAllowance, scope: medicines }),
        deductible({ ceilingId: 'FAMILY', of: 'family', limit: limit.family, scope: null }),
        deductible({ ceilingId: 'PER-VISIT', per: 'visit', limit: limit.visit, scope: null }),
      ]),
      outOfPocket: fc.subarray([
        maximum({ limit: limit.most, scope: null, offlineAllowance }),
        maximum({ ceilingId: 'FAMILY-MOST', of: 'family', limit: limit.familyMost, scope: null }),
      ]),
    }),
  );

const percent = fc.integer({ min: 1, max: 100 });

const anyTax: fc.Arbitrary<TaxRule> = fc
  .record({
    isInPrices: fc.boolean(),
    bearer: fc.constantFrom('insurer', 'member', 'provider', 'shared'),
    isWithPrice: fc.boolean(),
    isCounted: fc.boolean(),
    rate: fc.oneof(fc.constantFrom(0, 500, 1_000, 10_000), fc.integer({ min: 1, max: 2_500 })),
  })
  .map(({ isWithPrice, rate, ...rest }) =>
    taxRule({
      ...rest,
      isSharedWithPrice: rest.bearer === 'shared' && isWithPrice,
      rates: [taxRate(rate)],
    }),
  );

const prices = fc
  .record({
    discountPercent: fc.option(percent),
    part: fc.option(percent, { freq: 1 }),
    reference: fc.option(fc.nat(1_200).map(money)),
    decreed: fc.option(fc.nat(1_200)),
  })
  .map(({ part, decreed, ...price }) => ({
    itemRules: [
      itemRule({
        scope: medicines,
        price: {
          ...price,
          percentOf: part === null ? null : { item: 'CONSULTATION', percent: part },
        },
      }),
    ],
    decrees: decreed === null ? [] : [decree(decreed)],
  }));

/** The builders' contract under any terms of money. */
export const anyMoneyPack: fc.Arbitrary<RulePack> = fc
  .record({
    medicines: sharing,
    consultations: sharing,
    counters,
    prices: fc.option(prices),
    tax: fc.option(anyTax),
    cashStep: fc.constantFrom(1, 5, 100, 2_500),
  })
  .map(({ counters: counted, prices: bounds, tax, cashStep, ...shares }): RulePack => {
    const pack = rulePack();
    return {
      ...pack,
      ...counted,
      ...bounds,
      ...(tax === null ? {} : withTax(tax, bounds?.itemRules)),
      currency: { ...pack.currency, cashStep },
      plans: pack.plans.map((plan) => ({
        ...plan,
        benefits: plan.benefits.map((rule) => {
          const own = rule.benefit === 'consultations' ? shares.consultations : shares.medicines;
          const { coPayment: fixed, ...share } = own;
          return { ...rule, ...share, ...(fixed === null ? {} : { coPayment: fixed }) };
        }),
      })),
    };
  });

/** On medicines; a rule that speaks of their prices names it too. */
const withTax = (tax: TaxRule, itemRules: readonly ItemRule[] = []) => ({
  taxes: [tax],
  itemRules: [...itemRules, itemRule({ scope: medicines, tax: tax.category })],
});

const anyLine: fc.Arbitrary<Partial<ClaimLine>> = fc
  .record({
    itemCode: fc.constantFrom(
      'PARACETAMOL-500',
      'PARACETAMOL-500',
      'CONSULTATION',
      'METFORMIN-850',
    ),
    quantity: fc.integer({ min: 1, max: 60 }),
    unitPrice: fc.option(fc.oneof(fc.nat(300), fc.nat(30_000)).map(money)),
    tax: fc.option(small, { freq: 1 }),
    isSigned: fc.boolean(),
  })
  .map(({ isSigned, tax, ...rest }) => ({
    ...rest,
    ...(tax === null ? {} : { tax: money(tax) }),
    ...(isSigned ? { consent: signed() } : {}),
  }));

/** What is known of each counter's use; mostly, the centre knows it. */
const anyUseOf = (ceilingId: string, period: CeilingUse['period']): fc.Arbitrary<CeilingUse> =>
  fc
    .record({
      total: fc.option(small, { freq: 6 }),
      own: fc.option(small, { freq: 6 }),
    })
    .map(({ total, own }) => ({
      ceilingId,
      period,
      totals: [
        total === null ? unknown('not-present', 'card') : known(total, 'centre' as const, now),
      ],
      own: own === null ? unknown('not-present', 'terminal') : known(own, 'terminal' as const, now),
    }));

/** A claim with its contract. */
export const anyMoneyClaim: fc.Arbitrary<readonly [AdjudicationInput, RulePack]> = anyMoneyPack
  .chain((pack) => {
    const uses = countersOf(pack).flatMap(({ ceilingId, per }) => {
      const period =
        per === 'line' || isCourse(per) ? 'claim' : periodAround(per, today, membership());
      return period === 'claim' ? [] : [anyUseOf(ceilingId, period)];
    });
    return fc.tuple(
      fc.array(anyLine, { minLength: 1, maxLength: 4 }),
      fc.tuple(...uses),
      fc.constant(pack),
    );
  })
  .map(([lines, usage, pack]) => [
    input({
      lines: lines.map((changes, at) => line({ lineId: `line-${at + 1}`, ...changes })),
      usage,
    }),
    pack,
  ]);
