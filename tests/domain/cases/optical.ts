import type { AdjudicationInput } from '#domain/adjudication/input.ts';
import type { ServicePlace } from '#domain/claims.ts';
import type { Correction } from '#domain/eyes.ts';
import type { PastService } from '#domain/history.ts';
import { day, input } from '../builders.ts';
import { asking, claiming, history, paracetamol, past, withItemRule } from '../terms.ts';
import { type Case, passes } from './case.ts';

/** New lenses after a year, or at half a dioptre; the service is on 22 November 2026. */
const yearly = withItemRule({ optical: { everyMonths: 12, change: 50 } });
const strictly = withItemRule({ optical: { everyMonths: 12, change: null } });

const lensesOn = (on: string, changes: Partial<PastService> = {}): AdjudicationInput =>
  asking({}, { services: [history([past({ on: day(on), ...changes })])] });
const eye = (changes: Partial<Correction> = {}): Correction => ({
  sphere: -200,
  cylinder: 0,
  axis: 0,
  addition: 0,
  ...changes,
});
const both = { right: eye(), left: eye() };
const nowMeasured = (right: Correction | null, given = lensesOn('2026-05-01')) =>
  claiming({ refraction: { right, left: eye(), before: both } }, given);

const sideOf = (side: ServicePlace['side']): ServicePlace => (side === undefined ? {} : { side });
const lensesBefore = (place: ServicePlace) => ({
  services: [history([past({ on: day('2026-05-01'), place })])],
});

export const opticalCases: readonly Case[] = [
  { title: 'asks nothing where no rule speaks of it', given: asking(), says: passes },
  {
    title: 'passes the first lenses',
    given: asking({}, { services: [history()] }),
    pack: yearly,
    says: passes,
  },
  {
    title: 'passes on the day on which the year is over',
    given: lensesOn('2025-11-22'),
    pack: yearly,
    says: passes,
  },
  {
    title: 'passes the day after',
    given: lensesOn('2025-11-21'),
    pack: yearly,
    says: passes,
  },
  {
    title: 'asks for both measurements the day before',
    given: lensesOn('2025-11-23'),
    pack: yearly,
    says: {
      outcome: 'referred',
      reason: 'refraction-unknown',
      nearest: { kind: 'enter-refraction' },
    },
  },
  {
    title: 'passes before that where an eye has changed by just the threshold',
    given: nowMeasured(eye({ sphere: -250 })),
    pack: yearly,
    says: passes,
  },
  {
    title: 'declines one hundredth less, and says from when',
    given: nowMeasured(eye({ sphere: -249 })),
    pack: yearly,
    says: {
      outcome: 'declined',
      reason: 'lenses-unchanged',
      bearer: 'member',
      nearest: { kind: 'wait-until', date: day('2027-05-01') },
    },
  },
  {
    title: 'passes one hundredth more, of the cylinder',
    given: nowMeasured(eye({ cylinder: 51 })),
    pack: yearly,
    says: passes,
  },
  {
    title: 'does not count the axis',
    given: nowMeasured(eye({ axis: 90 })),
    pack: yearly,
    says: { outcome: 'declined', reason: 'lenses-unchanged' },
  },
  {
    title: 'counts an eye that needs no lens any more',
    given: nowMeasured(null),
    pack: yearly,
    says: passes,
  },
  {
    title: 'refers what is measured now alone',
    given: claiming({ refraction: both }, lensesOn('2026-05-01')),
    pack: yearly,
    says: { outcome: 'referred', reason: 'refraction-unknown' },
  },
  {
    title: 'declines within the time, whatever the eyes, where the contract asks for no change',
    given: nowMeasured(eye({ sphere: -900 })),
    pack: strictly,
    says: { outcome: 'declined', reason: 'lenses-too-early', bearer: 'member' },
  },
  {
    title: 'passes the other eye',
    given: asking(
      { place: { side: 'left' } },
      { services: [history([past({ on: day('2026-05-01'), place: { side: 'right' } })])] },
    ),
    pack: strictly,
    says: passes,
  },
  ...(
    [
      ['the same eye', 'left', 'left'],
      ['an eye after both', 'both', 'left'],
      ['both after one eye', 'right', 'both'],
      ['an eye after one that was not said', undefined, 'left'],
      ['an eye that is not said', 'right', undefined],
    ] as const
  ).map(([which, before, side]) => ({
    title: `declines ${which}`,
    given: asking({ place: sideOf(side) }, lensesBefore(sideOf(before))),
    pack: strictly,
    says: { outcome: 'declined', reason: 'lenses-too-early' } as const,
  })),
  {
    title: 'declines a second pair on the claim itself',
    given: input({
      lines: [paracetamol(), paracetamol({ lineId: 'line-2' })],
      services: [history()],
    }),
    pack: strictly,
    says: {
      ...{ outcome: 'declined', reason: 'lenses-too-early' },
      nearest: { kind: 'wait-until', date: day('2027-11-22') },
    },
  },
  {
    title: 'passes after what is no lens, and after what the contract does not know',
    given: asking(
      {},
      {
        services: [
          history([past({ itemCode: 'ATORVASTATIN-20' }), past({ itemCode: 'NO-SUCH-ITEM' })]),
        ],
      },
    ),
    pack: strictly,
    says: passes,
  },
  {
    title: 'refers a history that does not reach back so far',
    given: asking({}, { services: [history([], 'card', '2025-11-23')] }),
    pack: yearly,
    says: { outcome: 'referred', reason: 'lenses-history-unknown' },
  },
  {
    title: 'passes one that just does',
    given: asking({}, { services: [history([], 'card', '2025-11-22')] }),
    pack: yearly,
    says: passes,
  },
];
