import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import type { Period } from '#domain/dates.ts';
import { type Contradiction, when } from './contradiction.ts';
import { findCurrencyTroubles } from './currency-source.ts';
import { findBasketTroubles } from './find-basket-troubles.ts';
import { findCourseTroubles } from './find-course-troubles.ts';
import { findDangling } from './find-dangling.ts';
import { findDuplicates } from './find-duplicates.ts';
import { findPriceTroubles } from './find-price-troubles.ts';
import type { Path } from './problem.ts';

/** Everything in the pack that points nowhere, is there twice, or leaves an item without a price. */
export function findContradictions(pack: RulePack): readonly Contradiction[] {
  return [
    ...findDuplicates(pack),
    ...findDangling(pack),
    ...findSenseless(pack),
    ...findCourseTroubles(pack),
    ...findBasketTroubles(pack),
    ...findPriceTroubles(pack),
    ...findCurrencyTroubles(pack),
  ];
}

function findSenseless(pack: RulePack): Contradiction[] {
  const { cashStep } = pack.currency;
  return [
    ...when(
      cashStep < 1,
      ['currency', 'cashStep'],
      'the cash step is zero: write the smallest coin',
    ),
    ...reversed(pack.contract.period, ['contract', 'period']),
    ...pack.prices.flatMap(({ period }, at) => reversed(period, ['prices', at])),
    ...pack.decrees.flatMap(({ period }, at) => reversed(period, ['decrees', at])),
    ...(['membership', 'hotlist', 'rules'] as const).flatMap((name) =>
      when(
        (pack.offline[name]?.softHours ?? 0) > (pack.offline[name]?.hardHours ?? 0),
        ['offline', name],
        'the soft limit lies beyond the hard one: make it smaller',
      ),
    ),
    ...pack.plans.flatMap((plan, at) =>
      plan.benefits.flatMap(({ coInsuranceMinimum: least, coInsuranceMaximum: most }, index) =>
        when(
          least !== null && most !== null && least > most,
          ['plans', at, 'benefits', index],
          'the least co-insurance exceeds the most: exchange them',
        ),
      ),
    ),
    ...pack.items.flatMap(({ medicine }, at) => [
      ...when(
        medicine !== null && medicine.saleableUnit > medicine.packSize,
        ['items', at, 'medicine', 'saleableUnit'],
        'the smallest saleable quantity exceeds the pack: write at most the pack size',
      ),
      ...(medicine?.gtins ?? []).flatMap((gtin, index) =>
        when(
          !hasCheckDigit(gtin),
          ['items', at, 'medicine', 'gtins', index],
          `the check digit of "${gtin}" is wrong: copy the barcode again`,
        ),
      ),
    ]),
  ];
}

/** GS1 check digit: weights 3, 1, 3, 1… leftwards from the digit before it. */
function hasCheckDigit(gtin: string): boolean {
  const sum = [...gtin]
    .toReversed()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

const reversed = ({ from, to }: Period, path: Path): Contradiction[] =>
  when(
    to !== null && to < from,
    path,
    'the period ends before it begins: correct one of the dates',
  );
