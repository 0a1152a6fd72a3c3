import { dayOf, millisecondsBetween } from '../../dates.ts';
import { type LineContext, lineCheck, pass, refer } from '../check.ts';
import type { FactUsed } from '../evidence.ts';
import type { ClockReading } from '../input.ts';
import { aDay, aMoment, hours, missing, serviceDateOf } from '../shown.ts';

const hour = 3_600_000;

/**
 * Whether the clock can be trusted: refers when the wall runs too far ahead of the latest time that is
 * certain, when it was set back across a change of price, and for a day that was closed or has not come.
 * A wall merely set back is noted; the time that is certain then counts.
 */
export const clock = lineCheck({
  id: 'clock',
  requirements: ['M3'],
  reasons: [
    'clock-ahead',
    'clock-changes-price',
    'day-already-closed',
    'service-in-future',
    'clock-unknown',
  ],
  asks: ({ pack }) => pack.pack.offline.clock,
  run(context, { aheadHours, clause }) {
    const { input } = context;
    const reading = input.clock;
    if (reading === undefined) {
      return refer('clock-unknown', { facts: [missing('clock-bound', 'terminal')], clause });
    }
    const facts = factsOf(context, reading);
    const { bound, wall, lastDayClose } = reading;
    const nearest = { kind: 'set-clock' } as const;
    if (millisecondsBetween(bound, wall) > aheadHours * hour) {
      const shown = { wall: aMoment(wall), limit: hours(aheadHours) };
      return refer('clock-ahead', { shown, facts, clause, nearest });
    }
    if (wall < bound && hasOtherPrice(context, reading)) {
      return refer('clock-changes-price', {
        shown: { wall: aMoment(wall) },
        facts,
        clause,
        nearest,
      });
    }
    const { serviceDate } = input.claim;
    const day = aDay(serviceDate);
    if (lastDayClose !== null && serviceDate <= lastDayClose) {
      return refer('day-already-closed', { shown: { day }, facts, clause });
    }
    // The clinic's local day may be one ahead of UTC.
    if (millisecondsBetween(input.decidedAt, startOf(serviceDate)) > 14 * hour) {
      return refer('service-in-future', {
        shown: { day },
        facts,
        clause,
        nearest: { kind: 'wait-until', date: serviceDate },
      });
    }
    return pass({ facts, clause });
  },
});

/** Whether the moment of the wall and the one that is certain have different prices for the line. */
function hasOtherPrice({ input, pack, line }: LineContext, { bound, wall }: ClockReading): boolean {
  const { providerId } = input.claim;
  const priceOn = (instant: ClockReading['wall']) =>
    pack.price(providerId, line.itemCode, dayOf(instant), instant)?.unitPrice ?? null;
  return priceOn(bound) !== priceOn(wall);
}

const startOf = (day: string) => `${day}T00:00:00.000Z` as ClockReading['wall'];

function factsOf({ input }: LineContext, reading: ClockReading): readonly FactUsed[] {
  const { bound, wall, lastDayClose } = reading;
  const from = { source: 'terminal', asOf: input.decidedAt } as const;
  return [
    { name: 'clock-bound', value: aMoment(bound), ...from },
    { name: 'clock-wall', value: aMoment(wall), ...from },
    ...(lastDayClose === null
      ? []
      : [{ name: 'last-day-close', value: aDay(lastDayClose), ...from } as const]),
    serviceDateOf(input),
  ];
}
