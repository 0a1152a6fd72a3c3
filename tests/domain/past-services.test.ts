import { describe, expect, it } from 'vitest';
import type { CountingPeriod } from '#domain/adjudication/contract-terms.ts';
import {
  believedPast,
  countPast,
  historyFacts,
  isHistoryMissing,
  listPast,
  type PlacedService,
  periodAround,
  whereHistoryIs,
} from '#domain/adjudication/past-services.ts';
import type { Source } from '#domain/facts.ts';
import type { PastService } from '#domain/history.ts';
import { membership, now } from './builders.ts';
import { asking, day, history, past, today, unknown } from './terms.ts';

const placed = (source: Source, changes: Partial<PastService> = {}): PlacedService => ({
  ...{ service: past(changes), source, asOf: now },
});
const away = unknown('not-present', 'card');

describe('the period around a day', () => {
  it.each<[CountingPeriod, string, string | null]>([
    ['day', '2026-11-22', '2026-11-22'],
    ['week', '2026-11-16', '2026-11-22'],
    ['month', '2026-11-01', '2026-11-30'],
    ['calendar-year', '2026-01-01', '2026-12-31'],
    ['policy-year', '2026-01-01', '2026-12-31'],
    ['lifetime', '0001-01-01', null],
  ])('%s, first and last day', (period, from, to) => {
    expect(periodAround(period, today, membership())).toEqual({ from, to });
  });

  it('is the claim alone for a visit', () => {
    expect(periodAround('visit', today, null)).toBe('claim');
  });

  it.each([
    ['the day before the anniversary', '2024-11-23', '2025-11-23', '2026-11-22'],
    ['the anniversary', '2024-11-22', '2026-11-22', '2027-11-21'],
    ['the day after it', '2024-11-21', '2026-11-21', '2027-11-20'],
    ['the policy’s first day', '2026-11-22', '2026-11-22', '2027-11-21'],
  ])('is the policy’s year: %s', (_, begins, from, to) => {
    const policyPeriod = { from: day(begins), to: null };
    expect(periodAround('policy-year', today, membership({ policyPeriod }))).toEqual({ from, to });
  });

  it('is not known where the policy is not, unless the calendar says it', () => {
    expect(periodAround('policy-year', today, null)).toBeNull();
    expect(periodAround('calendar-year', today, null)).not.toBeNull();
  });
});

describe('a history', () => {
  it.each([
    ['nobody was asked', [], true],
    ['a place cannot tell', [away], true],
    ['one of two places cannot tell', [history(), away], true],
    ['a memory begins a day too late', [history([], 'card', '2026-11-16')], true],
    ['a memory begins on the day itself', [history([], 'card', '2026-11-15')], false],
    ['a memory has no beginning', [history()], false],
  ] as const)('is missing or not where %s', (_, services, isMissing) => {
    expect(isHistoryMissing(asking({}, { services }), day('2026-11-15'))).toBe(isMissing);
  });

  it('is missing where it was left out altogether', () => {
    expect(isHistoryMissing(asking(), today)).toBe(true);
    expect(historyFacts(asking(), () => true)).toEqual([
      { name: 'known-services', value: null, source: 'terminal', asOf: null },
    ]);
  });

  it('lists what counts in the period, latest first, and passes over who cannot tell', () => {
    const on = ['2026-11-14', '2026-11-15', '2026-11-20', '2026-11-20', '2026-11-22', '2026-11-23'];
    const services = [
      away,
      history([
        ...on.map((each, at) => past({ on: day(each), quantity: at })),
        past({ itemCode: 'METFORMIN-850', on: today }),
      ]),
    ];
    const period = { from: day('2026-11-15'), to: today };
    const listed = listPast(
      asking({}, { services }),
      period,
      ({ itemCode }) => itemCode === 'PARACETAMOL-500',
    );
    expect(listed.map(({ service }) => service.quantity)).toEqual([4, 2, 3, 1]);
    expect(listed[0]).toMatchObject({ source: 'card', asOf: now });
    expect(listPast(asking(), period, () => true)).toEqual([]);
    const shuffled = ['2026-11-20', '2026-11-16', '2026-11-22', '2026-11-18'];
    const told = history(shuffled.map((each) => past({ on: day(each) })));
    expect(
      listPast(asking({}, { services: [told] }), period, () => true).map(
        ({ service }) => service.on,
      ),
    ).toEqual(['2026-11-22', '2026-11-20', '2026-11-18', '2026-11-16']);
  });

  it.each([
    ['the card, where only it was away', [away], 'insert-card'],
    ['the card, though others can tell', [history(), away], 'insert-card'],
    [
      'the insurer, where the card was not believed',
      [unknown('unverified', 'card')],
      'request-approval',
    ],
    [
      'the insurer, where the centre was away',
      [unknown('not-present', 'centre')],
      'request-approval',
    ],
    ['the insurer, where nobody was asked', undefined, 'request-approval'],
  ] as const)('is brought by %s', (_, facts, kind) => {
    expect(whereHistoryIs(facts)).toEqual({ kind });
  });

  it('shows how much each place knows of what counts', () => {
    const services = [history([past(), past({ itemCode: 'METFORMIN-850' })]), away];
    const facts = historyFacts(
      asking({}, { services }),
      ({ itemCode }) => itemCode !== 'METFORMIN-850',
    );
    expect(facts).toEqual([
      { name: 'known-services', value: { kind: 'count', value: 1 }, source: 'card', asOf: now },
      { name: 'known-services', value: null, source: 'card', asOf: null },
    ]);
  });
});

