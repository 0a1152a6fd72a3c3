import { describe, expect, it } from 'vitest';
import { supplyFacts } from '#card/read-member-card.ts';
import { known, unknown } from '#domain/facts.ts';
import { at, dispensing, line, makeImage, otherPharmacy, pharmacy } from './card-builders.ts';
import { historyOf } from './history-reader.ts';

describe('the table of active supplies', () => {
  it.each([
    ['the day before it ends', '2026-03-02', [9001, 9002]],
    ['the day after', '2026-03-03', [9002]],
  ])('keeps a supply that ends on 2026-03-02 in a record of %s', async (_name, day, codes) => {
    const history = [
      dispensing('2026-02-01', pharmacy),
      dispensing(day, pharmacy, line({ repeatCode: 9002 })),
    ];
    const { supplies } = await historyOf(makeImage({ history }));
    expect(supplies.map(({ repeatCode }) => repeatCode).sort()).toEqual(codes);
  });

  it.each([
    ['a later supply that ends later', 30, ['2026-03-31']],
    ['a later one that ends on the same day', 1, ['2026-03-02']],
  ])('is replaced by %s', async (_name, days, ends) => {
    const second = dispensing('2026-03-02', pharmacy, line({ days }));
    const history = [dispensing('2026-02-01', otherPharmacy), second];
    const { supplies } = await historyOf(makeImage({ history }));
    expect(supplies.map(({ endsOn }) => endsOn)).toEqual(ends);
  });

  it('keeps the longer supply beside a later one that ends sooner', async () => {
    const short = dispensing('2026-02-10', pharmacy, line({ days: 3 }));
    const history = [dispensing('2026-02-01', otherPharmacy), short];
    const { supplies } = await historyOf(makeImage({ history }));
    expect(supplies.map(({ endsOn }) => endsOn)).toEqual(['2026-03-02', '2026-02-12']);
  });

  it.each([
    [14, true],
    [15, false],
  ])('with %i active supplies is complete: %s', async (count, isComplete) => {
    const lines = Array.from({ length: count }, (_, i) =>
      line({ repeatCode: 100 + i, days: 10 + i }),
    );
    const history = await historyOf(
      makeImage({ history: [dispensing('2026-03-01', pharmacy, ...lines)] }),
    );
    expect(history.supplies).toHaveLength(14);
    expect(history.entries).toHaveLength(4);
    expect(history.isComplete).toBe(isComplete);
    const doubt = isComplete ? [] : [unknown('not-present', 'card')];
    const [asOf, later] = [at('2026-03-11'), at('2026-03-12')];
    expect(supplyFacts(history, asOf)).toEqual([known(history.supplies, 'card', asOf), ...doubt]);
    // The day after the first of the 14 that stayed has ended, so has what fell off.
    expect(supplyFacts(history, later)).toEqual([known(history.supplies, 'card', later)]);
  });

  it('is complete again once what fell off the table has ended', async () => {
    const lines = Array.from({ length: 15 }, (_, i) => line({ repeatCode: 100 + i, days: 10 + i }));
    const first = dispensing('2026-03-01', pharmacy, ...lines);
    const isCompleteAfter = async (day: string) =>
      (await historyOf(makeImage({ history: [first, dispensing(day, pharmacy)] }))).isComplete;
    // The 14 that stayed end from 2026-03-11 on.
    expect(await isCompleteAfter('2026-03-11')).toBe(false);
    expect(await isCompleteAfter('2026-03-12')).toBe(true);
  });

  it('writes more than the card can hold as capped', async () => {
    const big = line({ quantity: 2000, days: 366 });
    const { entries, supplies } = await historyOf(
      makeImage({ history: [dispensing('2026-03-01', pharmacy, big)] }),
    );
    expect(entries[0]?.lines).toEqual([{ cardCode: 501, qty: 1023, days: 255 }]);
    expect(supplies[0]).toMatchObject({ endsOn: '2027-03-01', days: 255, quantity: null });
  });
});
