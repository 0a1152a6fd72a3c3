import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { Claim, ClaimLine } from '#domain/claims.ts';
import { known, unknown } from '#domain/facts.ts';
import type { Person } from '#domain/people.ts';
import { blocked, day, input, membershipFact, now, today } from '#tests/domain/builders.ts';
import { type Seeded, seeded } from '../seeded.ts';
import { countItems, highPrice, itemCode, lowPrice } from './plain-pack.ts';

/**
 * Claims against the plain pack, the same in every run. Most of what is asked is in order; each thing that
 * can be wrong is so every now and then, so that every outcome of every rule occurs, and every bound is met exactly.
 */
export function generateClaims(
  count: number,
  linesEach: number,
  prices: number,
  seed = 1,
): readonly AdjudicationInput[] {
  const draw = seeded(seed);
  const items = countItems(prices);
  return Array.from({ length: count }, (_, number) => claimOf(number, linesEach, items, draw));
}

function claimOf(number: number, linesEach: number, items: number, draw: Seeded) {
  const story = input();
  const facts = {
    ...story,
    eventId: `event-${number}`,
    holder: draw.onceIn(20) ? draw.of(['not-yet', 'refused']) : 'confirmed',
    hotlist: draw.onceIn(20)
      ? draw.of([blocked('lost'), unknown('never-synced', 'centre')])
      : known(null, 'centre', now),
    membership: draw.onceIn(12) ? unsoundCover(draw) : membershipFact(),
    person: personOf(story.person, draw),
    claim: {
      ...story.claim,
      claimId: `C-${number}`,
      providerId: draw.onceIn(10) ? draw.of(['ENDING', 'FAR', 'LAPSED', 'CHEMIST']) : 'NAFIS',
      diagnoses: draw.onceIn(12) ? draw.of([[], ['Z41.1']]) : ['E78.0'],
      lines: linesOf(linesEach, items, draw),
    } satisfies Claim,
  } satisfies AdjudicationInput;
  return draw.onceIn(25) ? { ...facts, unverified: ['birth'] as const } : facts;
}

const unsoundCover = (draw: Seeded): AdjudicationInput['membership'] =>
  draw.of([
    unknown('never-synced', 'centre'),
    membershipFact({ policyStatus: 'suspended' }),
    membershipFact({ memberPeriod: { from: day('2026-01-01'), to: day('2026-10-31') } }),
    membershipFact({ memberPeriod: { from: day('2026-01-01'), to: today } }),
  ]);

/** Too old, 65 today, of age, 18 today, and a child: the bounds of what is for adults are inclusive. */
const births = ['1948-03-14', '1961-11-22', '1990-07-01', '2008-11-22', '2015-11-22'] as const;

const personOf = (usual: Person | null, draw: Seeded): Person | null =>
  usual && {
    ...usual,
    sex: draw.onceIn(15) ? 'unknown' : draw.of(['male', 'female']),
    birth: { date: day(draw.of(births)), precision: 'day' },
  };

/** Lines of one claim ask for different items, so that none of them depends on another. */
function linesOf(count: number, items: number, draw: Seeded): readonly ClaimLine[] {
  const first = draw.below(items);
  return Array.from({ length: count }, (_, number) => ({
    lineId: `line-${number + 1}`,
    itemCode: draw.onceIn(30) ? `STRANGER-${number}` : itemCode((first + number * 7) % items),
    quantity: draw.of([10, 20, 30, 60]),
    daysSupply: null,
    unitPrice: draw.onceIn(3) ? null : draw.onceIn(10) ? highPrice : lowPrice,
  }));
}
