import fc from 'fast-check';
import type { CoPayment } from '#domain/adjudication/contract-terms.ts';
import { countersOf } from '#domain/adjudication/counters.ts';
import { isCourse } from '#domain/adjudication/courses.ts';
import type { AdjudicationInput, CeilingUse } from '#domain/adjudication/input.ts';
import { periodAround } from '#domain/adjudication/past-services.ts';
import type { PriceRow, RulePack } from '#domain/adjudication/rule-pack.ts';
import type { TaxRule } from '#domain/adjudication/tax/tax-terms.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { known, unknown } from '#domain/facts.ts';
import { money } from '#domain/money.ts';
import {
  day,
  input,
  line,
  membership,
  now,
  priceRow,
  rulePack,
  signed,
  today,
} from './builders.ts';
import {
  ceiling,
  decree,
  deductible,
  history,
  itemRule,
  maximum,
  past,
  taxRate,
  taxRule,
} from './terms.ts';

/** Claims of a member in order, most of whose lines are paid for, under contracts with every term of money. */

const small = fc.oneof(fc.nat(30), fc.nat(3_000), fc.nat(60_000));
const amount = small.map(money);

const coPayment: fc.Arbitrary<CoPayment> = fc.record({
  amount,
  per: fc.constantFrom('line', 'visit', 'day', 'episode', 'prescription'),
});

const sharing = fc.record({
  coInsurancePercent: fc.oneof(fc.constantFrom(0, 20, 50, 100), fc.integer({ min: 0, max: 100 })),
  coInsuranceMinimum: fc.option(amount, { freq: 2 }),
  coInsuranceMaximum: fc.option(amount, { freq: 2 }),
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
        maximum({ ceilingId: 'VISIT-MOST', per: 'visit', limit: limit.visit, scope: null }),
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
    part: fc.option(fc.oneof(fc.constantFrom(1, 2), percent), { freq: 2 }),
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

/** Two medicines that come to no more than glasses cost, whose price is any. */
const panels = fc
  .record({ price: amount, excess: fc.constantFrom('provider', 'member') })
  .map(({ price, excess }) => ({
    serviceGroups: [
      { panel: 'GLASSES', parts: ['PARACETAMOL-500', 'METFORMIN-850'], excess, clause: 'art-31' },
    ],
    price: priceRow({ network: 'DAMASCUS' }, 'GLASSES', price),
  }));

/** A consultation that contains paracetamol for some days. */
const containing = itemRule({
  scope: { item: 'CONSULTATION' },
  globalPeriod: {
    before: 1,
    after: 5,
    contains: { item: 'PARACETAMOL-500' },
    same: 'provider',
    modifiers: [],
  },
});

/** The builders' contract under any terms of money. */
export const anyMoneyPack: fc.Arbitrary<RulePack> = fc
  .record({
    medicines: sharing,
    consultations: sharing,
    counters,
    prices: fc.option(prices),
    tax: fc.option(anyTax),
    panel: fc.option(panels, { freq: 2 }),
    isContaining: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
    cashStep: fc.constantFrom(1, 5, 100, 2_500),
  })
  .map(
    ({
      counters: counted,
      prices: bounds,
      tax,
      panel,
      isContaining,
      cashStep,
      ...shares
    }): RulePack => {
      const pack = rulePack();
      return {
        ...pack,
        ...counted,
        ...bounds,
        ...(panel === null ? {} : withPanel(pack, panel)),
        taxes: tax === null ? [] : [tax],
        itemRules: [
          ...(bounds?.itemRules ?? []),
          ...(tax === null ? [] : [itemRule({ scope: medicines, tax: tax.category })]),
          ...(isContaining ? [containing] : []),
        ],
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
    },
  );

const withPanel = (
  { prices: rows }: RulePack,
  {
    serviceGroups,
    price,
  }: { readonly serviceGroups: RulePack['serviceGroups']; readonly price: PriceRow },
) => ({ serviceGroups, prices: [...rows.filter(({ item }) => item !== price.item), price] });

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
    tax: fc.option(small, { freq: 2 }),
    paidByOther: fc.option(small, { freq: 2 }),
    isSigned: fc.boolean(),
  })
  .map(({ isSigned, tax, paidByOther, ...rest }) => ({
    ...rest,
    ...(paidByOther === null ? {} : { paidByOther: money(paidByOther) }),
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

/** What was claimed on other claims of the day, or the days before; mostly nothing. */
const anyHistory = fc
  .array(
    fc.record({
      itemCode: fc.constantFrom('METFORMIN-850', 'CONSULTATION'),
      on: fc.constantFrom(today, day('2026-11-17')),
      quantity: fc.constantFrom(1, 10),
      providerId: fc.constantFrom('NAFIS', 'RABWA'),
    }),
    { maxLength: 1 },
  )
  .map((services) => [history(services.map(past), 'centre')]);

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
      anyHistory,
      fc.constant(pack),
    );
  })
  .map(([lines, usage, services, pack]) => [
    input({
      services,
      lines: lines.map((changes, at) => line({ lineId: `line-${at + 1}`, ...changes })),
      usage,
    }),
    pack,
  ]);
