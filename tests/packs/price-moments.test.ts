import { expect, it } from 'vitest';
import type { PriceRow } from '#domain/adjudication/rule-pack.ts';
import { findContradictions } from '#packs/cross-check.ts';
import { moment, priceRow, rulePack } from '#tests/domain/builders.ts';

const item = 'CONSULTATION';
const row = (from: string, to: string | null, at?: string): PriceRow => ({
  ...priceRow({ network: 'DAMASCUS' }, item, 100, from, to),
  ...(at === undefined ? {} : { at: moment(at) }),
});
const noon = '2026-06-15T12:00:00.000Z';
const others = rulePack().prices.filter((one) => one.item !== item);
const first = row('2026-01-01', '2026-06-15');

it.each<[string, readonly PriceRow[], readonly RegExp[]]>([
  ['that follow each other within a day', [row('2026-06-15', null, noon), first], []],
  [
    'of which two begin within a day',
    [
      first,
      row('2026-06-15', '2026-06-15', noon),
      row('2026-06-15', null, '2026-06-15T15:00:00.000Z'),
    ],
    [],
  ],
  [
    'of which the first ends the day before the moment of the next',
    [row('2026-01-01', '2026-06-14'), row('2026-06-15', null, noon)],
    [/^"CONSULTATION" has no price in network "DAMASCUS" on 2026-06-15/],
  ],
  [
    'of which the first goes on past the day of the next',
    [row('2026-01-01', '2026-06-16'), row('2026-06-15', null, noon)],
    [
      /^"CONSULTATION" has two prices on 2026-06-16: end the earlier one on the day on which this one begins$/,
    ],
  ],
  [
    'of which the first never ends',
    [row('2026-01-01', null), row('2026-06-15', null, noon)],
    [/^"CONSULTATION" has two prices on 2026-06-16/],
  ],
  [
    'that begin at one moment',
    [first, row('2026-06-15', '2026-06-15', noon), row('2026-06-15', null, noon)],
    [/^"CONSULTATION" has two prices from 2026-06-15T12:00:00.000Z on: remove one of them$/],
  ],
  [
    'without a moment on one day',
    [first, row('2026-06-15', null)],
    [/^"CONSULTATION" has two prices on 2026-06-15: end the earlier one the day before$/],
  ],
  ...(
    [
      ['2026-06-14T09:59:59.999Z', false],
      ['2026-06-14T10:00:00.000Z', true],
      ['2026-06-16T11:59:59.999Z', true],
      ['2026-06-16T12:00:00.000Z', false],
    ] as const
  ).map(([at, isSound]): [string, readonly PriceRow[], readonly RegExp[]] => [
    `of which one begins on a day that has ${at}, or has not`,
    [first, row('2026-06-15', null, at)],
    isSound ? [] : [/is not on 2026-06-15, wherever one is: correct the moment, or from$/],
  ]),
])('prices %s', (_, prices, said) => {
  const troubles = findContradictions(rulePack({ prices: [...others, ...prices] }));
  const ofPrices = troubles.map(({ why }) => why).filter((why) => /price|wherever/.test(why));
  const before = findContradictions(rulePack()).map(({ why }) => why);
  expect(ofPrices.filter((why) => !before.includes(why))).toEqual(
    said.map((why) => expect.stringMatching(why)),
  );
});
