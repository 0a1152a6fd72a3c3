import { describe, expect, it } from 'vitest';
import { type BasketUse, runCeilings, usedOf } from '#card/profile/running-ceilings.ts';
import { ceilingFact } from '#card/read-member-card.ts';
import { known, unknown } from '#domain/facts.ts';
import {
  at,
  dispensing,
  knows,
  line,
  makeImage,
  otherPharmacy,
  pharmacy,
} from './card-builders.ts';
import { historyOf } from './history-reader.ts';

const asOf = at('2026-03-15');
const kept = { year: 2026, numbers: [1, 2] };
const isNew = true;
const neverKept = { year: null, used: [], isNew: false };
const standing = (year: number, used: number | null) => ({
  ...{ year, isNew: false },
  used: [
    { basket: 1, used },
    { basket: 2, used: 7 },
  ],
});
const add = (units: number): readonly BasketUse[] => [{ basket: 1, units }];

describe('the running ceilings of a ledger', () => {
  it.each([
    ['an empty ledger starts at zero', { ...neverKept, isNew }, add(5), [5, 0]],
    ['what was never kept stays unknown', neverKept, add(5), [null, null]],
    ['a year goes on', standing(2026, 10), add(5), [15, 7]],
    ['what is unknown stays so for its year', standing(2026, null), add(5), [null, 7]],
    ['a new year starts from zero', standing(2025, 10), add(5), [5, 0]],
    ['what was unknown is forgotten with its year', standing(2025, null), add(5), [5, 0]],
    ['the field is filled', standing(2026, 0), add(0xff_fffe), [0xff_fffe, 7]],
    ['one more than the field holds is unknown', standing(2026, 0), add(0xff_ffff), [null, 7]],
    ['a correction takes away', standing(2026, 10), add(-10), [0, 7]],
    ['and never more than there was', standing(2026, 10), add(-11), [0, 7]],
  ])('%s', (_name, before, uses, used) => {
    expect(runCeilings(before, kept, uses)).toEqual({
      year: 2026,
      used: used.map((each, i) => ({ basket: i + 1, used: each })),
    });
  });

  it('leave what belongs to a year that is over alone', () => {
    const { isNew: _, ...table } = standing(2027, 10);
    expect(runCeilings(standing(2027, 10), kept, add(5))).toEqual(table);
  });

  it('keep the baskets of a former plan for their year, as far as there is room', () => {
    const before = { ...standing(2026, 10), used: [{ basket: 9, used: 4 }] };
    expect(runCeilings(before, kept, add(5)).used).toEqual([
      { basket: 1, used: null },
      { basket: 2, used: null },
      { basket: 9, used: 4 },
    ]);
    const six = { year: 2026, numbers: [1, 2, 3, 4, 5, 6] };
    expect(runCeilings(before, six, []).used).toHaveLength(6);
  });

  it.each([
    ['an empty ledger', { ...neverKept, isNew }, 0],
    ['a table of the year', standing(2026, 10), 10],
    ['a table of the year before', standing(2025, 10), 0],
    ['a table of a later year', standing(2027, 10), null],
    ['a table that was never kept', neverKept, null],
    ['a number that is not known', standing(2026, null), null],
  ])('read from %s as %s', (_name, ceilings, used) => {
    expect(usedOf(ceilings, 1, 2026)).toBe(used);
  });
});

describe('the running ceilings of a card', () => {
  const filled = (writer = pharmacy) => {
    const baskets = { year: 2026, numbers: [1] };
    const used = line({ uses: [{ basket: 1, units: 12 }] });
    return [{ ...dispensing('2026-03-01', writer, used), baskets }];
  };

  it('are carried on by a record that keeps none', async () => {
    const history = [...filled(), dispensing('2026-03-02', otherPharmacy)];
    const reading = await historyOf(makeImage({ history }));
    expect(ceilingFact(reading, asOf)).toEqual(
      known({ year: 2026, used: [{ basket: 1, used: 12 }], isNew: false }, 'card', asOf),
    );
  });

  it('are zero on a card without history', async () => {
    const fact = ceilingFact(await historyOf(makeImage({})), asOf);
    expect(fact).toEqual(known({ year: null, used: [], isNew: true }, 'card', asOf));
  });

  it('are not known when whoever wrote them is not known here', async () => {
    const findTerminalKey = knows(otherPharmacy);
    const reading = await historyOf(makeImage({ history: filled() }), { findTerminalKey });
    expect(ceilingFact(reading, asOf)).toEqual(unknown('unverified', 'card'));
  });

  it('are not known when the newest write did not come to its end', async () => {
    const image = makeImage({ history: filled() });
    const torn = { ...image, ledger: [new Uint8Array(240).fill(1), ...image.ledger] };
    expect(ceilingFact(await historyOf(torn), asOf)).toEqual(unknown('not-present', 'card'));
  });
});
