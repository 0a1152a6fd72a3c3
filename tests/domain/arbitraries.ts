import fc from 'fast-check';
import type {
  AdjudicationInput,
  CardEvidence,
  CardProof,
  HotlistEntry,
} from '#domain/adjudication/input.ts';
import type { CheckMode, RulePack } from '#domain/adjudication/rule-pack.ts';
import type { ClaimLine } from '#domain/claims.ts';
import { addDays, type CalendarDate, type Instant } from '#domain/dates.ts';
import { type Fact, known, type Source, unknown } from '#domain/facts.ts';
import type { Supply } from '#domain/history.ts';
import { money } from '#domain/money.ts';
import { card, input, membership, now, rulePack, today } from './builders.ts';

/** Anything that may reach the engine, sound or not, around the builders' day. */

const near = fc.integer({ min: -60, max: 60 });
const dayNear: fc.Arbitrary<CalendarDate> = near.map((days) => addDays(today, days));

const momentNear: fc.Arbitrary<Instant> = fc
  .tuple(fc.integer({ min: -40, max: 2 }), fc.integer({ min: 0, max: 23 }))
  .map(
    ([days, hour]) =>
      `${addDays(today, days)}T${String(hour).padStart(2, '0')}:00:00.000Z` as Instant,
  );

const periodNear = fc
  .record({ from: dayNear, length: fc.option(fc.integer({ min: 0, max: 90 })) })
  .map(({ from, length }) => ({ from, to: length === null ? null : addDays(from, length) }));

const factOf = <T>(value: fc.Arbitrary<T>, source: Source): fc.Arbitrary<Fact<T>> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.tuple(value, momentNear).map(([v, at]) => known(v, source, at)) },
    { weight: 18, arbitrary: value.map((v) => known(v, source, now)) },
    { weight: 1, arbitrary: fc.constant(unknown('unreadable', source)) },
  );

const supplyNear: fc.Arbitrary<Supply> = fc.record({
  repeatCode: fc.constantFrom(101, 102),
  endsOn: dayNear,
  days: fc.integer({ min: 0, max: 90 }),
  quantity: fc.constant(null),
  providerId: fc.constantFrom(null, 'RABWA', 'NOBODY'),
});

const itemCodes = [...rulePack().items.map(({ code }) => code), 'NO-SUCH-CODE'];

const anyLine: fc.Arbitrary<ClaimLine> = fc.record({
  lineId: fc.uuid(),
  itemCode: fc.constantFrom(...itemCodes),
  quantity: fc.integer({ min: 1, max: 500 }),
  daysSupply: fc.option(fc.integer({ min: 1, max: 90 })),
  unitPrice: fc.option(fc.nat(100_000).map(money)),
});

export const anyLines: fc.Arbitrary<readonly ClaimLine[]> = fc.uniqueArray(anyLine, {
  selector: ({ lineId }) => lineId,
  maxLength: 6,
});

const mostly = <T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 14, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });

export const anyInput: fc.Arbitrary<AdjudicationInput> = fc
  .record({
    lines: anyLines,
    holder: mostly('confirmed' as const, fc.constantFrom('not-yet' as const, 'refused' as const)),
    card: mostly<CardEvidence>(
      card(),
      fc.record({
        proof: fc.constantFrom<CardProof>(
          'genuine',
          'copy-suspected',
          'forged',
          'unauthenticated',
          'none',
        ),
        cardNumber: fc.constant('99104471'),
        validity: fc.option(periodNear),
      }),
    ),
    membership: factOf(
      mostly(
        membership(),
        fc
          .record({
            policyStatus: fc.constantFrom('active' as const, 'suspended' as const),
            policyPeriod: periodNear,
            memberPeriod: periodNear,
            planCode: fc.constantFrom('SILVER', 'PLATINUM'),
          })
          .map(membership),
      ),
      'centre',
    ),
    hotlist: factOf(
      mostly<HotlistEntry | null>(
        null,
        fc.record({
          cardNumber: fc.constant('99104471'),
          since: momentNear,
          why: fc.constantFrom('lost' as const, 'replaced' as const, 'fraud' as const),
        }),
      ),
      'centre',
    ),
    supplies: fc.array(factOf(fc.array(supplyNear, { maxLength: 3 }), 'card'), {
      minLength: 0,
      maxLength: 3,
    }),
  })
  .map(input);

const anyMode = fc.constantFrom<CheckMode>('observe', 'warn', 'enforce');

/** The builders' pack under any terms of sharing and any modes. */
export const anyPack: fc.Arbitrary<RulePack> = fc
  .record({
    percent: fc.integer({ min: 0, max: 100 }),
    minimum: fc.option(fc.nat(10_000).map(money)),
    maximum: fc.option(fc.nat(10_000).map(money)),
    repeat: fc.record(
      {
        thresholdPercent: fc.integer({ min: 0, max: 100 }),
        carriedDaysMost: fc.integer({ min: 1, max: 60 }),
      },
      { requiredKeys: ['thresholdPercent'] },
    ),
    cashStep: fc.constantFrom(1, 5, 100, 2_500),
    modes: mostly(
      {},
      fc.dictionary(fc.constantFrom('identity', 'cover', 'price', 'repeat-window'), anyMode),
    ),
  })
  .map(({ percent, minimum, maximum, repeat, cashStep, modes }) => {
    const pack = rulePack();
    return {
      ...pack,
      modes,
      repeat: { ...pack.repeat, ...repeat },
      currency: { ...pack.currency, cashStep },
      plans: pack.plans.map((plan) => ({
        ...plan,
        benefits: plan.benefits.map((rule) => ({
          ...rule,
          coInsurancePercent: percent,
          coInsuranceMinimum: minimum,
          coInsuranceMaximum: maximum,
        })),
      })),
    };
  });
