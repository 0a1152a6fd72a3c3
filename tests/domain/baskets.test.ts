import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { findBaskets, listBasketUses } from '#domain/adjudication/baskets.ts';
import { compilePack } from '#domain/adjudication/compile-pack.ts';
import type { Ceiling } from '#domain/adjudication/counter-terms.ts';
import { day, input, membership, rulePack, today } from './builders.ts';
import { ceiling, paracetamol, use } from './terms.ts';

const basket = { number: 1, unit: 100 };
const packOf = (...ceilings: Partial<Ceiling>[]) =>
  compilePack(rulePack({ ceilings: ceilings.map((one) => ceiling({ basket, ...one })) }));

/** What each of these quantities, at one pound of which the insurer pays 80 piastres, adds. */
function usesOf(changes: Partial<Ceiling>, ...quantities: number[]): number[] {
  const pack = packOf(changes);
  const lines = quantities.map((quantity, i) => paracetamol({ lineId: `line-${i}`, quantity }));
  const asked = input({ lines, usage: [use(0)] });
  const claim = { input: asked, decision: adjudicate(asked, pack) };
  const baskets = findBaskets(pack, membership(), today);
  if (baskets === null) return [];
  const ids = lines.map(({ lineId }) => lineId);
  const uses = listBasketUses(pack, claim, baskets, ids);
  return ids.map((id) => uses.get(id)?.[0]?.units ?? 0);
}

const roomy = { limit: 1_000_000, per: 'policy-year' } as const;

describe('what a claim adds to a basket of the card', () => {
  it.each<[string, Partial<Ceiling>, number[], number[]]>([
    ['a whole number of units as it is', {}, [10], [8]],
    ['a begun unit as a whole one', {}, [11], [9]],
    ['begun units of several lines together', {}, [11, 11], [9, 9]],
    [
      'what only fills a begun unit as nothing',
      { basket: { number: 1, unit: 10_000 } },
      [10, 10],
      [1, 0],
    ],
    [
      'units as their basis counts them',
      { basis: 'units', basket: { number: 1, unit: 1 } },
      [10, 20],
      [10, 20],
    ],
    ['one visit once', { basis: 'visits', basket: { number: 1, unit: 1 } }, [10, 20], [1, 0]],
  ])('rounds up: %s', (_name, changes, quantities, added) => {
    expect(usesOf({ ...roomy, ...changes }, ...quantities)).toEqual(added);
  });
});

it('a line that adds nothing to a basket is told with nothing', () => {
  const pack = packOf({ ...roomy, basket: { number: 2, unit: 10_000 } });
  const lines = [1, 2].map((at) => paracetamol({ lineId: `line-${at}`, quantity: 10 }));
  const asked = input({ lines, usage: [use(0)] });
  const claim = { input: asked, decision: adjudicate(asked, pack) };
  const baskets = findBaskets(pack, membership(), today);
  if (baskets === null) throw new Error('the plan keeps a basket');
  expect([...listBasketUses(pack, claim, baskets, ['line-1', 'line-2'])]).toEqual([
    ['line-1', [{ basket: 2, units: 1 }]],
    ['line-2', []],
  ]);
});

describe('the baskets of a member', () => {
  it('are those of the plan, in the year in which the period begins', () => {
    const pack = packOf({ plans: ['no-such-plan'] }, { ceilingId: 'OURS' });
    const policyPeriod = { from: day('2025-07-01'), to: day('2027-06-30') };
    const member = membership({ policyPeriod });
    expect(findBaskets(pack, member, day('2026-06-30'))).toMatchObject({
      year: 2025,
      counters: [{ ceilingId: 'OURS' }],
    });
    expect(findBaskets(pack, member, day('2026-07-01'))?.year).toBe(2026);
  });

  it('are those of the member’s plan', () => {
    const pack = packOf({ plans: ['SILVER'] });
    expect(findBaskets(pack, membership(), today)?.counters).toHaveLength(1);
    expect(findBaskets(pack, membership({ planCode: 'GOLD' }), today)).toBeNull();
  });

  it('are none where no ceiling has one, and where the policy’s year is not known', () => {
    expect(findBaskets(packOf({ basket: null }), membership(), today)).toBeNull();
    expect(findBaskets(packOf({}), null, today)).toBeNull();
    expect(findBaskets(packOf({ per: 'line' }), membership(), today)).toBeNull();
    expect(findBaskets(packOf({ per: 'visit' }), membership(), today)).toBeNull();
  });
});
