import { type BasketCounter, cardBaskets } from '#domain/adjudication/baskets.ts';
import type { Counter } from '#domain/adjudication/counter-terms.ts';
import type { RulePack } from '#domain/adjudication/rule-pack.ts';
import { type Contradiction, when } from './contradiction.ts';
import type { Path } from './problem.ts';

/** Baskets that a member's card could not count along. */
export function findBasketTroubles(pack: RulePack): Contradiction[] {
  const placed = (['ceilings', 'deductibles', 'outOfPocket'] as const).flatMap((list) =>
    pack[list].flatMap((counter: Counter, at): Placed[] => {
      const { basket } = counter;
      return basket === null
        ? []
        : [{ counter: { ...counter, basket }, path: [list, at, 'basket'] }];
    }),
  );
  return [
    ...placed.flatMap(({ counter, path }) => findUnkeepable(counter, path)),
    ...placed.flatMap(({ counter, path }, at) =>
      findConflict(
        counter,
        path,
        placed.slice(0, at).map(({ counter: other }) => other),
      ),
    ),
    ...pack.plans.flatMap(({ code }) => findInPlan(placed, code)),
  ];
}

interface Placed {
  readonly counter: BasketCounter;
  readonly path: Path;
}

const findUnkeepable = ({ per, of, limit, basket }: BasketCounter, path: Path): Contradiction[] => [
  ...when(
    per !== 'policy-year' && per !== 'calendar-year',
    path,
    'a card counts by the policy year or the calendar year only: remove the basket',
  ),
  ...when(
    of === 'family',
    path,
    'a card does not know what the rest of the family used: remove the basket',
  ),
  ...when(
    limit / basket.unit > cardBaskets.units,
    path,
    'the ceiling has more units than a card can count: write a larger unit',
  ),
];

/** One number is one thing, whatever the plan: a member who changes plans keeps the card. */
function findConflict(
  counter: BasketCounter,
  path: Path,
  earlier: readonly BasketCounter[],
): Contradiction[] {
  const { number } = counter.basket;
  const alike = earlier.filter(({ basket }) => basket.number === number);
  return when(
    alike.some((other) => meaningOf(other) !== meaningOf(counter)),
    path,
    `basket ${number} counts something else in another ceiling: use another number, or the same unit, period and scope`,
  );
}

const meaningOf = ({ scope, diagnosis, per, basis, basket }: BasketCounter): string =>
  JSON.stringify([scope, diagnosis, per, basis, basket.unit]);

function findInPlan(placed: readonly Placed[], plan: string): Contradiction[] {
  const ours = placed.filter(({ counter: { plans } }) => plans === null || plans.includes(plan));
  return ours.flatMap(({ counter, path }, at) => {
    const earlier = ours.slice(0, at).map((one) => one.counter);
    return [
      ...when(
        earlier.some(({ basket }) => basket.number === counter.basket.number),
        path,
        `basket ${counter.basket.number} is counted twice in plan "${plan}": use another number`,
      ),
      ...when(
        earlier.some(({ per }) => per !== counter.per),
        path,
        `a card keeps one year, and plan "${plan}" counts baskets by two: use one period`,
      ),
      ...when(
        at === cardBaskets.count,
        path,
        `a card keeps ${cardBaskets.count} baskets, and plan "${plan}" has more: remove this one`,
      ),
    ];
  });
}