describe('what is counted', () => {
  const known = (quantity: number | null) => ({ quantity });

  it.each<[string, readonly PlacedService[], { times: number; units: number | null }]>([
    ['nothing', [], { times: 0, units: 0 }],
    ['one', [placed('card')], { times: 1, units: 10 }],
    [
      'the same told by two places once',
      [placed('card'), placed('centre')],
      { times: 1, units: 10 },
    ],
    ['two of one place twice', [placed('card'), placed('card')], { times: 2, units: 20 }],
    [
      'of two places the one that knows of more, told last',
      [placed('card'), placed('centre'), placed('centre', known(5))],
      { times: 2, units: 15 },
    ],
    [
      'of two places the one that knows of more, told first',
      [placed('card'), placed('card', known(5)), placed('centre')],
      { times: 2, units: 15 },
    ],
    [
      'more units in fewer times',
      [placed('card', known(1)), placed('card', known(1)), placed('centre', known(30))],
      { times: 2, units: 30 },
    ],
    [
      'another day apart',
      [placed('card'), placed('centre', { on: day('2026-11-16') })],
      { times: 2, units: 20 },
    ],
    [
      'another item apart',
      [placed('card'), placed('centre', { itemCode: 'METFORMIN-850' })],
      { times: 2, units: 20 },
    ],
    [
      'another provider apart',
      [placed('card'), placed('centre', { providerId: 'NAFIS' })],
      { times: 2, units: 20 },
    ],
    [
      'no units where one quantity is unknown',
      [placed('card'), placed('card', known(null))],
      { times: 2, units: null },
    ],
    [
      'no units where the other place does not know them',
      [placed('card', known(null)), placed('centre')],
      { times: 1, units: null },
    ],
    [
      'no units where this place does not know them',
      [placed('card'), placed('centre', known(null))],
      { times: 1, units: null },
    ],
    [
      'no units where one day’s are unknown',
      [placed('card', known(null)), placed('card', { on: day('2026-11-16') })],
      { times: 2, units: null },
    ],
  ])('is %s', (_, services, counted) => {
    expect(countPast(services)).toEqual(counted);
  });
});

describe('what is believed of several places', () => {
  const treated = { clinician: { licence: 'D-1', specialty: 'heart' } };
  const ill = { diagnosis: 'E78.0' };
  const bare = {};

  it.each<[string, readonly Partial<PastService>[], readonly Partial<PastService>[], Source]>([
    ['that knows of more', [bare], [bare, bare], 'centre'],
    ['that knows of more, told first', [bare, bare], [bare], 'card'],
    [
      'that knows of more, though the other knows more of it',
      [bare, bare],
      [{ ...treated, ...ill }],
      'card',
    ],
    ['that says who treated', [bare], [treated], 'centre'],
    ['that says for what', [bare], [ill], 'centre'],
    ['that says both', [treated], [{ ...treated, ...ill }], 'centre'],
    ['told first of two that say as much', [treated], [treated], 'card'],
    ['told first of two that say one of both', [ill], [treated], 'card'],
  ])('is the place %s', (_, onCard, atCentre, source) => {
    const told = [
      ...onCard.map((changes) => placed('card', changes)),
      ...atCentre.map((changes) => placed('centre', changes)),
    ];
    const believed = believedPast(told);
    expect(believed).toEqual(told.filter((one) => one.source === source));
  });

  it('is each place, of another day, item or provider', () => {
    const told = [
      placed('card'),
      placed('centre', { on: day('2026-11-16') }),
      placed('centre', { itemCode: 'METFORMIN-850' }),
      placed('centre', { providerId: 'NAFIS' }),
    ];
    expect(believedPast(told)).toEqual(told);
  });
});
